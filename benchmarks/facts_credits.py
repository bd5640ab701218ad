"""Agency credits: PolNeAR's wire field, and our own lines set into a page of plain text and one of HTML."""

import gzip
import html
import json
from collections.abc import Iterator
from pathlib import Path

from facts_measures import Line, Seen, line
from read import DATA
from stemmata.model import Article, Media, Page
from stemmata.read import read_page

OWN = Path(__file__).parent.parent / "tests" / "benchmarks"
FILED = {"reuters": "Reuters"}
STORY = (
    "The harbour council voted on Tuesday to rebuild the grain pier that a storm broke in two last month, and asked for bids.",
    "The pier has been closed since a barge tore loose and struck it, according to the harbour master, Dana Reef, who was there.",
    "“We will have grain moving again before the summer,” Reef told reporters after the vote in the town hall of the old port.",
    "Opponents called the plan a waste of money. Councillor Mark Lund said the town needed a new roof for its school far more.",
)
TITLE = "Council votes to rebuild grain pier after winter storm"
Truth = tuple[tuple[str, str], ...]


def credit_lines() -> list[Line]:
    kinds = [
        (media, name)
        for media in (Media.TEXT, Media.HTML)
        for name in ("credit_lines.txt", "not_credits.txt")
    ]
    own = [judged(media, *entry) for media, name in kinds for entry in entries(OWN / name)]
    images = [
        judged(media, *entry, images=True) for media, name in kinds[1::2] for entry in entries(OWN / name)
    ]
    return [
        line("own lines, text and HTML", own),
        line("picture credits kept apart", images, share=True),
        *wire(),
    ]


def entries(path: Path) -> Iterator[tuple[str, Truth, str]]:
    for row in path.read_text("utf-8").splitlines():
        if not row.startswith("#"):
            place, truth, words = (part.strip() for part in row.split("|", 2))
            pairs = (pair.partition("=") for pair in truth.split(",") if truth)
            yield place, tuple((name.strip(), how.strip()) for name, _, how in pairs), words


def judged(media: Media, place: str, truth: Truth, words: str, *, images: bool = False) -> Seen:
    """Judge the credits that stand in the line: agency and kind. With ``images`` only that no picture's credit is another's."""
    wanted = sorted(pair for pair in truth if pair[1])
    article = read_page(Page("own", page(media, place, words).encode(), media))
    found = []
    if isinstance(article, Article):
        at = article.text.find(words)
        found = [(c.agency, c.how) for c in article.credits if at <= c.span.start < at + len(words)]
    given = sorted(pair for pair in found if pair[1] != "image")
    right = len([pair for pair in given if pair in wanted])
    label = f"{media.value} {place}: {words[-90:]!r} read as {sorted(found)}"
    if images:
        bad = truth == (("image", ""),) and bool(given)
        return Seen(label, int(not bad), 1, 1)
    return Seen(label, right, len(given), len(wanted))


def page(media: Media, place: str, words: str) -> str:
    """Return a page with the line set where it is said to stand."""
    story = list(STORY)
    if place == "open":
        story[0] = words
    elif place == "body":
        story.insert(2, words)
    last = (
        words
        if place == "end"
        else "Divers begin their survey on Thursday, and the work is to cost 12 million crowns."
    )
    if media is Media.TEXT:
        head = [TITLE, *([words] if place == "head" else ["Tallowick | 3 May 2024"])]
        middle = [words] if place == "caption" else []
        foot = [words] if place == "foot" else []
        others = [
            "Related",
            "Mayor of Senn resigns over lost ballot boxes",
            "Ferry returns to Port Senn",
            *([words] if place == "page" else []),
        ]
        return "\n\n".join((*head, *story[:2], *middle, *story[2:], last, *foot, *others))
    return _html(place, story, last, html.escape(words))


def _html(place: str, story: list[str], last: str, words: str) -> str:
    def at(here: str, form: str) -> str:
        return form.format(words) if here == place else ""

    paragraphs = [f"<p>{html.escape(line)}</p>" for line in (*story, last)]
    paragraphs.insert(2, at("caption", "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"))
    return (
        f"<html><head><title>{TITLE} - Tallowick</title></head><body><nav><a href=/>Home</a> <a href=/w>World</a></nav>"
        f"<article><h1>{TITLE}</h1>{at('head', '<div>{}</div>')}<div>3 May 2024</div>{''.join(paragraphs)}{at('foot', '<p>{}</p>')}</article>"
        "<aside><h3>Related</h3><ul><li><a href=/1>Mayor of Senn resigns over lost ballot boxes</a></li><li><a href=/2>Ferry returns"
        f" to Port Senn</a></li></ul></aside><footer>{at('page', '<p>{}</p>')}<a href=/t>Terms</a></footer></body></html>"
    )


def wire() -> list[Line]:
    """PolNeAR's ``wire``: the agency of a text that is all an agency's. A byline stands in its metadata, not in its text.

    Texts that are refused (running summaries, as live blogs) have no credits: they are counted, and left out of a second line.
    """
    found, unread = [], set[int]()
    with gzip.open(DATA.parent / "polnear" / "docs.jsonl.gz", "rt", encoding="utf8") as lines:
        rows = [json.loads(row) for row in lines]
    for number, row in enumerate(rows):
        gold = row["metadata"]["wire"]
        wanted = {FILED.get(gold, gold)} - {"None", "NA"}
        article = read_page(Page(row["id"], row["text"].encode(), Media.TEXT))
        if not isinstance(article, Article):
            unread.add(number)
        given = agencies_of(article) if isinstance(article, Article) else set()
        label = f"{row['id']}: {sorted(wanted)} read as {sorted(given)}"
        found.append(Seen(label, len(given & wanted), len(given), len(wanted)))
    nothing = Seen("", 0, 0, 0)
    kept = [nothing if number in unread else one for number, one in enumerate(found)]
    return [line("PolNeAR wire", found), line(f"PolNeAR wire, without {len(unread)} unread", kept)]


def agencies_of(article: Article) -> set[str]:
    """Return the agencies that an article credits for its words."""
    return {credit.agency for credit in article.credits if credit.how != "image"} - {"staff", "agencies"}
