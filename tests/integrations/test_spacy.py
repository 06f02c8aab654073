"""The spaCy component, in a real pipeline; skipped without spaCy."""

from typing import Any

import pytest

import ruspolnews as rpn

spacy = pytest.importorskip("spacy")

TEXT = "«Мы вложим $30 млн, — сказал мэр Пётр Сухов. — Начнём осенью». По его словам, мост откроют в мае."


@pytest.fixture(scope="module")
def nlp() -> Any:
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("ruspolnews")
    return pipeline


def test_the_article_is_what_parse_finds(nlp: Any) -> None:
    assert nlp(TEXT)._.article == rpn.parse(TEXT)


def test_quotes_are_spans_of_tokens(nlp: Any) -> None:
    doc = nlp(TEXT)
    direct, indirect = doc._.quotes
    assert [span.text for span in direct.spans] == ["Мы вложим $30 млн", "Начнём осенью"]
    assert [span.label_ for span in direct.spans] == ["direct", "direct"]
    assert (direct.cue.text, direct.cue.label_, direct.source.text) == ("сказал", "сказать", "мэр Пётр Сухов")
    assert (indirect.quote.speaker.name, indirect.source.label_) == ("Пётр Сухов", "Пётр Сухов")
    assert direct.aligned
    assert indirect.aligned
    assert [span.text for span in doc.spans["quotes"]] == ["Мы вложим $30 млн", "Начнём осенью", "мост откроют в мае"]


def test_spans_are_those_of_the_article(nlp: Any) -> None:
    doc = nlp(TEXT)
    for found in doc._.quotes:
        for span, exact in zip(found.spans, found.quote.spans, strict=True):
            assert (span.start_char, span.end_char) == (exact.start, exact.stop)
    (figure,) = doc._.figures
    assert (figure.span.text, figure.span.label_, figure.figure.low) == ("$30 млн", "money", 30_000_000)


def test_what_does_not_meet_tokens_covers_them_and_says_so() -> None:
    pipeline = spacy.blank("ru")
    pipeline.tokenizer = spacy.tokenizer.Tokenizer(pipeline.vocab)  # splits at white space only
    pipeline.add_pipe("ruspolnews")
    (direct, _) = pipeline(TEXT)._.quotes
    assert not direct.aligned
    assert [span.text for span in direct.spans] == ["«Мы вложим $30 млн,", "Начнём осенью»."]
    assert direct.quote.spans[0].of(TEXT) == "Мы вложим $30 млн"


@pytest.mark.parametrize("text", ["", "\n", "Дождь."])
def test_nothing_is_found_where_nothing_is(nlp: Any, text: str) -> None:
    doc = nlp(text)
    assert (doc._.quotes, doc._.figures, doc._.article.text) == ((), (), text)


def test_a_doc_that_the_component_has_not_seen(nlp: Any) -> None:
    doc = spacy.blank("ru")(TEXT)
    assert (doc._.article, doc._.quotes, doc._.figures) == (None, (), ())


def test_quantities_on_request() -> None:
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("ruspolnews", config={"quantities": True})
    assert [found.span.text for found in pipeline("Пришли 30 человек.")._.figures] == ["30 человек"]


def test_bytes_keep_what_was_found(nlp: Any) -> None:
    doc = nlp(TEXT)
    back = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert back._.article == doc._.article
    assert [str(found.spans) for found in back._.quotes] == [str(found.spans) for found in doc._.quotes]
    kept = spacy.tokens.DocBin(store_user_data=True)
    kept.add(doc)
    (again,) = spacy.tokens.DocBin(store_user_data=True).from_bytes(kept.to_bytes()).get_docs(nlp.vocab)
    assert again._.article == doc._.article


def test_processes(nlp: Any) -> None:
    docs = list(nlp.pipe([TEXT, "Дождь.", TEXT], n_process=2, batch_size=1))
    assert [len(doc._.quotes) for doc in docs] == [2, 0, 2]
    assert docs[2]._.article == rpn.parse(TEXT)


def test_a_saved_pipeline_is_loaded_by_its_entry_point(nlp: Any, tmp_path: Any) -> None:
    nlp.to_disk(tmp_path / "nlp")
    assert len(spacy.load(tmp_path / "nlp")(TEXT)._.quotes) == 2


def test_spans_follow_a_retokenizer(nlp: Any) -> None:
    doc = nlp(TEXT)
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc._.figures[0].span)
    assert [len(found.span) for found in doc._.figures] == [1]
