"""Whoever tells where sentences end and names stand answers in one form; a pipeline is asked only what it can do."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from stemmata import wiring
from stemmata.errors import BadInput, MissingExtra
from stemmata.model import Article, Block, Role, Span
from stemmata.ports import Linguist
from stemmata.statements import read_statements
from stemmata.text.linguists import LONGEST, PLAIN, Piped, Pipeline

TEXT = "The dam held. Mara Lindt of Halden Water spoke in Orla.\n\nIt rained."
FIRST = Span(0, TEXT.index("\n"))


@dataclass
class Stretch:
    """A sentence or an entity, in spaCy's words."""

    start_char: int
    end_char: int
    label_: str = ""


@dataclass
class Doc:
    """An analysed text that knows three names and ends a sentence at every stop."""

    text: str
    known: tuple[str, ...]

    @property
    def sents(self) -> Iterator[Stretch]:
        start = 0
        for at, letter in enumerate(self.text):
            if letter == ".":
                yield Stretch(start, at + 1)
                start = at + 1

    @property
    def ents(self) -> tuple[Stretch, ...]:
        labels = {
            "Mara Lindt": "PERSON",
            "Halden Water": "ORG",
            "Orla": "GPE",
            "Lindt’s": "PERSON",
            "Monday": "DATE",
        }
        found = [(self.text.find(name), name, label) for name, label in labels.items()]
        return tuple(Stretch(at, at + len(name), label) for at, name, label in sorted(found) if at >= 0)

    def has_annotation(self, attr: str) -> bool:
        return attr in self.known


@dataclass
class Fake:
    """A pipeline of spaCy's documented form; ``asked`` keeps what it was given."""

    lang: str = "en"
    known: tuple[str, ...] = ("SENT_START", "ENT_IOB")

    def __post_init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Doc:
        self.asked.append(text)
        return Doc(text, self.known)


def real() -> Pipeline:
    """Return a blank pipeline of spaCy's own with its rules for sentences and a few names."""
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    names = {"Mara Lindt": "PERSON", "Halden Water": "ORG", "Orla": "GPE", "Monday": "DATE"}
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in names.items()])
    return pipeline


@pytest.fixture(params=["own", "fake", pytest.param("spacy", marks=pytest.mark.slow)])
def linguist(request: pytest.FixtureRequest) -> Linguist:
    made = {"own": lambda: PLAIN, "fake": lambda: Piped(Fake()), "spacy": lambda: Piped(real())}
    return made[request.param]()


def test_sentences_stand_in_the_whole_text_without_white_space(linguist: Linguist) -> None:
    found = [span.of(TEXT) for span in linguist.sentences(TEXT, FIRST, "en")]

    assert found == ["The dam held.", "Mara Lindt of Halden Water spoke in Orla."]


def test_a_stretch_further_on_is_counted_from_the_start_of_the_text(linguist: Linguist) -> None:
    last = Span(TEXT.index("It"), len(TEXT))

    assert [span.of(TEXT) for span in linguist.sentences(TEXT, last, "en")] == ["It rained."]


def test_names_come_with_what_they_name(linguist: Linguist) -> None:
    found = {span.of(TEXT): kind for span, kind in linguist.names(TEXT, FIRST, "en")}

    assert found["Mara Lindt"] == "person"
    assert "Orla" in found


@pytest.mark.parametrize("text", ["", " \n ", "\ud800 said", "—"])
def test_odd_texts_are_answered(linguist: Linguist, text: str) -> None:
    span = Span(0, len(text))
    stretches = (*linguist.sentences(text, span, "en"), *(one for one, _ in linguist.names(text, span, "en")))

    assert all(0 <= one.start <= one.end <= len(text) for one in stretches)


def test_dates_are_no_names_and_a_possessive_is_none_of_it() -> None:
    text = "Lindt’s plan came on Monday."

    assert Piped(Fake()).names(text, Span(0, len(text)), "en") == ((Span(0, 5), "person"),)


def test_a_pipeline_is_asked_once_about_a_paragraph() -> None:
    fake = Fake()
    piped = Piped(fake)
    piped.sentences(TEXT, FIRST, "en")
    piped.names(TEXT, FIRST, "en")

    assert fake.asked == [FIRST.of(TEXT)]


@pytest.mark.parametrize(
    ("fake", "language", "length"),
    [(Fake(), "de", 55), (Fake(known=()), "en", 55), (Fake(), "en", LONGEST + 1)],
)
def test_our_own_rules_answer_what_a_pipeline_cannot(fake: Fake, language: str, length: int) -> None:
    text = TEXT[: FIRST.end].ljust(length)
    span, piped = Span(0, length), Piped(fake)

    assert piped.sentences(text, span, language) == PLAIN.sentences(text, span, language)
    assert piped.names(text, span, language) == PLAIN.names(text, span, language)


def test_statements_are_read_on_the_names_that_a_pipeline_gives(linguist: Linguist) -> None:
    text = "Mara Lindt of Halden Water said the dam would hold. “It holds,” Lindt said."
    page = Article(
        id="a1", source="a1", sources=("a1",), url=None, site=None, publisher=None, fetched=None, sha256="", title=None,
        authors=(), byline=None, text=text, blocks=(Block(Span(0, len(text)), Role.BODY),), dateline=None, credits=(),
        declared=(), language="en", stamps=(),
    )  # fmt: skip
    found = read_statements((page,), (), (), (), (), (), (), linguist=linguist)
    names = {speaker.id: speaker.name for speaker in found.speakers}

    assert [names[one.speaker] for one in found.statements] == ["Mara Lindt", "Mara Lindt"]


def test_who_is_unknown_is_said() -> None:
    with pytest.raises(BadInput, match="spacy:MODEL"):
        wiring.linguist("spicy")


def test_spacy_that_is_not_installed_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)

    with pytest.raises(MissingExtra, match=r"pip install 'stemmata\[spacy\]'"):
        wiring.linguist("spacy:en_core_web_sm")


@pytest.mark.slow
def test_a_pipeline_that_is_not_there_is_said(tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="spaCy is not installed")

    with pytest.raises(BadInput, match="spacy download"):
        wiring.linguist(f"spacy:{tmp_path / 'none'}")
