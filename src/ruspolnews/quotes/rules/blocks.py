"""Verbatim paragraphs without marks, which the line above announces with a colon."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.words import POSSESSIVES
from ruspolnews.model import QuoteKind
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.inserts import find_inserts
from ruspolnews.quotes.rules.colon import text_noun
from ruspolnews.quotes.source.attributed import TEXTS, quoted_person
from ruspolnews.quotes.source.author import colon_source

__all__ = ["block_after_colon"]


def block_after_colon(ctx: Context, first: int, last: int, paragraph: int) -> Finding | None:
    """`Петров сказал:` at the end of a paragraph: the next paragraph is verbatim, without marks."""
    doc = ctx.doc
    if doc.words[last - 1] != ":" or paragraph + 1 >= len(doc.paragraphs):
        return None
    begin, end = doc.paragraphs[paragraph + 1]
    if doc.text.count("\n", doc.stops[last - 1], doc.starts[begin]) > _LINES:
        return None  # a block that was cut out of the page
    if doc.words[end - 1] == ":" or any(insert.opens for insert in find_inserts(ctx, begin, end)):
        return None  # the author's words again
    if ctx.outer[begin] >= 0 and ctx.quotations[ctx.outer[begin]][0] == begin:
        opening, closing = ctx.quotations[ctx.outer[begin]]
        begin, end = opening + 1, closing
    if doc.words[begin] in DASHES:
        if doc.words[end - 1] == ";":
            return None  # the first line of a list
        begin += 1
    cues = [cue for cue in ctx.cues_in(first, last - 1) if ctx.outer[cue.head] < 0 and cue.form.mode != "participle"]
    announced = bool(cues) and cues[-1].last == last - 1 and "direct" in cues[-1].form.frames and end - begin > _LINE
    if not announced and not ctx.has_predicate(begin, end):
        return None
    if ctx.outer[begin] < 0:
        end = _goes_on(ctx, paragraph + 2, end)
    content = (ctx.trim(begin, end),)
    if not cues:
        noun, source = _announced(ctx, first, last - 1)
        return Finding(QuoteKind.DIRECT, content, noun, source, "block_after_colon") if source else None
    verbs = [cue for cue in cues if cue.form.mode in ("finite", "short") or cue.last == last - 1]
    beside = cues[-1].last == last - 1 and cues[-1].form.mode in ("finite", "gerund")
    cue = cues[-1] if beside else verbs[0] if verbs else cues[-1]  # `спросил, когда, на что тот ответил:`
    source, zero = colon_source(ctx, cue, first, last - 1)
    return Finding(QuoteKind.DIRECT, content, cue, source, "block_after_colon", zero)


def _goes_on(ctx: Context, paragraph: int, end: int) -> int:
    """Return where a block ends that more lines in the first person follow, with no empty line between."""
    doc = ctx.doc
    for begin, stop in doc.paragraphs[paragraph : paragraph + _MORE]:
        if doc.text.count("\n", doc.stops[end - 1], doc.starts[begin]) > 1 or doc.words[stop - 1] in (":", ";"):
            break
        if not _FIRST_PERSON & set(doc.norms[begin:stop]) or any(ctx.outer[i] >= 0 for i in range(begin, stop)):
            break
        if ctx.cues_in(begin, stop) and find_inserts(ctx, begin, stop):
            break
        end = stop
    return end


_MORE: Final = 5
"""Lines that go on with a block, at most."""
_FIRST_PERSON: Final = frozenset(
    "я мне меня мной мой моя мое мои моего моей моих мы нам нас нами наш наша наше наши".split()
)


def _announced(ctx: Context, first: int, colon: int) -> tuple[Cue | None, Phrase | None]:
    """Return whose words a line without a verb of speech announces: `Мэр Анна Зуева:`, `«Волна» приводит его рассказ:`.

    The cue is the noun for the words, if there is one.
    """
    doc = ctx.doc
    named = phrase_at(doc, first, first, colon)
    if named is not None and named.kind == "person" and named.stop == colon and named.cases & NOMN:
        return None, named
    if named is not None and named.kind == "person" and named.cases & NOMN and doc.words[named.stop] in DASHES:
        role = phrase_at(doc, named.stop + 1, named.stop + 1, colon)
        if role is not None and role.kind == "role" and role.stop == colon:
            return None, named.but(stop=colon)  # `Анна Зуева — тренер «Волны»:`
    verbs = (k for k in range(first, colon) if doc.pos(k) == "VERB" and doc.readings(k)[0].lemma in _QUOTING)
    verb = next(verbs, colon)
    text = next((k for k in range(verb + 1, colon) if doc.norms[k] in TEXTS), -1)
    if text < 0:
        return None, None
    if doc.norms[text - 1] in POSSESSIVES:
        return text_noun(ctx, text), phrase_at(doc, text - 1, text - 1, text)
    return text_noun(ctx, text), quoted_person(ctx, text, colon, TEXTS)


_LINES: Final = 2
"""Line breaks between a colon and the block that it announces, at most."""
_LINE: Final = 6
"""Tokens of a line that is verbatim though it has no predicate, more than that."""
_QUOTING: Final = frozenset("приводить привести публиковать опубликовать цитировать процитировать передавать".split())
"""Verbs of a medium that shows another's words."""
