"""The genitive of names that complete another's title: `представитель Анны Лужиной`."""

from __future__ import annotations

import pytest

from ruspolnews.mentions.genitives import genitive_of_body, genitive_of_person
from ruspolnews.morphology import Morphology

PERSONS = [
    ("Анна Лужина", "femn", "Анны Лужиной"),
    ("Марина Рябова", "femn", "Марины Рябовой"),
    ("Мэри Рид", "femn", "Мэри Рид"),
    ("Любовь Мороз", "femn", "Любови Мороз"),
    ("Илья Зорич", "masc", "Ильи Зорича"),
    ("Пётр Савченко", "masc", "Петра Савченко"),
    ("Лев Полонский", "masc", "Льва Полонского"),
    ("Андрей Мягкий", "masc", "Андрея Мягкого"),
    ("Дмитрий Кравец", "masc", "Дмитрия Кравца"),
    ("Ким Сон Хван", "masc", "Ким Сон Хвана"),
    ("Отто фон Линд", "masc", "Отто фон Линда"),
    ("И. Зорич", "masc", "И. Зорича"),
    ("Жан-Клод Рено", "masc", "Жан-Клода Рено"),
]
BODIES = [
    ("Морской комитет", "Морского комитета"),
    ("Министерство связи Чехии", "Министерства связи Чехии"),
    ("МИД Японии", "МИД Японии"),
    ("Почта Дании", "Почты Дании"),
    ("Lighthouse Fund", "Lighthouse Fund"),
]


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


@pytest.mark.parametrize(("name", "gender", "expected"), PERSONS)
def test_persons(morphology: Morphology, name: str, gender: str, expected: str) -> None:
    assert genitive_of_person(morphology, name, gender) == expected


@pytest.mark.parametrize(("name", "expected"), BODIES)
def test_bodies(morphology: Morphology, name: str, expected: str) -> None:
    assert genitive_of_body(morphology, name) == expected
