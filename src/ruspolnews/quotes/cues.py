"""Cues: the words that introduce speech, looked up in a table of forms that is made from the lexicon on first use."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ruspolnews.errors import LexiconError
from ruspolnews.lexicon import Table, load
from ruspolnews.model import Stance
from ruspolnews.morphology import Grammemes, Morphology, fold
from ruspolnews.segmentation import Document

__all__ = ["FRAMES", "Cue", "Form", "Lexicon", "check_verbs", "find_cues"]

_PHRASE_REACH: Final = 4
"""How many words may stand between the parts of a phrase or collocation: `выразил на встрече твёрдую надежду`."""


class Form(NamedTuple):
    """A word form that may be a cue, with the grammemes that matter for agreement.

    `mode` is `finite`, `short` (short participle or adjective), `participle`, `gerund`, `infinitive`, `noun`.
    """

    lemma: str
    stance: Stance
    frames: frozenset[str]
    mode: str
    gender: str
    number: str
    person: str
    tense: str
    case: str
    note: str


class Cue(NamedTuple):
    """A cue in a document: tokens `first` to `last` (half open), `head` the word that agrees with the subject."""

    first: int
    last: int
    head: int
    form: Form


_MODES: Final = {"VERB": "finite", "PRTF": "participle", "PRTS": "short", "GRND": "gerund", "INFN": "infinitive"}

_LIKELIEST: Final = ("finite", "gerund", "short", "participle", "infinitive")

_KEPT_NEGATIONS: Final = frozenset("исключить исключать скрывать скрыть отрицать сомневаться возражать".split())
"""Verbs that report when negated: `не исключил, что`, `не скрывает, что`."""


_Agreement = tuple[str, str, str, str, str, str]
"""Mode, gender, number, person, tense and case, as in `Form`."""


class _Row(NamedTuple):
    """What a row of a table says of all forms of its word; `nouns` are the words that complete a collocation."""

    lemma: str
    stance: Stance
    frames: frozenset[str]
    note: str
    nouns: tuple[tuple[str, ...], ...] = ()


class Lexicon:
    """All cue forms: single words, collocations by their verb, and attribution phrases by their noun.

    A word form is a number, made of that of its row and that of its grammemes: tens of thousands of forms are few
    objects, and the `Form` is built when it is met in a text.
    """

    def __init__(self, morphology: Morphology, verbs: Table | None = None) -> None:
        self._rows: list[_Row] = []
        self._agreements: list[_Agreement] = []
        self._numbers: dict[_Agreement, int] = {}
        self._made: dict[int, Form] = {}
        self.words: dict[str, int] = {}
        self.collocations: dict[str, tuple[int, ...]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
        self.pairs: dict[str, dict[str, Form]] = {}
        for row in (*(verbs or ()), *load("speech_verbs", "lemma", "stance", "example")):
            number = self._add(row)
            for word, agreement in morphology.verb_forms(row["lemma"], _agreement):
                self._add_word(word, number, agreement)
        for row in load("speech_predicates", "form", "lemma", "stance", "example"):
            number = self._add(row)
            for word in row["form"].split(","):
                word = fold(word.strip())
                short = next((r for r in morphology.readings(word) if r.pos in ("ADJS", "PRTS")), None)
                gender, grammatical_number = (short.gender, short.number) if short else ("", "")
                self._add_word(word, number, ("short", gender, grammatical_number, "", "", ""))
        for row in load("speech_collocations", "verb", "noun", "lemma", "stance", "example"):
            number = self._add(row, tuple(tuple(fold(part).split()) for part in row["noun"].split(",")))
            for word, agreement in morphology.verb_forms(row["verb"], _agreement):
                code = number * _AGREEMENTS + self._number(agreement)
                self.collocations[word] = (*self.collocations.get(word, ()), code)
        for row in load("attribution_phrases", "phrase", "lemma", "case", "stance", "example"):
            parts = tuple(fold(row["phrase"]).split())
            form = Form(
                fold(row["lemma"]), Stance(row["stance"]), frozenset(), "noun", "", "", "", "", row["case"], row["note"]
            )
            if len(parts) == 2:
                self.pairs.setdefault(parts[0], {})[parts[1]] = form
            else:
                self.phrases.setdefault(parts[0], []).append((parts, form))
        for rows in self.phrases.values():
            rows.sort(key=lambda item: -len(item[0]))
        self.openers = frozenset((*self.words, *self.collocations, *self.phrases, *self.pairs))

    def form(self, code: int) -> Form:
        """Return the form that a number of `words` or `collocations` stands for."""
        found = self._made.get(code)
        if found is None:
            row, agreement = self._rows[code // _AGREEMENTS], self._agreements[code % _AGREEMENTS]
            found = self._made[code] = Form(row.lemma, row.stance, row.frames, *agreement, row.note)
        return found

    def nouns(self, code: int) -> tuple[tuple[str, ...], ...]:
        """Return the words that complete the collocation of a number of `collocations`."""
        return self._rows[code // _AGREEMENTS].nouns

    def _add(self, row: Mapping[str, str], nouns: tuple[tuple[str, ...], ...] = ()) -> int:
        stance, frames = Stance(row["stance"]), _frames(row["frames"])
        self._rows.append(_Row(fold(row["lemma"]), stance, frames, row.get("note", ""), nouns))
        return len(self._rows) - 1

    def _number(self, agreement: _Agreement) -> int:
        found = self._numbers.get(agreement)
        if found is None:
            found = self._numbers[agreement] = len(self._agreements)
            self._agreements.append(agreement)
        return found

    def _add_word(self, word: str, row: int, agreement: _Agreement) -> None:
        """Add a form; of homonymous ones the likeliest stays, of equals the first."""
        known = self.words.get(word)
        if word in OTHER_WORDS or (
            known is not None and _rank(self._agreements[known % _AGREEMENTS]) <= _rank(agreement)
        ):
            return
        self.words[word] = row * _AGREEMENTS + self._number(agreement)


_AGREEMENTS: Final = 1000
"""More than there are sets of grammemes in which forms of verbs differ."""


def _rank(agreement: _Agreement) -> tuple[int, bool]:
    """Return how unlikely a form is a cue: a finite verb is likelier than a participle, the present than the future."""
    return _LIKELIEST.index(agreement[0]), agreement[4] == "futr"


def check_verbs(verbs: Table, morphology: Morphology) -> None:
    """Check a table of verbs that a user adds to ours.

    Raises:
        LexiconError: a column is missing, or a row has an unknown stance or frame or is no infinitive.
    """
    missing = [column for column in ("lemma", "stance", "frames") if column not in verbs.columns]
    if missing:
        raise LexiconError(f"{verbs.name}: no column {missing[0]!r} in {list(verbs.columns)}")
    for row in verbs:
        place = f"{verbs.name}: {row['lemma']!r}"
        if row["stance"] not in set(Stance):
            raise LexiconError(f"{place}: stance {row['stance']!r} is none of {', '.join(Stance)}")
        unknown = sorted(_frames(row["frames"]) - FRAMES)
        if unknown or not row["frames"]:
            raise LexiconError(f"{place}: frame {(unknown or [''])[0]!r} is none of {', '.join(sorted(FRAMES))}")
        if not any(True for _ in morphology.verb_forms(row["lemma"], _agreement)):
            raise LexiconError(f"{place}: is no infinitive: give the dictionary form, such as 'сказать'")


FRAMES: Final = frozenset("that tothat question chtoby direct colon paren name fragment about impersonal".split())
"""How content may stand to a verb; `speech_verbs.tsv` explains each."""
OTHER_WORDS: Final = frozenset("благодаря исключая предположим признаться скажем шутя".split())
"""Forms of the verbs that are likelier prepositions, conjunctions, particles or adverbs; a test finds them anew."""


def _frames(cell: str) -> frozenset[str]:
    return frozenset(part.strip() for part in cell.split(",") if part.strip())


def _agreement(grammemes: Grammemes) -> _Agreement | None:
    """Return mode, gender, number, person, tense and case of a form of a verb; nothing for what is never a cue."""
    pos, case, number, gender, _, tense, person, tags = grammemes
    mode = "" if "pssv" in tags and pos == "PRTF" else _MODES.get(pos)
    if not mode or "impr" in tags:
        return None
    return mode, gender, number, person, tense, case


_lexicons: Final[dict[int, Lexicon]] = {}
_lock = threading.Lock()


def lexicon_of(morphology: Morphology) -> Lexicon:
    """Return the cue forms, built once a process."""
    if not _lexicons:
        with _lock:
            if not _lexicons:
                _lexicons[0] = Lexicon(morphology)
    return _lexicons[0]


def find_cues(doc: Document, lexicon: Lexicon) -> list[Cue]:
    """Return the cues of the document in order; of a verb and its collocation, the collocation."""
    cues: list[Cue] = []
    norms = doc.norms
    words, collocations, phrases, pairs = lexicon.words, lexicon.collocations, lexicon.phrases, lexicon.pairs
    openers = lexicon.openers
    for i in [i for i, norm in enumerate(norms) if norm in openers]:
        norm = norms[i]
        if norm in collocations:
            found = _collocation(doc, i, lexicon, collocations[norm])
            if found:
                cues.append(found)
                continue
        if norm in phrases or norm in pairs:
            found = _pair(doc, i, pairs.get(norm, {})) or _phrase(doc, i, phrases.get(norm, ()))
            if found:
                cues.append(found)
                continue
        if norm in words and not _is_named(doc, i):
            cues.append(_negated(doc, Cue(i, i + 1, i, lexicon.form(words[norm]))))
    return [cue for cue in cues if cue.form.mode]


def _is_named(doc: Document, i: int) -> bool:
    """Whether a word with a capital letter within a sentence is a name: `депутат Рады сказал`."""
    word = doc.words[i]
    if not word[0].isupper() or word.isupper() or not i or not doc.words[i - 1].isalpha():
        return False
    return doc.sentences[doc.sentence_of(i)][0] != i


def _negated(doc: Document, cue: Cue) -> Cue:
    """Return the cue with its negation: `не исключил` is a cue, `не сказал` none (its mode becomes empty)."""
    i = cue.first - 1
    if i < 0 or doc.norms[i] not in ("не", "ни"):
        return cue
    if cue.form.lemma in _KEPT_NEGATIONS:
        return cue._replace(first=i, form=cue.form._replace(lemma="не " + cue.form.lemma))
    return cue._replace(form=cue.form._replace(mode=""))


def _collocation(doc: Document, i: int, lexicon: Lexicon, codes: Sequence[int]) -> Cue | None:
    """`выразил (на встрече) надежду`, `надежду выразил`: the verb with its noun within a few words."""
    norms = doc.norms
    for code in codes:
        for noun in lexicon.nouns(code):
            size = len(noun)
            for j in range(i + 1, min(i + 2 + _PHRASE_REACH, len(norms) - size + 1)):
                if norms[j] in ',.;:»«"“”„':
                    break
                if tuple(norms[j : j + size]) == noun:
                    return _negated(doc, Cue(i, j + size, i, lexicon.form(code)))
    return None


def _phrase(doc: Document, i: int, rows: Sequence[tuple[tuple[str, ...], Form]]) -> Cue | None:
    """`со ссылкой на`, `согласно`: the words of the phrase as they stand, the longest first."""
    for parts, form in rows:
        if tuple(doc.norms[i : i + len(parts)]) == parts:
            return Cue(i, i + len(parts), i + len(parts) - 1, form)
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
