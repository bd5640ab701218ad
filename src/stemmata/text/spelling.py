"""One convention for English variant spellings, by the rules that tell the two apart.

The rules are those any style guide gives for British against American English; the exceptions are words
whose spelling does not vary. The result is a key for comparing words, not a correction. No rule is a regular
expression: comparing asks for every word of every page, and two look-ups settle most of them.
"""

from functools import cache, lru_cache

from stemmata.text.languages import section, words_of

COLOURED = (
    "arb ard arm behavi cand clam clang col demean enam endeav fav ferv flav glam harb hon hum lab misdemean "
    "neighb od parl ranc rig rum savi sav splend succ tum val vap vig"
)
OUR = frozenset(COLOURED.split())
"""What stands before -our (-or): colour, misbehaviour, odourless."""
BEFORE_OUR = (0, 2, 3, 4, 5)
"""Letters that a prefix of such a word may have."""
WHOLE = (
    (
        "accout calib cent epicent fib goit kilomet centimet millimet lit lust luc meag met mit nit och "
        "reconnoit sab saltpet scept sepulch somb spect theat amphitheat",
        (("re", "er"), ("res", "ers"), ("red", "ered"), ("ring", "ering")),
    ),
    ("cata ana dia mono epi pro homo", (("logue", "log"), ("logues", "logs"), ("logued", "loged"), ("loguing", "loging"))),
    (
        "anal paral catal hydrol dial electrol",
        (("yse", "yze"), ("yses", "yzes"), ("ysed", "yzed"), ("yser", "yzer"), ("ysers", "yzers"), ("ysing", "yzing")),
    ),
    ("enrol fulfil instal", (("", "l"), ("s", "ls"), ("ment", "lment"), ("ments", "lments"))),
    ("co", (("sy", "zy"), ("sier", "zier"), ("siest", "ziest"), ("sily", "zily"))),
    ("to after back for up down in out", (("wards", "ward"),)),
)  # fmt: skip
"""Stems, and the ends that vary after them."""
ALONE = {
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "manoeuvred": "maneuvered",
    "manoeuvring": "maneuvering", "manoeuvrable": "maneuverable", "programme": "program",
    "programmes": "programs", "skilful": "skillful", "wilful": "willful", "whilst": "while",
    "amongst": "among", "amidst": "amid", "jewellery": "jewelry", "jewelleries": "jewelries",
    "learnt": "learned", "unlearnt": "unlearned", "burnt": "burned", "spoilt": "spoiled", "unspoilt": "unspoiled",
    "dreamt": "dreamed", "leapt": "leaped",
}  # fmt: skip
ISE = ("ise", "ises", "ised", "iser", "isers", "ising", "isation", "isations", "isable")
LL = ("lled", "lling", "ller", "llers", "llor", "llors", "llation", "llations")
TAILS = frozenset(one[-2:] for one in ISE + LL)
PREFIXES = ("", "re", "un", "dis", "mis", "over", "non", "pre", "counter", "co")
HEADS = {
    "defence": "defense", "offence": "offense", "pretence": "pretense", "licence": "license", "grey": "gray",
    "tyre": "tire", "plough": "plow", "cheque": "check", "kerb": "curb", "mould": "mold", "smould": "smold",
    "sceptic": "skeptic", "storey": "story", "ageing": "aging", "judgement": "judgment",
    "acknowledgement": "acknowledgment", "abridgement": "abridgment", "lodgement": "lodgment",
    "aluminium": "aluminum", "aeroplane": "airplane", "pyjama": "pajama", "draught": "draft", "gaol": "jail",
    "practis": "practic", "jeweller": "jeweler", "marvellous": "marvelous", "woollen": "woolen",
    "artefact": "artifact", "sulph": "sulf", "yoghurt": "yogurt", "moustache": "mustache",
    "carburettor": "carburetor", "speciality": "specialty", "oesoph": "esoph", "oestrog": "estrog",
    "foetus": "fetus", "foetal": "fetal",
}  # fmt: skip
"""How a word begins, one way and the other."""
INSIDE = (
    ("paed", "ped"),
    ("haem", "hem"),
    ("anaesth", "anesth"),
    ("aemi", "emi"),
    ("gynae", "gyne"),
    ("rrhoea", "rrhea"),
)
FIRST = 4
"""Letters by which a beginning is looked up; a shorter word has no variant."""


@lru_cache(maxsize=65_536)
def spelling(folded: str) -> str:
    """Return the one form that stands for every English spelling of the folded word."""
    if len(folded) < FIRST or not folded.isascii():
        return folded
    if folded in _whole():
        return _whole()[folded]
    word = folded
    if "is" in word and word[-2:] in TAILS:
        word = _ize(word)
    if "our" in word:
        word = _or(word)
    if "ae" in word or "oe" in word:
        word = _levelled(word)
    for head in _heads().get(word[:FIRST], ()):
        if word.startswith(head):
            word = HEADS[head] + word[len(head) :]
    return _single_l(word) if "ll" in word and word[-2:] in TAILS else word


def _ize(word: str) -> str:
    tail = _tail(word, ISE)
    stem = word[: -len(tail)] if tail else ""
    if len(stem) < 3 or not stem.isalpha() or stem.endswith("w") or f"{stem}ise" in _always_ise():
        return word
    return f"{stem}iz{tail[2:]}"


def _or(word: str) -> str:
    stem, _, rest = word.partition("our")
    return f"{stem}or{rest}" if any(stem[start:] in OUR for start in BEFORE_OUR) else word


def _levelled(word: str) -> str:
    for one, other in INSIDE:
        word = word.replace(one, other)
    return word


def _single_l(word: str) -> str:
    """Write one l at the end of a stem of two syllables or more, the last of them weak: travelled, counsellor."""
    tail = _tail(word, LL)
    stem = word[: -len(tail)] if tail else ""
    if not tail or stem[-1:] not in VOWELS or not VOWELS_BEFORE.intersection(stem[:-1]):
        return word
    return word if f"{stem}l" in _always_ll() or f"{stem}ll" in _always_ll() else f"{stem}{tail[1:]}"


VOWELS = ("a", "e", "i")
VOWELS_BEFORE = frozenset("aeiou")


def _tail(word: str, tails: tuple[str, ...]) -> str:
    return next((tail for tail in tails if word.endswith(tail)), "")


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    """Return the beginnings of ``HEADS`` by their first letters."""
    found: dict[str, tuple[str, ...]] = {}
    for head in HEADS:
        found[head[:FIRST]] = (*found.get(head[:FIRST], ()), head)
    return found


@cache
def _whole() -> dict[str, str]:
    """Return the words that vary as a whole."""
    found = dict(ALONE)
    for stems, ends in WHOLE:
        found |= {f"{stem}{one}": f"{stem}{other}" for stem in stems.split() for one, other in ends}
    return found


@cache
def _always_ise() -> frozenset[str]:
    return frozenset(prefix + word for prefix in PREFIXES for word in _kept("ise"))


@cache
def _always_ll() -> frozenset[str]:
    return frozenset(_kept("ll"))


def _kept(name: str) -> tuple[str, ...]:
    table = section("en", "spelling")
    return words_of(table, name) if table else ()
