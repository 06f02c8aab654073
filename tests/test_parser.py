"""The parser as a whole: what it promises of every text."""

import datetime
import gc
import pickle
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ruspolnews
from ruspolnews import Article, Failure, InputError, Parser

TEXT = """Глава МИД: визит отложен

Министр иностранных дел Армении Ара Саркисян заявил, что визит отложен. «Мы не готовы, — пояснил он. — Ждём мая».

По данным агентства, поездка стоила бы 1,5 млн драмов. Об этом сообщила пресс-служба.
"""
WORDS = st.sampled_from(
    'Петров заявил , что мы . готовы « » — сказал он " „ “ по словам министра ( ) : 5 млн рублей $ % Ё а \n \u00ad á 𝒳'
    " который добавив ли чтобы как сообщает в МИД говорится Об этом".split(" ")
)
ANY_TEXT = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


def check(article: Article) -> None:
    text = article.text
    for quote in article.quotes:
        assert quote.spans
        assert all(0 <= span.start < span.stop <= len(text) for span in quote.spans)
        assert list(quote.spans) == sorted(quote.spans)
        assert all(a.stop <= b.start for a, b in zip(quote.spans, quote.spans[1:], strict=False))
        assert quote.text == " ".join(span.of(text) for span in quote.spans)
        for part in (quote.cue, quote.source):
            assert part is None or (part.text == part.span.of(text) and part.text)
        assert quote.speaker is None or quote.speaker in article.speakers
        assert all(figure in article.figures for figure in quote.figures)
    for figure in article.figures:
        assert figure.text == figure.span.of(text)
    for speaker in article.speakers:
        assert speaker.name
        assert all(0 <= span.start < span.stop <= len(text) for span in speaker.mentions)
        assert list(speaker.mentions) == sorted(speaker.mentions)
    for sentence in article.sentences:
        assert sentence.text == sentence.span.of(text)
    assert Article.from_dict(article.to_dict()) == article


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_any_text_keeps_the_promises(text: str) -> None:
    check(ruspolnews.parse(text))


def test_lone_surrogates_and_controls() -> None:
    check(ruspolnews.parse("Он сказал\ud800, что \x00 «\u202eмы» готовы.\r\n\t«Да», — \u200bотве\u0301тил он."))


def test_letters_that_the_dictionary_has_no_name_for() -> None:
    check(ruspolnews.parse("𗀀:0: 𗀀 сказал, что 𗀀𗀀 готов. «𗀀», — ответил 𗀀."))


def test_white_space_at_the_end_changes_nothing() -> None:
    assert ruspolnews.parse(TEXT + " \n\n").quotes == ruspolnews.parse(TEXT).quotes


def test_a_paragraph_with_nothing_of_ours_changes_nothing() -> None:
    plain = ruspolnews.parse(TEXT)
    longer = ruspolnews.parse(TEXT + "\nДождь шёл всю ночь.\n")
    assert longer.quotes == plain.quotes
    assert longer.figures == plain.figures


@pytest.mark.parametrize("value", [None, b"text", 5, ["text"]])
def test_what_is_no_text_is_named(value: object) -> None:
    with pytest.raises(InputError, match=f"text must be str, got {type(value).__name__}"):
        ruspolnews.parse(value)  # type: ignore[arg-type]


def test_results_do_not_depend_on_earlier_documents() -> None:
    first = Parser().parse(TEXT)
    parser = Parser()
    for other in ("Лавров сказал, что ждёт.", "«Да», — ответила Анна.", TEXT.replace("Ара", "Анна")):
        parser.parse(other)
    assert parser.parse(TEXT) == first


def test_pickling() -> None:
    parser = pickle.loads(pickle.dumps(Parser()))
    article = parser.parse(TEXT)
    assert pickle.loads(pickle.dumps(article)) == article


def test_threads_agree() -> None:
    parser = Parser()
    expected = Parser().parse(TEXT)
    results: list[Article] = []
    threads = [threading.Thread(target=lambda: results.append(parser.parse(TEXT))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 8


@pytest.mark.parametrize("workers", [1, 2])
def test_pipe_keeps_order_and_reports_failures(workers: int) -> None:
    texts = [f"Министр {n} заявил, что «план {n}» готов." for n in range(100)]
    mixed: list[object] = [*texts[:50], None, *texts[50:]]
    results = list(Parser().pipe(mixed, workers=workers))  # type: ignore[arg-type]
    assert isinstance(results[50], Failure)
    assert "text must be str, got NoneType" in str(results[50].error)
    assert [r.text for n, r in enumerate(results) if n != 50] == texts


def test_pipe_reads_as_results_are_taken() -> None:
    taken = []

    def texts() -> object:
        for n in range(1000):
            taken.append(n)
            yield "Дождь."

    results = Parser().pipe(texts())  # type: ignore[arg-type]
    next(results)
    assert len(taken) == 1


def test_pipe_wants_workers() -> None:
    with pytest.raises(InputError, match="workers must be a positive whole number, got 0"):
        Parser().pipe([], workers=0)


def test_quantities_on_request() -> None:
    text = "На митинг пришли 30 человек."
    assert Parser().parse(text).figures == ()
    assert [figure.text for figure in Parser(quantities=True).parse(text).figures] == ["30 человек"]


def test_the_date_tells_the_belarusian_rouble() -> None:
    text = "Билет стоит 5 белорусских рублей."
    assert Parser().parse(text).figures[0].currency == "BYN"
    assert Parser().parse(text, date=datetime.date(2014, 3, 1)).figures[0].currency == "BYR"


def test_articles_leave_no_cycles_behind() -> None:
    parser = ruspolnews.Parser()
    text = "\n\n".join(
        [
            "Центральный банк Дании отозвал лицензию. ЦБ Дании сообщил, что касса пуста.",
            "«Касса пуста», — сказал глава ведомства Илья Зорич. По его словам, потеряно 5 млн крон.",
            "В докладе ведомства говорится, что вор пойман. Как пишет газета «Волна», он молчит.",
        ]
    )
    parser.parse(text)
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            parser.parse(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
