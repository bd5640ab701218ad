"""Numbers in a story, in figures or in words."""

from functools import cache

_WORDS = """
zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
eighty=80 ninety=90 hundred=100 thousand=1000 first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8
ninth=9 tenth=10
zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwolf=12
dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
deux=2 trois=3 quatre=4 cinq=5 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12
due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10
"""


@cache
def _words() -> dict[str, float]:
    pairs = (one.split("=") for one in _WORDS.split())
    return {word: float(number) for word, number in pairs}


def number_of(word: str) -> float | None:
    """Return the number that a folded word names ("2,300", "9.4", "seven", "19th"), or None."""
    if not word[:1].isdigit():
        return _words().get(word)
    figures = word.rstrip("abcdefghijklmnopqrstuvwxyz%")
    for mark in (",", "."):
        head, *rest = figures.split(mark)
        if rest and head and all(len(part) == 3 and part.isdigit() for part in rest):
            figures = figures.replace(mark, "")
    try:
        return float(figures.replace(",", "."))
    except ValueError:
        return None
