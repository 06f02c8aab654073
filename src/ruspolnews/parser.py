"""`Parser` and `parse`: the one module that knows every stage."""

from __future__ import annotations

import datetime
import threading
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any, Final

from ruspolnews.cleaning import clean
from ruspolnews.errors import InputError, RusPolNewsError
from ruspolnews.figures import find_figures
from ruspolnews.lexicon import Table
from ruspolnews.mentions.resolution import Credit, resolve
from ruspolnews.model import Article, Cue, Failure, Figure, Quote, QuoteKind, Sentence, Source, Span, Speaker
from ruspolnews.morphology import Morphology
from ruspolnews.pool import map_in_order
from ruspolnews.quotes import Finding, find_quotes
from ruspolnews.quotes.lexicon import Lexicon, check_verbs
from ruspolnews.segmentation import Document, segment

__all__ = ["MAX_LENGTH", "Parser", "parse"]

MAX_LENGTH = 5_000_000
"""Characters that a text may have unless `Parser` is told otherwise: some two thousand articles' worth."""
_EVERYTHING: Final = """\
«Деньги есть», — сказала «Ведомостям» министр экономики Анна Петрова. По её словам, это следует из доклада.
Об этом, по словам министра экономики Анны Петровой, говорится и в плане на 5 млрд рублей.
Заявление министра о том, что денег нет, в пресс-службе назвали ошибкой.
"""
"""A text that needs every table, so that they are loaded when a parser is built, not while it parses."""
_loaded: Final[list[bool]] = []


class Parser:
    """Parses articles. Safe to share between threads, and picklable; its caches are bounded.

    The first parser of a process loads dictionary and tables, which takes a tenth of a second; build one, and keep it.

    Args:
        quantities: whether plain counts with their noun (`30 человек`) are figures too.
        max_length: texts of more characters are refused, so that one stray file cannot hold up a service; `None`
            lifts the limit. No article comes near the default.
        verbs: verbs of speech beside the library's own, in the columns of its table `speech_verbs`: `lemma`, `stance`,
            `frames`, and `note` if you like. `ruspolnews.lexicon.read_table` reads them from a file.

    Raises:
        InputError: an argument is of the wrong type.
        LexiconError: a row of `verbs` makes no sense.

    Examples:
        >>> from ruspolnews import Parser
        >>> parser = Parser()
        >>> article = parser.parse("По словам Дмитрия Пескова, на это выделят 5 млрд рублей.")
        >>> quote = article.quotes[0]
        >>> quote.speaker.name, quote.text, [str(figure.low) for figure in quote.figures]
        ('Дмитрий Песков', 'на это выделят 5 млрд рублей', ['5000000000'])
    """

    def __init__(
        self, *, quantities: bool = False, max_length: int | None = MAX_LENGTH, verbs: Table | None = None
    ) -> None:
        if not isinstance(quantities, bool):
            raise InputError(f"quantities must be True or False, got {quantities!r}")
        if max_length is not None and not _positive(max_length):
            raise InputError(f"max_length must be a positive whole number or None, got {max_length!r}")
        if verbs is not None and not isinstance(verbs, Table):
            raise InputError(f"verbs must be a Table, got {type(verbs).__name__}: read it with lexicon.read_table")
        self._morphology = Morphology()
        self._max_length = max_length
        self._quantities = quantities
        self._verbs = verbs
        self._lexicon: Lexicon | None = None
        if verbs is not None:
            check_verbs(verbs, self._morphology)
            self._lexicon = Lexicon(self._morphology, verbs)
        if not _loaded:
            self._read(_EVERYTHING, None)
            _loaded.append(True)

    def __reduce__(self) -> tuple[Any, ...]:
        return _parser, (self._quantities, self._max_length, self._verbs)

    def parse(self, text: str, *, date: datetime.date | None = None) -> Article:
        """Return the article that `text` spells, with its quotes, speakers and figures.

        Args:
            text: plain text, paragraphs set apart by line breaks; the first may be a title.
            date: the day of publication, if known: it tells `BYR` from `BYN`.

        Returns:
            An article whose offsets are characters of `text`, half open.

        Raises:
            InputError: `text` is not a string or is longer than `max_length`, or `date` is no date.
        """
        if not isinstance(text, str):
            raise InputError(_not_a_text(text))
        if self._max_length is not None and len(text) > self._max_length:
            raise InputError(
                f"text has {len(text)} characters, the limit is {self._max_length}: "
                "split it, or raise the limit with Parser(max_length=...); None lifts it"
            )
        if isinstance(date, datetime.datetime):
            date = date.date()
        elif date is not None and not isinstance(date, datetime.date):
            raise InputError(f"date must be a datetime.date or None, got {type(date).__name__}")
        cleaned = clean(text)
        if cleaned is None:
            return self._read(text, date)
        return cleaned.restore(self._read(cleaned.text, date))

    def _read(self, text: str, date: datetime.date | None) -> Article:
        """Return the article that a clean text spells."""
        doc = segment(text, self._morphology)
        figures = find_figures(doc, quantities=self._quantities, date=date)
        findings = find_quotes(doc, self._lexicon)
        credited, speakers = resolve(doc, [_credit(finding) for finding in findings])
        return Article(
            text=text,
            title=Span(*doc.title) if doc.title else None,
            dateline=Span(*doc.dateline) if doc.dateline else None,
            sentences=_sentences(doc),
            quotes=_quotes(doc, findings, credited, figures),
            figures=figures,
            speakers=speakers,
        )

    def pipe(self, texts: Iterable[str], *, workers: int = 1) -> Iterator[Article | Failure]:
        """Yield the article of each text, in order, in bounded memory.

        A text that cannot be parsed yields a `Failure` that carries the error, and the others go on.

        Args:
            texts: any iterable; it is read as the results are taken.
            workers: processes; with 1 all is done in this process.

        Raises:
            InputError: `workers` is not a positive number, or `texts` is one text or no iterable.

        Examples:
            >>> from ruspolnews import Article, Parser
            >>> results = Parser().pipe(["Песков сообщил, что переговоры идут.", None])
            >>> [type(result).__name__ for result in results]
            ['Article', 'Failure']
        """
        if not _positive(workers):
            raise InputError(f"workers must be a positive whole number, got {workers!r}")
        if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
            raise InputError(f"texts must be an iterable of texts, got {type(texts).__name__}: put one text in a list")
        if workers == 1:
            return map(self._attempt, texts)
        return map_in_order(self._attempt, texts, workers)

    def _attempt(self, text: str) -> Article | Failure:
        try:
            return self.parse(text)
        except RusPolNewsError as error:
            return Failure(text, error)


def _parser(quantities: bool, max_length: int | None, verbs: Table | None) -> Parser:
    """Return a parser in another process, with caches of its own."""
    return Parser(quantities=quantities, max_length=max_length, verbs=verbs)


def _credit(finding: Finding) -> Credit:
    """Return what the resolution of speakers needs to know of a finding."""
    form = finding.cue.form if finding.cue else None
    past = form is not None and form.mode in ("finite", "short")
    return Credit(
        phrase=finding.source,
        at=finding.cue.head if finding.cue else finding.start,
        gender=form.gender if form and past and form.number != "plur" else "",
        number=form.number if form and past else "",
        zero=finding.zero or (finding.follows is not None and finding.follows < finding.start),
        content=finding.content,
    )


def _sentences(doc: Document) -> tuple[Sentence, ...]:
    spans = (Span(doc.starts[first], doc.stops[last - 1]) for first, last in doc.sentences)
    return tuple(Sentence(span, span.of(doc.text)) for span in spans)


def _quotes(
    doc: Document, findings: Sequence[Finding], credited: Sequence[Speaker | None], figures: Sequence[Figure]
) -> tuple[Quote, ...]:
    """Return the public quotes; `findings` come in order of their content, a longer one before those inside it."""
    quotes: list[Quote] = []
    open_quotes: list[tuple[int, Quote]] = []
    by_start: dict[int, Speaker | None] = {}
    for finding, speaker in zip(findings, credited, strict=True):
        if finding.follows is None:  # a title may follow what comes after it
            by_start.setdefault(finding.start, speaker)
    starts = [figure.span.start for figure in figures]
    for finding, speaker in zip(findings, credited, strict=True):
        if finding.follows is not None and finding.follows in by_start:
            speaker = by_start[finding.follows]
        by_start.setdefault(finding.start, speaker)
        while open_quotes and open_quotes[-1][0] < finding.stop:
            open_quotes.pop()
        if speaker is None and open_quotes and finding.source and doc.norms[finding.source.head] in ("я", "мы"):
            speaker = open_quotes[-1][1].speaker
        spans = tuple(Span(doc.starts[first], doc.stops[last - 1]) for first, last in finding.content)
        quote = Quote(
            kind=finding.kind,
            spans=spans,
            text=" ".join(span.of(doc.text) for span in spans),
            cue=_cue(doc, finding),
            source=_source(doc, finding),
            speaker=speaker,
            parent=open_quotes[-1][1] if open_quotes and finding.kind != QuoteKind.ANAPHORIC else None,
            figures=_inside(spans, figures, starts),
            rule=finding.rule,
        )
        quotes.append(quote)
        open_quotes.append((finding.stop, quote))
    return tuple(quotes)


def _inside(spans: Sequence[Span], figures: Sequence[Figure], starts: Sequence[int]) -> tuple[Figure, ...]:
    """Return the figures within the spans; `starts` are where the figures begin."""
    return tuple(
        figure
        for span in spans
        for figure in figures[bisect_left(starts, span.start) : bisect_left(starts, span.stop)]
        if span.covers(figure.span)
    )


def _cue(doc: Document, finding: Finding) -> Cue | None:
    cue = finding.cue
    if cue is None:
        return None
    span = Span(doc.starts[cue.first], doc.stops[cue.last - 1])
    return Cue(span, span.of(doc.text), cue.form.lemma, cue.form.stance)


def _source(doc: Document, finding: Finding) -> Source | None:
    if finding.source is None:
        return None
    span = Span(doc.starts[finding.source.start], doc.stops[finding.source.stop - 1])
    return Source(span, span.of(doc.text))


def _not_a_text(value: object) -> str:
    message = f"text must be str, got {type(value).__name__}"
    if isinstance(value, bytes | bytearray | memoryview):
        message += ': decode it first, for example text.decode("utf-8")'
    elif isinstance(value, PurePath):
        message += ': read the file first, for example path.read_text("utf-8")'
    elif hasattr(value, "read"):
        message += ": read it first, for example file.read()"
    elif isinstance(value, Iterable):
        message += ": hand its texts over one by one, or all to Parser.pipe"
    return message


def _positive(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


_default: list[Parser] = []
_lock = threading.Lock()


def parse(text: str) -> Article:
    """Return the article that `text` spells, by a default `Parser` that is built on first use.

    Raises:
        InputError: `text` is not a string, or has more than five million characters (see `Parser`).

    Examples:
        >>> import ruspolnews as rpn
        >>> article = rpn.parse("«Переговоры идут», — заявил Сергей Лавров.")
        >>> quote = article.quotes[0]
        >>> quote.kind.value, quote.text, quote.cue.lemma, quote.speaker.name
        ('direct', 'Переговоры идут', 'заявить', 'Сергей Лавров')
    """
    if not _default:
        with _lock:
            if not _default:
                _default.append(Parser())
    return _default[0].parse(text)
