"""The several of whom the text speaks: the group that `они` means, and one of it, `один из них`, `второй`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.resolution.bodies import entity_of
from ruspolnews.mentions.resolution.entities import REMEMBERED, Entity
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.scanning import sentence_phrases
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology.agreement import ACCS, NOMN

__all__ = ["group_before", "one_of", "one_of_two"]

_MANY: Final = frozenset(["role", "group", "medium", "organization"])


def group_before(room: Room, at: int) -> Entity | None:
    """Return the group that `они` means: of the nearest sentence with one, the last subject, else the last."""
    number = room.doc.sentence_of(at)
    for n in range(number, max(-1, number - 3), -1):
        several = [p for p in sentence_phrases(room.doc, n) if p.start < at and p.number == "plur" and p.kind in _MANY]
        if several:
            subjects = [p for p in several if p.cases & NOMN and not room.is_governed(p)]
            sure = [p for p in subjects if not p.cases & ACCS]  # `Эксперты опросили сто человек. Они считают …`
            chosen = (sure or subjects or several)[-1]
            before = next((p for p in several if p.stop == chosen.start - 1 and p.cases & chosen.cases), None)
            if before is not None and room.doc.norms[before.stop] == "и":  # `родственники и близкие`
                chosen = chosen.but(start=before.start, kind="group", cases=chosen.cases & before.cases, named=False)
            return entity_of(room, chosen, room.naming.text(chosen), chosen.kind)
    for entity in reversed(room.others[-REMEMBERED:]):
        if entity.plural and entity.mentions and max(entity.mentions)[0] < at:
            return entity
    return None


def one_of(room: Room, phrase: Phrase) -> Entity | None:
    """Return one of the group before: `Два источника в мэрии спорят. Один из них сказал` is a `источник в мэрии`."""
    doc = room.doc
    number = doc.sentence_of(phrase.start)
    for n in range(number, max(-1, number - _SEVERAL), -1):
        several = [p for p in sentence_phrases(doc, n) if p.start < phrase.start and p.number == "plur"]
        heads = [(p, _noun_of(room, p)) for p in several if p.kind in ("role", "group")]
        groups = [(p, head) for p, head in heads if head >= 0]
        if groups:
            subjects = (pair for pair in reversed(groups) if pair[0].cases & NOMN and not room.is_governed(pair[0]))
            group, head = next(subjects, groups[-1])
            rest = f" {doc.cut(head + 1, group.stop)}" if group.stop > head + 1 else ""
            return Entity(f"{doc.readings(head)[0].lemma}{rest}", "role", "")
    return None


_SEVERAL: Final = 5
"""Sentences in which the several are looked for of whom one speaks."""


def _noun_of(room: Room, group: Phrase) -> int:
    """Return the noun that says what people a group is, behind a numeral: `два | источника`; -1 if none does."""
    roles = lexis().roles
    heads = range(group.head, min(group.stop, group.head + 3))
    return next((i for i in heads if room.doc.pos(i) == "NOUN" and room.doc.readings(i)[0].lemma in roles), -1)


def one_of_two(room: Room, phrase: Phrase) -> Entity | None:
    """Return one of the two whom the sentence before names: `Допросили Лосева и Зорича. Первый сказал …`."""
    doc = room.doc
    number = doc.sentence_of(phrase.start)
    place = _PLACES.get(doc.norms[phrase.start][:4])
    if place is None:
        return None
    for n in range(number - 1, max(-1, number - 3), -1):
        named = {id(person): person for _, person in room.people.within(*doc.sentences[n])}
        if named:
            return room.entity(list(named.values())[place]) if len(named) == len(_PLACES) else None
    return None


_PLACES: Final = {"перв": 0, "втор": 1}
