"""Whom a newsroom has its words from."""


def test_the_cited_source_says_what_the_newsroom_says_it_said(spoken, article) -> None:
    page = article("The strike is over, the Harbour Times reported, citing the dockers' union.")
    found = spoken(page)
    names = {each.id: each.name for each in found.speakers}
    cited = next(one for one in found.statements if one.evidence[0].rule == "citing")

    assert "union" in names[cited.speaker].lower()
    assert [names[hop.speaker] for hop in cited.via] == ["Harbour Times"]


def test_a_citation_may_open_the_sentence(spoken, article) -> None:
    page = article("Citing an internal memo, the Evening Post said the bank would close.")
    rules = {one.evidence[0].rule: one.source_text for one in spoken(page).statements}

    assert rules == {"clause": "the Evening Post", "citing": "an internal memo"}
