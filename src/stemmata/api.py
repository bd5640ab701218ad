"""What a program may call: the main job and the questions one asks of a case."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from stemmata import wiring
from stemmata.errors import BadInput, NotFound, StemmataError
from stemmata.model import (
    Case,
    Copied,
    CopiedPages,
    Explanation,
    PageDates,
    Recurring,
    Statement,
    Term,
    Unread,
)
from stemmata.ports import Progress

PathLike = str | os.PathLike[str]


def trace(
    *paths: PathLike,
    db: PathLike | None = None,
    report: PathLike | None = None,
    terms: Sequence[str] = (),
    columns: Sequence[str] = (),
    excerpts: bool = False,
    packs: PathLike | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    engine: str = "local",
    master: str = "",
    names: str = "own",
) -> Case:
    """Read pages and say where the reporting really came from.

    ``paths`` are files of any form (``docs/sources.md``), folders, globs, or ``-`` for ``stdin``. With ``db`` the case is kept
    there, and a case already there is added to; with ``report`` the answer is written as one HTML file.
    ``packs`` is a folder of your own rules for the pages of some sites (``docs/packs.md``).
    ``engine`` is ``local`` or ``spark``, that one at ``master`` (``docs/engines.md``); the answer is the same.
    ``names`` is ``own`` or ``spacy:MODEL``, a pipeline of yours that tells where sentences end and names stand in what
    is said (``docs/names.md``): the answer may then differ.
    Pages that cannot be read are rows of ``Case.unread``; where not one can be, ``NothingRead`` is raised and
    nothing is written. Raises ``StemmataError`` with what to do next.

    >>> case = stemmata.trace("pages/", db="case.db")  # doctest: +SKIP
    >>> [event.origins for event in case.events]  # doctest: +SKIP
    [2, 1]
    """
    _check_targets([Path(target) for target in (db, report) if target], paths)
    source = wiring.open_source([os.fspath(path) for path in paths], columns=columns, stdin=stdin)
    store = wiring.open_store(Path(db)) if db else None
    try:
        before = store.case() if store else Case()
        case = wiring.run_trace(
            source,
            before,
            phrases=terms,
            progress=progress,
            packs=Path(packs) if packs else None,
            engine_name=engine,
            master=master,
            names=names,
        )
        page = wiring.report(case, excerpts=excerpts) if report else ""
        if store:
            store.save(case)
    finally:
        if store:
            store.close()
    if report:
        write_whole(Path(report), page.encode("utf-8", "replace"))
    return case


def load(db: PathLike) -> Case:
    """Return the case kept in a file."""
    path = Path(db)
    if not path.exists():
        raise NotFound(f"There is no case at {path}. Make one: stemmata trace PAGES --db {path}")
    store = wiring.open_store(path)
    try:
        return store.case()
    finally:
        store.close()


def explain(left: str, right: str, *, db: PathLike | None = None) -> Explanation:
    """Say why two pages are or are not related.

    Each is an article's id, path or URL in the case at ``db``, or a file that is in no case yet.
    """
    case = _case_with(load(db) if db and Path(db).exists() else Case(), (left, right))
    return wiring.run_explain(case, wiring.need(case, left).id, wiring.need(case, right).id)


def neighbours(page: str, *, db: PathLike) -> tuple[Explanation, ...]:
    """Say of every page in the case at ``db`` that shares words with ``page`` what it is to it, the nearest first.

    ``page`` is an article's id, path or URL in the case, or a file that is in no case yet; the case stays as it is.
    """
    case = _case_with(load(db), (page,))
    return wiring.run_neighbours(case, wiring.need(case, page).id)


def _case_with(case: Case, names: Sequence[str]) -> Case:
    """Return the case with those of the named pages that are not in it but are files."""
    fresh = [name for name in names if wiring.find(case, name) is None]
    if not fresh:
        return case
    files = [_file_of(name) for name in fresh]
    rows = {str(Path(name)) for name, file in zip(fresh, files, strict=True) if name != file}
    source = wiring.open_source(files, rows=rows)
    return wiring.run_trace(source, case, phrases=(), progress=None)


def _file_of(name: str) -> str:
    """Return the file that holds a page: itself, or for ``rows.jsonl#7`` the file before the mark."""
    if os.path.lexists(name):
        return name
    file, mark, row = name.rpartition("#")
    if mark and row.isdecimal() and Path(file).is_file():
        return file
    raise NotFound(f"There is no page {name}: the case has no such id, path or URL, and it is no file.")


def compare(left: str, right: str) -> Explanation:
    """Say what one text is to another; both are plain text, nothing is kept."""
    from stemmata.sources import Texts

    case = wiring.run_trace(Texts((left, right)), Case(), phrases=(), progress=None)
    here, there = (wiring.need(case, name) for name in ("text 1", "text 2"))
    return wiring.run_explain(case, here.id, there.id)


def copies(texts: Iterable[str], *, progress: Progress | None = None) -> Iterator[Copied]:
    """Yield every two of many texts that share ten words or more, word for word or nearly, with the spans in both.

    Made for heaps: a million news texts take some ten CPU-seconds. Texts are taken one by one and kept as UTF-8, with less
    than half as much beside them; pairs are given out one by one, sorted. Texts are numbered from 0 in the order they come.
    What very many texts have, or several unlike ones, is taken for a formula or a notice and left out. Of texts with the same
    words throughout the first alone meets other texts; the others meet the first. What is told in other words it does not
    find: ``compare`` and ``trace`` do.

    >>> [(one.left, one.right) for one in stemmata.copies(texts)]  # doctest: +SKIP
    [(0, 2)]
    """
    if isinstance(texts, str):
        raise BadInput("Copies are looked for among many texts; this is one. Give a list of texts.")
    return wiring.run_copies(texts, progress)


def page_copies(
    *paths: PathLike,
    columns: Sequence[str] = (),
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Unread, ...], Iterator[CopiedPages]]:
    """Return the pages that cannot be read, and every two whose stories share words as in ``copies``; ``paths`` as in ``trace``.

    Raises ``NothingRead`` where not one page can be read.
    """
    source = wiring.open_source([os.fspath(path) for path in paths], columns=columns, stdin=stdin)
    return wiring.run_page_copies(source, progress)


def statements(
    *, db: PathLike, speaker: str | None = None, event: str | None = None
) -> tuple[Statement, ...]:
    """Return who said what in the case at ``db``, by day: all of it, or that of one speaker or of one event.

    A speaker is an id, or words of the name or of an alias; an event is an id, or words of its title.
    """
    return wiring.run_said(load(db), speaker, event)


def quotes(phrase: str, *, db: PathLike) -> tuple[Statement, ...]:
    """Return the statements of the case at ``db`` whose words hold ``phrase``, inside quotation marks or not."""
    if not any(map(str.isalnum, phrase)):
        raise BadInput(f"“{phrase}” holds no word to look for.")
    return wiring.run_quoted(load(db), phrase)


def term(phrase: str, *, db: PathLike) -> Term:
    """Return first use and history of a phrase over the case at ``db``."""
    if not any(map(str.isalnum, phrase)):
        raise BadInput(f"“{phrase}” holds no word to look for.")
    return wiring.run_term(load(db), phrase)


def dates(page: str, *, db: PathLike | None = None) -> tuple[Case, PageDates]:
    """Return what one page says of time, and the case it was looked up in.

    ``page`` is an article's id, path or URL in the case at ``db``, or a file that is in no case yet; the case stays as it is.
    """
    case = _case_with(load(db) if db and Path(db).exists() else Case(), (page,))
    article = wiring.need(case, page)
    written = next((one for one in case.written if one.article == article.id), None)
    times = tuple(one for one in case.times if one.article == article.id)
    return case, PageDates(article.id, article.stamps, written, times)


def series(kind: str, *, db: PathLike, by: str = "month") -> Recurring:
    """Return how many events of a kind the case at ``db`` holds, by day, week, month, quarter or year."""
    if not any(map(str.isalnum, kind)):
        raise BadInput(f"“{kind}” holds no word to look for.")
    if by not in wiring.STRETCHES:
        raise BadInput(f"Cannot count by {by!r}; choose one of {', '.join(wiring.STRETCHES)}.")
    return wiring.run_recurring(load(db), kind, by)


def export(db: PathLike, form: str, folder: PathLike) -> list[Path]:
    """Write every table of the case at ``db`` into ``folder`` and return the files written."""
    if form not in wiring.FORMS:
        raise BadInput(f"Cannot export to {form!r}; choose one of {', '.join(wiring.FORMS)}.")
    case = load(db)
    target = made_folder(Path(folder))
    return [write_whole(target / name, content) for name, content in wiring.export(case, form)]


def made_folder(path: Path) -> Path:
    """Make a folder, and those above it, where it is not there yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StemmataError(
            f"Cannot make the folder {path}: {error.strerror}. Name another place."
        ) from error
    return path


def refuse_strangers(db: Path, folder: str) -> None:
    """Refuse a case into which files from elsewhere than ``folder`` went: it is somebody's work."""
    run = load(db).run if db.exists() else None
    if run and any(not one.source.startswith(folder) for one in run.inputs):
        raise BadInput(f"{db} holds a case of your own. Name another file: stemmata demo --db demo.db")


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that it is there whole, or as it was before; a device or pipe is written to as it is."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise StemmataError(
            f"Cannot write {path}: {error.strerror}. Is the folder writable, and is there room on the disk?"
        ) from error
    return path


def _replace(path: Path, content: bytes) -> None:
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        half.write_bytes(content)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _check_targets(targets: Sequence[Path], paths: Iterable[PathLike]) -> None:
    """Refuse what cannot be written, or must not be, before any work is done for it."""
    taken = {Path(path).resolve() for path in paths if os.path.lexists(path)}
    for target in targets:
        _check_writable(target)
        if target.resolve() in taken:
            raise BadInput(f"{target} is one of the pages, or named twice; writing it would destroy it.")
        taken.add(target.resolve())


def _check_writable(path: Path) -> None:
    folder = path.absolute().parent
    try:
        there = path.exists()
    except (OSError, ValueError) as error:
        raise BadInput(f"No file can be called {path}. Name another.") from error
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder} to write {path.name} into.")
    if path.is_dir():
        raise BadInput(f"{path} is a folder; name a file to write.")
    if not os.access(
        path if there else folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids
    ):
        raise StemmataError(f"Cannot write {path}: it is read-only. Name another place.")
