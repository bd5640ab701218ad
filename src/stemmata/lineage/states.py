"""Text states: articles that carry the same words, and how each carries them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stemmata.lineage.named import credits_of, is_name
from stemmata.lineage.outlets import is_own_page_of
from stemmata.lineage.story import Story
from stemmata.model import Article, How, Place, Witness, Written, content_id

_RANK = {How.CLEAN: 0, How.REPRINT: 1, How.WRAPPED: 2}
_ABOUT_ANOTHER = frozenset({"byline", "footline", "copyright"})  # an agency does not credit itself there


@dataclass(frozen=True)
class State:
    """The same words on one page or several; ``story`` is read from the cleanest witness."""

    id: str
    story: Story
    witnesses: tuple[Witness, ...]
    articles: tuple[Article, ...]

    @cached_property
    def credits(self) -> tuple[tuple[str, Place], ...]:
        """Agencies that its pages name for their words, with where they do."""
        return credits_of(self.articles)


def find_states(
    stories: Sequence[Story], written: Mapping[str, Written], family: str, templates: Collection[str] = ()
) -> tuple[State, ...]:
    """Group stories whose words are the same, sorted by the id of the state.

    ``templates``: pages made by a template that several sites share.
    """
    groups: dict[tuple[str, ...], list[Story]] = defaultdict(list)
    for story in sorted(stories, key=lambda each: each.article.id):
        alone = () if story.words else (story.article.id,)
        groups[story.words or alone].append(story)
    found = [_state(group, written, templates, family) for group in groups.values()]
    return tuple(sorted(found, key=lambda state: state.id))


def _state(
    group: list[Story], written: Mapping[str, Written], templates: Collection[str], family: str
) -> State:
    how = {story.article.id: _how(story.article, written, templates) for story in group}
    best = min(group, key=lambda story: (_RANK[how[story.article.id]], story.article.id))
    articles = tuple(story.article for story in group)
    return State(
        content_id("n", family, articles[0].id),
        best,
        tuple(Witness(article.id, how[article.id]) for article in articles),
        articles,
    )


def _how(article: Article, written: Mapping[str, Written], templates: Collection[str]) -> How:
    """Tell how the page carries its text. A stamp that the text contradicts: the page only wraps it."""
    own = written.get(article.id)
    if (own is not None and own.recycled) or article.id in templates:
        return How.WRAPPED
    named = [credit for credit in article.credits if is_name(credit.agency)]
    if any(credit.how in _ABOUT_ANOTHER and not is_own_page_of(credit.agency, article) for credit in named):
        return How.REPRINT
    agencies = {credit.agency for credit in named if credit.how not in {"inline", "image"}}
    if article.dateline is not None and article.dateline.agency:
        agencies.add(article.dateline.agency)
    known = bool(article.site or article.publisher)
    if known and any(not is_own_page_of(agency, article) for agency in agencies):
        return How.REPRINT
    return How.CLEAN
