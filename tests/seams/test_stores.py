"""What every store promises; each adapter passes this file with equal answers."""

import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.errors import StoreError
from stemmata.model import Article, Case, Evidence, Family, Run, Unread
from stemmata.ports import Store
from stemmata.stores import SqliteStore

Opener = Callable[[Path], Store]

STORES: dict[str, Opener] = {"sqlite": lambda folder: SqliteStore(folder / "case.db")}


@pytest.fixture(params=sorted(STORES))
def opener(request: pytest.FixtureRequest) -> Opener:
    return STORES[request.param]


@pytest.fixture
def store(opener: Opener, tmp_path: Path) -> Iterator[Store]:
    store = opener(tmp_path)
    yield store
    store.close()


def article(name: str, text: str) -> Article:
    return Article(
        id=name,
        source=f"{name}.txt",
        sources=(f"{name}.txt",),
        url=None,
        site=None,
        publisher=None,
        fetched=None,
        sha256="0" * 64,
        title=None,
        authors=(),
        byline=None,
        text=text,
        blocks=(),
        dateline=None,
        credits=(),
        declared=(),
        language="en",
        stamps=(),
    )


def values(hint: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Return values of any type that a record may use; floats as the contract writes them."""
    origin, arms = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return st.one_of(*(st.none() if arm is type(None) else values(arm) for arm in arms))
    if origin is tuple:
        if arms[-1] is Ellipsis:
            return st.lists(values(arms[0]), max_size=2).map(tuple)
        return st.tuples(*map(values, arms))
    if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
        hints = typing.get_type_hints(hint)
        names = [one.name for one in fields(hint)] if is_dataclass(hint) else list(hint._fields)
        return st.builds(hint, **{name: values(hints[name]) for name in names})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return {
        str: st.text(max_size=8),
        int: st.integers(-(2**63), 2**63 - 1),
        bool: st.booleans(),
        float: st.integers(-(10**6), 10**6).map(lambda number: number / 10_000),
        date: st.dates(),
    }[hint]


def in_order(case: Case) -> Case:
    unique = {one.id: one for one in case.articles}
    return replace(case, articles=tuple(unique[name] for name in sorted(unique)))


@pytest.mark.parametrize("name", sorted(STORES))
@settings(max_examples=15)
@given(case=values(Case).map(in_order))
def test_any_case_comes_back_as_it_was_saved(name: str, case: Case) -> None:
    with TemporaryDirectory() as folder:
        store = STORES[name](Path(folder))
        store.save(case)
        store.close()
        again = STORES[name](Path(folder))
        found = again.case()
        again.close()

    assert found == case


def test_a_new_store_holds_an_empty_case(store: Store) -> None:
    assert (store.case(), store.load(Article), store.find("ferry")) == (Case(), (), ())


def test_a_store_that_was_never_saved_to_leaves_nothing_behind(opener: Opener, tmp_path: Path) -> None:
    opener(tmp_path).close()

    assert list(tmp_path.iterdir()) == []


def test_what_is_gone_from_the_case_is_gone_from_the_store(store: Store) -> None:
    store.save(
        Case(
            articles=(article("a", "The ferry"), article("b", "The harbour")), unread=(Unread("x", "y", "z"),)
        )
    )
    store.save(Case(articles=(article("b", "The pier"),)))

    assert store.case() == Case(articles=(article("b", "The pier"),))
    assert (store.find("ferry"), store.find("harbour"), store.find("pier")) == ((), (), ("b",))


def test_one_table_is_loaded_without_the_others(store: Store) -> None:
    store.save(Case(articles=(article("a", "The ferry"),), families=(Family("f", (), ("a",)),)))

    assert store.load(Family) == (Family("f", (), ("a",)),)


def test_a_record_that_has_no_table_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="Evidence"):
        store.load(Evidence)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("north pier", ("a",)),
        ("NORTH pier", ("a",)),
        ("pier north", ()),
        ("the “north” pier", ("a",)),
        ('ferry" OR "harbour', ()),
        ("harbour*", ("b",)),
        ("harb", ()),
        ("fähre", ("c",)),
        ("fahre", ()),
        ("부두에 닿았다", ("d",)),
        ("渡轮", ("e",)),
        ("ap渡轮", ()),
        ("cctv周二", ("e",)),
        ("", ()),
        ("?!", ()),
        ("nul\0byte", ()),
    ],
)
def test_a_phrase_is_found_where_its_words_stand_in_a_row(
    store: Store, phrase: str, found: tuple[str, ...]
) -> None:
    texts = {
        "a": "The ferry reached the North Pier.",
        "b": "North of the harbour lies a pier.",
        "c": "Die Fähre kam spät.",
        "d": "연락선이 부두에 닿았다.",
        "e": "CCTV周二渡轮晚点。",
    }
    store.save(Case(articles=tuple(article(name, text) for name, text in texts.items())))

    assert store.find(phrase) == found


def test_a_reader_sees_the_old_case_while_and_the_new_one_after_it_is_saved(
    opener: Opener, tmp_path: Path
) -> None:
    writer, seen = opener(tmp_path), []
    old = Case(families=(Family("f", (), ("a",)),))
    writer.save(old)
    reader = opener(tmp_path)

    class Watched(tuple[Unread, ...]):
        """Rows that look at the store, with a reader's eye, in the middle of the save."""

        def __iter__(self) -> Iterator[Unread]:
            seen.append(reader.case())
            return super().__iter__()

    new = Case(unread=Watched([Unread("x", "y", "z")]))
    writer.save(new)
    seen.append(reader.case())
    reader.close()
    writer.close()

    assert seen == [old, new]


def test_what_fails_in_the_middle_of_a_save_leaves_the_old_case(store: Store) -> None:
    old = Case(articles=(article("a", "The ferry"),), families=(Family("f", (), ("a",)),))
    store.save(old)

    class Broken(tuple[Family, ...]):
        def __iter__(self) -> Iterator[Family]:
            yield Family("g", (), ())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.save(Case(articles=(article("b", "The pier"),), families=Broken()))

    assert (store.case(), store.find("ferry"), store.find("pier")) == (old, ("a",), ())


def test_two_runs_that_read_one_case_cannot_both_write_it(opener: Opener, tmp_path: Path) -> None:
    one, other = opener(tmp_path), opener(tmp_path)
    assert (one.case(), other.case()) == (Case(), Case())
    one.save(Case(families=(Family("f", (), ("a",)),)))

    with pytest.raises(StoreError, match="Another run"):
        other.save(Case())

    assert one.case().families
    one.close()
    other.close()


def test_the_run_is_kept(store: Store) -> None:
    run = Run("1", (("a", "b"),), (), (), "numpy", ("north pier",))
    store.save(Case(run=run))
    store.save(Case(run=replace(run, version="2")))

    assert store.load(Run) == (replace(run, version="2"),)
