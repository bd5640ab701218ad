"""The nouns: frozen records, standard library only."""

from stemmata.model.article import Article, Block, Credit, Dateline, Declared, Role, Stamp
from stemmata.model.case import Case, Input, Run, Seconds
from stemmata.model.copied import Copied, CopiedPages, Stretch
from stemmata.model.event import Counted, Event, Modality, Point, Recurring, Series
from stemmata.model.evidence import Evidence, Place
from stemmata.model.explanation import Explanation, Relation
from stemmata.model.ids import content_id
from stemmata.model.interval import Interval
from stemmata.model.network import Network, Tier
from stemmata.model.page import Media, Page, Unread
from stemmata.model.passage import Family, Passage, Reuse
from stemmata.model.span import Span
from stemmata.model.statement import (
    Claim,
    Difference,
    Differs,
    Polarity,
    Relay,
    Sourcing,
    Speaker,
    SpeakerKind,
    Speech,
    Statement,
    Variant,
)
from stemmata.model.stemma import (
    Direction,
    How,
    Link,
    LinkKind,
    Node,
    NodeKind,
    Origin,
    Reading,
    Rival,
    Stemma,
    Witness,
)
from stemmata.model.term import FirstUse, Term, Usage
from stemmata.model.written import Anchor, PageDates, Time, Written

__all__ = [
    "Anchor",
    "Article",
    "Block",
    "Case",
    "Claim",
    "Copied",
    "CopiedPages",
    "Counted",
    "Credit",
    "Dateline",
    "Declared",
    "Difference",
    "Differs",
    "Direction",
    "Event",
    "Evidence",
    "Explanation",
    "Family",
    "FirstUse",
    "How",
    "Input",
    "Interval",
    "Link",
    "LinkKind",
    "Media",
    "Modality",
    "Network",
    "Node",
    "NodeKind",
    "Origin",
    "Page",
    "PageDates",
    "Passage",
    "Place",
    "Point",
    "Polarity",
    "Reading",
    "Recurring",
    "Relation",
    "Relay",
    "Reuse",
    "Rival",
    "Role",
    "Run",
    "Seconds",
    "Series",
    "Sourcing",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Speech",
    "Stamp",
    "Statement",
    "Stemma",
    "Stretch",
    "Term",
    "Tier",
    "Time",
    "Unread",
    "Usage",
    "Variant",
    "Witness",
    "Written",
    "content_id",
]
