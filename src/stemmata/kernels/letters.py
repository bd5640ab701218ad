"""What each code point is to a word, and its folded form. Standard library only.

The build reads this same file to write the table of the compiled kernels, so
the two cannot drift apart.
"""

import unicodedata

LETTER, DIGIT, MARK, SOLO, SKIP, APOSTROPHE, POINT, OTHER = "a1mhz'. "
"""The kinds of code point, one character each, so that a regular expression can read them."""

APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02bb\u02bc\uff07")
POINTS = frozenset(".,")
OVERLAYING = 200
"""Lowest canonical combining class that folding drops: accents above and below, not nuktas or viramas."""

_SOLO_NAMES = (
    "CJK ",
    "HALFWIDTH KATAKANA",
    "HIRAGANA",
    "IDEOGRAPHIC ",
    "KATAKANA",
    "KHMER",
    "LAO ",
    "MYANMAR",
    "THAI ",
)
_SKIPPED = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xE0000, 0xE0FFF),
)
"""Unicode's Default_Ignorable_Code_Point: soft hyphen, joiners, direction marks, variation selectors."""


LOOKALIKES = str.maketrans(
    "авсеніјкморѕтухԁԛԝһӏ" + "αβεζηικμνορτυχ" + "ɑɡıℓ", "abcehijkmopstyxdqwhl" + "abezhikmnoptyx" + "agil"
)
"""Folded letters that a reader takes for Latin ones, in small or in capitals: words are written with them to pass for
others (after the confusables of Unicode Technical Standard 39, letters only). Russian and Greek words fold to the
same mixture wherever they stand, so they still meet their like."""


def kind_of(character: str) -> str:
    """Give the kind of one code point, as the rule of :func:`stemmata.kernels.tokenise` needs it."""
    if character in APOSTROPHES:
        return APOSTROPHE
    if character in POINTS:
        return POINT
    if any(first <= ord(character) <= last for first, last in _SKIPPED):
        return SKIP
    category = unicodedata.category(character)
    if category[0] == "M" or _is_halfwidth_mark(character):
        return MARK
    if category[0] == "L" or category == "Nl":
        return _kind_of_letter(character, category)
    return DIGIT if category[0] == "N" else OTHER


def _kind_of_letter(character: str, category: str) -> str:
    if unicodedata.name(character, "").startswith(_SOLO_NAMES):
        return SOLO
    return DIGIT if category == "Nl" else LETTER


def _is_halfwidth_mark(character: str) -> bool:
    """Tell the two half-width voicing signs: letters by category, marks by what they stand for."""
    return character in "\uff9e\uff9f"


def fold_character(character: str) -> str:
    """Fold one code point: decomposed, accents dropped, case folded, lookalikes made Latin, skipped ones gone."""
    kind = kind_of(character)
    if kind == SKIP:
        return ""
    if kind == APOSTROPHE:
        return "'"
    parts = unicodedata.normalize("NFKD", character)
    bare = "".join(part for part in parts if unicodedata.combining(part) < OVERLAYING)
    return "".join("'" if part in APOSTROPHES else part for part in bare.casefold()).translate(LOOKALIKES)


class _Folds(dict[int, str]):
    """Folded forms, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = fold_character(chr(code))
        return self[code]


class _Kinds(dict[int, str]):
    """Kinds, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = kind_of(chr(code))
        return self[code]


_FOLDS = _Folds()
_KINDS = _Kinds()


def fold(word: str) -> str:
    """Give the form under which a word is looked up: without case, accents or invisible characters.

    ``Korea’s`` gives ``korea's``, ``Café`` gives ``cafe``, ``Straße`` gives ``strasse``.
    Hangul comes out decomposed, so this is a key, not something to show.
    """
    return word.lower() if word.isascii() else word.translate(_FOLDS)


def kinds(text: str) -> str:
    """Give the kind of every code point of a text, as a string of the same length."""
    return text.translate(_KINDS)
