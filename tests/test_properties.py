"""What holds of every text, tried on as many as the profile of Hypothesis says."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promises import PARSER, check, findings
from ruspolnews import Article, InputError, Parser
from ruspolnews.morphology import Morphology
from strategies import NASTIES, any_text, news, spoilt_news

FORGETFUL = Parser(quantities=True)
FORGETFUL._morphology = Morphology(cache_size=1)
FEWER = settings(max_examples=max(20, settings().max_examples // 20))


@given(any_text())
def test_any_text_keeps_the_promises(text: str) -> None:
    check(PARSER.parse(text))


@given(spoilt_news())
def test_spoilt_news_keeps_the_promises(text: str) -> None:
    check(PARSER.parse(text))


@pytest.mark.parametrize("nasty", NASTIES, ids=ascii)
def test_each_nasty_alone_everywhere(nasty: str) -> None:
    text = "Министр Анна Лужина заявила, что «план» готов, и дала 5 млн рублей."
    check(PARSER.parse(nasty))
    check(PARSER.parse(nasty * 50))
    for at in range(len(text) + 1):
        check(PARSER.parse(text[:at] + nasty + text[at:]))


@given(spoilt_news())
def test_results_do_not_depend_on_what_is_remembered(text: str) -> None:
    assert PARSER.parse(text) == FORGETFUL.parse(text) == PARSER.parse(text)


@FEWER
@given(st.lists(spoilt_news(), min_size=2, max_size=5))
def test_results_do_not_depend_on_the_order(texts: list[str]) -> None:
    shuffled = sorted(texts, key=lambda text: text[::-1])
    found = dict(zip(shuffled, PARSER.pipe(shuffled), strict=True))
    assert [found[text] for text in texts] == list(PARSER.pipe(texts))


@given(any_text(), st.text(" \n\t\r\u00a0\u2009", min_size=1, max_size=4))
def test_white_space_at_the_end_changes_nothing(text: str, white: str) -> None:
    plain, longer = PARSER.parse(text), PARSER.parse(text + white)
    assert findings(longer) == findings(plain)
    assert longer.sentences == plain.sentences
    assert (longer.title, longer.dateline) == (plain.title, plain.dateline)


@given(news(), st.sampled_from(["Ночью шёл дождь.", "Снег лежит до весны.", "Река течёт на север."]))
def test_a_paragraph_with_nothing_of_ours_changes_nothing(text: str, more: str) -> None:
    text += "\n\nЛес стоит тихо.\n\n"
    assert findings(PARSER.parse(text + more)) == findings(PARSER.parse(text))


@given(spoilt_news())
def test_pickled_articles_come_back(text: str) -> None:
    article = PARSER.parse(text)
    assert pickle.loads(pickle.dumps(article)) == article


@given(any_text(), st.integers(1, 60))
def test_a_text_is_parsed_or_refused_by_its_length(text: str, limit: int) -> None:
    parser = Parser(max_length=limit)
    parser._morphology = PARSER._morphology
    if len(text) > limit:
        with pytest.raises(InputError, match=f"^text has {len(text)} characters, the limit is {limit}: "):
            parser.parse(text)
    else:
        assert isinstance(parser.parse(text), Article)
