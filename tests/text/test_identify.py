import pytest

from stemmata.text.identify import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour was closed for the night and the ships had to wait at sea.", "en"),
        ("Der Hafen wurde für die Nacht geschlossen und die Schiffe mussten warten, sagte sie.", "de"),
        ("Le port est fermé pour la nuit et les navires attendent dans la baie.", "fr"),
        ("El puerto fue cerrado por la noche y los barcos esperan en la bahía.", "es"),
        ("항구는 밤새 폐쇄되었고 배들은 바다에서 기다렸다.", "ko"),
        ("港は夜の間閉鎖され、船は海で待っていた。", "ja"),
        ("港口夜间关闭，船只在海上等待。", "zh"),
        ("Порт был закрыт на ночь, и корабли ждали в море, но не ушли.", "ru"),
        ("Порт було закрито на ніч, і кораблі чекали в морі, але не пішли.", "uk"),
        ("أغلق الميناء في الليل وانتظرت السفن في البحر من بعد ذلك", "ar"),
    ],
)
def test_a_sentence_is_enough(text: str, code: str) -> None:
    assert identify(text) == code


@pytest.mark.parametrize("text", ["", "12345 ...", "Qwx zzt", "\ud800"])
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert identify(text) == "und"
