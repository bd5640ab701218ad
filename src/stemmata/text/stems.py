"""A light key for the forms of one English word."""

import re
from functools import lru_cache

SHORTEST = 3
"""Letters that must stay. Fewer, and unlike words fall together."""
UNDOUBLED = frozenset("bdfgmnprt")

IRREGULAR = {
    "said": "say", "says": "say", "told": "tell", "made": "make", "took": "take", "taken": "take",
    "gave": "give", "given": "give", "went": "go", "gone": "go", "sent": "send", "built": "build",
    "held": "hold", "met": "meet", "men": "man", "women": "woman", "children": "child", "people": "person",
    "spoke": "speak", "spoken": "speak", "saw": "see", "seen": "see", "fell": "fall", "fallen": "fall",
    "rose": "rise", "risen": "rise", "grew": "grow", "grown": "grow", "wrote": "write", "written": "write",
    "began": "begin", "begun": "begin", "led": "lead", "left": "leave", "lost": "lose", "won": "win",
    "fought": "fight", "brought": "bring", "bought": "buy", "thought": "think", "kept": "keep",
    "meant": "mean", "paid": "pay", "ran": "run", "shot": "shoot", "sold": "sell", "stood": "stand",
    "struck": "strike", "sank": "sink", "sunk": "sink", "knew": "know", "known": "know", "found": "find",
    "drove": "drive", "driven": "drive", "chose": "choose", "chosen": "choose", "hid": "hide",
}  # fmt: skip
ENDINGS = (
    ("izations", "iz"), ("ization", "iz"), ("ations", "at"), ("ation", "at"), ("ments", ""), ("ment", ""),
    ("iness", "y"), ("ness", ""), ("ically", "ic"), ("ingly", ""), ("edly", ""), ("ions", ""), ("ion", ""),
    ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ily", "y"), ("ed", ""), ("ly", ""),
    ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("es", "e"), ("s", ""),
)  # fmt: skip
KEEP = re.compile(r"(?:[^n]ess|[^e]ss|us|is|ous|news|always|species|series)$")


@lru_cache(maxsize=65_536)
def stem(folded: str) -> str:
    """Return the key that the inflected forms of a folded English word share."""
    word = re.sub(r"['’]s?$", "", folded)
    if word in IRREGULAR:
        return _levelled(IRREGULAR[word])
    if len(word) <= SHORTEST or not word.isascii() or not word.isalpha():
        return word
    if not KEEP.search(word):
        word = _shorn(word)
    return _levelled(word)


def _shorn(word: str) -> str:
    for ending, left in ENDINGS:
        if word.endswith(ending):
            kept = word[: -len(ending)] + left
            if len(kept) >= SHORTEST and re.search(r"[aeiouy]", kept):
                return _undoubled(kept) if ending in {"ing", "ings", "ed"} else kept
    return word


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] in UNDOUBLED else word


def _levelled(word: str) -> str:
    """Bring together what endings leave behind: produc(e) and product(ion), expand and expans(ion)."""
    if len(word) > SHORTEST + 1 and word.endswith("e"):
        word = word[:-1]
    if word.endswith("uct") and len(word) > 5:
        word = word[:-1]
    if word.endswith("ens") or word.endswith("ans"):
        word = word[:-1] + "d"
    if word.endswith("at") and len(word) > 5:
        word = word[:-2]
    return word[:-1] + "i" if word.endswith("y") and len(word) > SHORTEST else word
