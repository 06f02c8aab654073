"""Lines with a colon or a dash between source and content, and clauses without marks after a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ruspolnews.mentions.phrase import NAMED
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.mentions.words import lexis
from ruspolnews.model import QuoteKind
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.morphology.word import is_latin
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.kinds import PARTICLES, all_quoted, irrealis, is_infinitive, kind_of
from ruspolnews.quotes.source.verb import verb_source

__all__ = ["colon_clauses", "headline", "headline_after"]


def headline_after(ctx: Context, first: int, last: int) -> Iterator[Finding]:
    """`Мост закроют в мае — мэр`: a line without a full stop, with a dash and a source at its end."""
    doc = ctx.doc
    if doc.words[last - 1] in (".", "!", "?", "…", ":", ";", ","):
        return
    dash = next((i for i in range(last - 2, max(first + 1, last - 14), -1) if doc.words[i] in ("—", "–", "-")), None)
    if dash is None or ctx.outer[dash] >= 0:
        return
    source = phrase_at(doc, dash + 1, dash + 1, last)
    if source is None or source.stop != last or not source.cases & NOMN or source.kind not in NAMED:
        return
    known = source.stop == source.start + 1 and doc.readings(source.head)[0].lemma in lexis().organizations
    if source.kind == "organization" and not doc.words[dash + 1].isupper() and not known:
        return  # `новое название страны — Королевство …`
    content = ctx.trim(first, dash)
    if "\n" in doc.text[doc.starts[first] : doc.starts[dash]]:
        return  # lines of a form: `профессия — археолог`
    if content[0] >= content[1] or all_quoted(ctx, content):
        return  # `«Мост закроют», — мэр`: a signature
    before = noun_phrases(doc, first, dash) if source.kind == "person" else []
    if before and before[-1].stop == dash and before[-1].kind == "role" and before[-1].cases & NOMN:
        return  # `скончался старейший житель города — Илья Лужин`
    if source.kind == "role":
        named_last = noun_phrases(doc, first, dash)[-1:]
        if named_last and named_last[0].stop == dash and named_last[0].kind == "person" and named_last[0].cases & NOMN:
            return  # `скончалась Анна Лужина — первая женщина в парламенте`
    named = doc.readings(dash - 1)[0]
    if named.pos == "NOUN" and named.case == "nomn" and named.animacy == "anim" and source.kind == "person":
        return  # `палату возглавила женщина — Анна Лужина`
    if ctx.any_finite(*content) and not any(doc.words[i] == ":" for i in range(*content)):
        yield Finding(kind_of(ctx, [content]), (content,), None, source, "headline_after")


def colon_clauses(ctx: Context, first: int, last: int, found: Sequence[Finding]) -> Iterator[Finding]:
    """`X сообщил: переговоры идут`: a clause without marks after a cue and a colon."""
    words = ctx.doc.words
    for colon in range(first + 1, last - 2):
        if words[colon] != ":" or ctx.outer[colon] >= 0:
            continue
        if any(ctx.outer[k] >= 0 and ctx.before_marks(k) == colon for k in range(colon + 1, min(last, colon + _MARKS))):
            continue
        begin = max((f.stop for f in found if f.stop < colon), default=first)
        for cue in reversed(ctx.cues_in(begin, colon)):
            if "colon" not in cue.form.frames or ctx.outer[cue.head] >= 0 or irrealis(ctx, cue, first):
                continue
            if ctx.any_finite(cue.last, colon) or _is_titled(ctx, cue.last, colon):
                return  # `написал книгу My Life: The Story`
            if any(ctx.doc.pos(k) == "PRTF" and ctx.doc.words[k - 1] in (",", "и") for k in range(cue.last, colon)):
                return  # `поздравил пловца, установившего рекорд: он проплыл милю`
            if any(f.start <= colon < f.stop or (f.cue and f.cue.last > colon) for f in found):
                return
            passed_on = ctx.doc.norms[colon + 1] in PARTICLES  # `возражал: мол, | снег растает`
            content = ctx.trim(colon + 1 + passed_on, last)
            source, zero = verb_source(ctx, cue, first, colon)
            listed = sum(word in DASHES for word in words[content[0] : content[1]]) > 1  # `900 — на сыр, 5 — на корма`
            spoken = ctx.any_finite(*content) if listed else ctx.has_predicate(*content)
            spoken = spoken and not is_infinitive(ctx, content)
            if spoken and source is not None and source.kind != "thing":
                kind = kind_of(ctx, [content])
                if ctx.doc.marks.get(colon + 1) == -1:  # a mark that nothing closes
                    kind, content = QuoteKind.DIRECT, ctx.trim(colon + 2, last)
                yield Finding(kind, (content,), cue, source, "colon_clause", zero)
            return


def _is_titled(ctx: Context, first: int, colon: int) -> bool:
    """Whether the colon stands behind a Latin title, and not behind where it was said: `напомнил в эфире CNBC:`."""
    words = ctx.doc.words
    if not is_latin(words[colon - 1]):
        return False
    k = next((k for k in range(colon - 1, first - 1, -1) if not is_latin(words[k])), first - 1)
    return is_latin(words[colon + 1]) or "PREP" not in (ctx.doc.pos(k), ctx.doc.pos(k - 1))


_MARKS: Final = 4
"""Tokens behind a colon among which a quotation opens, leftovers of markup before it."""


def headline(ctx: Context, first: int, last: int) -> Iterator[Finding]:
    """`Песков: переговоры идут`: a name, a colon and a clause."""
    words = ctx.doc.words
    colon = next((i for i in range(first, min(last, first + 12)) if words[i] == ":"), None)
    if colon is None or colon + 2 >= last or ctx.outer[colon] >= 0 or ctx.outer[colon + 1] >= 0:
        return
    if ctx.doc.stops[colon] == ctx.doc.starts[colon + 1]:
        return  # `File:Мост.webm`
    phrases = noun_phrases(ctx.doc, first, colon)
    if not phrases or phrases[0].start > first + 1:
        return
    source = phrases[0]
    if source.stop != colon and ctx.doc.norms[source.stop] not in ("о", "об", "про"):
        return
    if not source.cases & NOMN or source.kind not in NAMED:
        return
    if source.kind == "medium" and source.number == "plur" and source.head > source.start:
        return  # `Природные ресурсы: лес, уголь, есть нефть`
    if "impr" in ctx.doc.readings(source.start)[0].tags:
        return  # `ЧИТАЙТЕ ТАКЖЕ: мэр ответил критикам`
    content = ctx.trim(colon + 1, last)
    listed = source.kind in ("role", "group") and not ctx.any_finite(*content)  # `Дети: сын — врач, дочь — актриса`
    if ctx.has_predicate(*content) and not listed and not is_infinitive(ctx, content):
        spoken = "я" in ctx.doc.norms[content[0] : content[1]] and source.kind in ("person", "role")
        kind = QuoteKind.DIRECT if spoken else kind_of(ctx, [content])  # `Зорич: я мог утонуть`
        yield Finding(kind, (content,), None, source, "headline")
