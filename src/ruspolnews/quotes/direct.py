"""Direct speech: quotations with the author's words after, before or inside them, and verbatim words after a colon."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import noun_phrases, phrase_at
from ruspolnews.model import QuoteKind, Stance
from ruspolnews.morphology.agreement import ACCS, NOMN
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.inserts import find_inserts
from ruspolnews.quotes.lexicon import Form
from ruspolnews.quotes.reported import verb_source
from ruspolnews.quotes.source.agreement import Agreement, agreement_of
from ruspolnews.quotes.source.attributed import TEXTS, noun_after, quoted_person
from ruspolnews.quotes.source.places import PLACES, in_place
from ruspolnews.quotes.source.subjects import inverted_subject, subject

__all__ = ["RULES", "colon_source", "dialogue_line", "signature_below", "text_noun"]

_END_MARKS: Final = frozenset([",", "!", "?", "…", "...", "!..", "?..", ".", "!!", "?!", "!!!"])


_GOING_ON: Final = frozenset(["и", "а", "но", "после", "затем"])
"""What goes on with the deeds of who spoke before a colon."""


def author_after(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`«Мы готовы», — сказал Петров.` and the second part of `«…, — сказал он, — …»` in marks of its own."""
    opening, closing = quotation
    doc = ctx.doc
    if not _opens_speech(ctx, quotation, first):
        return None
    i = closing + 1
    comma = dash = False
    while i < last and (doc.words[i] in (",", ".", "'") or doc.words[i] in DASHES) and i < closing + _MARKS:
        comma |= doc.words[i] == ","
        dash |= doc.words[i] in DASHES
        i += 1
    led = opening > first and doc.words[ctx.before_marks(opening)] == ":"
    if led and (not dash or (i < last and doc.norms[i] in _GOING_ON and ctx.cues_in(first, opening))):
        return None  # `Мэр сказал: «Дорога готова», — и разрезал ленту.`
    if i >= last or not (comma or dash or doc.words[closing - 1] in _END_MARKS):
        return None
    ending = doc.words[closing - 1] in _END_MARKS or comma
    stop = _author_stop(ctx, i, last)
    found = _author_cue(ctx, i, stop, strict=not (dash and ending))
    if found is None:
        return _signature(ctx, quotation, i, stop) if dash else None
    if not ending and not dash:
        return None
    if not ending and not found.form.frames & {"direct", "paren"}:
        return None
    if not dash and found.first > i + 2:
        return None
    source, zero = author_source(ctx, found, i, stop)
    content = [ctx.trim(opening + 1, closing)]
    rest = stop
    while rest < last and (doc.words[rest] in (",", ".", ":") or doc.words[rest] in DASHES):
        rest += 1
    if rest < last and rest > stop and ctx.outer[rest] >= 0 and doc.words[rest - 1] in DASHES | {":"}:
        second = ctx.quotations[ctx.outer[rest]]
        own = doc.words[rest - 1] == ":" and any(cue.head != found.head for cue in ctx.cues_in(rest - 4, rest))
        if second[0] == rest and not own and author_inside(ctx, second, first, last) is None:
            content.append(ctx.trim(second[0] + 1, second[1]))
    return Finding(QuoteKind.DIRECT, tuple(content), found, source, "author_after", zero)


_MARKS: Final = 6
"""Commas, dashes and leftovers of markup behind a quotation, at most."""


def _opens_speech(ctx: Context, quotation: Range, first: int) -> bool:
    """Whether a quotation can be an utterance: it opens the sentence, or follows a stop, and is no name."""
    opening, closing = quotation
    words = ctx.doc.words
    opens = opening == first or all(word in "'*" for word in words[first:opening])
    before = words[ctx.before_marks(opening)]
    if not opens and before not in (":", ".", "!", "?", "…"):
        if before not in DASHES or not words[opening + 1][:1].isupper():
            return False
    return not ctx.is_name(quotation) or words[closing - 1] in _END_MARKS or opens


def _author_stop(ctx: Context, i: int, last: int) -> int:
    """Return where the author's words that begin at token `i` end: before a dash, colon or mark that opens speech."""
    doc = ctx.doc
    for k in range(i, last):
        if ctx.outer[k] >= 0 and k > i:
            opening = ctx.quotations[ctx.outer[k]][0]
            if k == opening and (doc.words[k - 1] in DASHES or doc.words[k - 1] == ":"):
                k -= 1
                while k > i and (doc.words[k] in DASHES or doc.words[k] in (",", ".", ":")):
                    k -= 1
                return k + 1
    return last


def _author_cue(ctx: Context, first: int, last: int, *, strict: bool) -> Cue | None:
    """Return the cue among the author's words: the first that speaks, else any finite verb that stands first."""
    doc = ctx.doc
    for cue in ctx.cues_in(first, last):
        if ctx.outer[cue.head] >= 0 or cue.form.mode in ("participle", "infinitive"):
            continue
        if cue.form.mode == "noun" and "relay" in cue.form.note:
            continue
        before = range(first, cue.first)
        if any(ctx.finite(k) for k in before) and cue.form.mode not in ("gerund", "noun"):
            verb = next(k for k in before if ctx.finite(k))
            return cue if any(doc.norms[k] == "," for k in range(verb, cue.first)) else _any_verb(ctx, verb)
        return cue
    if strict:
        return None
    for k in range(first, min(last, first + 4)):
        if ctx.outer[k] < 0 and ctx.finite(k) and doc.pos(k) == "VERB":
            return _any_verb(ctx, k)
    return None


_DIRECT: Final = frozenset(["direct"])


def _any_verb(ctx: Context, k: int) -> Cue:
    """Return a cue of a verb that the lexicon does not know: its place after a quotation is evidence enough."""
    reading = next((r for r in ctx.doc.readings(k) if r.pos == "VERB"), ctx.doc.readings(k)[0])
    form = Form(
        reading.lemma, Stance.REPORT, _DIRECT, "finite",
        reading.gender, reading.number, reading.person, reading.tense,
    )  # fmt: skip
    return Cue(k, k + 1, k, form)


def _relayed(ctx: Context, cue: Cue, last: int) -> Phrase | None:
    """Return whose words the cue passes on; `прокомментировал слова министра` passes on none."""
    return None if cue.form.lemma.endswith("комментировать") else quoted_person(ctx, cue.first, last)


def author_source(ctx: Context, cue: Cue, first: int, last: int) -> tuple[Phrase | None, bool]:
    """Return who speaks among the author's words `first` to `last` after a quotation, and whether it is left out."""
    form = cue.form
    stop = next((k for k in range(cue.last, last) if ctx.doc.norms[k] in (";", ":") and ctx.outer[k] < 0), last)
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
            if phrase.kind in ("person", "role") and phrase.cases & ACCS:
                return phrase.but(cases=ACCS), False
    found = inverted_subject(ctx, cue.head, first, stop, Agreement.of(form))
    if found and form.number == "plur" and not found.number and found.kind in ("medium", "organization"):
        found = in_place(ctx, found.stop, stop) or found  # `сообщили РИА «Волна» в диспетчерской`
    if found is None and (form.number == "plur" or form.gender == "neut"):
        found = in_place(ctx, first, stop)
        if found is None and "там" in ctx.doc.norms[first:stop]:
            begin, end = ctx.doc.sentences[max(0, ctx.doc.sentence_of(first) - 1)]
            found = in_place(ctx, begin, end)
            return (found, False) if found else (None, False)
    return found, found is None and form.number != "plur"


def _signature(ctx: Context, quotation: Range, i: int, stop: int) -> Finding | None:
    """`«…». — Анна Петрова, врач`, `«Мост закрыт» — мэр`: a name after a dash signs the quotation, or a headline."""
    phrases = noun_phrases(ctx.doc, i, stop)
    if not phrases or phrases[0].start != i or not phrases[0].cases & NOMN:
        return None
    headline = phrases[0].stop == stop and ctx.doc.words[stop - 1] not in _END_MARKS
    if phrases[0].kind != "person" and not (headline and phrases[0].kind in ("role", "organization")):
        return None
    says = ctx.has_predicate(quotation[0] + 1, quotation[1]) or ctx.tells_this(quotation)
    if ctx.any_finite(i, stop) or not says:
        return None
    content = (ctx.trim(quotation[0] + 1, quotation[1]),)
    return Finding(QuoteKind.DIRECT, content, None, phrases[0], "signature")


def signature_below(ctx: Context, quotation: Range, last: int) -> Finding | None:
    """`«…»` and `— Анна Петрова, врач` on the next line: a dash and a name sign the quotation above."""
    number = ctx.doc.sentence_of(last - 1) + 1
    if number >= len(ctx.doc.sentences):
        return None
    begin, end = ctx.doc.sentences[number]
    if ctx.doc.words[begin] not in DASHES or begin + 1 >= end:
        return None
    return _signature(ctx, quotation, begin + 1, end)


def author_inside(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`«Мы готовы, — сказал он. — Но не сейчас»`: the author's words between dashes within one pair of marks."""
    opening, closing = quotation
    doc = ctx.doc
    parts: list[Range] = []
    begin = opening + 1
    cue: Cue | None = None
    source: Phrase | None = None
    zero = False
    i = opening + 2
    while i < closing:
        if doc.words[i] in DASHES and doc.words[i - 1] in _END_MARKS | {"»", '"', "“"} and i + 1 < closing:
            end = _insert_end(ctx, i, closing)
            found = _inner_cue(ctx, i + 1, end)
            if found is not None and (end < closing or doc.words[i - 1] in _END_MARKS):
                parts.append(ctx.trim(begin, i))
                if cue is None:
                    cue = found
                    source, zero = author_source(ctx, found, i + 1, end)
                begin = end
                i = end
        i += 1
    if cue is None:
        return None
    parts.append(ctx.trim(begin, closing))
    content = tuple(part for part in parts if part[0] < part[1])
    return Finding(QuoteKind.DIRECT, content, cue, source, "author_inside", zero) if content else None


def _insert_end(ctx: Context, dash: int, closing: int) -> int:
    """Return the token after the author's insert that begins at a dash: past the next dash that follows a stop."""
    words = ctx.doc.words
    for k in range(dash + 2, min(closing, dash + 60)):
        if words[k] in DASHES and words[k - 1] in (",", ".", ":", ";", "!", "?"):
            return k
    return closing


def _inner_cue(ctx: Context, first: int, last: int) -> Cue | None:
    """Return the cue of an insert: a finite verb of speech among its first words, in lower case."""
    doc = ctx.doc
    if not doc.words[first][0].islower():
        return None
    for cue in ctx.cues_in(first, last):
        if cue.form.mode == "finite" and cue.form.frames & {"direct", "paren"}:
            if cue.first - first <= 3 and cue.form.person not in ("1per", "2per"):
                return cue
            if not ctx.any_finite(first, cue.first):
                return cue
        return None
    if ctx.finite(first) and doc.pos(first) == "VERB":
        end = last - 1 if doc.words[last - 1] in (".", ",") else last
        named = next((p for p in noun_phrases(doc, first + 1, last) if p.kind == "person" and p.stop == end), None)
        if named is not None and named.cases & NOMN:
            return _any_verb(ctx, first)  # `— повысил голос Петров. —`
    return None


_OCCASION: Final = 12
"""Tokens between a speaker without a verb and the colon."""
_OCCASIONS: Final = frozenset(
    "интервью эфир беседа разговор комментарий пресс-конференция брифинг встреча заседание совещание выступление речь"
    " обращение послание письмо пост блог микроблог подкаст программа телеграм-канал telegram-канал соцсеть вопрос"
    " форум саммит митинг суд слово дебаты трибуна инстаграм твиттер фейсбук телеграм".split()
)
"""Where somebody is quoted from without a verb: `Зорич в интервью «Заре»: «…»`."""
_TITLE: Final = 2
"""Tokens of what is rather a title than words."""


def _where_said(ctx: Context, phrase: Phrase, quotation: Range) -> bool:
    """Whether what stands after a speaker without a verb is theme or place: `Зорич о мосте: «…»`, `… в эфире: «…»`."""
    opening, closing = quotation
    norm = ctx.doc.norms[phrase.stop]
    if norm in ("о", "об", "про"):
        return phrase.kind != "thing"
    if norm not in ("в", "во", "на") or phrase.kind not in ("person", "role") or opening - phrase.stop > _OCCASION:
        return False
    said = [r.lemma for i in range(phrase.stop + 1, min(opening, phrase.stop + 4)) for r in ctx.doc.readings(i)[:2]]
    if _OCCASIONS.isdisjoint(said) and not ctx.doc.words[phrase.stop + 1].isascii():
        return False
    listed = ctx.doc.norms[closing + 1 : closing + 2] in ([","], ["и"], [";"])  # `Зорич в фильмах: «Луна», «Солнце»`
    return closing - opening > _TITLE and not listed and not ctx.any_finite(phrase.stop, opening)


def _explained_by(ctx: Context, person: Phrase, role: Phrase, colon: int) -> bool:
    """Whether only a role stands between a person and the colon: `Анна Зуева, мать двоих детей: «…»`."""
    norms = ctx.doc.norms
    if person.kind != "person" or role.kind != "role" or not role.cases & NOMN or norms[person.stop] != ",":
        return False
    if role.start != person.stop + 1 or colon - role.start > _OCCASION or "," in norms[role.start : colon]:
        return False
    return not ctx.any_finite(role.start, colon)


def colon_before(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`Петров сказал: «Мы готовы»`, `Петров: «Мы готовы»`, `в документе говорится: «…»`."""
    opening, closing = quotation
    doc = ctx.doc
    colon = ctx.before_marks(opening)
    if colon <= first or doc.words[colon] != ":":
        return None
    if _lists_names(ctx, quotation):
        return None
    content = (ctx.trim(opening + 1, closing),)
    for cue in reversed(ctx.cues_in(first, colon)):
        if ctx.outer[cue.head] >= 0 or cue.form.mode == "participle" or cue.form.person == "1per":
            continue
        if cue.form.mode == "noun" and ctx.any_finite(cue.last, colon):
            continue
        if "weak" in cue.form.note and ctx.is_name(quotation):
            return None  # `выступал за команды: «Волна», «Луч»`
        source, zero = colon_source(ctx, cue, first, colon)
        return Finding(QuoteKind.DIRECT, content, cue, source, "colon_before", zero)
    phrases = noun_phrases(doc, first, colon)
    if phrases and phrases[0].start <= first + 1 and phrases[0].stop < colon and phrases[0].cases & NOMN:
        if _where_said(ctx, phrases[0], quotation):
            return Finding(QuoteKind.DIRECT, content, None, phrases[0], "colon_before")
        if len(phrases) > 1 and _explained_by(ctx, phrases[0], phrases[1], colon):
            return Finding(QuoteKind.DIRECT, content, None, phrases[0].but(stop=colon), "colon_before")
    worded = quoted_person(ctx, first, colon, TEXTS)
    if worded is not None and worded.stop == colon and worded.start <= first + 2:
        noun = text_noun(ctx, worded.start - 1)
        return Finding(QuoteKind.DIRECT, content, noun, worded, "colon_before")  # `Слова Зорича: «…»`
    if phrases and phrases[-1].stop == colon and phrases[-1].start <= first + 1 and phrases[-1].cases & NOMN:
        if phrases[-1].kind in ("person", "role", "organization", "group", "medium"):
            return Finding(QuoteKind.DIRECT, content, None, phrases[-1], "colon_before")
    if phrases and _acts(ctx, phrases[0], first, quotation):
        return Finding(QuoteKind.DIRECT, content, None, phrases[0], "colon_before")
    return None


def _lists_names(ctx: Context, quotation: Range) -> bool:
    """Whether a quotation and the next are names of a list: `поздравили три клуба: «Волна», «Заря» и «Луч»`."""
    words = ctx.doc.words
    opening, closing = quotation
    number = ctx.outer[opening] + 1
    if closing - opening > _NAME or words[closing - 1] in "!?…" or number >= len(ctx.quotations):
        return False
    other = ctx.quotations[number]
    listed = other[0] == closing + 2 and ctx.doc.norms[closing + 1] in (",", "и")
    return listed and ctx.is_name(quotation) and ctx.is_name(other) and words[other[1] - 1] not in "!?…"


_NAME: Final = 4
"""Tokens of a name in a list with its marks, at most."""


def text_noun(ctx: Context, i: int) -> Cue:
    """Return a cue of a noun for words or a text: `письмо`, `комментарий`."""
    lemma = ctx.doc.readings(i)[0].lemma
    return Cue(i, i + 1, i, Form(lemma, Stance.REPORT, frozenset(), "noun", case="gent"))


def _acts(ctx: Context, phrase: Phrase, first: int, quotation: Range) -> bool:
    """Whether somebody did something before a whole utterance: `Зорич развёл руками: «Мы ждём».`."""
    doc = ctx.doc
    opening, closing = quotation
    if phrase.kind not in ("person", "role") or not phrase.cases & NOMN or phrase.start > first + 2:
        return False
    verb = next((k for k in range(phrase.stop, min(opening, phrase.stop + _OCCASION)) if ctx.finite(k)), -1)
    if verb < 0 or phrase.number == "plur" or doc.readings(verb)[0].number != "sing" or "," in doc.norms[verb:opening]:
        return False
    if not doc.words[opening + 1][0].isupper() or any(r.lemma in _WORKS for r in doc.readings(opening - 2)[:2]):
        return False
    ends = closing + 1 >= len(doc.words) or doc.words[closing + 1] in ".—–" or doc.words[closing - 1] in ".!?…"
    whole = ctx.any_finite(opening + 1, closing) or ctx.tells_this(quotation) or doc.words[closing - 1] in "!?"
    return ends and whole and closing - opening > _UTTERANCE


_UTTERANCE: Final = 2
"""Tokens of an utterance, at least."""
_WORKS: Final = frozenset(
    "фильм книга роман песня альбом картина стих рассказ повесть пьеса спектакль клип сериал надпись плакат лозунг"
    " транспарант баннер табличка статья заголовок девиз слоган правило принцип поговорка пословица закон название"
    " рубрика тема задача вопрос цель причина версия условие вариант".split()
)
"""What is written or named, and not said, where its words follow: `снял фильм: «Мы ждём»`."""


def colon_source(ctx: Context, cue: Cue, first: int, colon: int) -> tuple[Phrase | None, bool]:
    """Return who speaks where the cue stands before a colon."""
    relayed = _relayed(ctx, cue, colon) if cue.form.mode == "finite" else None
    if relayed:
        return relayed, False
    if cue.form.mode == "noun":
        for insert in find_inserts(ctx, cue.first, colon):
            return insert.source, False
        return noun_after(ctx, cue.last, colon, cue.form.case), False
    if cue.form.mode == "infinitive":
        for verb in range(cue.first - 1, first - 1, -1):
            if ctx.finite(verb):
                return subject(ctx, verb, first, colon, agreement_of(ctx, verb)), False
    if cue.form.mode == "finite":
        for insert in find_inserts(ctx, first, colon):
            if insert.cue.head == cue.head and insert.source and insert.source.cases & NOMN:
                return insert.source, False  # `P, рассказали эксперты, проводившие осмотр:`
    return verb_source(ctx, cue, first, colon)


def colon_after(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`«Мы не уступим»: глава профсоюза о стачке`, `…: в палате ответили на упрёки`: a headline, then its source."""
    opening, closing = quotation
    doc = ctx.doc
    begin = closing + 2
    if opening != first or begin >= last or doc.words[closing + 1] != ":" or doc.words[last - 1] == ".":
        return None
    content = (ctx.trim(opening + 1, closing),)
    if doc.norms[begin] in PLACES:
        place = in_place(ctx, begin, last)
        spoken = place is not None and ctx.has_predicate(*quotation) and _speech_follows(ctx, place.stop, last)
        return Finding(QuoteKind.DIRECT, content, None, place, "colon_after") if spoken else None
    source = phrase_at(doc, begin, begin, last)
    if source is None or not source.cases & NOMN or source.kind not in ("person", "role", "organization", "group"):
        return None
    about = source.stop >= last or doc.norms[source.stop] in ("о", "об", "про")
    if not about and not (ctx.has_predicate(*quotation) and _speech_follows(ctx, source.stop, last)):
        return None
    return Finding(QuoteKind.DIRECT, content, None, source, "colon_after")


def _speech_follows(ctx: Context, i: int, last: int) -> bool:
    """Whether a finite verb of speech stands right behind a source: `рассказал о стачке`."""
    return any(cue.form.mode == "finite" for cue in ctx.cues_in(i, min(last, i + 2)))


def list_item(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`скандировали: «Свободу!», «Долой!»`: a quotation after another, joined by a comma or `и`."""
    opening, closing = quotation
    i = opening - 1
    if i <= first or ctx.doc.norms[i] not in (",", "и", ";") or ctx.outer[i - 1] < 0:
        return None
    before = ctx.quotations[ctx.outer[i - 1]]
    if before[1] != i - 1:
        return None
    model = colon_before(ctx, before, first, last) or list_item(ctx, before, first, last)
    if model is None:
        return None
    content = (ctx.trim(opening + 1, closing),)
    return Finding(model.kind, content, model.cue, model.source, "list_item", model.zero, model.follows)


def verb_before(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`сказав «мы принялись за дело»`: a cue of direct speech right before a quoted clause."""
    opening, closing = quotation
    doc = ctx.doc
    if opening <= first or closing - opening < 4 or ctx.is_name(quotation):
        return None
    if not ctx.has_predicate(opening + 1, closing):
        return None
    for cue in ctx.cues_in(max(first, opening - 3), opening):
        if any(not doc.norms[k].isalpha() or doc.norms[k] in ("что", "как") for k in range(cue.last, opening)):
            continue
        if cue.form.mode in ("finite", "gerund") and "direct" in cue.form.frames and ctx.outer[cue.head] < 0:
            if "name" in cue.form.frames:
                return None
            source, zero = verb_source(ctx, cue, first, opening)
            content = (ctx.trim(opening + 1, closing),)
            return Finding(QuoteKind.DIRECT, content, cue, source, "verb_before", zero)
    return None


RULES: Final[tuple[Callable[[Context, Range, int, int], Finding | None], ...]] = (
    author_inside,
    author_after,
    colon_before,
    colon_after,
    list_item,
    verb_before,
)
"""The rules for one quotation, in the order in which they are asked; the first finding counts."""


def dialogue_line(ctx: Context, first: int, last: int) -> Finding | None:
    """`— Мы готовы, — сказал Петров.`: a line that opens with a dash, or with a mark that nothing closes."""
    doc = ctx.doc
    if doc.words[first] not in DASHES and doc.marks.get(first) != -1:
        return None
    parts: list[Range] = []
    begin, cue, source, zero = first + 1, None, None, False
    i = first + 2
    while i < last - 1:
        if doc.words[i] in DASHES and doc.words[i - 1] in _END_MARKS:
            end = _insert_end(ctx, i, last)
            found = _inner_cue(ctx, i + 1, end)
            if found is not None:
                parts.append(ctx.trim(begin, i))
                if cue is None:
                    cue = found
                    source, zero = author_source(ctx, found, i + 1, end)
                begin = i = end
        i += 1
    if cue is None:
        return None
    parts.append(ctx.trim(begin, last))
    content = tuple(part for part in parts if part[0] < part[1])
    return Finding(QuoteKind.DIRECT, content, cue, source, "dialogue_line", zero) if content else None
