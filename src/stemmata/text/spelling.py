"""One convention for English variant spellings, by the rules that tell the two apart.

The rules are those any style guide gives for British against American English; the exceptions are words
whose spelling does not vary. The result is a key for comparing words, not a correction.
"""

import re
from functools import cache, lru_cache

from stemmata.text.languages import section, words_of

OUR = (
    "arb|ard|arm|behavi|cand|clam|clang|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|"
    "misdemean|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig"
)
RE = (
    "accout|calib|cent|epicent|fib|goit|kilomet|centimet|millimet|lit|lust|luc|meag|met|mit|nit|och|reconnoit|"
    "sab|saltpet|scept|sepulch|somb|spect|theat|amphitheat"
)
SIMPLE = (
    (r"^(def|off|pret)ence", r"\1ense"),
    (r"^licence", "license"),
    (rf"^((?:[a-z]{{2,5}}?)?(?:{OUR}))our(?!ee|s?t$)", r"\1or"),
    (rf"^({RE})re(s|d)?$", r"\1er\2"),
    (r"^(cent)r(ed|ing)$", r"\1er\2"),
    (r"^manoeuv(?:re(s|d)?|r(ing|able))$", r"maneuver\1\2"),
    (r"^(cata|ana|dia|mono|epi|pro|homo)logue", r"\1log"),
    (r"^(anal|paral|catal|hydrol|dial|electrol)ys(e|ed|es|er|ers|ing)$", r"\1yz\2"),
    (r"paed", "ped"),
    (r"haem", "hem"),
    (r"anaesth", "anesth"),
    (r"(leuk|gyn|septic|an)aem?", r"\1e"),
    (r"^(f)oet(us|al)", r"\1et\2"),
    (r"rrhoea", "rrhea"),
    (r"^oe(s(?:oph|trog))", r"e\1"),
    (r"^(grey)", "gray"),
    (r"^tyre", "tire"),
    (r"^plough", "plow"),
    (r"^(tele)?program(?:me)(s|d)?$", r"\1program\2"),
    (r"^cheque", "check"),
    (r"^kerb", "curb"),
    (r"^(m|sm)(?:ould)(er|s|y|ed|ing)?", r"\1old\2"),
    (r"^sceptic", "skeptic"),
    (r"^storey", "story"),
    (r"^ageing", "aging"),
    (r"^(judg|acknowledg|abridg|lodg)ement", r"\1ment"),
    (r"^aluminium", "aluminum"),
    (r"^aero(plane)", r"air\1"),
    (r"^(skil|wil|enrol|fulfil|instal)(ful|ment|s)?$", r"\1l\2"),
    (r"^cos(y|ier|iest|ily)$", r"coz\1"),
    (r"^pyjama", "pajama"),
    (r"^draught", "draft"),
    (r"^gaol", "jail"),
    (r"^(whil|among|amid)st$", r"\1"),
    (r"^whil$", "while"),
    (r"^(to|after|back|for|up|down|in|out)wards$", r"\1ward"),
    (r"^practis", "practic"),
    (r"^jewell?e?r(y|ies)$", r"jewelr\1"),
    (r"^jewell(ers?)", r"jewel\1"),
    (r"^(marve|wool|mar?ve)ll(ous|en)", r"\1l\2"),
    (r"^artefact", "artifact"),
    (r"^sulph", "sulf"),
    (r"^yoghurt", "yogurt"),
    (r"^moustache", "mustache"),
    (r"^carburettor", "carburetor"),
    (r"^speciality", "specialty"),
    (r"^(un)?(learn|burn|spoil|spell|dream|leap)t$", r"\1\2ed"),
)
PREFIX = re.compile(r"^(?:re|un|dis|mis|over|non|pre|counter|co)(?=[a-z]{2,}ise$)(?!mise|vise|ise)")
ISE = re.compile(r"^([a-z]{3,})is(e|es|ed|er|ers|ing|ation|ations|able)$")
DOUBLED = re.compile(r"^([a-z]*[aeiou][a-z]*?[^aeiou]?[aei])ll(ed|ing|er|ers|or|ors|ation|ations)$")


@lru_cache(maxsize=65_536)
def spelling(folded: str) -> str:
    """Return the one form that stands for every English spelling of the folded word."""
    if len(folded) < 4 or not folded.isascii():
        return folded
    word = _ize(folded)
    for rule, form in _rules():
        changed = rule.sub(form, word, count=1)
        if changed != word:
            word = changed
            break
    return _single_l(word)


def _ize(word: str) -> str:
    found = ISE.match(word)
    if not found or PREFIX.sub("", f"{found[1]}ise") in _kept("ise") or found[1].endswith("w"):
        return word
    return f"{found[1]}iz{found[2]}"


def _single_l(word: str) -> str:
    found = DOUBLED.match(word)
    if not found or f"{found[1]}l" in _kept("ll") or f"{found[1]}ll" in _kept("ll"):
        return word
    return f"{found[1]}l{found[2]}"


@cache
def _kept(name: str) -> tuple[str, ...]:
    table = section("en", "spelling")
    return words_of(table, name) if table else ()


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rule), form) for rule, form in SIMPLE)
