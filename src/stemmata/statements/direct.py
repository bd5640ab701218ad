"""Quotations that no verb of their own sentence claims: carried on, or nobody's."""

from collections.abc import Sequence

from stemmata.model import Article, Polarity, Role, Speech
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.lines import Line
from stemmata.statements.reported import attributed, bare
from stemmata.statements.settings import StatementSettings
from stemmata.text.quotes import Quotation

FEWEST_WORDS = 3
"""Words of a quotation that is recorded though nobody is named. Fewer are titles and irony."""


def unclaimed(
    article: Article, lines: Sequence[Line], drafts: Sequence[Draft], cues: Cues, settings: StatementSettings
) -> tuple[Draft, ...]:
    """Return statements for the quotations that ``drafts`` leave over."""
    taken = {span for draft in drafts for span in draft.quoted}
    found: list[Draft] = []
    last: Draft | None = None
    waiting = list(drafts)
    for number, line in enumerate(lines):
        while waiting and waiting[0].span.start < line.span.end:
            last = _speaking(waiting.pop(0), last)
        for quotation in line.quotations:
            if quotation.inner not in taken and line.role is Role.BODY:
                draft = _draft(article, lines, number, quotation, last, cues, settings)
                if draft is not None:
                    found.append(draft)
                    last = _speaking(draft, last)
    return tuple(found)


def _speaking(draft: Draft, last: Draft | None) -> Draft | None:
    return draft if draft.type is not Speech.INDIRECT and draft.source is not None else last


def _draft(
    article: Article, lines: Sequence[Line], number: int, quotation: Quotation, last: Draft | None, cues: Cues,
    settings: StatementSettings,
) -> Draft | None:  # fmt: skip
    line = lines[number]
    alone = all(token.kind != "w" for token in line.tokens)
    following = lines[number + 1] if number + 1 < len(lines) else None
    if alone and following is not None and following.paragraph == line.paragraph:
        hit = bare(following, cues)
        if hit is not None:
            draft = attributed(article, following, (quotation.outer,), hit, "quote", settings.quotation)
            return _quoting(draft, quotation)
    if alone and last is not None and _carries_on(lines, line, last):
        return _carried(line, quotation, last, settings)
    words = quotation.inner.of(article.text).split()
    if len(words) < FEWEST_WORDS or _titled(words):
        return None
    return _nobodys(article, line, quotation, settings, alone=alone)


def _carries_on(lines: Sequence[Line], line: Line, last: Draft) -> bool:
    """Whether the last quotation goes on: in its own paragraph, or in the next when it stands open or alone."""
    if line.paragraph == last.paragraph:
        return True
    before = [each for each in lines if each.paragraph == line.paragraph - 1]
    return last.paragraph == line.paragraph - 1 and any(
        quotation.inner in last.quoted for each in before[-1:] for quotation in each.quotations
    )


def _carried(line: Line, quotation: Quotation, last: Draft, settings: StatementSettings) -> Draft:
    return Draft(
        last.article, line.paragraph, line.role, (quotation.outer,), (quotation.inner,), Speech.DIRECT,
        last.polarity, last.source, last.core, None, last.strength, "continued", settings.inferred,
    )  # fmt: skip


def _nobodys(
    article: Article, line: Line, quotation: Quotation, settings: StatementSettings, *, alone: bool
) -> Draft:
    rule = "alone" if alone else "partial"
    return Draft(
        article.id, line.paragraph, line.role, (quotation.outer,), (quotation.inner,), Speech.DIRECT,
        Polarity.ASSERTED, None, None, None, "said", rule, settings.unknown,
    )  # fmt: skip


def _quoting(draft: Draft, quotation: Quotation) -> Draft:
    return Draft(
        draft.article, draft.paragraph, draft.role, draft.content, (quotation.inner,), Speech.DIRECT, draft.polarity,
        draft.source, draft.core, draft.cue, draft.strength, draft.rule, draft.confidence,
    )  # fmt: skip


def _titled(words: Sequence[str]) -> bool:
    """Whether nearly every word has a capital: a title in quotation marks is no statement."""
    return sum(1 for word in words if word[:1].isupper()) > len(words) / 2
