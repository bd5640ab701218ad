"""Quotations that no verb of their own sentence claims: carried on, repeated, or nobody's."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from stemmata.model import Article, Polarity, Role, Speech
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.joining import bare, leading
from stemmata.statements.lines import Line
from stemmata.statements.reported import attributed
from stemmata.statements.settings import StatementSettings
from stemmata.text.quotes import Quotation

REPEATED_IN = 200
"""Quotations among which a repetition is looked for: pull quotes repeat what a story has."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a quotation: the last statement in quotation marks, the last one of any sort."""

    quoted: Draft | None = None
    any: Draft | None = None

    def then(self, draft: Draft) -> "_Before":
        """Return the same after one more statement."""
        if draft.source is None:
            return self
        outer = self.any is None or draft.span.end > self.any.span.end
        return _Before(
            draft if draft.type is not Speech.INDIRECT else self.quoted, draft if outer else self.any
        )


def unclaimed(
    article: Article, lines: Sequence[Line], drafts: Sequence[Draft], cues: Cues, settings: StatementSettings
) -> tuple[Draft, ...]:
    """Return statements for the quotations that ``drafts`` leave over. ``drafts`` are in order of the text."""
    taken = {span for draft in drafts for span in draft.quoted}
    known: dict[str, Draft] | None = None
    found: list[Draft] = []
    before = _Before()
    waiting = deque(drafts)
    for number, line in enumerate(lines):
        while waiting and waiting[0].span.start < line.span.end:
            before = before.then(waiting.popleft())
        for quotation in line.quotations:
            if quotation.inner in taken or line.role is not Role.BODY:
                continue
            known = _by_letters(article, drafts) if known is None else known
            said = _named_behind(article, lines, number, quotation, cues, settings)
            said = said or _named_before(article, lines, number, quotation, cues, settings)
            said = said or _repeated(article, line, quotation, known, settings)
            said = said or _carried_on(lines, number, quotation, before, settings)
            said = said or _nobodys(article, line, quotation, settings)
            if said is not None:
                found.append(said)
                before = before.then(said)
    return tuple(_backward(found, drafts, lambda said: _attributes(article, said, cues)))


def _attributes(article: Article, said: Draft, cues: Cues) -> bool:
    """Whether an open quotation ends with its own verb: its mark is only lost, *“It holds, Odu said.*"""
    last = said.content[-1].of(article.text).rstrip(" .\n").rpartition(" ")[2].lower()
    return any("quote" in verb.frames for verb in cues.verbs.get(last, ()))


def _backward(
    found: Sequence[Draft], drafts: Sequence[Draft], told: Callable[[Draft], bool]
) -> Iterator[Draft]:
    """Give a quotation that is left open to whoever goes on with it in the next paragraph."""
    speaks: dict[int, Draft] = {}
    for draft in reversed(drafts):
        if draft.rule == "quote" and draft.source is not None:
            speaks[draft.paragraph] = draft
    for said in sorted(found, key=lambda draft: -draft.paragraph):
        after = speaks.get(said.paragraph + 1)
        if said.rule != "open" or after is None or after.source is None or told(said):
            yield said if said.rule != "open" else replace(said, rule="alone")
            continue
        own = replace(
            said,
            source=after.source,
            core=after.core,
            cue=after.cue,
            rule="begun",
            confidence=after.confidence,
        )
        speaks.setdefault(said.paragraph, own)
        yield own


def _by_letters(article: Article, drafts: Sequence[Draft]) -> dict[str, Draft]:
    return {_letters(span.of(article.text)): draft for draft in drafts[:REPEATED_IN] for span in draft.quoted}


def _alone(line: Line) -> bool:
    return all(token.kind != "w" for token in line.tokens)


def _named_behind(
    article: Article,
    lines: Sequence[Line],
    number: int,
    quotation: Quotation,
    cues: Cues,
    settings: StatementSettings,
) -> Draft | None:
    """Read *“It burned.” Odu said.*: the next sentence only says who spoke."""
    following = lines[number + 1] if number + 1 < len(lines) else None
    if not _alone(lines[number]) or following is None or following.paragraph != lines[number].paragraph:
        return None
    hit = bare(following, cues)
    if hit is None:
        return None
    draft = attributed(article, following, (quotation.outer,), hit, "quote", settings.quotation)
    return replace(draft, quoted=(quotation.inner,), type=Speech.DIRECT)


def _named_before(
    article: Article,
    lines: Sequence[Line],
    number: int,
    quotation: Quotation,
    cues: Cues,
    settings: StatementSettings,
) -> Draft | None:
    """Read *Odu said:* with the quotation in a paragraph of its own."""
    previous = lines[number - 1] if number else None
    if (
        not _alone(lines[number])
        or previous is None
        or not previous.tokens
        or previous.tokens[-1].kind != ":"
    ):
        return None
    hit = leading(previous, cues)
    if hit is None:
        return None
    draft = attributed(article, previous, (quotation.outer,), hit, "quote", settings.quotation)
    return replace(draft, quoted=(quotation.inner,), type=Speech.DIRECT, paragraph=lines[number].paragraph)


def _repeated(
    article: Article, line: Line, quotation: Quotation, known: dict[str, Draft], settings: StatementSettings
) -> Draft | None:
    """Give a pull quote to the speaker whose words it repeats."""
    words = _letters(quotation.inner.of(article.text))
    titled = _titled(quotation.inner.of(article.text).split())
    if not _alone(line) or len(words) < settings.fewest_letters or titled:
        return None
    draft = next((draft for quoted, draft in known.items() if words in quoted), None)
    return _carried(line, quotation, draft, "repeated", settings.inferred) if draft else None


def _carried_on(
    lines: Sequence[Line], number: int, quotation: Quotation, before: _Before, settings: StatementSettings
) -> Draft | None:
    """Give a quotation that stands alone to whoever spoke last in its paragraph or the one before."""
    line = lines[number]
    if not _alone(line):
        return None
    last = before.quoted
    if last is not None and last.paragraph == line.paragraph:
        return _carried(line, quotation, last, "continued", settings.quotation)
    previous = lines[number - 1] if number else None
    if previous is None or previous.paragraph != line.paragraph - 1:
        return None
    if last is not None and last.paragraph == previous.paragraph and (_open(previous) or before.any is last):
        return _carried(line, quotation, last, "continued", settings.quotation)
    spoke = before.any if before.any is not None and before.any.paragraph == previous.paragraph else None
    spoke = spoke or (last if last is not None and last.paragraph == previous.paragraph else None)
    return _carried(line, quotation, spoke, "followed", settings.followed) if spoke else None


def _open(line: Line) -> bool:
    """Whether the line's last quotation is not closed, or a colon leads to the next paragraph."""
    left = bool(line.quotations) and not line.quotations[-1].closed
    return left or (bool(line.tokens) and line.tokens[-1].kind == ":")


def _carried(line: Line, quotation: Quotation, last: Draft, rule: str, confidence: float) -> Draft:
    return Draft(
        last.article, line.paragraph, line.role, (quotation.outer,), (quotation.inner,), Speech.DIRECT,
        last.polarity, last.source, last.core, None, last.strength, rule, confidence,
    )  # fmt: skip


def _nobodys(article: Article, line: Line, quotation: Quotation, settings: StatementSettings) -> Draft | None:
    """Keep a long quotation though nobody is named; a short one is a title or irony."""
    words = quotation.inner.of(article.text).split()
    if len(words) < settings.fewest_words or _titled(words):
        return None
    rule = "alone" if _alone(line) else "partial"
    rule = "open" if rule == "alone" and not quotation.closed else rule
    return Draft(
        article.id, line.paragraph, line.role, (quotation.outer,), (quotation.inner,), Speech.DIRECT,
        Polarity.ASSERTED, None, None, None, "said", rule, settings.unknown,
    )  # fmt: skip


def _titled(words: Sequence[str]) -> bool:
    """Whether nearly every word has a capital: a title in quotation marks is no statement."""
    return sum(1 for word in words if word[:1].isupper()) > len(words) / 2


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))
