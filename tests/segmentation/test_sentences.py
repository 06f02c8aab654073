"""Sentences, paragraphs, quotation marks and what frames an article. `|` marks a boundary between sentences."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruspolnews.morphology import Morphology
from ruspolnews.segmentation import Document, segment, sentences
from ruspolnews.segmentation.sentences import boundaries

MORPHOLOGY = Morphology()


def document(text: str) -> Document:
    return segment(text, MORPHOLOGY)


@pytest.mark.parametrize(
    "marked",
    [
        "Министр приехал в Тулу.| Там он выступил.",
        "«Мы готовы. Мы ждём. Начинаем завтра», — сказал министр.| Он уехал.",
        "«Вы готовы?» — спросил он.| Никто не ответил.",
        "«Хватит!» – крикнул депутат.",
        '"Кто это сделал?" - удивился посол.| Ему не ответили.',
        "«Мы готовы, — сказал он. — Но не сегодня».| Потом он ушёл.",
        "Оборот достиг 90 млрд руб.| «Это рекорд», — отметил аналитик.",
        "Он родился в 1961 г. в Твери.| Учился там же.",
        "Указ подписан 3 мая 2012 г.| По словам юриста, он устарел.",
        "На встречу пришёл А. С. Петров.| Он молчал.",
        "Письмо от т. н. «комитета» пришло в понедельник.",
        "„Мы ждём“, — сказал он.| Все ждали.",
    ],
)
def test_sentences(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    doc = document(marked.replace("|", ""))
    assert [doc.cut(first, last) for first, last in doc.sentences] == expected


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("Он назвал это «ошибкой».", ["«ошибкой»"]),
        ("Фильм «Мать «героя»» вышел.", ["«Мать «героя»»"]),
        ('Он сказал: "Завод "Прогресс" стоит".', ['"Завод "Прогресс" стоит"']),
        ("„Да“ и “нет” — разные слова.", ["„Да“", "“нет”"]),
        ("«Закон „О связи“ принят», — сказал он.", ["«Закон „О связи“ принят»"]),
    ],
)
def test_outermost_quotation_marks(text: str, outer: list[str]) -> None:
    doc = document(text)
    found, reach = [], -1
    for opening in sorted(doc.marks):
        closing = doc.marks[opening]
        if closing > reach:
            found.append(doc.cut(opening, closing + 1))
            reach = closing
    assert found == outer


def test_an_unpaired_mark_is_told_apart() -> None:
    doc = document("«Мы готовы, сказал он.")
    assert doc.marks == {0: -1}


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("МОСКВА, 10 авг – РИА Новости. Министр уехал.", "МОСКВА, 10 авг – РИА Новости."),
        ("ТУЛА, 5 августа. /ТАСС/. Министр уехал.", "ТУЛА, 5 августа. /ТАСС/."),
        ("Москва. 10 августа. INTERFAX.RU - Министр уехал.", "Москва. 10 августа. INTERFAX.RU -"),
        ("МИНСК, 3 марта 2021 г. Министр уехал.", "МИНСК, 3 марта 2021 г."),
        ("Сегодня, 5 мая, министр уехал.", None),
        ("Напомним, 28 марта 2010 года министр уехал.", None),
    ],
)
def test_dateline(text: str, dateline: str | None) -> None:
    doc = document(text)
    assert (text[slice(*doc.dateline)] if doc.dateline else None) == dateline
    if dateline:
        first, last = doc.sentences[0]
        assert doc.cut(first, last) == dateline


def test_title() -> None:
    text = "Министр уехал в Тулу\n\nМинистр уехал в Тулу в среду. Он вернётся в пятницу."
    doc = document(text)
    assert doc.title is not None
    assert text[slice(*doc.title)] == "Министр уехал в Тулу"
    assert document("Министр уехал. Он вернётся.").title is None


@pytest.mark.parametrize("pattern", ["слово ", "«", "1", "а", ". ", "«а» ", "г. А "])
def test_time_is_linear(pattern: str) -> None:
    def seconds(size: int) -> float:
        text = pattern * (size // len(pattern))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            document(text)
            best = min(best, time.process_time() - start)
        return best

    seconds(10_000)
    assert seconds(400_000) < 5 * seconds(100_000) + 0.2


PIECES = (
    *"Мэр мост др проф им г кв Он А США III 2012 1 8 iPhone Ёлка ёлка по-моему".split(),
    *". . . . ! ? … ... ; : , — - ( ) ] » « “ ” „ ’ ' \" . ) .» !» ?» ;".split(),
    " ",
    "  ",
    "\u00a0",
    "\n",
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", " "]))
def test_boundaries_told_at_sight_are_those_of_the_rules(pieces: list[str], between: str) -> None:
    """Plain ends of sentences, and marks that end none, are told without asking razdel's rules, which would agree."""
    text = between.join(pieces)
    quick = boundaries(text, 0, len(text), [])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentences, "_DELIMITER", re.compile(r"[.?!…;\"„'»”’)\]}](?=\s)"))
        assert quick == boundaries(text, 0, len(text), [])
