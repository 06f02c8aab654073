"""Where content ends: at the author's words, a new report, or the main clause that goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.morphology.agreement import ACCS, NOMN
from ruspolnews.quotes.clauses import RELATIVES, SUBORDINATORS, subordinate
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.opening import QUESTIONS, asyndetic, complement, next_conjunct, quoted_object
from ruspolnews.quotes.remarks import objects, tells_how
from ruspolnews.quotes.source.subjects import LIGHT
from ruspolnews.quotes.turns import turns

__all__ = ["content_end", "resumes_at"]

_COORDINATORS: Final = frozenset(["и", "а", "но", "однако", "да", "хотя", "зато"])
_LEFTOVERS: Final = frozenset(["'", "''", "*"])
"""What markup leaves before a quotation."""
_SUMMING: Final = frozenset(["после чего", "в результате", "из-за чего"])
_TURNS: Final = (
    ("в", "ответ"),
    ("в", "свою", "очередь"),
    ("в", "то", "же", "время"),
    ("при", "этом"),
    ("между", "тем"),
)
"""What turns from one speaker to the next: `, в ответ Зорин назвал её «…»`."""


def content_end(
    ctx: Context,
    begin: int,
    last: int,
    cue: Cue,
    stops: Callable[[int], bool],
    *,
    resumes: bool = False,
    colon: bool = True,
    whole: bool = False,
) -> int:
    """Return the token at which the content that begins at `begin` ends, at most `last`.

    Args:
        ctx: the document.
        begin: the first token of the content.
        last: the end of the sentence or of the quotation that holds it.
        cue: the cue of the content.
        stops: says whether the author's words begin at a token, such as a final `, сообщает X`.
        colon: a quotation after a colon is no part of the content.
        whole: what others are reported to say is content too (`Как пишет газета, мэр сказал, что P, а Зорич, что Q`).
        resumes: the cue stands in a clause of its own, after which the main clause goes on (`Заявив, что P, он ушёл`).
    """
    doc = ctx.doc
    norms = doc.norms
    home = ctx.outer[cue.head]
    depth = 0
    i = begin
    while i < last:
        norm = norms[i]
        if home < 0 and ctx.outer[i] >= 0:
            i = ctx.quotations[ctx.outer[i]][1] + 1
            continue
        if norm == "(":
            depth += 1
        elif norm == ")":
            if depth == 0:
                return i
            depth -= 1
        elif depth:
            pass
        elif norm == ":":
            j = i + 1
            while j < last - 1 and norms[j] in _LEFTOVERS:
                j += 1
            if j >= last or (home < 0 and ctx.outer[j] >= 0 and (colon or not ctx.cues_in(i - 3, i))):
                return i
        elif home >= 0 and norm in ".!?" and i + 1 < last and doc.words[i + 1][0].isupper():
            return i if norm == "." else i + 1
        elif i > begin and (norm in (",", ";", "(") or norm in _COORDINATORS or norm in DASHES):
            again = norms[begin] not in QUESTIONS and next_conjunct(ctx, i, last)
            if stops(i) or again or (not whole and _new_report(ctx, begin, i, last, cue)):
                return i
            if resumes and norm == "," and resumes_at(ctx, begin, i, last):
                return i
        i += 1
    return last


def _new_report(ctx: Context, begin: int, i: int, last: int, cue: Cue) -> bool:
    """Whether the author goes on at token `i`: `, добавив, что`, `, а министр заявил, что`, ` и подчеркнул, что`."""
    doc = ctx.doc
    norms = doc.norms
    if norms[i] == "," and i + 2 < last and norms[i + 1] in DASHES and norms[i + 2] == "и":
        return ctx.any_finite(i + 2, last)  # `заявил, что P, — и уже через час уехал`
    if norms[i] in DASHES:  # `сказал, что удивлён, — он назвал сына добрым`
        told = ctx.cues_in(i + 2, min(last, i + 3)) if norms[i + 1 : i + 2] in (["он"], ["она"]) else []
        return any(other.form.mode == "finite" for other in told)
    comma = norms[i] in (",", ";")
    j = i + 1 if comma else i
    coordinator = norms[j] if j < last and norms[j] in _COORDINATORS else ""
    if comma and norms[j : j + 2] == ["тогда", "как"]:
        coordinator, j = "а", j + 1
    if norms[i] == ";" and any(other.form.mode == "noun" for other in ctx.cues_in(j, min(last, j + 3))):
        return True  # `…, что P; по его словам, Q`
    if coordinator:
        j += 1
    if comma and j < last and turns(ctx, (begin, i), (j, last), coordinator, cue):
        return True
    plain = not coordinator
    if plain and norms[i] == "," and tells_how(ctx, j, last):
        return True
    if plain and norms[i] == "," and asyndetic(ctx, j, last):
        return cue.form.mode != "noun" or ctx.has_predicate(begin, i)  # `по словам Зорича, как врач, он считает, что`
    if plain and comma and j < last and (norms[j] == "чем" or " ".join(norms[j : j + 2]) in _SUMMING):
        return _predicate_of_matrix(ctx, begin, j + 1 + (norms[j] != "чем"), last, cue, strong=False)
    light = j
    while j < last and norms[j] in LIGHT:
        j += 1
    if j >= last:
        return False
    if comma and coordinator in ("однако", "но", "хотя") and objects(ctx, j, last):
        return True
    if cue.form.mode == "gerund" and coordinator == "и" and doc.readings(j)[0].pos == "GRND":
        return True  # `посчитав, что прав и также выразив поддержку`
    for opener in _TURNS if comma else ():
        if tuple(norms[j : j + len(opener)]) == opener and asyndetic(ctx, j + len(opener), last):
            return True
    for other in ctx.cues_in(j, min(last, j + 14)) if cue.form.mode != "noun" else ():
        if other.form.mode == "gerund" and other.first <= j + 2 and comma:
            return (
                complement(ctx, other, last) is not None
                or quoted_object(ctx, other, last)
                or any(norms[k] == ":" for k in range(other.last, min(last, other.last + 6)))
            )
        alike = (other.form.mode, other.form.tense, other.form.number, other.form.gender) == (
            cue.form.mode,
            cue.form.tense,
            cue.form.number,
            cue.form.gender,
        )
        if comma and not coordinator and other.first == j and alike:
            if _lists_on(ctx, cue, other, last) or not _SEQUEL.isdisjoint(norms[light:j]):
                return True  # `повторил, что P, обратил внимание на суд и спросил`, `отрицал, что P, потом пригрозил`
        if other.form.mode not in ("finite", "short") or not coordinator:
            continue
        if other.first == j:  # no subject of its own
            if comma and coordinator in ("однако", "но") and other.form.number == cue.form.number:
                return complement(ctx, other, last) is not None
            same = other.form.number == cue.form.number or (cue.form.mode == "gerund" and other.form.mode == "finite")
            if comma and same and complement(ctx, other, last):
                return True
            if alike or not comma or cue.form.mode != "short":
                return alike and not (coordinator == "хотя" and not comma)
            break
        if any(ctx.finite(k) or norms[k] in SUBORDINATORS or norms[k] in RELATIVES for k in range(j, other.first)):
            break
        if comma and _quotes(ctx, other, j, last, alike=alike):
            return True  # `, а рост цен объяснил «паникой»`
        if coordinator in ("а", "но", "однако", "хотя") and complement(ctx, other, last):
            goes_on = coordinator != "а" and cue.form.tense == "past" and other.form.tense == "pres"
            return not goes_on  # `заявил, что P, но власти надеются, что Q`
        break
    if coordinator == "а" and norms[j] in _MEANWHILE and comma and cue.form.mode != "noun":
        return _predicate_of_matrix(ctx, begin, j + 1, last, cue, strong=False)
    if not comma or cue.form.mode == "noun" or coordinator not in ("и", "однако", "но"):
        return False
    strong = coordinator == "однако" or (coordinator == "и" and not _clause_closed(ctx, begin, i))
    return _predicate_of_matrix(ctx, begin, j, last, cue, strong=strong)


def _lists_on(ctx: Context, cue: Cue, other: Cue, last: int) -> bool:
    """Whether a verb of speech goes on a list of predicates: it is like the cue, and `и` joins a third."""
    if cue.form.mode != "finite":
        return False
    later = ctx.cues_in(other.last, last)
    return any(third.form.gender == cue.form.gender and ctx.doc.norms[third.first - 1] == "и" for third in later)


_SEQUEL: Final = frozenset(["потом", "затем"])
_MEANWHILE: Final = frozenset("пока также затем потом позже заодно после".split())
"""What stands between `а` and what else somebody did: `, а пока | призвали ждать`."""


def _quotes(ctx: Context, other: Cue, j: int, last: int, *, alike: bool) -> bool:
    """Whether words in marks belong to a verb behind a coordinator: `, а Зорич назвал его «хорошим»`."""
    if not other.form.frames & {"fragment", "name"} or other.last >= last:
        return False
    if alike and ctx.outer[other.last] >= 0:
        return True
    between = noun_phrases(ctx.doc, j, other.first)
    speaks = any(p.cases & NOMN and p.kind in ("person", "role", "organization") for p in between)
    return speaks and "name" in other.form.frames and quoted_object(ctx, other, last)


def _clause_closed(ctx: Context, begin: int, comma: int) -> bool:
    """Whether the comma may close a relative, participial or other clause inside the content."""
    return any(b >= comma for _, b in subordinate(ctx, begin, comma + 1)) or bool(
        [k for k in range(begin, comma) if ctx.doc.norms[k] == ","]
    )


def _predicate_of_matrix(ctx: Context, begin: int, j: int, last: int, cue: Cue, *, strong: bool) -> bool:
    """`…, и отказался отвечать`: after a comma and a coordinator, a verb without subject that agrees with the cue."""
    doc = ctx.doc
    tense, number = cue.form.tense, cue.form.number
    if cue.form.mode == "short" and any(r.tense == "pres" for k in range(j, min(last, j + 2)) for r in doc.readings(k)):
        tense = "pres"  # `уверена, что P, и | советует`
    if tense not in ("past", "pres") or j >= last:
        return False
    verb = next((k for k in range(j, min(last, j + _PREDICATE)) if doc.norms[k] == "," or ctx.finite(k)), j)
    if not ctx.finite(verb) or (verb - j >= _NEAR and not any(doc.pos(k) == "INFN" for k in range(j, verb))):
        return False
    subjects = [p for p in noun_phrases(doc, j, verb) if p.cases & NOMN]
    declines = doc.readings(verb)[0].lemma in _DECLINING  # `, однако | текст | показать отказались`
    if any(not (declines and p.cases & ACCS) for p in subjects):
        return False
    for reading in doc.readings(verb):
        if reading.pos == "VERB":
            if (reading.tense, reading.number) != (tense, number):
                return False
            if tense == "pres" and (not strong or reading.person != "3per"):
                return False
            gender = cue.form.gender if tense == "past" else ""
            others = (k for k in range(begin, verb) if ctx.outer[k] < 0 or tense == "pres")
            strong = (strong and tense == "past") or declines
            own = (tense, number, gender)
            return reading.gender == gender and (strong or not any(_same_verb(ctx, k, own) for k in others))
    return False


_PREDICATE: Final = 12
"""Tokens behind a coordinator before a verb whose complement stands before it: `но | назвать сроки затруднился`."""
_NEAR: Final = 5
"""Tokens behind a coordinator before any other verb."""
_DECLINING: Final = frozenset("отказаться отказываться затрудниться затрудняться воздержаться уклониться".split())
"""What somebody does who does not say more."""


def _same_verb(ctx: Context, k: int, own: tuple[str, str, str]) -> bool:
    """Whether a verb of the content agrees with the cue as well, so that the next may be coordinated with it."""
    if not ctx.finite(k):
        return False
    for reading in ctx.doc.readings(k):
        if reading.pos == "VERB":
            return (reading.tense, reading.number, reading.gender) == own
    return False


def resumes_at(ctx: Context, begin: int, comma: int, last: int) -> bool:
    """Whether the main clause goes on after the comma: a predicate follows that no conjunction opens."""
    doc = ctx.doc
    norms = doc.norms
    j = comma + 1
    if j >= last or comma <= begin:
        return False
    if norms[j] in SUBORDINATORS or norms[j] in RELATIVES or norms[j] in ("и", "а", "но", "или", "либо", "однако"):
        return False
    if any(norms[k] in RELATIVES for k in range(j, min(j + 3, last))):
        return False
    if norms[j][0].isalpha() and doc.pos(j) in ("PRTF", "GRND"):
        return False
    aside = subordinate(ctx, begin, comma + 1)
    verbs = [k for k in range(begin, comma) if ctx.finite(k)]
    if verbs and not any(ctx.finite(k) and not any(a <= k < b for a, b in aside) for k in range(begin, comma)):
        return False
    end = next((k for k in range(j, last) if norms[k] == "," and ctx.outer[k] < 0), last)
    return any(ctx.finite(k) for k in range(j, end) if ctx.outer[k] < 0)
