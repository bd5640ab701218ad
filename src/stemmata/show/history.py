"""First use and history of a phrase on a terminal."""

import textwrap
from collections.abc import Iterator

from stemmata.model import Case, Term, Usage
from stemmata.show.words import count, days, page_name

_BAR = 40


def history(case: Case, term: Term) -> str:
    """Return where a phrase was first used, and a bar for each stretch of time."""
    return "\n".join(_lines(case, term)) + "\n"


def _lines(case: Case, term: Term) -> Iterator[str]:
    yield f"“{term.phrase}”"
    if term.first is None:
        yield f"  not in any of the {count(len(case.articles), 'page')} of this case"
        return
    article = next(one for one in case.articles if one.id == term.first.article)
    start, end = term.first.span
    around = " ".join(article.text[max(0, start - 30) : end + 30].split())
    yield f"  first: {page_name(article)}, written {days(term.first.when)}"
    yield textwrap.fill(f"…{around}…", 80, initial_indent=" " * 9, subsequent_indent=" " * 9)
    most = max((usage.articles for usage in term.series), default=1)
    for usage in term.series:
        yield _bar(usage, most)


def _bar(usage: Usage, most: int) -> str:
    bar = "█" * max(1, round(_BAR * usage.articles / most))
    return f"  {usage.first:%Y-%m}  {count(usage.articles, 'page')}, {count(usage.origins, 'origin')}  {bar}"
