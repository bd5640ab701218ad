"""What stands *according to* somebody."""

from collections.abc import Iterator, Sequence

from stemmata.model import Article, Polarity, Role
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft, quoted_in, speech
from stemmata.statements.hits import Hit
from stemmata.statements.lines import Line, Token
from stemmata.statements.nouns import LONGEST, Phrase
from stemmata.statements.phrases import rightward
from stemmata.statements.settings import StatementSettings
from stemmata.statements.spans import stretch, stretch_or_none

PUBLISHED = frozenset({"given", "made", "sent", "shown", "written", "leaked", "dated", "out"})
VIEWED = frozenset({"seen", "shown", "pictured", "photographed", "filmed", "depicted"})


def by_phrase(
    article: Article, line: Line, found: Sequence[Hit], cues: Cues, settings: StatementSettings
) -> Iterator[Draft]:
    """Yield what stands *according to* somebody."""
    tokens = line.tokens
    openings = cues.openings
    for at in [at for at, token in enumerate(tokens) if token.low in openings]:
        for phrase in cues.openings[tokens[at].low]:
            after = at + len(phrase)
            if tuple([token.low for token in tokens[at:after]]) == phrase:
                source = rightward(tokens, after, cues, "named")
                if source is not None and source.low(tokens) not in cues.customs:
                    whole = _modified(tokens, source, cues, opens=at == 0)
                    yield from _accorded(article, line, (at, after), whole, found, settings)


def _modified(tokens: Sequence[Token], source: Phrase, cues: Cues, *, opens: bool) -> Phrase:
    """Return the source with what is said of it behind: a report by auditors *seen by Radio Orla*, ..."""
    end = source.end
    if source.last > end or end >= len(tokens) or tokens[end].kind != "w":
        return source
    low = tokens[end].low
    modifies = low in cues.prepositions or low in PUBLISHED or low in VIEWED or low.endswith("ed")
    stop = next((at for at in range(end, len(tokens)) if tokens[at].kind != "w"), len(tokens))
    closed = stop < len(tokens) and tokens[stop].kind == "," if opens else True
    if not modifies or not closed or stop - end > LONGEST:
        return source
    return source._replace(last=stop)


def _accorded(
    article: Article,
    line: Line,
    cue: tuple[int, int],
    source: Phrase,
    found: Sequence[Hit],
    settings: StatementSettings,
) -> Iterator[Draft]:
    tokens = line.tokens
    relative = (
        cue[0] > 1 and tokens[cue[0] - 1].kind == "," and tokens[cue[0] - 2].low in {"that", "which", "who"}
    )
    outer = (
        cue[0]
        if relative
        else max(
            (hit.after for hit in found if hit.last <= cue[0] and _resumed(tokens, hit, cue[0])), default=0
        )
    )
    before = stretch_or_none(tokens, outer, cue[0])
    end = next((at for at in range(source.last, len(tokens)) if tokens[at].kind == ";"), len(tokens))
    behind = (
        stretch_or_none(tokens, source.last, end)
        if source.last < len(tokens) and (cue[0] == 0 or _mid(tokens, source))
        else None
    )
    parts = tuple(span for span in (before, behind) if span is not None)
    if not parts:
        return
    quoted = quoted_in(line, parts)
    yield Draft(
        article.id, line.paragraph, line.role, parts, quoted, speech(article.text, parts, quoted), Polarity.ASSERTED,
        stretch(tokens, source.first, source.last), stretch(tokens, source.start, source.end), stretch(tokens, *cue),
        "said", "according", settings.according if line.role is Role.BODY else settings.inferred,
    )  # fmt: skip


def _mid(tokens: Sequence[Token], source: Phrase) -> bool:
    """Whether the sentence goes on after the source, past a comma."""
    return source.last < len(tokens) - 1 and tokens[source.last].kind == ","


def _resumed(tokens: Sequence[Token], hit: Hit, at: int) -> bool:
    """Whether *that* clause of a verb before holds the phrase: X said that, according to Y, ..."""
    return at - hit.ahead <= 2 and hit.ahead < len(tokens) and tokens[hit.ahead].low == "that"
