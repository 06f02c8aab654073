"""Number, gender and person that a verb asks of its subject, and whether a phrase has them."""

from __future__ import annotations

from typing import NamedTuple

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.lexicon import Form

__all__ = ["Agreement", "agreement_of", "person_agrees"]


class Agreement(NamedTuple):
    """What a verb asks of its subject; an empty string asks nothing."""

    number: str = ""
    gender: str = ""
    person: str = ""

    @classmethod
    def of(cls, form: Form) -> Agreement:
        """Return what a cue's form asks."""
        return cls(form.number, form.gender if form.number != "plur" else "", form.person)

    def admits(self, phrase: Phrase) -> bool:
        """Whether the phrase can be the subject."""
        if not phrase.cases & NOMN:
            return False
        if self.number and phrase.number and self.number != phrase.number and not _collective(self, phrase):
            return False
        if self.gender and phrase.gender and self.gender != phrase.gender:
            # `министр заявила`, `министр Мартин заявила`: a masculine role of a woman
            surname = phrase.role is not None and phrase.name is not None and phrase.name[1] - phrase.name[0] == 1
            return self.gender == "femn" and phrase.gender == "masc" and (phrase.kind == "role" or surname)
        return True


def _collective(agreement: Agreement, phrase: Phrase) -> bool:
    """`большинство историков считают`, `ряд СМИ назвали`."""
    return agreement.number == "plur" and phrase.kind in ("group", "medium")


def person_agrees(ctx: Context, phrase: Phrase, agreement: Agreement) -> bool:
    """Whether a pronoun has the person that the verb asks for; other phrases have none."""
    if phrase.kind != "pronoun" or not agreement.person:
        return True
    pronoun = ctx.doc.norms[phrase.head]
    first = pronoun in ("я", "мы")
    second = pronoun in ("ты", "вы")
    return {"1per": first, "2per": second}.get(agreement.person, not first and not second)


def agreement_of(ctx: Context, verb: int) -> Agreement:
    """Return what the finite verb at token `verb` asks of its subject."""
    for reading in ctx.doc.readings(verb):
        if reading.pos in ("VERB", "PRTS", "ADJS"):
            return Agreement(reading.number, reading.gender if reading.number == "sing" else "", reading.person)
    return Agreement()
