"""Sources set off within a sentence: `по словам X`, `как сообщил X`, `, считает X`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import NAMED, Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.words import TIMES, noun
from ruspolnews.model import Stance
from ruspolnews.morphology.agreement import GENT
from ruspolnews.morphology.word import is_latin
from ruspolnews.quotes.attributions import phrase_insert
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.opening import complement
from ruspolnews.quotes.setting import ADVERBS, CORRELATES, Insert, clause_stop, introduces, set_off
from ruspolnews.quotes.source.agreement import Agreement
from ruspolnews.quotes.source.attributed import is_thing, noun_after, quoted_person
from ruspolnews.quotes.source.places import in_place, places_at, there
from ruspolnews.quotes.source.subjects import inverted_subject, told_by

__all__ = ["find_inserts"]


def find_inserts(ctx: Context, first: int, last: int) -> list[Insert]:
    """Return the parenthetical sources of the sentence in order."""
    found: list[Insert] = []
    reach = first
    for cue in ctx.cues_in(first, last):
        if cue.first < reach:
            continue
        insert = None
        if cue.form.mode == "noun":
            insert = phrase_insert(ctx, cue, first, last)
        elif cue.form.mode in ("finite", "short"):
            insert = _as_insert(ctx, cue, first, last) or _verb_insert(ctx, cue, first, last)
        if insert:
            found.append(insert)
            reach = insert.last
    return found


def _as_insert(ctx: Context, cue: Cue, first: int, last: int) -> Insert | None:
    """`Как сообщил X, P`, `P, как отмечает X, P`: `как` before the verb, perhaps with the subject between them."""
    doc = ctx.doc
    start = None
    nearest = max(first, cue.first - 14)
    if "как" not in doc.norms[nearest : cue.first]:
        return None
    for i in range(cue.first - 1, nearest - 1, -1):
        if doc.norms[i] == "как" and ctx.outer[i] == ctx.outer[cue.head]:
            start = i
            break
        if doc.norms[i] in (",", ";", ":", "(") or ctx.finite(i):
            break
    if (
        start is None
        or doc.words[last - 1].endswith("?")
        or (doc.norms[start - 1] == "," and start > first and _asked(ctx, start, first))
    ):
        return None
    if doc.norms[start + 1] == "только":
        return None  # `Как только врач объявил, что P, они ушли`
    if start > first + 1 and not introduces(ctx, first, start):
        if doc.norms[start - 1] in CORRELATES or doc.norms[start - 2] in CORRELATES:
            return None
    if start > first and doc.norms[start - 1] not in (",", "(", "и", ":") and not introduces(ctx, first, start):
        return None
    if start > first and doc.norms[start - 1] == "и" and not introduces(ctx, first, start):
        return None
    if not cue.form.frames & {"paren", "that", "about", "impersonal"}:
        return None  # `как он и желал`
    if cue.form.lemma == "выражаться":
        return None  # `ушёл, как он выражается, «с треском»`
    clause = clause_stop(ctx, cue.last, last)
    relayed = _relayed(ctx, cue, clause)
    if relayed:
        return set_off(ctx, start, max(relayed[0].last, relayed[1].stop), *relayed, first, last)
    source = inverted_subject(ctx, cue.head, start + 1, clause, Agreement.of(cue.form))
    if source is not None and is_thing(ctx, source):
        return None  # `как показала практика`
    if source is not None and source.kind in ("medium", "organization") and cue.form.number == "plur":
        told = None if source.number else told_by(ctx, source.stop, clause)
        source = told or source  # `пояснили «Ъ» | в МИД`
    source = _with_title(ctx, source, last) or in_place(ctx, start + 1, clause)
    source = source or there(ctx, start + 1, min(clause, cue.last + 1))
    if source is None and "impersonal" not in cue.form.frames:
        return None
    if source is None and cue.form.stance in (Stance.OPINION, Stance.FORECAST, Stance.HOPE):
        return None  # `как ожидается`, `как считается`: nobody's words
    stop = max(cue.last, source.stop if source else 0)
    if start > first and doc.norms[start - 1] == "вот" and doc.norms[stop : stop + 1] != [","]:
        return None  # `Вот как она описывала годы ссылки`
    return set_off(ctx, start, stop, cue, source, first, last)


def _asked(ctx: Context, start: int, first: int) -> bool:
    """Whether `как` opens an embedded question of a cue before it: `рассказал, как заявил …`."""
    return any(start - 3 <= cue.last <= start and "question" in cue.form.frames for cue in ctx.cues_in(first, start))


def _verb_insert(ctx: Context, cue: Cue, first: int, last: int) -> Insert | None:
    """`P, сообщил X`, `P, отметил X, P`, `P, — заявил X`: the verb stands first after a comma."""
    doc = ctx.doc
    i = cue.first - 1
    while i > first and doc.norms[i] in ADVERBS and ctx.outer[i] < 0:
        i -= 1
    dashed = i > first and doc.words[i] in DASHES
    if dashed:
        i -= doc.words[i - 1] in _BEFORE_DASH  # else `P - сообщил X`, without a comma
    if i < first or (doc.words[i] not in _BEFORE_DASH and not dashed):
        return None
    if not cue.form.frames & {"paren", "impersonal"}:
        return None
    if cue.form.mode == "short" and cue.form.gender != "neut" and cue.form.lemma.endswith(_INFINITIVE):
        return None  # `Деньги, подсчитали там, | возвращены трём семьям`
    if i > first and doc.norms[i - 1] in ("что", "который", "которая") and doc.words[i] != ",":
        return None
    clause = clause_stop(ctx, cue.last, last)
    agreement = Agreement.of(cue.form)
    source = None
    stated = cue.form.mode == "short" and cue.form.gender == "neut"  # `сказано в определении`
    if "impersonal" in cue.form.frames or stated:
        source = in_place(ctx, cue.last, clause)
        if stated and source is not None and source.kind != "document":
            return None  # `объявлено в Осло`
    else:
        relayed = _relayed(ctx, cue, clause)
        if relayed:
            return set_off(ctx, i, max(relayed[0].last, relayed[1].stop), *relayed, first, last)
        source = quoted_person(ctx, cue.last, clause)
        source = source or _with_title(ctx, inverted_subject(ctx, cue.head, cue.head, clause, agreement), last)
        if source is not None and cue.form.number == "plur" and source.kind in _MUTE and noun(doc, source.head) & GENT:
            place = next(places_at(ctx, range(cue.last, cue.last + 1), clause), None)
            if place is not None and place.stop <= source.start:
                source = place  # `сообщили в комиссии (ЦИК) | страны`
        if source is None and cue.form.number == "plur":
            source = in_place(ctx, cue.last, clause) or there(ctx, cue.last, min(clause, cue.last + 2))
            if source is not None and _has_object(ctx, cue.last, source.start - 1):
                return None  # `её позвали, обещали место в театре`
        if source is not None and source.kind == "medium" and cue.form.number == "plur" and source.number != "plur":
            told = told_by(ctx, source.stop, clause)
            source = told or source  # `сообщили RT | в пресс-службе мэрии`
    if "impersonal" not in cue.form.frames and (source is None or _is_thing(ctx, source)):
        return None
    if any(doc.norms[k] == "что" for k in range(cue.last, min(cue.last + 2, last))) or _completed(ctx, cue, last):
        return None
    stop = max(cue.last, source.stop if source else 0)
    comma = stop + (stop < last and doc.words[stop] in '»”"')
    if doc.norms[comma : comma + 2] == [",", "что"] and comma + 1 < last:
        return None
    if source is not None and (source.kind == "medium" or is_latin(doc.words[source.start])):
        asked = complement(ctx, cue, last)
        if asked is not None and (asked[0] == comma + 1 or "," not in doc.norms[source.stop : asked[0] - 1]):
            return None  # `рассказал Northern Post, | как меняют флаг`, `опроверг Volna.ru | слухи о том, что P`
    return set_off(ctx, i, stop, cue, source, first, last)


_MUTE: Final = frozenset(["organization", "thing", "group"])
"""What is rather the owner of a body than a subject behind it."""
_INFINITIVE: Final = ("ть", "ти", "чь", "ться", "тись", "чься")


def _has_object(ctx: Context, first: int, last: int) -> bool:
    """Whether a noun in the accusative stands among tokens `first` to `last`, no time and nobody who is told."""
    doc = ctx.doc
    return any(
        doc.pos(k) == "NOUN" and doc.words[k][0].islower() and doc.readings(k)[0].lemma not in TIMES
        and any(r.case == "accs" for r in doc.readings(k))
        and not any(r.case in ("datv", "loct") for r in doc.readings(k))
        and doc.pos(k - 1) not in ("PREP", "NUMR") and not doc.words[k - 1].isdigit()
        for k in range(first, last)
    )  # fmt: skip


_BEFORE_DASH: Final = frozenset([",", "!", "?", "…", "("])


def _completed(ctx: Context, cue: Cue, last: int) -> bool:
    """Whether a verb and noun have their clause behind them: `вчера, | появилась информация о том, что …`."""
    norms = ctx.doc.norms
    correlated = norms[cue.last + 1 : cue.last + 4] in (["том", ",", "что"], ["то", ",", "что"])
    return cue.last > cue.first + 1 and cue.last + 3 < last and correlated


def _with_title(ctx: Context, source: Phrase | None, last: int) -> Phrase | None:
    """Return the source with the title that follows its name and a comma: `Анна Зуева, пресс-секретарь суда`."""
    if source is None or source.kind not in ("person", "role") or source.stop >= last:
        return source
    if ctx.doc.norms[source.stop] != ",":
        return source
    whole = phrase_at(ctx.doc, source.start, source.start, last)
    return whole.but(cases=source.cases) if whole and whole.stop > source.stop else source


def _is_thing(ctx: Context, source: Phrase) -> bool:
    return source.kind == "thing" and not ctx.doc.words[source.head][0].isupper()


def _relayed(ctx: Context, cue: Cue, clause: int) -> tuple[Cue, Phrase] | None:
    """`сообщает агентство со ссылкой на министра`: the one the medium cites."""
    for other in ctx.cues_in(cue.last, clause):
        if other.form.mode == "noun" and ("relay" in other.form.note or other.form.lemma == "со слов"):
            found = noun_after(ctx, other.last, clause, other.form.case)
            if found and found.kind in NAMED:
                return other, found
    return None
