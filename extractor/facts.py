"""What the facts are: one class a kind, each field declared here and nowhere else.

Rules build these; ``models.py`` makes a table of each (and of each list in it); ``evaluate.py`` reads gold into
them. Names and values are those of the annotation guideline: dates are ISO 8601 text, inclusive at both ends;
spans are half-open and count Unicode code points of the article's text; a slot the text leaves open is None.
"""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, get_origin, get_type_hints

Realis = Literal["done", "planned", "negated", "revoked"]
Modifier = Literal["=", ">", ">=", "<", "<=", "~"]


@dataclass(slots=True, kw_only=True)
class Fact:
    """A fact and its evidence. The engine stamps ``rule`` and ``sentence``; ``when`` is the time that dates it."""

    kind: ClassVar[str]
    char_start: int = field(default=-1, compare=False)
    char_end: int = field(default=-1, compare=False)
    rule: str = field(default="", compare=False)
    sentence: int = field(default=-1, compare=False)
    when: "Time | None" = field(default=None, compare=False, repr=False)


EVIDENCE_FIELDS = frozenset(Fact.__dataclass_fields__)


@dataclass(slots=True, kw_only=True)
class Time(Fact):
    """An expression that places something in time or measures time (TIMEX3).

    ``value`` is a TIMEX3 or EDTF value; ``anchor`` says what its dates hang on.
    """

    kind: ClassVar[str] = "time"
    type: Literal["date", "period", "duration", "set", "time"]
    value: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    modifier: Literal["start", "mid", "end", "approx", "before", "after", "more", "less"] | None = None
    anchor: Literal["absolute", "publication", "inferred", "context"] | None = None


@dataclass(slots=True, kw_only=True)
class Award(Fact):
    """Something conferred: ``count`` of it (at least ``count_min``), for or in start_date .. end_date."""

    kind: ClassVar[str] = "award"
    award: str
    category: (
        Literal[
            "order",
            "medal",
            "honour_title",
            "emulation_title",
            "flag",
            "certificate",
            "badge",
            "letter",
            "prize",
        ]
        | None
    ) = None
    class_: int | None = None
    grantors: list[str] = field(default_factory=list)
    presenters: list[str] = field(default_factory=list)
    recipient_kind: Literal["collective", "individual"] | None = None
    recipient: str | None = None
    count: int | None = None
    count_min: int | None = None
    count_unit: str | None = None
    count_basis: Literal["occasions", "recipients"] | None = None
    start_date: str | None = None
    end_date: str | None = None
    realis: Realis = "done"
    authority: Literal["disputed"] | None = None  # the table of authorities lets no such grantor confer it


@dataclass(slots=True)
class Post:
    """An office held in an organisation."""

    post: str
    organization: str | None = None
    status: Literal["current", "former", "acting"] = "current"


@dataclass(slots=True, kw_only=True)
class Official(Fact):
    """A person named with a rank or a post, acting in that public role."""

    kind: ClassVar[str] = "official"
    name: str
    rank: str | None = None
    title: str | None = None
    posts: list[Post] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Statistic(Fact):
    """A quantity of something done, found or existing; money in its own unit, ``%`` as printed."""

    kind: ClassVar[str] = "statistic"
    value: float | None = None
    value_max: float | None = None
    value_min: float | None = None
    out_of: float | None = None
    modifier: Modifier | None = None
    unit: str | None = None
    what: str | None = None
    action: str | None = None
    actor: str | None = None
    change: Literal["increase", "decrease"] | None = None
    base: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    realis: Realis = "done"


@dataclass(slots=True)
class Participant:
    """Who took part in an event, and as what (chair, speaker, attendee ...)."""

    name: str
    role: str | None = None


@dataclass(slots=True, kw_only=True)
class Event(Fact):
    """A happening with a type and a name, ordinal, term, date, place or organiser."""

    kind: ClassVar[str] = "event"
    type: Literal[
        "conference", "congress", "election", "exam", "ceremony", "movement", "anniversary", "visit", "training",
        "operation", "disease", "disaster",
    ]  # fmt: skip
    name: str | None = None
    ordinal: int | None = None
    term: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    place: str | None = None
    organizer: str | None = None
    participants: list[Participant] = field(default_factory=list)
    realis: Realis = "done"


@dataclass(slots=True, kw_only=True)
class Document(Fact):
    """A numbered or titled official paper."""

    kind: ClassVar[str] = "document"
    doc_type: str
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    title: str | None = None


@dataclass(slots=True, kw_only=True)
class Organization(Fact):
    """An organisation named in the article, its name completed."""

    # «org_kind» in memory, since every fact has a ``kind``; the column and the view call it «kind».
    kind: ClassVar[str] = "organization"
    name: str
    org_kind: (
        Literal[
            "party", "government", "police", "military", "legislature", "court", "front", "enterprise", "school",
            "health", "media", "other",
        ]
        | None
    ) = None  # fmt: skip
    parent: str | None = None
    place: str | None = None


@dataclass(slots=True, kw_only=True)
class Place(Fact):
    """A place named in the article, without its level word; ``code`` is the gazetteer's."""

    kind: ClassVar[str] = "place"
    name: str
    level: Literal["country", "region", "province", "city", "district", "commune", "village"] | None = None
    parent: str | None = None
    code: str | None = None


@dataclass(slots=True, kw_only=True)
class NumberAccount(Fact):
    """A number of the text: the kind of fact it went into, or why it is none; with neither it is unexplained."""

    kind: ClassVar[str] = "number"
    fact_kind: str | None = None
    reason: str | None = None


FACT_CLASSES: tuple[type[Fact], ...] = (
    Time, Award, Official, Statistic, Event, Document, Organization, Place,
)  # fmt: skip
FACTS: dict[str, type[Fact]] = {cls.kind: cls for cls in FACT_CLASSES}
STORED_CLASSES: tuple[type[Fact], ...] = (*FACT_CLASSES, NumberAccount)


def slots_of(cls: type[Any]) -> dict[str, Any]:
    """The type of each slot of a fact, or of a part of one, by its field's name, in order."""
    hints = get_type_hints(cls)
    return {name: hints[name] for name in cls.__dataclass_fields__ if name not in EVIDENCE_FIELDS}


def is_list(hint: Any) -> bool:
    """Whether a slot holds a list, which is a table of its own."""
    return get_origin(hint) is list
