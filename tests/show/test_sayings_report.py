"""What the report shows of each speaker."""

import re
from dataclasses import replace

from stemmata.flow.sayings import said
from stemmata.model import Case, Span
from stemmata.show.index import index
from stemmata.show.report import report
from stemmata.show.sayings_groups import by_speaker


def _items(page: str) -> list[str]:
    section = page.partition('id="said"')[2].partition("page by page")[0]
    return re.findall(r'<details class="item">(.*?)</details>', section, re.DOTALL)


def test_each_speaker_has_a_folded_list_of_different_statements(case: Case) -> None:
    groups = by_speaker(index(case), said(case))
    items = _items(report(case, excerpts=False))

    assert len(items) == len(groups)
    assert sorted(item.count("<li>") for item in items) == sorted(map(len, groups.values()))


def test_who_has_most_to_say_comes_first(case: Case) -> None:
    counts = [item.count("<li>") for item in _items(report(case, excerpts=False))]

    assert counts == sorted(counts, reverse=True)


def test_an_edition_for_publication_lists_no_speaker(case: Case) -> None:
    assert not _items(report(case, excerpts=True))


def test_a_statement_whose_wordings_differ_says_so(case: Case) -> None:
    assert '<span class="badge">wording differs</span>' in "".join(_items(report(case, excerpts=False)))


def _with_cues(case: Case) -> Case:
    """Return the case with the cue of two statements: one before its words, one after them."""
    articles = {one.id: one for one in case.articles}
    cues = {"lasting repair": "called", "The town is dry and safe": "wrote"}
    statements = []
    for one in case.statements:
        text = articles[one.article].text
        cue = cues.get(one.content[0].of(text), "")
        at = text.find(cue) if cue else -1
        statements.append(one if at < 0 else replace(one, cue=Span(at, at + len(cue))))
    return replace(case, statements=tuple(statements))


def test_a_verb_that_leads_to_the_words_stands_before_them(case: Case) -> None:
    assert '<i class="verb">called the closure a “</i> lasting repair' in report(
        _with_cues(case), excerpts=False
    )


def test_words_that_come_before_their_verb_have_none_before_them(case: Case) -> None:
    assert "wrote</i>" not in report(_with_cues(case), excerpts=False)
