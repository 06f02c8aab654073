"""Names and titles are read where they are asked for: in whatever order that is, the answers are the same."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from mentions.test_names_table import cases
from ruspolnews.mentions.given import Titles
from ruspolnews.mentions.people import People
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.runs import Runs, stems_of
from ruspolnews.mentions.scanning import noun_phrases, phrases_with
from ruspolnews.morphology import Morphology, fold
from ruspolnews.segmentation import Document, segment

ARTICLES = sorted((Path(__file__).parents[2] / "benchmarks" / "quality").glob("*.json"))
TEXTS = {
    "fleeting vowels": "Лев Зорич уехал. Со Львом Зоричем говорил Павел. Павлом недовольны. Для Льва это ново.",
    "short names": "Пришёл Ян Ли. С Яном спорил Ким. Ли ушёл, а Яну звонили. Киму не звонили.",
    "one run, two people": "Письмо Анне Лужиной передал. Илья Зорич Анну Лужину знал, Илью Зорича она тоже.",
    "initials": "А. Б. Зорич и А. Б. Лужина. Зорич молчал. Лужину слушали А. Рябинин и Б. Рябинин. Рябинин ушёл.",
    "foreign": "Бен аль-Зори и О'Нил. О'Нила ждал Касым-Жомарт Лужаев. Урсула фон дер Зор ответила аль-Зори. Зор ушла.",
    "couples": "Илья Зорин и Анна Зорина. Зорин устал. Зориной нет. Супруга Зорина врач. Зорины уехали.",
}


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


@pytest.fixture(params=[*TEXTS, *(path.stem for path in ARTICLES)])
def doc(request: pytest.FixtureRequest, morphology: Morphology) -> Document:
    text = TEXTS.get(request.param)
    if text is None:
        text = json.loads((ARTICLES[0].parent / f"{request.param}.json").read_text("utf-8"))["text"]
    return segment(text, morphology)


def told(people: People) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(person.name, person.gender, tuple(m.start for m in person.mentions)) for person in people.persons]


@pytest.mark.parametrize("seed", range(5))
def test_people_asked_for_piece_by_piece_are_those_of_the_whole(doc: Document, seed: int) -> None:
    whole, pieces = People(doc), People(doc)
    places = list(range(len(doc.words)))
    random.Random(seed).shuffle(places)
    expected = told(whole)
    for place in places:
        named = [(m.start, person.name) for m, person in pieces.within(place, place + 1)]
        assert named == [(m.start, person.name) for m, person in whole.within(place, place + 1)]
    assert told(pieces) == expected


def test_one_question_tells_the_person_as_the_whole_article_does(doc: Document) -> None:
    whole = People(doc)
    for name, gender, starts in told(whole):
        person = People(doc).first_within(starts[0], starts[0] + 1)
        assert person is not None
        assert (person.name, person.gender, tuple(m.start for m in person.mentions)) == (name, gender, starts)


def test_titles_of_one_person_are_those_found_among_all(doc: Document) -> None:
    people = People(doc)
    titles = Titles(doc, people)
    for person in people.persons:
        others = People(doc)
        alone = others.first_within(person.mentions[0].start, person.mentions[0].stop)
        assert alone is not None
        found = Titles(doc, others).of(alone)
        assert [(g.at, g.title, g.words) for g in found] == [(g.at, g.title, g.words) for g in titles.of(person)]
        for given in found:
            like = {(g.at, g.title) for g in titles.like(given.title, given.at)}
            assert (given.at, given.title) in like


def parts(phrase: Phrase) -> tuple[object, ...]:
    return (
        *(phrase.start, phrase.stop, phrase.head, phrase.kind, phrase.cases, phrase.number, phrase.gender),
        *(phrase.name, phrase.role),
    )


def test_phrases_with_names_are_those_of_the_sentence(doc: Document) -> None:
    for first, last in doc.sentences:
        doc.phrases_in.clear()
        places = [mention.start for mention, _ in People(doc).within(first, last)]
        doc.phrases_in.clear()
        found = [p for p in phrases_with(doc, places, first, last) if any(p.start <= i < p.stop for i in places)]
        doc.phrases_in.clear()
        whole = [p for p in noun_phrases(doc, first, last) if any(p.start <= i < p.stop for i in places)]
        assert list(map(parts, found)) == list(map(parts, whole))


def test_forms_of_a_name_share_a_stem() -> None:
    apart = []
    for case in cases():
        known = {stem for word in case.nominative.split() for stem in stems_of(fold(word))}
        words = [word for word in case.form.split() if "." not in word and len(word) > 1]
        apart += [word for word in words if known.isdisjoint(stems_of(fold(word)))]
    assert apart == []
    assert set(stems_of("львом")) & set(stems_of("лев"))


def test_a_run_is_what_a_name_cannot_leave(morphology: Morphology) -> None:
    doc = segment("Вчера А. Зорич и Урсула фон дер Зор ушли. Дом Анны. Илья", morphology)
    runs = Runs(doc)
    assert runs.take(0, len(doc.words)) == [0, 1, 2, 3]
    assert [[doc.words[i] for i in runs.tokens(n)] for n in range(4)] == [
        ["Вчера", "А", "Зорич"],
        ["Урсула", "Зор"],
        ["Дом", "Анны"],
        ["Илья"],
    ]
    assert runs.take(0, len(doc.words)) == []
