"""Texts to be stored."""

from __future__ import annotations

import re

import pytest

from ruspolnews import InputError
from ruspolnews.archive import Input


def test_a_text_without_an_id_has_its_digest() -> None:
    assert re.fullmatch("[0-9a-f]{64}", Input.of("Три.").id)
    assert Input.of("Три.", "4") == Input("4", "Три.")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="the text holds half a character, at offset 1"):
        Input.of("а\ud800")
