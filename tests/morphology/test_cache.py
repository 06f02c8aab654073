"""Words are kept in bounded memory, and are the same words whatever was forgotten."""

from __future__ import annotations

import pickle

import pytest

from ruspolnews.morphology import Morphology

TOKENS = "Мэр Тулы заявил , что мост откроют . Мост ещё строят , заявил мэр .".split()


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 100])
def test_words_are_those_of_the_tokens_in_a_cache_of_any_size(size: int) -> None:
    morphology = Morphology(size)
    for start in (0, 4, 2, 0):
        words = morphology.words(TOKENS[start:])
        assert [word.text for word in words] == TOKENS[start:]
        assert [word.norm for word in words] == [token.lower().replace("ё", "е") for token in TOKENS[start:]]
        assert [morphology.read(word)[0].lemma for word in words[:3]] == [
            morphology.lemma(word.norm) for word in words[:3]
        ]
    assert len(morphology._young) <= size + len(set(TOKENS))


def test_a_word_is_one_object_as_long_as_it_is_kept() -> None:
    morphology = Morphology()
    first, second = morphology.words(["мост", "мост"])
    assert first is second is morphology.word("мост")


def test_stress_marks_are_no_part_of_the_norm() -> None:
    words = Morphology().words(["заяви\u0301л", "Ё\u00adлка", "\u0301"])
    assert [word.norm for word in words] == ["заявил", "елка", "\u0301"]


def test_a_copy_in_another_process_starts_empty() -> None:
    morphology = Morphology(50)
    morphology.words(TOKENS)
    copy = pickle.loads(pickle.dumps(morphology))
    assert (copy._size, copy._young) == (50, {})
