"""What newsrooms and copyists do to a text, done word by word, so that where each word came from stays known.

Every word of a text carries its origin: which base text, and which word of it. Ops keep origins; words put in by one op are
new, and later ops keep them too.
Nothing here knows how REUSE works.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    """A word as printed, with the marks that cling to it, and where it came from."""

    text: str
    base: int
    place: int


NOWHERE = -1
MARKS = frozenset('"“”«»')
Sentence = tuple[Word, ...]
Paragraph = tuple[Sentence, ...]
Paragraphs = tuple[Paragraph, ...]


@dataclass(frozen=True)
class Made:
    """A text and how it was made: ``family`` is its base, ``holds`` the bases it took a clip or quotation of."""

    name: str
    family: int
    done: str
    paragraphs: Paragraphs
    holds: frozenset[int] = frozenset()

    @property
    def words(self) -> list[Word]:
        return [word for paragraph in self.paragraphs for sentence in paragraph for word in sentence]

    @property
    def text(self) -> str:
        return "\n".join(
            " ".join(word.text for sentence in paragraph for word in sentence)
            for paragraph in self.paragraphs
        )


def base_text(number: int, text: str) -> Made:
    """Return a text whose every word is its own origin; lines are paragraphs."""
    place, paragraphs = 0, []
    for line in filter(str.strip, text.split("\n")):
        sentences, held = [], []
        for one in line.split():
            held.append(Word(one, number, place))
            place += 1
            if one.rstrip("\"”»'").endswith((".", "!", "?")) and len(held) > 3:
                sentences.append(tuple(held))
                held = []
        if held:
            sentences.append(tuple(held))
        paragraphs.append(tuple(sentences))
    return Made(f"{number}-base", number, "base", tuple(paragraphs))


@dataclass(frozen=True)
class Stock:
    """What ops draw from: words to put in, words of like meaning, and sentences of nobody's."""

    words: Sequence[str]
    synonyms: Mapping[str, Sequence[str]]
    filler: Callable[[random.Random], str]


Op = Callable[[random.Random, Paragraphs, Stock, float], Paragraphs]


def drop(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Leave out words."""
    return _each_sentence(held, lambda words: tuple(word for word in words if dice.random() >= share))


def swap(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Let neighbours change places."""

    def swapped(words: Sentence) -> Sentence:
        row = list(words)
        for place in range(len(row) - 1):
            if dice.random() < share:
                row[place], row[place + 1] = row[place + 1], row[place]
        return tuple(row)

    return _each_sentence(held, swapped)


def substitute(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Put any other word in place of a word."""
    return _each_sentence(
        held,
        lambda words: tuple(
            _new(dice, dice.choice(stock.words)) if dice.random() < share else word for word in words
        ),
    )


def spin(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Put a word of like meaning in place of a word, where one is known, and turn clauses at their commas."""

    def other(word: Word) -> Word:
        bare = word.text.strip('.,;:!?"')
        known = stock.synonyms.get(bare.lower())
        if not known or dice.random() >= share:
            return word
        new = dice.choice(known).replace("-", " ")
        return Word(
            word.text.replace(bare, new.capitalize() if bare[0].isupper() else new), word.base, word.place
        )

    def turned(words: Sentence) -> Sentence:
        commas = [place + 1 for place, word in enumerate(words) if word.text.endswith(",")]
        if len(commas) == 1 and dice.random() < share / 2:
            return (*words[commas[0] :], *words[: commas[0]])
        return words

    return _each_sentence(held, lambda words: turned(tuple(map(other, words))))


def wrap(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Set own paragraphs before and after, ``share`` times the text's length in words."""
    wanted = int(share * sum(len(sentence) for paragraph in held for sentence in paragraph))
    before: list[Paragraph] = []
    after: list[Paragraph] = []
    while sum(len(sentence) for part in (*before, *after) for sentence in part) < wanted:
        dice.choice((before, after)).append(_own(dice, stock))
    return (*before, *held, *after)


def cut(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Keep the beginning only, ``share`` of the sentences are lost."""
    sentences = sum(map(len, held))
    left = max(2, round(sentences * (1 - share)))
    kept = []
    for paragraph in held:
        if left > 0:
            kept.append(paragraph[:left])
        left -= len(paragraph)
    return tuple(kept)


def insert(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Set sentences of one's own between the others."""
    return tuple(
        tuple(
            one
            for sentence in paragraph
            for one in ((sentence, *_own(dice, stock)[:1]) if dice.random() < share else (sentence,))
        )
        for paragraph in held
    )


def reorder(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Shuffle the paragraphs, and the sentences of some."""
    paragraphs = [
        tuple(dice.sample(paragraph, len(paragraph))) if dice.random() < share else paragraph
        for paragraph in held
    ]
    dice.shuffle(paragraphs)
    return tuple(paragraphs)


def reflow(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Break paragraphs anew: one for each sentence, or one for all."""
    sentences = tuple(sentence for paragraph in held for sentence in paragraph)
    return (sentences,) if dice.random() < share else tuple((sentence,) for sentence in sentences)


def dress(dice: random.Random, held: Paragraphs, stock: Stock, share: float) -> Paragraphs:
    """Write some words in capitals, with joiners, soft hyphens or other quotation marks: the same words all the same."""
    marks = str.maketrans({'"': "“", "'": "’"})

    def dressed(word: Word) -> Word:
        way = dice.random() / share if share else 9.0
        text = word.text.translate(marks)
        if way < 0.3:
            text = text.upper()
        elif way < 0.6 and len(text) > 3:
            text = f"{text[:2]}\u200b{text[2:]}"
        elif way < 1 and len(text) > 5:
            text = f"{text[:3]}\u00ad{text[3:]}"
        return Word(text, word.base, word.place)

    return _each_sentence(held, lambda words: tuple(map(dressed, words)))


def clip(dice: random.Random, held: Paragraphs, length: int) -> Paragraph:
    """Return about ``length`` words in a row of one text, whole sentences, none with a quotation, as one paragraph."""
    sentences = [
        one for paragraph in held for one in paragraph if not any(set(word.text) & MARKS for word in one)
    ]
    start = dice.randrange(max(1, len(sentences) - 1))
    kept: list[Sentence] = []
    while start < len(sentences) and sum(map(len, kept)) < length:
        kept.append(sentences[start])
        start += 1
    while len(kept) > 1 and sum(map(len, kept[:-1])) >= length:
        kept.pop()
    return tuple(kept)


def quotation(dice: random.Random, base: int, words: Sequence[str]) -> Paragraph:
    """Return words as one quotation, which two texts may share without one being from the other."""
    row = [Word(text, base, NOWHERE) for text in words]
    row[0] = Word("“" + row[0].text.capitalize(), base, NOWHERE)
    row[-1] = Word(row[-1].text.rstrip(".,") + ",”", base, NOWHERE)
    return (
        (
            *row,
            Word("the", NOWHERE, NOWHERE),
            Word("speaker", NOWHERE, NOWHERE),
            Word("said.", NOWHERE, NOWHERE),
        ),
    )


def plain(text: str) -> Paragraph:
    """Return a sentence of nobody's as a paragraph: two texts that have it share no origin."""
    return (tuple(Word(one, NOWHERE, NOWHERE) for one in text.split()),)


def _own(dice: random.Random, stock: Stock) -> Paragraph:
    return (tuple(_new(dice, one) for one in stock.filler(dice).split()),)


def _new(dice: random.Random, text: str) -> Word:
    """Return a word that stands nowhere else."""
    return Word(text, NOWHERE, dice.getrandbits(50))


def _each_sentence(held: Paragraphs, change: Callable[[Sentence], Sentence]) -> Paragraphs:
    changed = (tuple(one for sentence in paragraph if (one := change(sentence))) for paragraph in held)
    return tuple(paragraph for paragraph in changed if paragraph)


RECIPES: Mapping[str, Sequence[tuple[Op, float, float]]] = {
    "drops": ((drop, 0.02, 0.15),),
    "swaps": ((swap, 0.02, 0.15),),
    "substitutes": ((substitute, 0.05, 0.40),),
    "wraps": ((wrap, 0.2, 3.0), (drop, 0.0, 0.05)),
    "cuts": ((cut, 0.2, 0.8), (substitute, 0.0, 0.05)),
    "cut and wrapped": ((cut, 0.3, 0.8), (wrap, 0.3, 3.0), (substitute, 0.0, 0.1)),
    "reorders": ((reorder, 0.0, 0.8), (drop, 0.0, 0.05)),
    "inserts": ((insert, 0.2, 0.8), (substitute, 0.0, 0.05)),
    "dresses": ((dress, 0.1, 0.6), (reflow, 0.5, 0.5)),
    "desk": (
        (drop, 0.02, 0.1),
        (substitute, 0.02, 0.15),
        (cut, 0.0, 0.5),
        (insert, 0.0, 0.4),
        (reflow, 0.5, 0.5),
    ),
    "spins": ((spin, 0.5, 1.0), (substitute, 0.05, 0.25), (reorder, 0.0, 0.5)),
}
"""Ops of each way of copying, with the range each one's share is drawn from."""


def derived(dice: random.Random, parent: Made, name: str, recipe: str, stock: Stock) -> Made:
    """Return a text made of another by one recipe."""
    held = parent.paragraphs
    for op, low, high in RECIPES[recipe]:
        held = op(dice, held, stock, dice.uniform(low, high))
    return Made(name, parent.family, recipe, held)


def is_host(base: Made, made: Made) -> bool:
    """Whether a text has less than half of its words from the base, and less than half of the base: a clip, no copy."""
    kept = sum(word.base == base.family for word in made.words)
    return 2 * kept < len(made.words) and 2 * kept < len(base.words)
