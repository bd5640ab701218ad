"""Appositions: what stands between commas beside a noun phrase and says who it is."""

from collections.abc import Sequence

from stemmata.statements.cues import Cues
from stemmata.statements.lines import Token
from stemmata.statements.nouns import Phrase, bare_word, finite, leftward, speaks

REACH = 25
"""Tokens looked at on either side. Longer ones are lists, not speakers."""
LONG = 45
"""Tokens of a description that ends its sentence."""
TITLE = 5
"""Tokens in which the preposition of a calling stands."""
NAME = 5
"""Tokens of a name in apposition at most."""


def before_apposition(tokens: Sequence[Token], comma: int, cues: Cues) -> Phrase | None:
    """Return the phrase whose apposition ends at the mark ``comma``: Ana Torvik, an engineer, said."""
    if tokens[comma].kind == ")":
        opened = next((at for at in range(comma, max(-1, comma - 8), -1) if tokens[at].kind == "("), None)
        return leftward(tokens, opened, cues) if opened else None
    titled = _before_title(tokens, comma, cues)
    if titled is not None:
        return titled
    clause = _before_clause(tokens, comma, cues)
    if clause is not None:
        return clause
    for at in range(comma - 1, max(0, comma - REACH), -1):
        if tokens[at].kind in {";", "q"}:
            return None
        if tokens[at].kind in {",", "—", "–"} and (
            _apposes(tokens, at + 1, comma, cues) or _inserted(tokens, at, cues)
        ):
            core = leftward(tokens, _unbracketed(tokens, at), cues)
            if (
                core
                and tokens[core.start].low.endswith("ed")
                and core.start
                and tokens[core.start - 1].kind == ","
            ):
                continue
            if core and (speaks(tokens, core, cues) or tokens[at + 1].capital):
                outer = _described_before(tokens, core, cues) or core
                last = core.end if _inserted(tokens, at, cues) else comma
                return Phrase(outer.start, outer.end, outer.start, last, "subject")
    return None


def _before_title(tokens: Sequence[Token], comma: int, cues: Cues) -> Phrase | None:
    """Return the paper whose title stands in quotation marks between commas: *The report, “Safe Water”*, says."""
    if comma < 3 or tokens[comma - 1].kind != "q" or tokens[comma - 2].kind != ",":
        return None
    core = leftward(tokens, comma - 2, cues)
    known = core is not None and not cues.papers.isdisjoint(core.low(tokens))
    return core._replace(last=comma) if core is not None and known else None


def _unbracketed(tokens: Sequence[Token], at: int) -> int:
    """Return where the brackets start that stand before a comma: Ana Torvik *(D-Orla)*, the chair, said."""
    if at < 2 or tokens[at - 1].kind != ")":
        return at
    return next((place for place in range(at - 1, max(0, at - 8), -1) if tokens[place].kind == "("), at)


def _before_clause(tokens: Sequence[Token], comma: int, cues: Cues) -> Phrase | None:
    """Return whom a clause with *who* stands beside, however many commas it has."""
    for at in range(comma - 1, max(0, comma - REACH), -1):
        if tokens[at].kind in {";", "q", ":"}:
            return None
        if tokens[at].kind == "," and tokens[at + 1].low in {"who", "whose"}:
            core = leftward(tokens, at, cues)
            if core is None or not speaks(tokens, core, cues):
                return None
            outer = _described_before(tokens, core, cues) or core
            named = _named_before(tokens, core, cues)
            first = named.first if named else outer.start
            return Phrase(*(named[:2] if named else outer[:2]), first, comma, "subject")
    return None


def _named_before(tokens: Sequence[Token], role: Phrase, cues: Cues) -> Phrase | None:
    """Return the name that a role in apposition describes: Ana Torvik, *the mayor*, who said."""
    if role.start < 2 or tokens[role.start - 1].kind != "," or tokens[role.start].low not in cues.determiners:
        return None
    core = leftward(tokens, role.start - 1, cues)
    return core if core is not None and tokens[core.end - 1].capital and speaks(tokens, core, cues) else None


def apposition_end(tokens: Sequence[Token], end: int, cues: Cues) -> int:
    """Return where the appositions after a phrase end; each stands between commas."""
    end = _bracketed(tokens, end)
    for _ in range(3):
        if end >= len(tokens) or tokens[end].kind != ",":
            return end
        close = next(
            (
                at
                for at in range(end + 1, min(len(tokens), end + REACH))
                if tokens[at].kind in {",", ".", ";", "—"}
            ),
            None,
        )
        if close is None or not _follows_as_apposition(tokens, end + 1, close, cues):
            return _described(tokens, end, cues)
        end = close
    return end


def _bracketed(tokens: Sequence[Token], end: int) -> int:
    """Return the end past what stands in brackets behind a name: Ana Torvik *(D-Orla)*, a member ..."""
    if end >= len(tokens) or tokens[end].kind != "(":
        return end
    close = next((at for at in range(end, min(len(tokens), end + 8)) if tokens[at].kind == ")"), None)
    follows = close is not None and close + 1 < len(tokens) and tokens[close + 1].kind == ","
    return close + 1 if close is not None and follows else end


def _described(tokens: Sequence[Token], comma: int, cues: Cues) -> int:
    """Return where a long description of a name ends: with the sentence, or before a quotation or a new clause.

    Said Ana Torvik, *a one-time rower who now leads the club in the north*.
    """
    if comma + 2 >= len(tokens) or not (tokens[comma - 1].capital or tokens[comma - 1].kind == ")"):
        return comma
    first = tokens[comma + 1]
    opens = (
        first.low in cues.determiners | {"one", "who"}
        or first.low.endswith(("'s", "s'"))
        or first.low.isdigit()
    )
    if not opens and not _titled(tokens, comma + 1, cues):
        return comma
    end = comma + 1
    relative = False
    while end < min(len(tokens), comma + LONG):
        token = tokens[end]
        relative = relative or token.low in {"who", "which", "whose", "that"}
        if token.kind in {"q", ".", ";", ":", "—"}:
            break
        if token.kind == "," and end + 1 < len(tokens) and tokens[end + 1].low in cues.joins | cues.besides:
            break
        if (
            token.kind == "w"
            and not relative
            and (token.low in cues.aux or (token.low in cues.verbs and finite(token.low, cues)))
        ):
            return comma
        end += 1
    return end


def _titled(tokens: Sequence[Token], start: int, cues: Cues) -> bool:
    """Whether a calling without an article starts: Ana Torvik, *legal director of the union*."""
    part = tokens[start : start + TITLE]
    link = next((at for at, token in enumerate(part) if token.low in {"of", "for", "at"}), None)
    if not link or part[link - 1].capital or part[0].low in cues.prepositions | cues.fences | cues.adverbs:
        return False
    return all(
        token.kind == "w" and token.low not in cues.aux and not token.low.endswith(("ing", "ed", "ly"))
        for token in part[:link]
    )


def _described_before(tokens: Sequence[Token], name: Phrase, cues: Cues) -> Phrase | None:
    """Return the description whose apposition a name is: *a source at the contractor*, Borg & Sons, who spoke."""
    if name.start < 2 or tokens[name.start - 1].kind != "," or not tokens[name.start].capital:
        return None
    outer = leftward(tokens, name.start - 1, cues)
    if outer is None or tokens[outer.end - 1].capital:
        return None
    if not any(bare_word(token.low) in cues.speaking for token in tokens[outer.start : outer.end]):
        return None
    return outer if outer.start == 0 or tokens[outer.start - 1].low in cues.fences else None


def _apposes(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> bool:
    """Whether the tokens look like an apposition: a role, an age, a relative clause."""
    if start >= end:
        return False
    first = tokens[start]
    if first.low in {"who", "which", "whose", "whom", "himself", "herself", "itself"} or first.low.isdigit():
        return True
    if first.low.endswith("ed") and start + 1 < end and tokens[start + 1].low in cues.prepositions:
        return True
    part = tokens[start:end]
    role = any(bare_word(token.low) in cues.speaking for token in part[:6]) or _titled(tokens, start, cues)
    relative = next((at for at, token in enumerate(part) if token.low in {"who", "which", "that"}), len(part))
    plain = not any(token.low in cues.aux or token.kind == "q" for token in part[:relative])
    return (
        plain
        and (role or first.low in cues.determiners or first.capital)
        and first.low not in cues.prepositions
    )


def _inserted(tokens: Sequence[Token], comma: int, cues: Cues) -> bool:
    """Whether an adjunct stands between subject and verb: Odu, *during a visit*, said."""
    if comma + 1 >= len(tokens):
        return False
    low = tokens[comma + 1].low
    if low not in cues.prepositions | cues.besides and not low.endswith("ing") and low != "clad":
        part = tokens[comma + 1 : comma + 4]
        close = next((at for at, token in enumerate(part) if token.kind == ","), None)
        if not close or any(token.low not in cues.adverbs for token in part[:close]):
            return False
    core = leftward(tokens, comma, cues)
    return core is not None and (core.start == 0 or tokens[core.start - 1].low in cues.fences)


def _follows_as_apposition(tokens: Sequence[Token], start: int, close: int, cues: Cues) -> bool:
    first = tokens[start]
    part = tokens[start:close]
    if first.low in {"who", "which", "whose"}:
        return False
    if _is_name(part) and not tokens[start - 2].capital and bare_word(tokens[start - 2].low) in cues.speaking:
        return True
    owned = first.low.endswith(("'s", "s'"))
    if (
        first.low not in {"a", "an", "the", "its", "his", "her", "their"}
        and bare_word(first.low) not in cues.people
        and not owned
    ):
        return False
    role = any(bare_word(token.low) in cues.speaking for token in part[:6])
    return role and not any(token.low in cues.aux or finite(token.low, cues) for token in part)


def _is_name(part: Sequence[Token]) -> bool:
    """Whether the tokens are a name and no more: said its lawyer, *Ana Torvik*."""
    return 0 < len(part) <= NAME and all(token.capital for token in part)
