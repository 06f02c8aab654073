"""The public objects: frozen, slotted values with offsets into the original text.

All offsets are characters (code points) of the original text, half open: `text[span.start:span.stop]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs

from ruspolnews.errors import InputError, RusPolNewsError
from ruspolnews.pickling import Packed

__all__ = [
    "Article",
    "Bound",
    "Cue",
    "Failure",
    "Figure",
    "FigureKind",
    "Gender",
    "Quote",
    "QuoteKind",
    "Sentence",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
]


class QuoteKind(StrEnum):
    """How the words of a source are rendered."""

    DIRECT = "direct"
    """A whole utterance in quotation marks, after a dialogue dash, or verbatim after a colon."""
    INDIRECT = "indirect"
    """A finite clause that reports the content, with no quoted words in it."""
    MIXED = "mixed"
    """A reported clause, some of whose words stand in quotation marks as the speaker's own."""
    FRAGMENT = "fragment"
    """Quoted words that are no clause, as in `назвал это «ошибкой»`."""
    ANAPHORIC = "anaphoric"
    """The sentence before, attributed by `Об этом сообщил X`."""


class Stance(StrEnum):
    """What the cue says of the speaker's attitude to the content."""

    REPORT = "report"
    CLAIM = "claim"
    OPINION = "opinion"
    DENIAL = "denial"
    ADMISSION = "admission"
    PROMISE = "promise"
    THREAT = "threat"
    WARNING = "warning"
    QUESTION = "question"
    ANSWER = "answer"
    DEMAND = "demand"
    PROPOSAL = "proposal"
    HOPE = "hope"
    DOUBT = "doubt"
    EMOTION = "emotion"
    ACCUSATION = "accusation"
    FORECAST = "forecast"
    AGREEMENT = "agreement"


class SpeakerKind(StrEnum):
    """What sort of source a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    MEDIUM = "medium"
    DOCUMENT = "document"
    ROLE = "role"
    GROUP = "group"


class Gender(StrEnum):
    """Grammatical gender of a person, as far as the article shows it."""

    MALE = "male"
    FEMALE = "female"


class FigureKind(StrEnum):
    """What a figure counts."""

    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"


class Bound(StrEnum):
    """How exactly the amount is stated."""

    EXACT = "exact"
    APPROX = "approx"
    MIN = "min"
    MAX = "max"


@attrs.frozen(order=True)
class Span(Packed):
    """A stretch of the original text, in characters, half open.

    Examples:
        >>> from ruspolnews import Span
        >>> span = Span(0, 6)
        >>> span.of("Песков сообщил"), len(span)
        ('Песков', 6)
    """

    start: int
    stop: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.stop]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.stop <= self.stop

    def __len__(self) -> int:
        return self.stop - self.start


@attrs.frozen
class Sentence(Packed):
    """A sentence of the article; a quotation of several sentences with its attribution counts as one."""

    span: Span
    text: str


@attrs.frozen
class Cue(Packed):
    """The words that introduce a quote: `заявил`, `по словам`, `выразил надежду`.

    `lemma` is the dictionary form (`заявить`, `по словам`, `выразить надежду`).
    """

    span: Span
    text: str
    lemma: str
    stance: Stance


@attrs.frozen
class Source(Packed):
    """The words that name the speaker next to the cue: `он`, `глава МИД Сергей Лавров`."""

    span: Span
    text: str


@attrs.frozen
class Speaker(Packed):
    """Who speaks, by the whole article.

    `name` is the fullest proper name in the nominative (`Сергей Лавров`), or the role where no name is given
    (`источник в правительстве`). `roles` are the titles that the article gives (`глава МИД РФ`); `mentions` are
    all the places where the article names the speaker, in order.
    """

    name: str
    kind: SpeakerKind
    gender: Gender | None = None
    roles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@attrs.frozen
class Figure(Packed):
    """An amount: money, a percentage, or (on request) a quantity.

    `low` and `high` are in whole currency units (or in percent, or in units); they are equal unless a range is
    written, and `None` where the amount is vague. `currency` is an ISO 4217 code. `elided` says that currency or
    scale is not written at this amount but carried over from a neighbour. `per` is the unit of a rate
    (`баррель` in `$50 за баррель`); `unit` the lemma of what a quantity counts, or the name of a cryptocurrency.
    """

    kind: FigureKind
    span: Span
    text: str
    low: Decimal | None
    high: Decimal | None
    currency: str | None = None
    bound: Bound = Bound.EXACT
    elided: bool = False
    vague: bool = False
    per: str | None = None
    unit: str | None = None
    rule: str = ""


@attrs.frozen
class Quote(Packed):
    """Reported speech, writing or voiced opinion, with its evidence.

    `spans` are the stretches of content in order (two where the author's words stand in the middle), `text` their
    words joined by one space. `parent` is the quote inside which this one is reported. `figures` are the amounts
    inside the content. `rule` names the rule that found the quote.
    """

    kind: QuoteKind
    spans: tuple[Span, ...]
    text: str
    cue: Cue | None = None
    source: Source | None = None
    speaker: Speaker | None = None
    parent: Quote | None = attrs.field(default=None, repr=False)
    figures: tuple[Figure, ...] = ()
    rule: str = ""


@attrs.frozen
class Article(Packed):
    """A parsed article: the original text and everything found in it, in order of the text."""

    text: str = attrs.field(repr=False)
    title: Span | None = None
    dateline: Span | None = None
    sentences: tuple[Sentence, ...] = attrs.field(default=(), repr=False)
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    speakers: tuple[Speaker, ...] = ()

    def _repr_html_(self) -> str | None:
        """Return the article with its quotes marked, for a notebook; nothing without the extra `report`."""
        try:
            from ruspolnews.export.html import article_to_html
        except RusPolNewsError:
            return None
        try:
            return article_to_html(self)
        except RusPolNewsError:
            return None

    def quotes_by(self, speaker: Speaker | str) -> tuple[Quote, ...]:
        """Return the quotes of one speaker, given as a `Speaker` or by name.

        A name matches when all its words stand in the speaker's name, letter case aside.

        Raises:
            InputError: `speaker` is neither, or is an empty name.

        Examples:
            >>> import ruspolnews as rpn
            >>> article = rpn.parse("Сергей Лавров заявил, что переговоры идут.")
            >>> [quote.text for quote in article.quotes_by("Лавров")]
            ['переговоры идут']
        """
        if isinstance(speaker, Speaker):
            return tuple(quote for quote in self.quotes if quote.speaker == speaker)
        if not isinstance(speaker, str) or not speaker.strip():
            raise InputError(f"speaker must be a Speaker or a name, got {speaker!r}")
        wanted = set(speaker.casefold().split())
        return tuple(
            quote for quote in self.quotes if quote.speaker and wanted <= set(quote.speaker.name.casefold().split())
        )

    def quotes_with(self, figure: Figure) -> tuple[Quote, ...]:
        """Return the quotes that contain `figure`, outermost first."""
        return tuple(quote for quote in self.quotes if figure in quote.figures)

    def __iter__(self) -> Iterator[Quote]:
        return iter(self.quotes)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain dicts, lists and strings; amounts as decimal strings.

        Returns:
            A dict that `Article.from_dict` turns back into an equal article.
        """
        from ruspolnews.export.plain import article_to_dict

        return article_to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the article as JSON text, with Cyrillic letters as they are."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Any) -> Article:
        """Rebuild an article from what `to_dict` gave.

        Raises:
            FormatError: `data` is not such a dict; the message names the place.
        """
        from ruspolnews.export.plain import article_from_dict

        return article_from_dict(data)


@attrs.frozen
class Failure(Packed):
    """A text of a batch that could not be parsed, and why."""

    text: Any = attrs.field(repr=False)
    error: RusPolNewsError
