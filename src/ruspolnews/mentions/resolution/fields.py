"""Experts who are called by their field: `доцент Зорич … экономист`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.resolution.entities import Entity
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.titles import Title

__all__ = ["FIELDS", "is_of_the_field"]

_ANY_FIELD: Final = frozenset("эксперт специалист ученый исследователь аналитик".split())
FIELDS: Final = _ANY_FIELD | frozenset(
    "экономист политолог социолог биолог эколог историк физик химик психолог инженер астроном археолог лингвист"
    " климатолог метеоролог синоптик востоковед американист демограф философ математик палеонтолог зоолог ботаник"
    " генетик вирусолог эпидемиолог финансист культуролог искусствовед этнограф антрополог географ геолог".split()
)
"""Fields by which somebody is called who has another title."""
_POSTS: Final = FIELDS | frozenset(
    "доцент профессор автор соавтор заведующий завкафедрой завлаб сотрудник сотрудница доктор кандидат академик"
    " преподаватель преподавательница ректор декан руководитель руководительница директор основатель партнер"
    " член".split()
)
"""Titles that somebody of a field has."""


def is_of_the_field(room: Room, wanted: Title, entity: Entity) -> bool:
    """Whether a person may be called by a field: his titles are posts of those who have one, and no other field."""
    if wanted.head not in FIELDS or entity.person is None:
        return False
    heads = {given.title.head for given in room.titles.of(entity.person)}
    others = (heads & FIELDS) - _ANY_FIELD - {wanted.head}
    return bool(heads) and heads <= _POSTS and (not others or wanted.head in _ANY_FIELD)
