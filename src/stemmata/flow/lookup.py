"""Which article of a case somebody means."""

from pathlib import Path

from stemmata.errors import BadInput
from stemmata.model import Article, Case


def find(case: Case, name: str) -> Article | None:
    """Return the article with this id, source or URL; by the end of a path or by its site, if only one has it."""
    names = {name, str(Path(name))}
    for article in case.articles:
        if names & {article.id, article.url, *article.sources}:
            return article
    for fits in (_ends, _called):
        found = [one for one in case.articles if fits(one, name)]
        if len(found) == 1:
            return found[0]
    return None


def need(case: Case, name: str) -> Article:
    """Return that article; raise ``BadInput`` that says why there is none, or between which one has to choose."""
    found = find(case, name)
    if found is None:
        raise BadInput(f"There is no one page in {name}. {_why(case, name)}")
    return found


def _ends(article: Article, name: str) -> bool:
    return any(source.endswith("/" + name) for source in article.sources)


def _called(article: Article, name: str) -> bool:
    """Whether a page goes by this name: its site, its publisher, or an address it declares of itself."""
    return name in {article.site, article.publisher, *(one.value for one in article.declared)}


def _why(case: Case, name: str) -> str:
    names = {name, str(Path(name))}
    reason = next((one.says for one in case.unread if one.source in names), None)
    if reason:
        return reason
    rows = sorted(
        source for one in case.articles for source in one.sources
        if any(source.startswith(f"{each}#") for each in names)
    )  # fmt: skip
    return f"It holds {len(rows)}; name one: {rows[0]}" if rows else "It holds several pages, or none."
