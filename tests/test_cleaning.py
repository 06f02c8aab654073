"""What does not show is not read, and stays in the words of the original."""

import time
import unicodedata

import pytest

import ruspolnews
from promises import check
from ruspolnews import Parser
from ruspolnews.cleaning import clean


def test_a_plain_text_passes_as_it_is() -> None:
    assert clean("Пётр сказал: «Да» — и ушёл…") is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("за\u00adявил", "заявил"),
        ("заяви\u0301л", "заявил"),
        (unicodedata.normalize("NFD", "Йод, ёж, café"), "Йод, ёж, café"),
        ("\ufeffДа\u200b.\u200e", "Да."),
        ("― Да", "— Да"),
        ("\u0301", "\u0301"),
        ("क़\u0301", "क़\u0301"),
        ("\u00ad", ""),
    ],
)
def test_clean(text: str, plain: str) -> None:
    cleaned = clean(text)
    assert cleaned is not None
    assert cleaned.text == plain
    check(Parser().parse(text))


def test_offsets_are_those_of_the_original() -> None:
    text = "\ufeffМинистр Петро\u0301в за\u00adяви\u0301л, что на «пла\u00adн»\u200b дали 5 млн ру\u00adбле\u0301й."
    article = ruspolnews.parse(text)
    quote = article.quotes[0]
    assert quote.cue is not None
    assert quote.cue.text == "за\u00adяви\u0301л"
    assert quote.cue.lemma == "заявить"
    assert quote.text == "на «пла\u00adн»\u200b дали 5 млн ру\u00adбле\u0301й"
    assert quote.source is not None
    assert quote.source.text == "Министр Петро\u0301в"
    assert quote.speaker is not None
    assert quote.speaker.name == "Петров"
    assert article.figures[0].text == "5 млн ру\u00adбле\u0301й"
    assert quote.figures == article.figures
    assert article.sentences[0].text == text.strip("\ufeff")
    check(article)


def test_quotes_within_quotes_keep_their_parents() -> None:
    article = ruspolnews.parse("Петро\u0301в сказал, что Лужина заявила, что план «гото\u0301в».")
    inner = [quote for quote in article.quotes if quote.parent]
    assert inner
    assert all(any(quote.parent is other for other in article.quotes) for quote in inner)


def test_many_marks_take_linear_time() -> None:
    start = time.process_time()
    cleaned = clean("е" + "\u0301\u0327\u0323" * 100_000 + "\u00adй" * 100_000)
    assert cleaned is not None
    assert time.process_time() - start < 5
