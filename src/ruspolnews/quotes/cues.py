"""Cues: the words that introduce speech, found by the lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.quotes.lexicon import NOTHING, SURE, Entry, Form, Lexicon
from ruspolnews.segmentation import Document

__all__ = ["Cue", "find_cues"]

_PHRASE_REACH: Final = 4
"""How many words may stand between the parts of a phrase or collocation: `выразил на встрече твёрдую надежду`."""
_KEPT_NEGATIONS: Final = frozenset("исключить исключать скрывать скрыть отрицать сомневаться возражать".split())
"""Verbs that report when negated: `не исключил, что`, `не скрывает, что`."""
_ASSENT: Final = frozenset("согласиться соглашаться согласен".split())
"""What stands beside a speech of dissent when negated: `не согласен Зорич: «…»`; what is behind `что` is of another."""


@mypyc_attr(acyclic=True)
@final
class Cue:
    """A cue in a document: tokens `first` to `last` (half open), `head` the word that agrees with the subject."""

    __slots__ = ("first", "form", "head", "last")

    def __init__(self, first: int, last: int, head: int, form: Form) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.form = form

    def is_same(self, other: Cue | None) -> bool:
        """Whether both are the same words, taken in the same way."""
        if other is None:
            return False
        places = (self.first, self.last, self.head)
        return places == (other.first, other.last, other.head) and self.form.lemma == other.form.lemma


def find_cues(doc: Document, lexicon: Lexicon) -> list[Cue]:
    """Return the cues of the document in order; of a verb and its collocation, the collocation."""
    cues: list[Cue] = []
    for i, entry in _entries(doc, lexicon):
        verb = _collocation(doc, i, entry)
        if verb is None and (entry.pairs or entry.phrases):
            phrase = _pair(doc, i, entry.pairs) or _phrase(doc, i, entry.phrases)
            if phrase is not None and not (entry.word is not None and _has_clause(doc, phrase)):
                cues.append(phrase)
                continue
        if verb is None and entry.word is not None and not _is_named(doc, i):
            verb = Cue(i, i + 1, i, entry.word)
        asks = doc.words[i + 1 : i + 2] == ["ли"]  # `признаёт | ли он`: nobody has said it
        cue = _negated(doc, verb) if verb is not None and not asks else None
        if cue is not None:
            cues.append(cue)
    return cues


def _has_clause(doc: Document, phrase: Cue) -> bool:
    """Whether a clause completes a phrase that is a verb as well: `ссылаясь на | то, что …`."""
    return doc.norms[phrase.last : phrase.last + 3] == ["то", ",", "что"]


def _entries(doc: Document, lexicon: Lexicon) -> list[tuple[int, Entry]]:
    """Return the tokens at which a cue may begin, each with what it may be; it is kept with the word."""
    found: list[tuple[int, Entry]] = []
    for i, token in enumerate(doc.tokens):
        entry = token.cue
        if entry is NOTHING:
            continue
        if not isinstance(entry, Entry):
            entry = token.cue = lexicon.entry(token.norm) if token.norm[:SURE] in lexicon.beginnings else NOTHING
            if entry is NOTHING:
                continue
        found.append((i, entry))
    return found


def _is_named(doc: Document, i: int) -> bool:
    """Whether a word with a capital letter within a sentence is a name: `депутат Рады сказал`."""
    word = doc.words[i]
    if not word[0].isupper() or word.isupper() or not i or not doc.words[i - 1].isalpha():
        return False
    return doc.sentences[doc.sentence_of(i)][0] != i


def _negated(doc: Document, cue: Cue) -> Cue | None:
    """Return the cue with its negation: `не исключил` is a cue, `не сказал` none."""
    i = cue.first - 1
    if i < 0 or doc.norms[i] not in ("не", "ни"):
        return cue
    if cue.form.lemma in _ASSENT:
        return Cue(i, cue.last, cue.head, cue.form.denied())
    if cue.form.lemma not in _KEPT_NEGATIONS:
        return None
    return Cue(i, cue.last, cue.head, cue.form.named("не " + cue.form.lemma, cue.form.case))


def _collocation(doc: Document, i: int, entry: Entry) -> Cue | None:
    """`выразил (на встрече) надежду`, `надежду выразил`: the verb with its noun within a few words."""
    norms = doc.norms
    for nouns, form in entry.collocations:
        for noun in nouns:
            size = len(noun)
            for j in range(i + 1, min(i + 2 + _PHRASE_REACH, len(norms) - size + 1)):
                if norms[j] in ',.;:»«"“”„':
                    break
                if tuple(norms[j : j + size]) == noun:
                    return Cue(i, j + size, i, form)
    return None


def _phrase(doc: Document, i: int, rows: Sequence[tuple[tuple[str, ...], Form]]) -> Cue | None:
    """`со ссылкой на`, `согласно`: the words of the phrase as they stand, the longest first."""
    for parts, form in rows:
        size = len(parts)
        if tuple(doc.norms[i : i + size]) == parts:
            return Cue(i, i + size, i + size - 1, form)
        own = size > 2 and doc.norms[i + 1 : i + 2] and doc.norms[i + 1] in _POSSESSIVES
        if own and tuple(doc.norms[i + 2 : i + size + 1]) == parts[1:] and "possessive" in form.note:
            return Cue(i, i + size + 1, i + size, form)  # `с его точки зрения`
    return None


def _pair(doc: Document, i: int, nouns: Mapping[str, Form]) -> Cue | None:
    """`по словам`, `по последним данным`, `по его словам`: a preposition and a noun, adjectives allowed between."""
    norms = doc.norms
    for j in range(i + 1, min(i + 2 + _PHRASE_REACH, len(norms))):
        form = nouns.get(norms[j])
        if form and doc.words[j][0].isupper() and doc.words[i][0].islower():
            return None  # `Комитет по Оценке рисков`
        if form:
            between = range(i + 1, j)
            return Cue(i, j + 1, j, form) if all(_modifies(doc, k) for k in between) else None
    return None


_POSSESSIVES: Final = frozenset(
    "его ее их моим моему моей нашим нашему нашей своим своему своей вашим вашему вашей".split()
)


def _modifies(doc: Document, i: int) -> bool:
    """Whether token `i` is a possessive or an adjective."""
    norm = doc.norms[i]
    return norm in _POSSESSIVES or (norm.isalpha() and any(r.pos in ("ADJF", "PRTF") for r in doc.readings(i)[:3]))
