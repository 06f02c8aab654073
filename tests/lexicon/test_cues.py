"""Every row of the cue tables is sound, and its example holds the cue."""

from __future__ import annotations

import re

import pytest

from ruspolnews import Stance
from ruspolnews.lexicon import Table, load
from ruspolnews.lexicon.tables import Row
from ruspolnews.morphology import Morphology, fold
from ruspolnews.quotes.lexicon import OTHER_WORDS, SURE, Lexicon, _agreement

FRAMES = frozenset("that tothat question chtoby direct colon paren name fragment about impersonal".split())
STANCES = frozenset(stance.value for stance in Stance)
CASES = frozenset(["gent", "datv", "accs", "ablt"])

VERBS = load("speech_verbs", "lemma", "stance", "frames", "example")
PREDICATES = load("speech_predicates", "form", "lemma", "stance", "frames", "example")
COLLOCATIONS = load("speech_collocations", "verb", "noun", "lemma", "stance", "frames", "example")
PHRASES = load("attribution_phrases", "phrase", "lemma", "case", "stance", "example")


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:-\w+)*", fold(text))


def forms(morphology: Morphology, verb: str) -> set[str]:
    return {word for word, _ in morphology.verb_forms(verb, lambda grammemes: grammemes)}


def test_other_words_are_those_that_are_likelier_something_else(morphology: Morphology) -> None:
    verbs = {word for row in VERBS for word, key in morphology.verb_forms(row["lemma"], _agreement)}
    short = {fold(word.strip()) for row in PREDICATES for word in row["form"].split(",")}
    likelier = {word for word in verbs | short if morphology.readings(word)[0].pos in ("PREP", "CONJ", "PRCL", "ADVB")}
    assert likelier == OTHER_WORDS


def named(table: Table, column: str) -> list[object]:
    return [pytest.param(row, id=row[column]) for row in table]


@pytest.mark.parametrize(
    ("table", "columns", "count"),
    [
        (VERBS, "lemma pair stance frames example note", 330),
        (PREDICATES, "form lemma stance frames example note", 25),
        (COLLOCATIONS, "verb noun lemma stance frames example note", 60),
        (PHRASES, "phrase lemma case stance example note", 60),
    ],
    ids=lambda value: value.name if isinstance(value, Table) else "",
)
def test_table(table: Table, columns: str, count: int) -> None:
    assert table.columns == tuple(columns.split())
    assert len(table) >= count
    assert {row["stance"] for row in table} <= STANCES
    examples = [row["example"] for row in table]
    assert len(set(examples)) == len(examples)
    assert [example for example in examples if not re.search(r"\.$", example)] == []
    if "frames" in table.columns:
        for row in table:
            frames = row["frames"].split(",")
            assert set(frames) <= FRAMES, row
            assert len(set(frames)) == len(frames), row


@pytest.mark.parametrize(
    ("table", "key"),
    [(VERBS, ["lemma"]), (PREDICATES, ["lemma"]), (COLLOCATIONS, ["verb", "noun"]), (PHRASES, ["phrase"])],
    ids=lambda value: value.name if isinstance(value, Table) else "",
)
def test_no_cue_stands_twice(table: Table, key: list[str]) -> None:
    keys = [tuple(fold(row[column]) for column in key) for row in table]
    assert len(set(keys)) == len(keys)


def test_aspect_pairs_are_mutual() -> None:
    pairs = {row["lemma"]: row["pair"] for row in VERBS}
    assert {lemma: pair for lemma, pair in pairs.items() if pair and pairs.get(pair) != lemma} == {}


@pytest.mark.parametrize("row", named(VERBS, "lemma"))
def test_verb(row: Row, morphology: Morphology) -> None:
    lemma = fold(row["lemma"])
    assert morphology.lemma(lemma) == lemma
    assert forms(morphology, row["lemma"]) & set(words(row["example"]))


@pytest.mark.parametrize("row", named(PREDICATES, "lemma"))
def test_predicate(row: Row, morphology: Morphology) -> None:
    listed = [fold(form) for form in row["form"].split(",")]
    assert listed[0] == fold(row["lemma"])
    assert len(listed) in (3, 4)
    for form in listed:
        assert any(reading.pos in ("ADJS", "PRTS") for reading in morphology.readings(form)), form
    assert set(listed) & set(words(row["example"]))


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['verb']} {row['noun']}") for row in COLLOCATIONS])
def test_collocation(row: Row, morphology: Morphology) -> None:
    example = " ".join(words(row["example"]))
    assert forms(morphology, row["verb"]) & set(words(row["example"]))
    assert any(re.search(rf"\b{fold(noun)}\b", example) for noun in row["noun"].split(","))
    assert fold(row["lemma"]).split()[0] == fold(row["verb"])


@pytest.mark.parametrize("row", named(PHRASES, "phrase"))
def test_phrase(row: Row) -> None:
    assert row["phrase"] == fold(row["lemma"])
    assert row["case"] in CASES
    example = iter(words(row["example"]))
    assert all(word in example for word in row["phrase"].split())


def test_every_form_of_every_verb_is_found(morphology: Morphology) -> None:
    """The forms are never listed: each is told by the stem and the paradigm of its verb, as the dictionary has them."""
    lexicon = Lexicon(morphology)
    tables = [(row["lemma"], row["lemma"], False) for row in VERBS]
    tables += [(row["verb"], row["lemma"], True) for row in COLLOCATIONS]
    count = 0
    for verb, lemma, collocated in tables:
        for word, agreement in morphology.verb_forms(verb, _agreement):
            assert word[:SURE] in lexicon.beginnings
            entry = lexicon.entry(word)
            found = [form for _, form in entry.collocations] if collocated else [entry.word]
            count += 1
            if not collocated and word in OTHER_WORDS:
                assert entry.word is None
            elif collocated:
                assert any(
                    form.lemma == fold(lemma)
                    and (form.mode, form.gender, form.number, form.person, form.tense, form.case) == agreement
                    for form in found
                )
            else:  # of homonymous forms, the likeliest stays
                assert entry.word is not None
                if fold(entry.word.lemma) == fold(lemma):
                    assert ORDER.index(entry.word.mode) <= ORDER.index(agreement[0])
    assert count > 40_000


ORDER = ("finite", "gerund", "short", "participle", "infinitive")


@pytest.mark.parametrize(
    "word", "мост говорун сказочный заявка по-вашему прибор проба отметина в 2020 « Рябков".split()
)
def test_words_that_only_begin_like_cues_are_none(morphology: Morphology, word: str) -> None:
    entry = Lexicon(morphology).entry(fold(word))
    assert entry.word is None
    assert not entry.collocations
