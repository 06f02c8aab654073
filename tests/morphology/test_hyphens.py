"""Words of two parts are read as pymorphy3 reads them."""

from __future__ import annotations

from typing import Any

import pymorphy3
import pytest

from ruspolnews.morphology import Morphology, fold

WORDS = """
80-летний 40-летнюю 25-летним 29-го 2000-х vpn-сервисов фотограф-любитель женщины-спикера мэра-рекордсмена
японо-российские оперативно-розыскную севере-востоке лужин-зорич зорича-рябинина касым-жомарта карл-хенрик
скотленд-ярде мэр-мэр иди-иди я-сам пайн-ридж стросс-кана телеграм-канал воздушно-капельный
""".split()
LEFT = "экс-мэр по-западному смотри-ка кто-то горки-8 а--б -мэр мэр- сан-садурни-д".split()


@pytest.fixture(scope="module")
def plain() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@pytest.mark.parametrize("word", [*WORDS, *LEFT])
def test_readings_are_those_of_pymorphy3(plain: Any, word: str) -> None:
    expected = [(fold(p.normal_form), str(p.tag.POS or ""), p.tag.grammemes, p.score) for p in plain.parse(word)]
    assert [(r.lemma, r.pos, r.tags, r.score) for r in Morphology().readings(word)] == expected


def test_most_are_read_without_pymorphy3(monkeypatch: pytest.MonkeyPatch, plain: Any) -> None:
    asked: list[str] = []
    parse = pymorphy3.MorphAnalyzer.parse
    monkeypatch.setattr(pymorphy3.MorphAnalyzer, "parse", lambda self, word: asked.append(word) or parse(self, word))
    morphology = Morphology()
    for word in WORDS:
        assert morphology.readings(word)[0].lemma
    assert [word for word in asked if "-" in word] == []
