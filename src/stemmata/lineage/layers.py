"""A layer of reporting that nobody else has, in a text that otherwise only rewords: it read a version now lost.

A newsroom that adds a paragraph of its own puts it in one spot, under its own name. A named voice, quoted, woven
through several spots of a text that has nothing else of its own was in what that text reworded.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from stemmata.lineage.credits import agencies
from stemmata.lineage.kinds import kind_of
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.reconstruct import layer_readings
from stemmata.lineage.story import Sentence
from stemmata.lineage.tree import Lost, Tree
from stemmata.model import Evidence, LinkKind, Place, Reading
from stemmata.text.names import Name, names
from stemmata.text.words import words

_REWORDED = (
    0.85  # likeness above which a text carries the wording itself: then it is a version, not a rewording
)
_LATER = 0.05  # what a number that has grown since adds
_OWN = 0.2  # most of a text's words that may be its own besides the layer
_SURE = 0.6  # least confidence at which a lost version is put in


_KNOWN = 0.5  # the same where other signs have shown already that a version is lost there
_SPUN = (
    0.55  # the same where the text does nothing but reword, sentence by sentence: who spins does not report
)


@dataclass(frozen=True, slots=True)
class Layer:
    """Sentences of one text that carry voices no other text knows."""

    places: frozenset[int]
    sentences: tuple[Sentence, ...]
    voices: tuple[Name, ...]
    spots: int
    quoted: int
    words: int


def insert_layers(lineup: Lineup, tree: Tree) -> None:
    """Put a lost version above every rewording that carries a layer nobody else has."""
    for child in range(len(lineup.states)):
        parent = tree.seen_above(child)
        if parent is None or lineup.pair(parent, child).likeness >= _REWORDED:
            continue
        known = tree.parents[child] in tree.lost
        spun = not known and _only_rewords(lineup, parent, child)
        layer = find_layer(lineup, child, 1 if known or spun else lineup.settings.layer_places)
        if layer is None:
            continue
        later = layer.spots == 1 and any(change.grows for change in lineup.pair(parent, child).changes)
        sure = _sureness(lineup, child, layer) + (_LATER if later else 0.0)
        if sure >= (_KNOWN if known else _SPUN if spun else _SURE):
            _insert(lineup, tree, child, parent, layer, sure)


def _only_rewords(lineup: Lineup, parent: int, child: int) -> bool:
    """Whether a text paraphrases its parent throughout, names no author, and was told nothing itself."""
    state = lineup.states[child]
    if any(page.authors or page.byline for page in state.articles):
        return False
    text = state.story.article.text
    told = any(
        _told_us().search(text, part.span.start, part.span.end)
        for part in (state.story.sentences[number] for number in _own_sentences(lineup, child))
    )
    return not told and kind_of(lineup.pair(parent, child)) is LinkKind.PARAPHRASE


@cache
def _told_us() -> re.Pattern[str]:
    """Return how newsrooms mark what was said to them: "told the Courier", "told this newspaper", "asked by us"."""
    return re.compile(
        r"\b(?:told|asked by|speaking to|interview with|spoke to) (?:the [A-Z]|this |us\b|our )|\bthis newspaper\b"
    )


def find_layer(lineup: Lineup, text: int, spots: int) -> Layer | None:
    """Return the sentences that no other text has around voices that no other text names, if in so many spots."""
    settings = lineup.settings
    own = _own_sentences(lineup, text)
    voices = _voices(lineup, text, own)
    chosen = [
        number for number in own if number in {where for spots in voices.values() for where, _ in spots}
    ]
    chosen = _with_neighbours(own, chosen, lineup, text)
    story = lineup.states[text].story
    parts = tuple(story.sentences[number] for number in chosen)
    tokens = [token for part in parts for token in story.of(part)]
    layer = Layer(
        frozenset(lineup.collation.places[text][number] for number in chosen),
        parts,
        tuple(_fullest(spots) for _, spots in sorted(voices.items(), key=lambda one: (-len(one[1]), one[0]))),
        sum(1 for number in chosen if number - 1 not in chosen),
        sum(token.quoted for token in tokens),
        len(tokens),
    )
    enough = layer.words >= settings.layer and layer.spots >= spots and layer.quoted >= 6
    return layer if voices and enough else None


def _own_sentences(lineup: Lineup, text: int) -> list[int]:
    """Return the numbers of a text's sentences that stand in no other text."""
    stands = lineup.readings.stands.sum(axis=0)
    return [number for number, place in enumerate(lineup.collation.places[text]) if stands[place] == 1]


def _voices(lineup: Lineup, text: int, own: list[int]) -> dict[str, list[tuple[int, Name]]]:
    """Return people and bodies named in two own sentences or more, by each word of their names, whom no other text names."""
    story = lineup.states[text].story
    known = {
        word for number, state in enumerate(lineup.states) if number != text for word in state.story.words
    }
    found: dict[str, list[tuple[int, Name]]] = defaultdict(list)
    for number in own:
        for name in names(story.article.text, story.sentences[number].span, story.article.language):
            if name.kind in {"person", "other"}:
                for word in words(name.text):
                    if len(word.folded) > 1 and word.folded not in known:
                        found[word.folded].append((number, name))
    return {word: spots for word, spots in found.items() if len({number for number, _ in spots}) > 1}


def _fullest(spots: list[tuple[int, Name]]) -> Name:
    """Return the longest form of a name, the first of equals."""
    return max((name for _, name in spots), key=lambda name: len(name.text))


def _with_neighbours(own: list[int], chosen: list[int], lineup: Lineup, text: int) -> list[int]:
    """Take in own sentences next to a chosen one that are quoted or of its paragraph: the voice goes on speaking."""
    story = lineup.states[text].story
    reach = {number + step for number in chosen for step in (-1, 1)}
    paragraphs = {story.sentences[number].paragraph for number in chosen}
    same = {number for number in own if story.sentences[number].paragraph in paragraphs}
    speaking = [
        number
        for number in own
        if number in reach
        and (number in same or any(token.quoted for token in story.of(story.sentences[number])))
    ]
    return sorted({*chosen, *speaking})


def _sureness(lineup: Lineup, text: int, layer: Layer) -> float:
    """Weigh by hand: several spots and quotations speak for it, a byline, a credit or own paragraphs against."""
    state = lineup.states[text]
    story = state.story
    own = sum(len(story.of(story.sentences[number])) for number in _own_sentences(lineup, text)) - layer.words
    sure = 0.55 + 0.1 * min(3, layer.spots - 1) + (0.1 if layer.quoted >= 20 else 0.0)
    sure -= 0.3 if any(page.authors or page.byline for page in state.articles) else 0.0
    sure -= 0.4 if own > _OWN * len(story.tokens) else 0.0
    sure -= 0.1 if agencies(state) else 0.0
    return max(0.0, min(0.9, sure))


def _insert(lineup: Lineup, tree: Tree, child: int, parent: int, layer: Layer, sure: float) -> None:
    above = tree.parents[child]
    evidence = _evidence(lineup, child, parent, layer, sure)
    if above is not None and above in tree.lost:
        was = tree.lost[above]
        extra = tuple(_own_reading(lineup, child, sentence) for sentence in layer.sentences)
        tree.lost[above] = Lost(
            _label(lineup, child, layer), (*was.readings, *extra), was.confidence, (evidence, *was.evidence)
        )
        return
    readings = layer_readings(lineup, parent, child, layer.places)
    tree.insert(above, [child], Lost(_label(lineup, child, layer), readings, sure, (evidence,)))


def _own_reading(lineup: Lineup, text: int, sentence: Sentence) -> Reading:
    article = lineup.states[text].story.article
    return Reading(sentence.span.of(article.text), 0.6, (Place(article.id, sentence.span),))


def _evidence(lineup: Lineup, child: int, parent: int, layer: Layer, sure: float) -> Evidence:
    article = lineup.states[child].story.article
    says = (
        f"{lineup.name(child)} quotes {layer.voices[0].text} in {layer.words} words at {_spots(layer.spots)} that no "
        f"other page has, while the rest of it only rewords {lineup.name(parent)}: it seems to be made "
        "from a version that had this reporting and is not among these pages, unless its writer had it elsewhere."
    )
    return Evidence(
        "own-layer", says, sure, tuple(Place(article.id, each.span) for each in layer.sentences[:6])
    )


def _spots(count: int) -> str:
    return "one spot" if count == 1 else f"{count} spots"


def _label(lineup: Lineup, child: int, layer: Layer) -> str:
    """Say what is known of the lost version: whose words it carried, by the body its voice is introduced with."""
    article = lineup.states[child].story.article
    text = " ".join(sentence.span.of(article.text) for sentence in layer.sentences)
    what = "briefing" if "briefing" in text.casefold() else "remarks"
    voice = layer.voices[0]
    bodies = [
        name.text
        for sentence in layer.sentences
        if sentence.span.contains(voice.span)
        for name in names(article.text, sentence.span, article.language)
        if name.kind == "organisation"
    ]
    return (
        f"lost version with the {bodies[0]} {what}" if bodies else f"lost version with {voice.text}’s {what}"
    )
