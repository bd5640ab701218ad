"""What any two pages share word for word, without a case: for pages by the hundred thousand."""

from collections.abc import Iterator
from itertools import accumulate
from typing import TypeVar

from stemmata.errors import NothingRead
from stemmata.flow.clock import Stopwatch
from stemmata.flow.reading import Outcome, nothing, outcomes
from stemmata.model import Article, Copied, CopiedPages, Unread
from stemmata.ports import Engine, Progress, Source
from stemmata.read import ReadSettings
from stemmata.reuse.bulk import find_copied, laid_end_to_end, text_of
from stemmata.reuse.heap import HeapSettings
from stemmata.reuse.strand import STORY, stretches

F = TypeVar("F")


class Shelf:
    """Takes what was read one by one: the names of the articles, their stories, and what could not be read."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.unread: list[Unread] = []

    def stories(self, read: Iterator[Outcome]) -> Iterator[str]:
        """Yield the story of every article."""
        for one in read:
            if one.article is not None:
                self.names.append(one.article.source)
                yield story_of(one.article)
            elif one.unread is not None:
                self.unread.append(one.unread)


def page_copies(
    source: Source, engine: Engine[F], settings: ReadSettings, progress: Progress | None
) -> tuple[tuple[Unread, ...], Iterator[CopiedPages]]:
    """Read pages; return those that could not be read, and every two that share a stretch of their stories.

    Of the pages only their stories are kept, in UTF-8. Stretches that many unlike stories carry are left out.
    """
    shelf = Shelf()
    watch = Stopwatch(progress)
    with watch.step("read"):
        read = outcomes(source.pages(), shelf.unread, engine, settings, watch)
        chunks = list(laid_end_to_end(shelf.stories(read)))
    if not shelf.names:
        raise NothingRead(nothing(shelf.unread))
    firsts = [0, *accumulate(len(bounds) - 1 for _, bounds in chunks)][:-1]

    def named(one: Copied) -> CopiedPages:
        text = text_of(chunks, firsts, one.left)
        printed = tuple(stretch.left_span.of(text) for stretch in one.stretches)
        return CopiedPages(shelf.names[one.left], shelf.names[one.right], one.stretches, printed)

    return tuple(shelf.unread), map(named, find_copied(chunks, HeapSettings(), progress))


def story_of(article: Article) -> str:
    """Return the text of an article with line breaks for every character outside its story: places stay as they are."""
    parts: list[str] = []
    done = 0
    for span in sorted(span for _, span, _ in stretches(article, STORY)):
        parts += ["\n" * (span.start - done), span.of(article.text)]
        done = span.end
    return "".join(parts)
