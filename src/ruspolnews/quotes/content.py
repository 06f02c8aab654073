"""Where reported content begins and where it ends: the complementizer after a cue, and what closes the clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ruspolnews.mentions.phrases import noun_phrases, phrase_at
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.clauses import RELATIVES, SUBORDINATORS, subordinate
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Range
from ruspolnews.quotes.source.subjects import LIGHT

__all__ = ["complement", "content_end", "next_conjunct", "resumes_at", "without_remark"]

_REACH: Final = 40
"""How many tokens may stand between a cue and its complementizer."""

_QUESTIONS: Final = frozenset(
    "как где куда откуда когда почему зачем отчего сколько насколько кто кого кому кем ком чего чему чем чей чья чье"
    " чьи чьей чьего чьему чьих чьим какой какая какое какие какого каких каким какими какую каком каков".split()
)
_POINTED: Final = frozenset(["тот", "та", "те", "ту", "той", "тех", "теми"])
_CORRELATES: Final = frozenset(["том", "то", "тем", "того", "тому"])
_PREPOSITIONS: Final = frozenset(["на", "за", "про", "во", "в", "через", "о"])
_NOT_COMPLEMENTS: Final = frozenset(["потому", "так", "затем", "разве"])
_GOVERNORS: Final = frozenset(
    "знать узнать видеть понимать понять помнить вспомнить забыть слышать услышать чувствовать выяснить выясниться"
    " оказаться известно важно ясно понятно очевидно решить сделать мочь значить означать то тем том того тому"
    " демонстрировать продемонстрировать свидетельствовать гарантировать рассчитывать бояться ожидать указывать"
    " доказать доказывать показать показывать следовать учитывать учесть стать так такой потому".split()
)
"""Words that `что` completes, so that it begins no second report."""
_OPENERS: Final = _QUESTIONS | {"что", "чтобы", "чтоб", "ли", "будто"}
"""Words without one of which behind it no cue has a complement."""
_COORDINATORS: Final = frozenset(["и", "а", "но", "однако", "да", "хотя", "зато"])
_SUMMING: Final = frozenset(["после чего", "в результате", "из-за чего"])
_TURNS: Final = (
    ("в", "ответ"),
    ("в", "свою", "очередь"),
    ("в", "то", "же", "время"),
    ("при", "этом"),
    ("между", "тем"),
)
"""What turns from one speaker to the next: `, в ответ Зорин назвал её «…»`."""


def complement(ctx: Context, cue: Cue, last: int) -> Range | None:
    """Return the tokens of the conjunction that opens the cue's content: `что`, `о том, что`, `будет ли`, `чтобы`.

    The range is empty and stands at the first word of the content where the conjunction belongs to it (`чтобы`, `ли`).
    """
    doc = ctx.doc
    frames = cue.form.frames
    norms = doc.norms
    home = ctx.outer[cue.head]
    commas = depth = 0
    reach = min(last, cue.last + _REACH)
    if _OPENERS.isdisjoint(norms[cue.last : reach + 3]):
        return None
    for i in range(cue.last, reach):
        norm = norms[i]
        if ctx.outer[i] != home:
            continue
        depth += (norm == "(") - (norm == ")")
        if depth:
            if depth < 0:
                return None
        elif norm == ",":
            commas += 1
            if commas > 4:
                return None
        elif norm == "что":
            if norms[i - 1] == "," and norms[i - 2] in _POINTED:
                return None  # `напоминает ту, что была`
            if norms[i - 1] in _NOT_COMPLEMENTS or (i + 1 < last and norms[i + 1] == "касается"):
                return None
            if norms[i - 1] in _PREPOSITIONS or norms[i - 2] == "условии":  # `на что тратятся средства`
                continue
            if _relative(ctx, cue, i, last):
                return None
            correlate = norms[i - 1] in _CORRELATES or (norms[i - 1] == "," and norms[i - 2] in _CORRELATES)
            if correlate and (not frames & {"tothat", "that"} or _governed_by_noun(ctx, cue, i)):
                return None
            if not correlate and "that" not in frames and not (frames & {"tothat"} and norms[i - 1] == ","):
                return None
            return i, i + 1
        elif norm in ("чтобы", "чтоб"):
            return (i, i) if "chtoby" in frames and norms[i - 1] == "," and _asked_of(ctx, cue.last, i - 1) else None
        elif norm == "будто" and norms[i - 1] == ",":  # not `сказал так, будто`
            return (i, i) if "that" in frames and norms[i - 2] != "так" else None
        elif norms[i - 1] == "," and commas == 1 and "question" in frames and _asks(ctx, i, last):
            if cue.form.gender == "neut" or i > cue.last + 6 or not _predicated(ctx, i, last):
                return None
            if i > cue.last + 3 and norm in ("где", "когда", "куда", "откуда", "как"):
                return None
            return i, i
        elif (
            norm in (":", ";")
            or (norm in DASHES and norms[i - 1] == ",")
            or (norm[0].isalpha() and i >= cue.last and ctx.finite(i) and not _is_noun_like(ctx, i))
            or any(other.first == i and other.form.mode in ("gerund", "participle") for other in ctx.cues_in(i, i + 1))
        ):
            return None
    return None


def _relative(ctx: Context, cue: Cue, i: int, last: int) -> bool:
    """Whether `что` sums up the clause before: `объявил о переносе выборов, что вызвало споры`."""
    norms = ctx.doc.norms
    between = range(cue.last, i)
    named = any(norms[k] in ("о", "об") and norms[k + 1] not in _CORRELATES for k in between)
    verb = i + 1
    if verb < last and norms[verb] == ",":  # `что, как ожидается, вызовет споры`
        verb = next((k + 1 for k in range(verb + 1, min(last, verb + _ASIDE)) if norms[k] == ","), last)
    return named and verb < last and ctx.finite(verb)


_ASIDE: Final = 8
"""Tokens between the commas of a parenthesis, at most."""


def _governed_by_noun(ctx: Context, cue: Cue, i: int) -> bool:
    """Whether the correlate before `что` belongs to a noun: `ждёт толкования того, что …`."""
    norms = ctx.doc.norms
    k = i - 2 if norms[i - 1] == "," else i - 1
    return k - 1 >= cue.last and norms[k] == "того" and ctx.doc.pos(k - 1) == "NOUN"


def _asked_of(ctx: Context, first: int, last: int) -> bool:
    """Whether the words before `чтобы` name at most whom is asked: `потребовал от министра, чтобы`."""
    if last - first > 5:
        return False
    doc = ctx.doc
    if first < last and doc.norms[first] in ("от", "у", "на", "о", "за"):
        return not any(r.pos == "INFN" for k in range(first, last) for r in doc.readings(k)[:1])
    for k in range(first, last):
        reading = doc.readings(k)[0]
        if reading.pos == "INFN" or (reading.pos == "NOUN" and not any(r.case == "datv" for r in doc.readings(k))):
            return False
    return True


def _predicated(ctx: Context, i: int, last: int) -> bool:
    """Whether a predicate follows, an infinitive too: `разъяснил, куда обращаться`."""
    return ctx.has_predicate(i, last) or any(
        ctx.doc.pos(k) == "INFN" for k in range(i, min(last, i + 6)) if ctx.doc.words[k][0].islower()
    )


def _is_noun_like(ctx: Context, i: int) -> bool:
    """Whether a form that may be a verb is likelier a noun here: `стали`, `дел`, `мер`."""
    return ctx.doc.pos(i) in ("NOUN", "ADVB", "PRCL", "CONJ")


def _asks(ctx: Context, i: int, last: int) -> bool:
    """Whether an embedded question begins at token `i`: `какие меры приняты`, `будет ли`."""
    norms = ctx.doc.norms
    if norms[i] in _QUESTIONS:
        return True
    if norms[i] in ("о", "на", "в", "к", "с", "по", "за", "от", "из", "до", "при") and i + 1 < last:
        return norms[i + 1] in _QUESTIONS
    return "ли" in norms[i + 1 : min(i + 4, last)]


def next_conjunct(ctx: Context, i: int, last: int) -> Range | None:
    """Return the tokens from a coordinator to a second `что` at token `i`: `, и что`, `, а также что`."""
    norms = ctx.doc.norms
    j = i
    if norms[j] == ",":
        j += 1
    if j >= last or norms[j] not in ("и", "а", "но", "или", "что"):
        return None
    if norms[j] == "что":
        verb = j + 1 + (norms[j + 1 : j + 2] == ["не"])  # `…, что не позволяет …`
        return (i, j + 1) if norms[i] == "," and verb < last and not ctx.finite(verb) and _lists(ctx, i) else None
    j += 1
    while j < min(last, i + 7) and norms[j] in ("также", "о", "том", "то", "тем", "на", "в", "и", "не", "только", ","):
        j += 1
    return (i, j + 1) if j < last and norms[j] == "что" and norms[j - 1] not in ("потому", "так") else None


def _lists(ctx: Context, comma: int) -> bool:
    """Whether `, что` goes on a list of reports (`что A, что B`) and completes no word before it."""
    k = comma - 1
    while k > 0 and ctx.doc.norms[k] not in (",", "что", "."):
        if ctx.doc.norms[k] in _GOVERNORS or ctx.cues_in(k, k + 1):
            return False
        if any(r.pos in ("VERB", "GRND", "PRTF", "PRED") and r.lemma in _GOVERNORS for r in ctx.doc.readings(k)[:2]):
            return False
        k -= 1
    return ctx.doc.norms[k] == "что" and comma - k > 2


def content_end(
    ctx: Context,
    begin: int,
    last: int,
    cue: Cue,
    stops: Callable[[int], bool],
    *,
    resumes: bool = False,
    colon: bool = True,
) -> int:
    """Return the token at which the content that begins at `begin` ends, at most `last`.

    Args:
        ctx: the document.
        begin: the first token of the content.
        last: the end of the sentence or of the quotation that holds it.
        cue: the cue of the content.
        stops: says whether the author's words begin at a token, such as a final `, сообщает X`.
        colon: a quotation after a colon is no part of the content.
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
            if i + 1 >= last or (home < 0 and ctx.outer[i + 1] >= 0 and (colon or not ctx.cues_in(i - 3, i))):
                return i
        elif home >= 0 and norm in ".!?" and i + 1 < last and doc.words[i + 1][0].isupper():
            return i if norm == "." else i + 1
        elif i > begin and (norm in (",", ";", "(") or norm in _COORDINATORS or norm in DASHES):
            if stops(i) or next_conjunct(ctx, i, last) or _new_report(ctx, begin, i, last, cue):
                return i
            if resumes and norm == "," and resumes_at(ctx, begin, i, last):
                return i
        i += 1
    return last


def without_remark(ctx: Context, content: Range) -> Range:
    """Return content without a bracket at its end in which the author says something: `P (завод это отрицает)`."""
    first, last = content
    words = ctx.doc.words
    if last - first < _REMARK or words[last - 1] != ")" or ctx.outer[last - 1] >= 0:
        return content
    opening = next((i for i in range(last - 2, first, -1) if words[i] in "()"), first)
    if opening == first or words[opening] != "(" or not ctx.any_finite(opening + 1, last - 1):
        return content
    return ctx.trim(first, opening)


_REMARK: Final = 6
"""Tokens of content with a bracket, at least."""


def _new_report(ctx: Context, begin: int, i: int, last: int, cue: Cue) -> bool:
    """Whether the author goes on at token `i`: `, добавив, что`, `, а министр заявил, что`, ` и подчеркнул, что`."""
    doc = ctx.doc
    norms = doc.norms
    if norms[i] in DASHES:  # `сказал, что удивлён, — он назвал сына добрым`
        told = ctx.cues_in(i + 2, min(last, i + 3)) if norms[i + 1 : i + 2] in (["он"], ["она"]) else []
        return any(other.form.mode == "finite" for other in told)
    comma = norms[i] in (",", ";")
    j = i + 1 if comma else i
    coordinator = norms[j] if j < last and norms[j] in _COORDINATORS else ""
    if coordinator:
        j += 1
    elif comma and norms[i] == "," and _asyndetic(ctx, j, last):
        return True
    elif comma and j < last and (norms[j] == "чем" or " ".join(norms[j : j + 2]) in _SUMMING):
        return _predicate_of_matrix(ctx, begin, j + 1 + (norms[j] != "чем"), last, cue, strong=False)
    while j < last and norms[j] in LIGHT:
        j += 1
    if j >= last:
        return False
    for opener in _TURNS if comma else ():
        if tuple(norms[j : j + len(opener)]) == opener and _asyndetic(ctx, j + len(opener), last):
            return True
    for other in ctx.cues_in(j, min(last, j + 14)) if cue.form.mode != "noun" else ():
        if other.form.mode == "gerund" and other.first <= j + 2 and comma:
            return (
                complement(ctx, other, last) is not None
                or _quoted_object(ctx, other, last)
                or any(norms[k] == ":" for k in range(other.last, min(last, other.last + 6)))
            )
        if other.form.mode not in ("finite", "short") or not coordinator:
            continue
        alike = (other.form.mode, other.form.tense, other.form.number) == (
            cue.form.mode,
            cue.form.tense,
            cue.form.number,
        ) and (other.form.gender == cue.form.gender)
        if other.first == j:  # no subject of its own
            if comma and coordinator in ("однако", "но") and other.form.number == cue.form.number:
                return complement(ctx, other, last) is not None
            if comma and other.form.number == cue.form.number and complement(ctx, other, last):
                return True
            return alike and not (coordinator == "хотя" and not comma)
        if any(ctx.finite(k) or norms[k] in SUBORDINATORS or norms[k] in RELATIVES for k in range(j, other.first)):
            return False
        if coordinator in ("а", "но", "однако", "хотя") and complement(ctx, other, last):
            return True
        break
    if not comma or cue.form.mode == "noun" or coordinator not in ("и", "однако", "но"):
        return False
    strong = coordinator == "однако" or (coordinator == "и" and not _clause_closed(ctx, begin, i))
    return _predicate_of_matrix(ctx, begin, j, last, cue, strong=strong)


def _quoted_object(ctx: Context, cue: Cue, last: int) -> bool:
    return any(ctx.outer[k] >= 0 for k in range(cue.last, min(last, cue.last + 6)))


def _asyndetic(ctx: Context, j: int, last: int) -> bool:
    """`…, ответчик отвечает, что …`: a subject, a cue and its complement right after a comma."""
    phrase = phrase_at(ctx.doc, j, j, last) if j < last and ctx.doc.norms[j] not in RELATIVES else None
    if phrase is None or not phrase.cases & NOMN or phrase.kind in ("relative", "thing"):
        return False
    cues = ctx.cues_in(phrase.stop, phrase.stop + 1)
    if not cues or cues[0].form.mode != "finite":
        return False
    return complement(ctx, cues[0], last) is not None or _names(ctx, cues[0], last)


def _names(ctx: Context, cue: Cue, last: int) -> bool:
    """Whether a verb such as `назвал` has words in quotation marks behind it."""
    return "name" in cue.form.frames and _quoted_object(ctx, cue, last)


def _clause_closed(ctx: Context, begin: int, comma: int) -> bool:
    """Whether the comma may close a relative, participial or other clause inside the content."""
    return any(b >= comma for _, b in subordinate(ctx, begin, comma + 1)) or bool(
        [k for k in range(begin, comma) if ctx.doc.norms[k] == ","]
    )


def _predicate_of_matrix(ctx: Context, begin: int, j: int, last: int, cue: Cue, *, strong: bool) -> bool:
    """`…, и отказался отвечать`: after a comma and a coordinator, a verb without subject that agrees with the cue."""
    if cue.form.tense != "past" or j >= last:
        return False
    verb = next((k for k in range(j, min(last, j + 5)) if ctx.doc.norms[k] == "," or ctx.finite(k)), j)
    if not ctx.finite(verb) or any(p.cases & NOMN for p in noun_phrases(ctx.doc, j, verb)):
        return False
    j = verb
    for reading in ctx.doc.readings(j):
        if reading.pos == "VERB":
            return (
                reading.tense == "past"
                and reading.number == cue.form.number
                and reading.gender == cue.form.gender
                and (strong or not any(_same_verb(ctx, k, cue) for k in range(begin, j) if ctx.outer[k] < 0))
            )
    return False


def _same_verb(ctx: Context, k: int, cue: Cue) -> bool:
    """Whether a past verb of the content agrees with the cue as well, so that the next may be coordinated with it."""
    if not ctx.finite(k):
        return False
    for reading in ctx.doc.readings(k):
        if reading.pos == "VERB":
            return (reading.tense, reading.number, reading.gender) == ("past", cue.form.number, cue.form.gender)
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
