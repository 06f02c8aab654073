"""Words of texts, queries and names."""

import pytest

from ruspolnews.archive.words import count_lemmas, joined_names, name_words, query_lemmas
from ruspolnews.morphology import Morphology

MORPHOLOGY = Morphology()


def test_all_readings_of_a_word_are_indexed() -> None:
    assert {"сталь", "стать"} <= set(count_lemmas("стали", MORPHOLOGY))


def test_words_that_mean_nothing_are_left_out() -> None:
    assert query_lemmas("о санкциях и не для всех", MORPHOLOGY)[0] == ["санкция"]
    assert len(query_lemmas("о санкциях и не для всех", MORPHOLOGY)) == 2
    assert query_lemmas("и, в — !", MORPHOLOGY) == []


def test_parts_of_a_hyphenated_word_are_indexed_too() -> None:
    assert {"премьер-министр", "премьер", "министр"} <= set(count_lemmas("премьер-министра", MORPHOLOGY))


def test_letters_are_folded() -> None:
    assert set(count_lemmas("ЁЛКА ёлки елки", MORPHOLOGY)) == set(count_lemmas("елка", MORPHOLOGY))


def test_a_name_is_found_in_any_case() -> None:
    (by_case,) = name_words("Лаврова", MORPHOLOGY)
    (by_name,) = name_words("Лавров", MORPHOLOGY)
    assert set(by_case) & set(by_name)


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], {}),
        (["Лавров"], {"Лавров": "Лавров"}),
        (
            ["Лавров", "Сергей Лавров", "Сергей Викторович Лавров"],
            dict.fromkeys(["Лавров", "Сергей Лавров"], "Сергей Викторович Лавров"),
        ),
        (["Иванов", "Пётр Иванов", "Олег Иванов"], {"Иванов": "Иванов", "Пётр Иванов": "Пётр Иванов"}),
        (["Пётр Ким", "Петр Ким"], {"Пётр Ким": "Петр Ким", "Петр Ким": "Петр Ким"}),
        (["—", "Ким"], {"—": "—", "Ким": "Ким"}),
    ],
)
def test_a_name_stands_for_the_only_fuller_one(names: list[str], joined: dict[str, str]) -> None:
    assert joined_names(names).items() >= joined.items()
