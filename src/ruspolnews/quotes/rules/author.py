"""Quotations with the words of the author after them or inside them, and lines of dialogue."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.model import QuoteKind, Stance
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.clauses import RELATIVES
from ruspolnews.quotes.context import DASHES, END_MARKS, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.inserts import find_inserts
from ruspolnews.quotes.lexicon import Form
from ruspolnews.quotes.opening import complement
from ruspolnews.quotes.rules.signature import signature
from ruspolnews.quotes.source.author import author_source

__all__ = ["author_after", "author_inside", "dialogue_line"]

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
    if i >= last or not (comma or dash or doc.words[closing - 1] in END_MARKS):
        return None
    ending = doc.words[closing - 1] in END_MARKS or comma
    if not dash and doc.norms[i] in RELATIVES:
        return None  # `«Волна», которую считают лучшей`
    if not dash and doc.norms[i] == "как" and ctx.is_name(quotation):
        if any(insert.first == i and not insert.final for insert in find_inserts(ctx, closing + 1, last)):
            return None  # `«Волна», как сказал Зорич, это успех`
    stop = _author_stop(ctx, i, last)
    found = _author_cue(ctx, i, stop, strict=not (dash and ending))
    if found is not None and doc.norms[i] == "и" and found.first == i + 1 and complement(ctx, found, last):
        content = [ctx.trim(opening + 1, closing)]  # `«Мост открыт», — и добавил, что рад`: the next report
        return Finding(QuoteKind.DIRECT, tuple(content), None, None, "author_after", zero=True)
    if found is None:
        return signature(ctx, quotation, i, stop) if dash else None
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
    return not ctx.is_name(quotation) or words[closing - 1] in END_MARKS or opens


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
            if doc.readings(verb)[0].lemma == "быть":
                return cue  # `— это было отмечено в заявлении`
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


def author_inside(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`«Мы готовы, — сказал он. — Но не сейчас»`: the author's words between dashes within one pair of marks."""
    return _interrupted(ctx, quotation[0] + 1, quotation[1], "author_inside", _BEFORE_DASH)


def _interrupted(ctx: Context, begin: int, last: int, rule: str, before: frozenset[str]) -> Finding | None:
    """Return speech within tokens `begin` to `last` without the author's words, whose dashes follow one of `before`."""
    words = ctx.doc.words
    parts: list[Range] = []
    cue: Cue | None = None
    source: Phrase | None = None
    zero = False
    i = begin + 1
    while i < last - 1:
        if words[i] in DASHES and words[i - 1] in before:
            end = _insert_end(ctx, i, last)
            found = _inner_cue(ctx, i + 1, end)
            beat = _beat(ctx, i + 1, end) if found is None and rule == "dialogue_line" else None
            if beat is not None:
                parts.append(ctx.trim(begin, i))
                source = source or beat
                begin = i = end
            elif found is not None and (end < last or words[i - 1] in END_MARKS):
                parts.append(ctx.trim(begin, i))
                if cue is None:
                    cue = found
                    source, zero = author_source(ctx, found, i + 1, end)
                begin = i = end
        i += 1
    if cue is None and source is None:
        return None
    parts.append(ctx.trim(begin, last))
    content = tuple(part for part in parts if part[0] < part[1])
    return Finding(QuoteKind.DIRECT, content, cue, source, rule, zero) if content else None


def _beat(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return who does something between the parts of a line: `— Ремонт, — Анна Лосева машет рукой. — Потом иной`."""
    actor = phrase_at(ctx.doc, first, first, last)
    if actor is None or actor.kind not in ("person", "role") or not actor.cases & NOMN or actor.number == "plur":
        return None
    verb = next((k for k in range(actor.stop, min(last, actor.stop + 3)) if ctx.finite(k)), -1)
    return actor.but(cases=NOMN) if verb >= 0 and ctx.doc.readings(verb)[0].number == "sing" else None


_BEFORE_DASH: Final = END_MARKS | {"»", '"', "“"}


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


def dialogue_line(ctx: Context, first: int, last: int) -> Finding | None:
    """`— Мы готовы, — сказал Петров.`: a line that opens with a dash, or with a mark that nothing closes."""
    doc = ctx.doc
    if doc.words[first] not in DASHES and doc.marks.get(first) != -1:
        return None
    return _interrupted(ctx, first + 1, last, "dialogue_line", END_MARKS)
