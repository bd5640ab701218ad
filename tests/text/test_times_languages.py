from datetime import date

import pytest

from stemmata.model import Interval, Span
from stemmata.text.times import find_times, grammar, in_context, resolve

SUNDAY = Interval.day(date(2031, 3, 16))


def _read(words: str, language: str) -> list[tuple[str, str, str]]:
    found = in_context(find_times(words, [Span(0, len(words))], language))
    return [(one.span.of(words), *resolve(one, SUNDAY)[:2]) for one in found]


@pytest.mark.parametrize(
    ("words", "time", "kind", "value"),
    [
        (
            "El barco encalló el 2 de marzo de 2031 frente a Osk.",
            "el 2 de marzo de 2031",
            "DATE",
            "2031-03-02",
        ),
        ("La fábrica cerró el lunes.", "el lunes", "DATE", "2031-03-10"),
        ("El puente abrirá el viernes.", "el viernes", "DATE", "2031-03-21"),
        ("Lo dijo ayer por la tarde.", "ayer por la tarde", "TIME", "2031-03-15TAF"),
        ("Se inundó la semana pasada.", "la semana pasada", "DATE", "2031-W10"),
        ("Murió hace tres años.", "hace tres años", "DATE", "2028"),
        ("Viajará dentro de dos semanas.", "dentro de dos semanas", "DATE", "2031-W13"),
        ("a finales de enero", "a finales de enero", "DATE", "2031-01"),
        ("el tercer trimestre de 2030", "el tercer trimestre de 2030", "DATE", "2030-Q3"),
        ("el primer semestre de 2030", "el primer semestre de 2030", "DATE", "2030-H1"),
        ("en los últimos cinco meses", "los últimos cinco meses", "DURATION", "P5M"),
        ("Llueve cada lunes.", "cada lunes", "SET", "XXXX-WXX-1"),
        ("en el verano de 2029", "el verano de 2029", "DATE", "2029-SU"),
        ("Mañana hablará.", "Mañana", "DATE", "2031-03-17"),
        ("del siglo XIX", "siglo XIX", "DATE", "18"),
        ("el 05/03/2031 en Osk", "05/03/2031", "DATE", "2031-03-05"),
    ],
)
def test_spanish_times_are_found_and_read(words: str, time: str, kind: str, value: str) -> None:
    assert _read(words, "es") == [(time, kind, value)]


@pytest.mark.parametrize(
    ("words", "time", "kind", "value"),
    [
        ("Le pont a été fermé le 2 mars 2031.", "le 2 mars 2031", "DATE", "2031-03-02"),
        ("Il est mort le 1er janvier.", "le 1er janvier", "DATE", "2031-01-01"),
        ("Le ministre a déclaré lundi que non.", "lundi", "DATE", "2031-03-10"),
        ("Le musée ouvrira vendredi.", "vendredi", "DATE", "2031-03-21"),
        ("Il a plu hier soir.", "hier soir", "TIME", "2031-03-15TEV"),
        ("Elle parle aujourd'hui.", "aujourd'hui", "DATE", "2031-03-16"),
        ("La semaine dernière, il a plu.", "La semaine dernière", "DATE", "2031-W10"),
        ("C'était il y a trois ans.", "il y a trois ans", "DATE", "2028"),
        ("au troisième trimestre 2030", "au troisième trimestre 2030", "DATE", "2030-Q3"),
        ("depuis fin janvier", "fin janvier", "DATE", "2031-01"),
        ("ces cinq derniers mois", "ces cinq derniers mois", "DURATION", "P5M"),
        ("chaque lundi", "chaque lundi", "SET", "XXXX-WXX-1"),
        ("à 15h30", "15h30", "TIME", "2031-03-16T15:30"),
        ("l'été 2029", "l'été 2029", "DATE", "2029-SU"),
        ("Elle a été lue.", "", "", ""),
    ],
)
def test_french_times_are_found_and_read(words: str, time: str, kind: str, value: str) -> None:
    assert _read(words, "fr") == ([(time, kind, value)] if time else [])


@pytest.mark.parametrize(
    ("words", "time", "kind", "value"),
    [
        ("Die Brücke wurde am 2. März 2031 gesperrt.", "am 2. März 2031", "DATE", "2031-03-02"),
        ("Der Minister sagte am Montag nichts.", "am Montag", "DATE", "2031-03-10"),
        ("Das Museum soll am Freitag öffnen.", "am Freitag", "DATE", "2031-03-21"),
        ("Er starb Montagabend.", "Montagabend", "TIME", "2031-03-10TEV"),
        ("Vergangene Woche regnete es.", "Vergangene Woche", "DATE", "2031-W10"),
        ("Sie starb vor drei Jahren.", "vor drei Jahren", "DATE", "2028"),
        ("In zwei Wochen wird gewählt.", "In zwei Wochen", "DATE", "2031-W13"),
        ("Sie kommt heute Abend.", "heute Abend", "TIME", "2031-03-16TEV"),
        ("Er will morgen kommen.", "morgen", "DATE", "2031-03-17"),
        ("im dritten Quartal 2030", "im dritten Quartal 2030", "DATE", "2030-Q3"),
        ("Ende Januar", "Ende Januar", "DATE", "2031-01"),
        ("in den letzten fünf Monaten", "in den letzten fünf Monaten", "DURATION", "P5M"),
        ("jeden Montag", "jeden Montag", "SET", "XXXX-WXX-1"),
        ("um 15.30 Uhr am 3.3.2031", "3.3.2031", "DATE", "2031-03-03"),
        ("im Sommer 2029", "im Sommer 2029", "DATE", "2029-SU"),
        ("zu Weihnachten", "Weihnachten", "DATE", "2030-12-25"),
    ],
)
def test_german_times_are_found_and_read(words: str, time: str, kind: str, value: str) -> None:
    assert (time, kind, value) in _read(words, "de")


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
def test_every_language_file_makes_a_grammar(language: str) -> None:
    assert grammar(language) is not None
