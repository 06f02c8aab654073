"""Who said what, and how much money: quotes, speakers and amounts in Russian political news."""

from ruspolnews.errors import FormatError, InputError, LexiconError, RusPolNewsError
from ruspolnews.figures import format_figure
from ruspolnews.model import (
    Article,
    Bound,
    Cue,
    Failure,
    Figure,
    FigureKind,
    Gender,
    Quote,
    QuoteKind,
    Sentence,
    Source,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
)
from ruspolnews.parser import Parser, parse

__all__ = [
    "Article",
    "Bound",
    "Cue",
    "Failure",
    "Figure",
    "FigureKind",
    "FormatError",
    "Gender",
    "InputError",
    "LexiconError",
    "Parser",
    "Quote",
    "QuoteKind",
    "RusPolNewsError",
    "Sentence",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "format_figure",
    "parse",
]
__version__ = "0.1.0"
