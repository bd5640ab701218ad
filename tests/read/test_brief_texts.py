"""Stories as people paste them: a few paragraphs, alone or with the furniture of a page between them."""

import pytest

from stemmata.model import Article, Media, Page, Role, Unread
from stemmata.read import read_page

FERRY = (
    "A passenger ferry ran aground on the sandbar outside Tarnmouth harbour late on Tuesday, the coastguard said.",
    "All 214 passengers were taken off by lifeboat before dawn and none of them was hurt, according to the operator.",
    "Divers will look at the hull on Thursday, when the tide is low enough to see how deep she sits.",
)
ALONE = {
    "one sentence": FERRY[:1],
    "a short second sentence": (FERRY[0], "Nobody was hurt."),
    "three paragraphs": FERRY,
    "German": (
        "Eine Fähre mit 214 Menschen an Bord ist am Dienstagabend vor dem Hafen von Sundhafen auf Grund gelaufen.",
        "Verletzt wurde nach Angaben der Reederei niemand, die Passagiere wurden noch in der Nacht an Land gebracht.",
    ),
    "Spanish": (
        "Un transbordador con 214 pasajeros encalló el martes por la noche frente al puerto de Montalba, informó la guardia costera.",
        "No hubo heridos y todos los viajeros fueron evacuados antes del amanecer, según la empresa.",
    ),
    "French": (
        "Un ferry transportant 214 passagers s’est échoué mardi soir devant le port de Brévannes, a annoncé la préfecture.",
        "Personne n’a été blessé et tous les passagers ont été évacués avant l’aube, selon la compagnie.",
    ),
    "Russian": (
        "Паром с 214 пассажирами сел на мель у входа в гавань поздно вечером во вторник, сообщила береговая охрана.",
        "Никто не пострадал, всех пассажиров сняли на берег до рассвета, заявили в компании.",
    ),
}
BETWEEN = (
    "Related",
    "Lighthouse keeper, 91, hands over the keys",
    "Subscribe to our newsletter",
    "Share on Facebook",
    "Most read",
)


def body_of(*lines: str) -> list[str]:
    read = read_page(Page("paste", "\n".join(lines).encode(), Media.TEXT))
    return [span.of(read.text) for span in read.spans(Role.BODY)] if isinstance(read, Article) else []


@pytest.mark.parametrize("named", ALONE)
def test_a_text_that_is_all_story_loses_nothing(named: str) -> None:
    lines = ALONE[named]

    assert body_of(*lines) == list(lines)


def test_a_title_above_a_brief_story_is_no_part_of_it() -> None:
    assert body_of("Ferry runs aground off Tarnmouth", *FERRY) == list(FERRY)


def test_furniture_between_paragraphs_costs_no_paragraph() -> None:
    lines = (
        FERRY[0],
        *BETWEEN[:2],
        FERRY[1],
        *BETWEEN[2:4],
        FERRY[2],
        BETWEEN[4],
        "© 2024 Tarnmouth Courier",
    )

    assert body_of(*lines) == list(FERRY)


def test_a_paragraph_of_two_sentences_that_ends_in_a_question_is_no_title() -> None:
    asked = (
        "The council has spent eleven million on a bridge that nobody can cross before the spring of next year. "
        "Was there ever a plan for the people who live on the other side?"
    )

    assert body_of(asked, *FERRY)[0] == asked


def test_a_bare_greeting_is_no_story() -> None:
    assert isinstance(read_page(Page("paste", b"Hello there", Media.TEXT)), Unread)
