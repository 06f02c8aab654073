"""The automata read here answer what DAWG2-Python and its C extension answer."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dawg_python
import pymorphy3_dicts_ru
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruspolnews.lexicon import load
from ruspolnews.morphology import Morphology
from ruspolnews.morphology.automaton import Probabilities, Words, quicken

FOLDER = Path(pymorphy3_dicts_ru.get_path())
REPLACES = dawg_python.DAWG.compile_replaces({"е": "ё"})
TABLES = {"roles": "lemma", "organizations": "lemma", "first_names": "name", "speech_verbs": "lemma"}
WORDS = sorted({row[column].lower() for table, column in TABLES.items() for row in load(table)})
ODD = ["", "е", "ё", "ее", "елее", "ещё", "еще", "все", "чем", "нее", "x", "стали\x01", "\x01", "щщщ", "ле", "тут", "б"]


@pytest.fixture(scope="module")
def plain() -> Any:
    return dawg_python.RecordDAWG(">HH").load(FOLDER / "words.dawg")


@pytest.fixture(scope="module")
def endings() -> Any:
    return dawg_python.RecordDAWG(">IHH").load(FOLDER / "prediction-suffixes-0.dawg")


@pytest.fixture(scope="module")
def weights() -> Any:
    found = dawg_python.IntCompletionDAWG().load(FOLDER / "p_t_given_w.intdawg")
    found.MULTIPLIER = 1_000_000
    return found


def test_words_have_the_same_values_in_the_same_order(plain: Any) -> None:
    quick = Words(plain)
    assert len(WORDS) > 2_000
    for word in (*ODD, *WORDS, *(word.replace("ё", "е") for word in WORDS), *(word[:-1] for word in WORDS)):
        assert quick.similar_items(word) == plain.similar_items(word, REPLACES), word


def test_endings_have_the_same_values(endings: Any) -> None:
    quick = Words(endings)
    for ending in sorted({word[-size:] for word in WORDS for size in range(1, 6)}):
        assert quick.similar_items(ending) == endings.similar_items(ending, REPLACES), ending


@given(word=st.text(max_size=12) | st.text("абвгдеёжзилмнорсту", max_size=8))
def test_no_word_is_read_otherwise(plain: Any, word: str) -> None:
    assert Words(plain).similar_items(word) == plain.similar_items(word, REPLACES)


def test_probabilities_are_those_of_the_automaton(weights: Any) -> None:
    quick = Probabilities(weights)
    keys = [key for word in ("стали", "банка", "три", "дело") for key in weights.keys(f"{word}:")]
    assert len(keys) > 8
    for key in keys:
        word, tag = key.split(":")
        expected = weights[key] / weights.MULTIPLIER
        assert quick.prob(word, tag) == expected
        assert quick.of(word, [tag, "NOUN,none"]) == [expected, 0.0]
    assert quick.of("лужинить", ["VERB"]) == []
    assert quick.prob("лужинить", "VERB") == 0.0
    assert quick.prob("стали", "") == 0.0


def test_an_automaton_of_another_kind_is_left_as_it_is() -> None:
    words = SimpleNamespace(similar_items=len)
    analyzer = SimpleNamespace(
        dictionary=SimpleNamespace(words=words, prediction_suffixes_dawgs=[]),
        char_substitutes=REPLACES,
        prob_estimator=SimpleNamespace(p_t_given_w=SimpleNamespace(prob=lambda word, tag: 0.5)),
    )
    probabilities = quicken(analyzer)
    assert words.similar_items is len
    assert probabilities("банка", ["NOUN", "VERB"]) == [0.5, 0.5]
    assert probabilities("", ["NOUN"]) == [0.5]


def test_other_letters_replaced_are_left_to_the_automaton(plain: Any) -> None:
    analyzer = SimpleNamespace(
        dictionary=SimpleNamespace(words=plain, prediction_suffixes_dawgs=[]),
        char_substitutes=dawg_python.DAWG.compile_replaces({"и": "й"}),
        prob_estimator=SimpleNamespace(p_t_given_w=SimpleNamespace(prob=lambda word, tag: 0.0)),
    )
    quicken(analyzer)
    assert "similar_items" not in vars(plain)


READ = """
import json, sys
if sys.argv[1] == "plain":
    sys.modules["dawg"] = None  # as where the C extension is not installed
from ruspolnews.morphology import Morphology
import pymorphy3.dawg
assert pymorphy3.dawg.EXTENSION_AVAILABLE is (sys.argv[1] != "plain")
morphology = Morphology()
words = json.load(sys.stdin)
told = lambda r: [r.lemma, r.pos, r.case, r.number, r.gender, r.animacy, r.tense, r.person, sorted(r.tags), r.score]
print(json.dumps([[told(r) for r in morphology.readings(word)] for word in words]))
print(json.dumps([[[form, *told(r)] for form, r in morphology.nominatives(word)] for word in words]))
"""


@pytest.mark.skipif(find_spec("dawg") is None, reason="the extra fast is not installed")
def test_readings_do_not_depend_on_the_extension() -> None:
    words = [*ODD[1:], *WORDS[::7], "зоричем", "лужиной", "рябинину", "экс-мэром", "абракадаброй", "стекла", "замок"]
    told = [
        subprocess.run(
            [sys.executable, "-c", READ, kind], input=json.dumps(words), text=True, capture_output=True, check=True
        ).stdout
        for kind in ("plain", "fast")
    ]
    assert told[0] == told[1]
    assert len(json.loads(told[0].splitlines()[0])) == len(words)


def test_a_word_of_either_animacy_is_read_as_animate() -> None:
    accusatives = [r for r in Morphology().readings("вирусов") if r.case == "accs"]
    assert [r.animacy for r in accusatives] == ["anim"]
