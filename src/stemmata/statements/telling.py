"""A draft made a statement, with its receipts."""

from stemmata.model import Article, Evidence, Place, Relay, Speaker, Statement
from stemmata.statements.draft import Draft
from stemmata.statements.likeness import Told
from stemmata.statements.reference import Reference


def one_told(
    article: Article,
    draft: Draft,
    reference: Reference,
    name: str,
    speaker: Speaker,
    via: tuple[Relay, ...],
    parent: str | None,
    scope: str,
) -> Told:
    """Return the statement of a draft whose speaker, relays and parent are known."""
    text = article.text
    statement = Statement(
        id=name,
        article=article.id,
        span=draft.span,
        content=draft.content,
        quoted=draft.quoted,
        type=draft.type,
        polarity=draft.polarity,
        source=draft.source,
        source_text=draft.source.of(text) if draft.source else "",
        speaker=speaker.id,
        cue=draft.cue,
        via=via,
        parent=parent,
        confidence=round(draft.confidence * reference.sure, 4),
        evidence=(_how(article, draft), _who(article, reference)),
    )
    return Told(
        statement,
        article,
        draft.strength,
        draft.cue.of(text) if draft.cue else "",
        " … ".join(span.of(text) for span in draft.content),
        article.name,
        scope,
        speaker.name,
        speaker.kind,
        (speaker.role or "").lower(),
    )


FRAMES = {
    "quote": "A quotation with its speaker beside it",
    "clause": "A reporting verb with what was said behind it",
    "aside": "A reporting verb beside the sentence that was said",
    "object": "A verb whose object is what was said",
    "act": "A verb of promising or asking with what it is about",
    "as": "Somebody calls something by a name",
    "according": "A phrase that names the source of the sentence",
    "noun": "A noun for a claim, with its owner before it and the claim behind",
    "labelled": "Words under the name of whoever speaks",
    "question": "A question that is reported",
    "shown": "Pictures or papers that show something",
    "citing": "Words that somebody has from the source it cites",
    "cited": "One source quotes another",
    "continued": "A quotation that goes on from the one before",
    "reported-on": "A sentence in the conjunctive that goes on with what was reported before",
    "begun": "A quotation that goes on in the next paragraph, where its speaker is named",
    "followed": "A quotation that stands alone after somebody's paragraph",
    "repeated": "A quotation set apart that repeats words of the text",
    "alone": "A quotation that stands alone",
    "partial": "Words in quotation marks that no verb claims",
}


def _how(article: Article, draft: Draft) -> Evidence:
    cue = f" (“{draft.cue.of(article.text)}”)" if draft.cue else ""
    where = f", in the {draft.role.value}" if draft.role.value != "body" else ""
    return Evidence(
        draft.rule,
        f"{FRAMES[draft.rule]}{cue}{where}.",
        draft.confidence,
        (Place(article.id, draft.cue or draft.span),),
    )


def _who(article: Article, reference: Reference) -> Evidence:
    places = (Place(article.id, reference.place),) if reference.place else ()
    return Evidence(reference.rule, reference.says, reference.sure, places)
