"""Where the content of a cue opens: `что`, a question word or `ли` behind it, and the next `, и что`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.model import Stance
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.clauses import RELATIVES
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Range

__all__ = ["QUESTIONS", "asks", "asyndetic", "complement", "next_conjunct", "opened", "quoted_object"]

_REACH: Final = 40
"""How many tokens may stand between a cue and its complementizer."""
QUESTIONS: Final = frozenset(
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
    " доказать доказывать показать показывать следовать учитывать учесть стать так такой потому настолько столь столько"
    " повезти посчастливиться жаль обидно странно".split()
)
"""Words that `что` completes, so that it begins no second report."""
_OPENERS: Final = QUESTIONS | {"что", "чтобы", "чтоб", "ли", "будто"}
"""Words without one of which behind it no cue has a complement."""


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
            if norms[i - 1] == "и" and not commas:
                return None  # `почему дети врут и | что с этим делать`
            if norms[i - 1] in _NOT_COMPLEMENTS or (i + 1 < last and norms[i + 1] == "касается"):
                return None
            if norms[i - 1] in _PREPOSITIONS or norms[i - 2] == "условии":  # `на что тратятся средства`
                continue
            if _relative(ctx, cue, i, last) or ctx.doc.norms[cue.last].startswith(("доказанн", "установленн")):
                return None  # `суд счёл доказанным, что`
            if norms[i - 1] == "," and i - 2 > cue.last and ctx.doc.pos(i - 2) in ("PRTF", "GRND"):
                return None  # `сообщили сторожа, обнаружившие, что`
            correlate = norms[i - 1] in _CORRELATES or (norms[i - 1] == "," and norms[i - 2] in _CORRELATES)
            if correlate and (
                not frames & {"tothat", "that"} or _governed_by_noun(ctx, cue, i) or _tells_why(ctx, cue, i)
            ):
                return None
            if not correlate and "that" not in frames and not (frames & {"tothat"} and norms[i - 1] == ","):
                return None
            return i, i + 1
        elif norm in ("чтобы", "чтоб"):
            return (i, i) if "chtoby" in frames and norms[i - 1] == "," and _asked_of(ctx, cue.last, i - 1) else None
        elif norm == "будто" and norms[i - 1] == ",":  # not `сказал так, будто`
            return (i, i) if "that" in frames and norms[i - 2] != "так" else None
        elif norms[i - 1] == "," and commas == 1 and "question" in frames and asks(ctx, i, last):
            if cue.form.gender == "neut" or i > cue.last + 6 or not _predicated(ctx, i, last):
                return None
            if norms[i + 1] == "что" and any(norms[k] in ("о", "об", "про") for k in range(cue.last, i)):
                return None  # `рассказал о мосте, на что ушёл час`
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


def opened(ctx: Context, first: int, last: int) -> int:
    """Return where the clause begins that a sentence opens with, or `first`: `О том, что | P, рассказал X`."""
    norms = ctx.doc.norms
    if norms[first] == "что" and first + 2 < last and ctx.doc.words[first][0].isupper():
        return first + 1
    if norms[first] not in _LEADING or norms[first + 1 : first + 3] not in _CORRELATED or first + 4 >= last:
        return first
    if norms[first + 3] == "что":
        return first + 4
    return first + 3 if asks(ctx, first + 3, last) else first


_CORRELATED: Final = (["том", ","], ["то", ","], ["тем", ","], ["тому", ","])


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


def _tells_why(ctx: Context, cue: Cue, i: int) -> bool:
    """Whether the correlate before `что` opens a clause of cause: `признан виновным из-за того, что …`."""
    norms = ctx.doc.norms
    k = i - 3 if norms[i - 1] == "," else i - 2
    if k >= cue.last and norms[k] == "за" and (ctx.doc.pos(k - 1) == "NOUN" or cue.form.stance == Stance.ACCUSATION):
        return True  # `письмо с благодарностью за то, что`, `обвинили в разбое за то, что`
    return k >= cue.last and (norms[k] in _CAUSAL or norms[k - 1 : k + 1] in _CAUSAL_PAIRS)


_CAUSAL: Final = frozenset("из-за благодаря вопреки кроме помимо вместо вследствие ввиду".split())
_CAUSAL_PAIRS: Final = (["несмотря", "на"], ["невзирая", "на"], ["связи", "с"], ["наряду", "с"], ["учетом", "того"])
"""Prepositions of clauses of cause and concession, which complete no cue."""


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


def asks(ctx: Context, i: int, last: int) -> bool:
    """Whether an embedded question begins at token `i`: `какие меры приняты`, `будет ли`."""
    norms = ctx.doc.norms
    if norms[i] == "как" and i + 2 < last and norms[i + 2] == "," and ctx.finite(i + 1):
        return False  # `ответил ей, как выяснилось, спасатель`
    if norms[i] in QUESTIONS:
        return True
    if norms[i] in _LEADING and i + 1 < last:
        return norms[i + 1] in QUESTIONS or norms[i + 1] == "что"
    return "ли" in norms[i + 1 : min(i + 4, last)]


_LEADING: Final = frozenset("о об обо на в во к ко с со по за от из до при под над перед через у для ради".split())
"""Prepositions before the word that asks: `во что обойдётся`."""


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
        if norms[i] != "," or verb >= last or ctx.finite(verb) or not _lists(ctx, i):
            return None
        compared = ctx.doc.pos(i - 1) == "COMP"  # `так поздно, что`
        whole = not compared and ctx.any_finite(j + 1, last)  # not `в порту, что у моря`
        return (i, j + 1) if whole or _goes_on(ctx, j, last) else None
    j += 1
    while j < min(last, i + 7) and norms[j] in ("также", "о", "том", "то", "тем", "на", "в", "и", "не", "только", ","):
        j += 1
    return (i, j + 1) if j < last and norms[j] == "что" and norms[j - 1] not in ("потому", "так") else None


def _goes_on(ctx: Context, i: int, last: int) -> bool:
    """Whether the list of reports goes on behind a second `что`: `что A, что B и что C`."""
    norms = ctx.doc.norms
    return any(
        norms[k] == "что" and norms[k - 1] in (",", "и", "также", "том") and ctx.outer[k] < 0
        for k in range(i + 1, last)
    )


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


def quoted_object(ctx: Context, cue: Cue, last: int) -> bool:
    """Whether words in quotation marks stand close behind a cue."""
    return any(ctx.outer[k] >= 0 for k in range(cue.last, min(last, cue.last + 6)))


def asyndetic(ctx: Context, j: int, last: int) -> bool:
    """`…, ответчик отвечает, что …`: a subject, a cue and its complement right after a comma."""
    phrase = phrase_at(ctx.doc, j, j, last) if j < last and ctx.doc.norms[j] not in RELATIVES else None
    if phrase is None or not phrase.cases & NOMN or phrase.kind in ("relative", "thing"):
        return False
    cues = ctx.cues_in(phrase.stop, phrase.stop + 1)
    if not cues or cues[0].form.mode != "finite":
        return False
    near = ctx.doc.words[cues[0].last : min(last, cues[0].last + 3)]
    if "direct" in cues[0].form.frames and ":" in near:
        return True  # `…, второй усмехнулся: «…»`
    return complement(ctx, cues[0], last) is not None or _names(ctx, cues[0], last)


def _names(ctx: Context, cue: Cue, last: int) -> bool:
    """Whether a verb such as `назвал` has words in quotation marks behind it."""
    return "name" in cue.form.frames and quoted_object(ctx, cue, last)
