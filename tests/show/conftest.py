"""A small case made by hand: every kind of thing that a report must show, in invented words."""

from datetime import date

import pytest

from stemmata.model import (
    Article,
    Block,
    Case,
    Claim,
    Credit,
    Declared,
    Difference,
    Differs,
    Direction,
    Event,
    Evidence,
    Family,
    FirstUse,
    How,
    Input,
    Interval,
    Link,
    LinkKind,
    Modality,
    Network,
    Node,
    NodeKind,
    Origin,
    Passage,
    Place,
    Point,
    Polarity,
    Reading,
    Relay,
    Reuse,
    Rival,
    Role,
    Run,
    Seconds,
    Series,
    Sourcing,
    Span,
    Speaker,
    SpeakerKind,
    Speech,
    Stamp,
    Statement,
    Term,
    Tier,
    Unread,
    Usage,
    Variant,
    Witness,
    Written,
)

HOSTILE = "<script>alert('title')</script> & \"quoted\" \u202etxt.exe\x00"

FIRST = (
    "ORRIN, Saltmarsh (VNW) — The water minister ordered the tidal barrier at Orrin shut for ten days after "
    "divers found cracks in four of its gates, state radio said Monday.",
    "Minister Tove Aldric called the closure a “pause for inspection” and said the town was “dry and safe.”",
    "Some 900 barges a week pass the barrier, harbour figures show, and owners welcomed the early warning.",
    "The barrier was built after the flood of March 3 last year, in which two villages were lost.",
)
THIRD = (
    "ORRIN, Saltmarsh (VNW) — The water minister ordered the tidal barrier at Orrin shut for twelve days after "
    "divers found cracks in six of its gates, state radio said Monday.",
    "Minister Tove Aldric called the closure a “lasting repair” and said the town was “dry and safe.”",
    "Some 1,400 barges a week pass the barrier, revised harbour figures show, and owners demanded compensation.",
    "Police said late Monday that they had taken the inspection books.",
)
SPUN = (
    "The minister for water has commanded that Orrin’s tidal barrier be closed for twelve days, divers having "
    "discovered fissures in six gates, per state radio.",
    "Tove Aldric, the minister, described it as a “lasting repair” and insisted the town was “dry and safe.”",
    "About 900 barges weekly go through the barrier, figures from the harbour indicate.",
    "“Nobody asked the barge owners,” Wim Harrow of the owners’ league told a briefing held at noon.",
)
HARBOUR = (
    "Barge crews were turned back at Orrin on Monday morning, their cargoes of lime and apples going nowhere.",
    "“The town is dry and safe,” the water ministry wrote. “The rest is engineering.”",
    "Ferry clerk Odile Renn had sold no ticket by ten. “I have the river to myself,” she said.",
)
JOINED = (THIRD[0], HARBOUR[2], THIRD[2])
LINKS = ("Ten soups for a wet week", "Old barge sells for a fortune", "Your horoscope for the tides")


def article(name: str, story: tuple[str, ...], **more: object) -> Article:
    """A page of a title, a story and, if ``around`` is given, what surrounds it."""
    title = str(more.pop("title", f"Barrier at Orrin shut, {name} reports"))
    around = tuple(more.pop("around", ()))  # type: ignore[call-overload]
    parts = [
        (Role.TITLE, title),
        *((Role.BODY, one) for one in story),
        *((Role.CHROME, one) for one in around),
    ]
    text, blocks = "", []
    for role, part in parts:
        blocks.append(Block(Span(len(text), len(text) + len(part)), role))
        text += f"{part}\n\n"
    fields: dict[str, object] = {
        "id": f"a{name.partition('.')[0]}",
        "source": f"pages/{name}",
        "sources": (f"pages/{name}",),
        "url": None,
        "site": None,
        "publisher": None,
        "fetched": None,
        "sha256": "0" * 64,
        "title": title,
        "authors": (),
        "byline": None,
        "text": text,
        "blocks": tuple(blocks),
        "dateline": None,
        "credits": (),
        "declared": (),
        "language": "en",
        "stamps": (),
    }
    return Article(**(fields | more))  # type: ignore[arg-type]


def span(page: Article, words: str) -> Span:
    """Where some words of a page stand."""
    start = page.text.index(words)
    return Span(start, start + len(words))


def passages(one: Article, other: Article, *pairs: tuple[str, str, Reuse, float]) -> list[Passage]:
    """Passages between two pages, ordered as the contract wants them."""
    out = []
    for here, there, kind, likeness in pairs:
        sides = sorted([(one.id, span(one, here)), (other.id, span(other, there))])
        out.append(Passage(*sides[0], *sides[1], kind, likeness))
    return out


FLAT = article(
    "flat.html", FIRST, site="flat.example", stamps=(Stamp("2030-05-06T09:00:00Z", None, "json-ld"),)
)
GLOSS = article(
    "gloss.txt", FIRST, around=LINKS, site="Gloss & Co", stamps=(Stamp("2031-11-20", Span(0, 3), "text"),)
)
LATE = article("late.html", THIRD, credits=(Credit("VNW", Span(0, 5), "dateline"),))
SPIN = article("spin.txt", SPUN, title="Orrin Barrier Commanded Closed For Twelve Days")
QUAY = article("quay.html", HARBOUR, site="quay.example", url='https://quay.example/a?b=1&c="2"')
BOTH = article("both.html", JOINED, site="both.example")
EVIL = article(
    "evil.html",
    ("</p><img src=x onerror=alert(1)> A kite fell on the town hall of Lower Wick, its clerk said.",),
    title=HOSTILE,
    url="javascript:alert(document.domain)",
    site='"><svg onload=alert(2)>',
    declared=(Declared("canonical", "data:text/html,<script>alert(3)</script>"),),
)
TWIN = article("twin.html", ("A kite came down on the town hall of Lower Wick, according to its clerk.",))
PAGES = (FLAT, GLOSS, LATE, SPIN, QUAY, BOTH, EVIL, TWIN)


def says(page: Article, words: str, speaker: str, number: int, *via: str) -> Statement:
    """One quoted statement."""
    at = span(page, words)
    return Statement(
        f"s{number}", page.id, at, (at,), (at,), Speech.DIRECT, Polarity.ASSERTED, None, speaker, speaker, None,
        tuple(Relay(one, None, explicit=True) for one in via), None, 0.9, (),
    )  # fmt: skip


STATEMENTS = (
    says(FLAT, "pause for inspection", "p1", 1, "p2", "p3"),
    says(LATE, "lasting repair", "p1", 2, "p2"),
    says(SPIN, "lasting repair", "p1", 3),
    says(QUAY, "The town is dry and safe", "p4", 4),
    says(EVIL, "A kite fell on the town hall", "p5", 5),
)


def link(parent: str, child: str, kind: LinkKind, confidence: float, **more: object) -> Link:
    """One arrow."""
    fields: dict[str, object] = {
        "direction": Direction.DECIDED,
        "direction_confidence": 0.93,
        "credited": True,
        "rivals": (Rival("n-flat", 0.2), Rival(None, 0.05)),
        "evidence": (
            Evidence("later-facts", "It knows of the police, of whom the other says nothing.", 2.1,
                     (Place("alate", span(LATE, "Police said late Monday")),)),
            Evidence("credit", "It keeps the credit.", 0.7),
            Evidence("length", "It is shorter, which speaks against.", -0.4),
        ),
    }  # fmt: skip
    return Link("f1", parent, child, kind, confidence=confidence, **(fields | more))  # type: ignore[arg-type]


def node(name: str, label: str, *witnesses: tuple[Article, How], family: str = "f1") -> Node:
    """One text state."""
    carried = tuple(Witness(page.id, how) for page, how in witnesses)
    return Node(name, family, NodeKind.STATE, label, carried, (), 1.0, ())


LOST = Node(
    "n-lost", "f1", NodeKind.LOST, "VNW, version 2", (),
    (
        Reading("cracks in six of its gates", 0.94, (Place("alate", span(LATE, "cracks in six of its gates")),)),
        Reading("“Nobody asked the barge owners,” a briefing at noon", 0.71, (Place("aspin", Span(0, 10)),)),
    ),
    0.83,
    (Evidence("layer", "The paraphrase carries a briefing that no other page has.", 1.4,
              (Place("aspin", span(SPIN, "told a briefing held at noon")),)),),
)  # fmt: skip
NODES = (
    node("n-both", "the late version and the quay’s report", (BOTH, How.CLEAN)),
    node("n-evil", HOSTILE, (EVIL, How.CLEAN), family="f2"),
    node("n-flat", "VNW, version 1", (FLAT, How.REPRINT), (GLOSS, How.WRAPPED)),
    node("n-late", "VNW, version 3", (LATE, How.CLEAN)),
    LOST,
    node("n-quay", "quay.example’s own report", (QUAY, How.CLEAN)),
    node("n-spin", "spun paraphrase, credit removed", (SPIN, How.CLEAN)),
    node("n-twin", "the kite, other words", (TWIN, How.CLEAN), family="f2"),
)
LINKED = (
    link("n-flat", "n-lost", LinkKind.REVISION, 0.88),
    link("n-lost", "n-late", LinkKind.REVISION, 0.9),
    link("n-lost", "n-spin", LinkKind.PARAPHRASE, 0.86, credited=False),
    link("n-late", "n-both", LinkKind.MERGE, 0.97, credited=False),
    link("n-quay", "n-both", LinkKind.MERGE, 0.66, credited=False),
    Link("f2", "n-evil", "n-twin", LinkKind.COPY, Direction.UNDECIDED, 0.52, credited=False, confidence=0.7,
         rivals=(), evidence=()),
)  # fmt: skip


def dated(page: Article, first: date, last: date, *, recycled: int = 0) -> Written:
    """When one page was written."""
    best = first if first == last else None
    reason = Evidence("dateline-weekday", "“Monday” is the day of the report.", 0.8)
    proof = Evidence(
        "last-month", "“March 3 last year” is a spring before the stamp.", 0.9, (Place(page.id, Span(0, 12)),)
    )
    return Written(
        page.id, Interval(first, last), best, (reason,), bool(recycled), recycled or None, (proof,) if recycled else ()
    )  # fmt: skip


MONDAY = date(2030, 5, 6)
WRITTEN = (
    dated(BOTH, MONDAY, date(2030, 5, 9)),
    dated(EVIL, date(2030, 6, 1), date(2030, 6, 1)),
    dated(FLAT, MONDAY, MONDAY),
    dated(GLOSS, MONDAY, MONDAY, recycled=563),
    dated(LATE, MONDAY, MONDAY),
    dated(QUAY, MONDAY, MONDAY),
    Written("aspin", None, None, (), recycled=False, recycled_days=None, recycled_evidence=()),
    dated(TWIN, date(2030, 6, 1), date(2030, 6, 3)),
)
EVENTS = (
    Event(
        "e1", (), ("aboth", "aflat", "agloss", "alate", "aquay", "aspin"), ("atwin",), ("f1",),
        "Minister shuts the tidal barrier at Orrin", "closure", ("Tove Aldric",), "Orrin", Modality.HAPPENED,
        Interval(MONDAY, MONDAY), Interval(date(2030, 5, 4), MONDAY), None, 2, (1, 2),
        (Evidence("same-act", "All six name the barrier, the minister and the same Monday.", 1.0),),
    ),
    Event(
        "e2", (), ("aevil", "atwin"), (), ("f2",), HOSTILE, "", (), None, Modality.ALLEGED, None,
        Interval(date(2030, 5, 30), date(2030, 6, 1)), "e1", 1, (1, 1), (),
    ),
)  # fmt: skip
SPEAKERS = tuple(
    Speaker(name, (), says, kind, role, (), (), ())
    for name, says, kind, role in (
        ("p1", "Tove Aldric", SpeakerKind.PERSON, "water minister of Saltmarsh"),
        ("p2", "state radio", SpeakerKind.MEDIA, None),
        ("p3", "VNW", SpeakerKind.MEDIA, None),
        ("p4", "the water ministry", SpeakerKind.GOVERNMENT, None),
        ("p5", "<b>clerk</b>", SpeakerKind.UNNAMED, None),
    )
)
CLAIMS = (
    Claim(
        "c1", (), "e1", "p1", ("s1", "s2", "s3"),
        (
            Variant("called the closure a “pause for inspection”", ("s1",), ("o1",)),
            Variant("called the closure a “lasting repair”", ("s2", "s3"), ("o1",)),
        ),
        (
            Difference(Differs.WORDING, "“pause for inspection” became “lasting repair”", ("s1", "s2")),
            Difference(Differs.STRENGTH, "a pause became a repair", ("s1", "s2")),
        ),
        1, ("p1",), "s1", 0.81, (Evidence("same-place", "Both stand in the second paragraph.", 0.5),),
    ),
    Claim("c2", (), None, "p5", ("s5",), (Variant("A kite <i>fell</i>", ("s5",), ()),), (), 1, (), None, 0.4, ()),
)  # fmt: skip
SAME, NEAR, TOLD, QUOTED = Reuse.EXACT, Reuse.NEAR, Reuse.PARAPHRASE, Reuse.QUOTE
PASSAGES = (
    *passages(FLAT, GLOSS, *((one, one, SAME, 1.0) for one in FIRST)),
    *passages(FLAT, LATE, *((FIRST[at], THIRD[at], NEAR, 0.8) for at in range(3))),
    *passages(LATE, SPIN, *((THIRD[at], SPUN[at], TOLD, 0.5) for at in range(3))),
    *passages(FLAT, SPIN, *((FIRST[at], SPUN[at], TOLD, 0.4) for at in range(3))),
    *passages(LATE, BOTH, (THIRD[0], THIRD[0], SAME, 1.0), (THIRD[2], THIRD[2], SAME, 1.0)),
    *passages(QUAY, BOTH, (HARBOUR[2], HARBOUR[2], SAME, 1.0)),
    *passages(QUAY, LATE, ("dry and safe", "dry and safe", QUOTED, 1.0)),
    *passages(EVIL, TWIN, ("A kite fell on the town hall", "A kite came down on the town hall", NEAR, 0.9)),
)


@pytest.fixture(scope="session")
def case() -> Case:
    """The whole case."""
    return Case(
        articles=tuple(sorted(PAGES, key=lambda one: one.id)),
        unread=(Unread("pages/<b>list</b>.html", "no-paragraph", "It holds links and no paragraph of a story."),),
        passages=tuple(sorted(PASSAGES, key=lambda one: (one.left, one.left_span, one.right, one.right_span))),
        families=(
            Family("f1", (), ("aboth", "aflat", "agloss", "alate", "aquay", "aspin")),
            Family("f2", (), ("aevil", "atwin")),
        ),
        networks=(
            Network("w1", ("Gloss & Co", "<i>Shine</i>"), "t1", Tier.CONCLUSIVE, ("agloss",),
                    (Evidence("shared-chrome", "Both print “Ten soups for a wet week”.", 1.2),)),
            Network("w2", ("flat.example",), None, Tier.CONCLUSIVE, ("aflat",), ()),
        ),
        written=WRITTEN,
        nodes=NODES,
        links=LINKED,
        origins=(
            Origin("o1", "f1", "n-flat", "VNW", ("aboth", "aflat", "agloss", "alate", "aspin"), 0.9,
                   (Evidence("credit", "The root is credited to VNW.", 1.0),)),
            Origin("o2", "f1", "n-quay", None, ("aboth", "aquay"), 0.62, ()),
            Origin("o3", "f2", "n-evil", "<agency>", ("aevil", "atwin"), 0.3, ()),
        ),
        events=EVENTS,
        series=(Series("closure", "One for each event.", (Point(date(2030, 5, 1), date(2030, 5, 31), 2, 6),)),),
        statements=STATEMENTS,
        speakers=SPEAKERS,
        claims=CLAIMS,
        sourcing=(Sourcing("e1", ("p1", "p4"), ("state radio",), ()),),
        terms=(
            Term("lasting repair", FirstUse("alate", span(LATE, "lasting repair"), Interval.day(MONDAY)),
                 (Usage(date(2030, 5, 1), date(2030, 5, 31), 2, 1),)),
            Term("<u>never</u>", None, ()),
        ),
        run=Run("0.0", (("reuse.<x>", "0.5"),), (Input("pages/<flat>", "ab" * 32),), (Seconds("read", 0.01),), "reference"),
    )  # fmt: skip


@pytest.fixture(scope="session")
def pages() -> tuple[Article, ...]:
    """The pages of the case."""
    return PAGES
