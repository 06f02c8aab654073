"""Who is not named, or names himself: `источник в мэрии`, `врач, попросивший об анонимности`, `назвавшийся Иваном`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.resolution.entities import REMEMBERED, Entity
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.titles import FILLERS, Title, fits
from ruspolnews.mentions.traits import ORDINALS
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology import fold

__all__ = ["called_himself", "is_kept_back", "unnamed"]

_UNNAMED: Final = frozenset(["источник", "собеседник"])


def called_himself(room: Room, phrase: Phrase) -> Entity | None:
    """Return who gives himself a name: `собеседник, назвавшийся | Иваном`, `врач, попросивший называть её | Анной`."""
    doc = room.doc
    i, last = phrase.stop + 1, doc.sentences[doc.sentence_of(phrase.start)][1]
    if i + 1 >= last or doc.words[i - 1] != "," or not doc.norms[i].startswith(_CALLING):
        return None
    if not doc.norms[i].startswith(_SELF):
        called = next((k for k in range(i + 1, min(last, i + _NEAR)) if doc.norms[k] == "называть"), -1)
        if called < 0 or "не" in doc.norms[i:called]:
            return None
        i = called + 1
    named = room.people.within(i + 1, min(last, i + 2))
    return room.entity(named[0][1]) if named else None


_SELF: Final = ("назвавш", "представивш")
_CALLING: Final = (*_SELF, "попросивш", "просивш")
_NEAR: Final = 4
"""Tokens between asking to be called and by what."""


def is_kept_back(room: Room, phrase: Phrase) -> bool:
    """Whether it is said that a name is not told: `врач, попросивший об анонимности`, `глава одной из клиник`."""
    doc = room.doc
    norms = doc.norms
    if norms[phrase.stop : phrase.stop + 2] in (["одной", "из"], ["одного", "из"]) or norms[phrase.start] in ORDINALS:
        return True
    if any(norms[i] in _OF_ANOTHER for i in range(phrase.head + 1, phrase.stop)):
        return True
    last = doc.sentences[doc.sentence_of(phrase.start)][1]
    if phrase.stop + 3 < last and norms[phrase.stop : phrase.stop + 2] == [",", "с"]:
        if norms[phrase.stop + 2].startswith("котор") and norms[phrase.stop + 3].startswith(_TALKED):
            return True  # `прораб, с которым поговорил «Вестник»`
    if phrase.stop + 2 >= last or norms[phrase.stop] != "," or doc.pos(phrase.stop + 1) not in ("PRTF", "ADVB", "PRCL"):
        return False
    aside = norms[phrase.stop + 1 : min(last, phrase.stop + _ASIDE)]
    if aside[0].startswith(_ASKING) and "не" in aside:
        return True  # `юрист, попросивший не называть его имени`
    return any(norm.startswith(_UNTOLD) for norm in aside)


_OF_ANOTHER: Final = frozenset(["другого", "другой", "других", "одного", "одной"])
_UNTOLD: Final = ("анонимн", "неназванн", "инкогнито")
_ASKING: Final = ("попросивш", "просивш", "пожелавш", "захотевш")
_TALKED: Final = ("поговори", "побеседова", "пообща", "связа", "говори", "беседова")
_ASIDE: Final = 9
"""Tokens behind somebody among which it is said that his name is not told."""


def unnamed(room: Room, title: Title, phrase: Phrase) -> Entity | None:
    """Return the source without a name that the article spoke of before: `источник` is nobody whom it names."""
    own = set(fold(room.naming.text(phrase)).split())
    for entity in reversed(room.others[-REMEMBERED:]):
        if entity.title and not entity.plural and entity.title.head in _UNNAMED and fits(title, entity.title):
            if own <= set(entity.words) or set(entity.words) < own or not title.words - FILLERS - lexis().media:
                if not _of_another(own, set(entity.words)):
                    return entity
    bare = not title.words - FILLERS and not title.countries
    last = room.last
    if not bare or last is None or last.kind != "role" or last.title is None or _of_another(own, set(last.words)):
        return None
    return last if last.title.head in _UNNAMED or not title.words else None


def _of_another(own: set[str], other: set[str]) -> bool:
    """Whether a source has a name beside it that the other lacks: `источник «Волны»` is no `источник в мэрии`."""
    marked = {word for word in own - other if word[0] in '«"„'}
    rest = own - marked - _UNNAMED
    return bool(marked) and not (rest and rest <= other)
