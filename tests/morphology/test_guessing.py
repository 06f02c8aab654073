"""Words out of the dictionary are read as pymorphy3 reads them, in a time that is bounded."""

from __future__ import annotations

import time
from itertools import product
from types import SimpleNamespace
from typing import Any

import pymorphy3
import pytest

from ruspolnews import parse
from ruspolnews.lexicon import load
from ruspolnews.morphology import Morphology, fold
from ruspolnews.morphology.guessing import guesser_for, limit_of
from ruspolnews.morphology.paradigms import Paradigms

STEMS = (
    "Зорич Лужин Рябк Кастр Вахрамей Дюркгей Щукар Обрамб Захарч Недоброж Перепелкинсо Двухжил Порош Наирид По".split()
)
ENDINGS = ["", "а", "у", "ом", "е", "ов", "ова", "овой", "ский", "ского", "енко", "дзе", "ин", "иной", "ян", "о", "и"]
PREFIXED = [
    "экссанитар",
    "лжемэрия",
    "спецкабмин",
    "супернедострой",
    "киноведа",
    "прапрадеды",
    "антикорнишон",
    "нанобыр",
]
INVENTED = sorted({fold(stem + ending) for stem, ending in product(STEMS, ENDINGS)} | set(PREFIXED))


@pytest.fixture(scope="module")
def plain() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


def test_readings_are_those_of_pymorphy3(plain: Any) -> None:
    morphology = Morphology()
    unknown = [word for word in INVENTED if len(word) > 1 and not plain.word_is_known(word)]
    assert len(unknown) > 180
    for word in unknown:
        expected = [(fold(p.normal_form), str(p.tag.POS or ""), p.tag.grammemes, p.score) for p in plain.parse(word)]
        assert [(r.lemma, r.pos, r.tags, r.score) for r in morphology.readings(word)] == expected, word
        assert not any(r.known for r in morphology.readings(word))


def test_nominatives_are_those_of_pymorphy3(plain: Any) -> None:
    morphology = Morphology()
    for word in INVENTED:
        if len(word) < 2 or plain.word_is_known(word):
            continue
        expected = []
        for p in plain.parse(word):
            if p.tag.POS in ("NOUN", "ADJF", "PRTF", "NUMR") and p.tag.case:
                gender = {p.tag.gender} if p.tag.gender and p.tag.POS != "NOUN" else set()
                inflected = p.inflect({"nomn"} | ({p.tag.number} if p.tag.number else set()) | gender)
                expected += [p.word if p.tag.case == "nomn" else inflected.word] if inflected else []
        assert [nominative for nominative, _ in morphology.nominatives(word)] == expected, word


def test_names_in_the_tables_have_a_reading() -> None:
    morphology = Morphology()
    for row in load("first_names"):
        assert morphology.readings(fold(row["name"]))[0].lemma


@pytest.mark.parametrize("prefix", ["недо", "двух", "пере", "до", "экс-", "вице-", "недо-", "по-", "не"])
@pytest.mark.parametrize("count", [12, 24, 3_000])
def test_heaped_prefixes_are_read_in_time(prefix: str, count: int) -> None:
    name = (prefix * count).capitalize() + "лужин"
    text = f"По словам {name}а, мост откроют. «Мост построен», — сказал {name}. Об этом пишет {name}9."
    start = time.perf_counter()
    assert "Мост построен" in [quote.text for quote in parse(text).quotes]
    assert time.perf_counter() - start < 2


def test_an_analyzer_of_other_units_is_left_to_itself(plain: Any) -> None:
    other = SimpleNamespace(_units=plain._units[1:])
    paradigms = Paradigms(plain.dictionary)
    assert guesser_for(other, paradigms, lambda word: [], lambda word, tags: []) is None
    readable = limit_of(SimpleNamespace(_units=[(object(), True)]))
    assert readable("недонедонедонедозорин")
    assert not limit_of(plain)("недонедонедонедозорин")
    assert not readable("ы" * 61)
