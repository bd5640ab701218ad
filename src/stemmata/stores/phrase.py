"""A phrase, as SQLite looks for it."""

_SPACELESS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),  # Han, extension A
    (0x4E00, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility
    (0x20000, 0x3FFFF),  # Han, further extensions
)


def as_query(phrase: str) -> str:
    """Return the FTS5 query that finds the words of ``phrase`` in a row, whatever marks stand in it."""
    return '"' + phrase.replace("\0", " ").replace('"', " ") + '"'


def has_spaceless_script(phrase: str) -> bool:
    """Whether a phrase is written, at least in part, without spaces between words: an index of words fails it."""
    return any(first <= ord(one) <= last for one in phrase for first, last in _SPACELESS)
