"""Who speaks by the words of the author behind a quotation, or before a colon."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.openers import pronoun_at
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.mentions.words import POSSESSIVES
from ruspolnews.morphology.agreement import ACCS, NOMN
from ruspolnews.morphology.word import is_latin
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.inserts import find_inserts
from ruspolnews.quotes.source.agreement import Agreement, agreement_of
from ruspolnews.quotes.source.attributed import TEXTS, noun_after, quoted_person, without_medium
from ruspolnews.quotes.source.places import in_place
from ruspolnews.quotes.source.subjects import inverted_subject, subject, told_by
from ruspolnews.quotes.source.verb import verb_source

__all__ = ["author_source", "colon_source"]


def _relayed(ctx: Context, cue: Cue, last: int) -> Phrase | None:
    """Return whose words the cue passes on; `прокомментировал слова министра` passes on none."""
    return None if cue.form.lemma.endswith("комментировать") else quoted_person(ctx, cue.first, last)


def _is_clock(ctx: Context, colon: int) -> bool:
    """Whether a colon stands within a time of day: `написал в 4:12`."""
    words = ctx.doc.words
    return words[colon - 1].isdigit() and colon + 1 < len(words) and words[colon + 1].isdigit()


def author_source(ctx: Context, cue: Cue, first: int, last: int) -> tuple[Phrase | None, bool]:
    """Return who speaks among the author's words `first` to `last` after a quotation, and whether it is left out."""
    form = cue.form
    ends = (k for k in range(cue.last, last) if ctx.doc.norms[k] in (";", ":") and ctx.outer[k] < 0)
    stop = next((k for k in ends if not _is_clock(ctx, k)), last)
    if form.mode == "noun":
        return noun_after(ctx, cue.last, stop, form.case), False
    if form.mode == "gerund":
        return verb_source(ctx, cue, first, stop)
    relayed = _relayed(ctx, cue, stop) or quoted_person(ctx, first, cue.first)  # `эти слова Зорича приводит «Волна»`
    if relayed:
        return relayed, False
    if "impersonal" in form.frames:
        return in_place(ctx, cue.last, stop) or in_place(ctx, first, cue.first), False
    if form.lemma in ("цитировать", "процитировать"):
        for phrase in noun_phrases(ctx.doc, cue.last, stop):
            inner = phrase_at(ctx.doc, phrase.head + 1, phrase.head + 1, stop) if phrase.kind == "medium" else None
            if inner is not None and inner.kind in ("person", "role") and inner.cases & ACCS:
                return inner.but(cases=ACCS), False  # `цитирует газета | другого дипломата`
            if phrase.kind == "medium" and phrase.head > phrase.start and ctx.doc.norms[phrase.start] in POSSESSIVES:
                return pronoun_at(ctx.doc, phrase.start), False  # `цитирует | её | газета`
            if phrase.kind in ("person", "role", "pronoun") and phrase.cases & ACCS:
                phrase = without_medium(ctx, phrase)  # `цитирует женщину | ТАСС`
                last = phrase.stop - 1
                while last > phrase.head and is_latin(ctx.doc.words[last]):
                    last -= 1  # `цитирует чиновника | FT`
                return phrase.but(cases=ACCS, stop=last + 1), False
            if phrase.kind == "organization" and phrase.cases & ACCS and not phrase.cases & NOMN:
                return phrase.but(cases=ACCS), False  # `цитирует «Волна» пресс-службу мэрии`
    found = inverted_subject(ctx, cue.head, first, stop, Agreement.of(form))
    if found is not None and ctx.doc.norms[found.head] == "это":
        found = in_place(ctx, cue.last, stop)  # `— это было отмечено в заявлении мэрии`
    if found and form.number == "plur" and not found.number and found.kind in ("medium", "organization"):
        told = told_by(ctx, found.stop, stop)
        found = told or found  # `сообщили РИА «Волна» в диспетчерской`
    if found is None and (form.number == "plur" or form.gender == "neut"):
        found = in_place(ctx, first, stop)
        if found is None and "там" in ctx.doc.norms[first:stop]:
            begin, end = ctx.doc.sentences[max(0, ctx.doc.sentence_of(first) - 1)]
            found = in_place(ctx, begin, end)
            return (found, False) if found else (None, False)
    return found, found is None and form.number != "plur"


_CITING: Final = frozenset(["процитировать", "цитировать", "зачитать", "зачитывать"])
"""Verbs whose object is the text that follows."""


def colon_source(ctx: Context, cue: Cue, first: int, colon: int) -> tuple[Phrase | None, bool]:
    """Return who speaks where the cue stands before a colon."""
    relayed = _relayed(ctx, cue, colon) if cue.form.mode == "finite" else None
    if relayed:
        return relayed, False
    if cue.form.mode == "noun":
        for insert in find_inserts(ctx, cue.first, colon):
            return insert.source, False
        return noun_after(ctx, cue.last, colon, cue.form.case), False
    read_out = quoted_person(ctx, cue.last, colon, TEXTS) if cue.form.lemma in _CITING else None
    if read_out is not None:
        return read_out, False  # `процитировала письмо | пенсионерки`
    if cue.form.mode == "infinitive":
        for verb in range(cue.first - 1, first - 1, -1):
            if ctx.finite(verb):
                return subject(ctx, verb, first, colon, agreement_of(ctx, verb)), False
    if cue.form.mode == "finite":
        for insert in find_inserts(ctx, first, colon):
            if insert.cue.head == cue.head and insert.source and insert.source.cases & NOMN:
                return insert.source, False  # `P, рассказали эксперты, проводившие осмотр:`
    return verb_source(ctx, cue, first, colon)
