"""Cues: the words that introduce speech, looked up in a table of forms that is made from the lexicon on first use."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from typing import Final, NamedTuple, cast, final

from ruspolnews.errors import LexiconError
from ruspolnews.lexicon import Table, load
from ruspolnews.model import Stance
from ruspolnews.morphology import Morphology, Tag, fold
from ruspolnews.segmentation import Document

__all__ = ["FRAMES", "Cue", "Form", "Lexicon", "check_verbs", "find_cues"]

_PHRASE_REACH: Final = 4
"""How many words may stand between the parts of a phrase or collocation: `выразил на встрече твёрдую надежду`."""


@final
class Form:
    """A word form that may be a cue, with the grammemes that matter for agreement.

    `mode` is `finite`, `short` (short participle or adjective), `participle`, `gerund`, `infinitive`, `noun`.
    """

    __slots__ = ("case", "frames", "gender", "lemma", "mode", "note", "number", "person", "stance", "tense")

    def __init__(
        self,
        lemma: str,
        stance: Stance,
        frames: frozenset[str],
        mode: str,
        gender: str = "",
        number: str = "",
        person: str = "",
        tense: str = "",
        case: str = "",
        note: str = "",
    ) -> None:
        self.lemma = lemma
        self.stance = stance
        self.frames = frames
        self.mode = mode
        self.gender = gender
        self.number = number
        self.person = person
        self.tense = tense
        self.case = case
        self.note = note

    def named(self, lemma: str, case: str = "") -> Form:
        """Return the form of a cue with another lemma."""
        return Form(
            lemma,
            self.stance,
            self.frames,
            self.mode,
            self.gender,
            self.number,
            self.person,
            self.tense,
            case,
            self.note,
        )


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


class _Use(NamedTuple):
    """A row of the tables that a lexeme stands in, and its place among the lexemes of the same infinitive."""

    row: int
    place: int
    collocated: bool


class _Candidate(NamedTuple):
    """A use that a word form may be of, its place in the paradigm, and how it agrees."""

    use: _Use
    place: int
    agreement: _Agreement


class Entry:
    """What cues a word form may begin.

    Attributes:
        word: the number of the form as a cue of its own, or -1.
        collocations: numbers of the collocations whose verb it is.
        pairs: the form of a phrase of two words, by its second.
        phrases: other phrases that it begins, the longest first.
    """

    __slots__ = ("collocations", "pairs", "phrases", "word")

    def __init__(self) -> None:
        self.word = -1
        self.collocations: tuple[int, ...] = ()
        self.pairs: dict[str, Form] = {}
        self.phrases: list[tuple[tuple[str, ...], Form]] = []


class Lexicon:
    """All cue forms: single words, collocations by their verb, and attribution phrases by their noun.

    Whether a word form is one is asked of the dictionary when the form is first met, if it begins like a verb of the
    tables: their tens of thousands of forms are never listed. A form is a number, made of that of its row and that of
    its grammemes; the `Form` is built when it is met in a text.
    """

    def __init__(self, morphology: Morphology, verbs: Table | None = None) -> None:
        self._morphology = morphology
        self._rows: list[_Row] = []
        self._agreements: list[_Agreement] = []
        self._numbers: dict[_Agreement, int] = {}
        self._made: dict[int, Form] = {}
        self._met: dict[str, Entry | int] = {}
        self._phrases: dict[str, Entry] = {}
        self._lexemes: dict[tuple[int, str], list[_Use]] = {}
        self._listed: dict[str, list[_Candidate]] = {}
        self._unlisted: dict[str, list[tuple[str, _Use]]] = {}
        self._stems: dict[int, set[str]] = {size: set() for size in _STEM}
        for row in (*(verbs or ()), *load("speech_verbs", "lemma", "stance", "example")):
            self._add_verb(row["lemma"], _Use(self._add(row), 0, collocated=False))
        for row in load("speech_predicates", "form", "lemma", "stance", "example"):
            number = self._add(row)
            for word in row["form"].split(","):
                word = fold(word.strip())
                short = next((r for r in morphology.readings(word) if r.pos in ("ADJS", "PRTS")), None)
                gender, grammatical_number = (short.gender, short.number) if short else ("", "")
                agreement = ("short", gender, grammatical_number, "", "", "")
                self._listed.setdefault(word, []).append(_Candidate(_Use(number, 0, collocated=False), 0, agreement))
        for row in load("speech_collocations", "verb", "noun", "lemma", "stance", "example"):
            nouns = tuple(tuple(fold(part).split()) for part in row["noun"].split(","))
            self._add_verb(row["verb"], _Use(self._add(row, nouns), 0, collocated=True))
        for row in load("attribution_phrases", "phrase", "lemma", "case", "stance", "example"):
            parts = tuple(fold(row["phrase"]).split())
            stance = Stance(row["stance"])
            form = Form(fold(row["lemma"]), stance, frozenset(), "noun", case=row["case"], note=row["note"])
            entry = self._phrases.setdefault(parts[0], Entry())
            if len(parts) == 2:
                entry.pairs[parts[1]] = form
            else:
                entry.phrases.append((parts, form))
        for entry in self._phrases.values():
            entry.phrases.sort(key=lambda item: -len(item[0]))

    def entries(self, norms: list[str]) -> list[Entry | int]:
        """Return what cues each word may begin, 0 for none."""
        found = list(map(self._met.get, norms))
        if None in found:
            if len(self._met) >= _MET:
                self._met.clear()
            met = self._met
            for norm in norms:
                if norm not in met:
                    met[norm] = self._entry(norm)
            return [met[norm] for norm in norms]
        return cast("list[Entry | int]", found)

    def form(self, code: int) -> Form:
        """Return the form that a number of an entry stands for."""
        found = self._made.get(code)
        if found is None:
            row, agreement = self._rows[code // _AGREEMENTS], self._agreements[code % _AGREEMENTS]
            found = self._made[code] = Form(row.lemma, row.stance, row.frames, *agreement, row.note)
        return found

    def nouns(self, code: int) -> tuple[tuple[str, ...], ...]:
        """Return the words that complete the collocation of a number."""
        return self._rows[code // _AGREEMENTS].nouns

    def _add(self, row: Mapping[str, str], nouns: tuple[tuple[str, ...], ...] = ()) -> int:
        stance, frames = Stance(row["stance"]), _frames(row["frames"])
        self._rows.append(_Row(fold(row["lemma"]), stance, frames, row.get("note", ""), nouns))
        return len(self._rows) - 1

    def _add_verb(self, infinitive: str, use: _Use) -> None:
        """Note the lexemes of a verb; one with a short stem, with which too many words begin, by its forms."""
        lexemes = self._morphology.lexemes(infinitive)
        if not lexemes:
            self._unlisted.setdefault(fold(infinitive)[:_BEGINNING], []).append((infinitive, use))
        for place, (paradigm, stem) in enumerate(lexemes):
            if len(stem) >= _STEM[0]:
                size = min(len(stem), _STEM[-1])
                self._stems[size].add(fold(stem[:size]))
                self._lexemes.setdefault((paradigm, stem), []).append(use._replace(place=place))
            else:
                self._list(infinitive, use)
                break

    def _list(self, infinitive: str, use: _Use) -> None:
        for index, (word, agreement) in enumerate(self._morphology.verb_forms(infinitive, _agreement)):
            self._listed.setdefault(word, []).append(_Candidate(use, index, agreement))

    def _entry(self, norm: str) -> Entry | int:
        """Return what cues a word may begin, of its homonymous forms the likeliest, of equals the first."""
        if norm[:_BEGINNING] in self._unlisted:
            with _listing:
                for infinitive, use in self._unlisted.get(norm[:_BEGINNING], ()):
                    self._list(infinitive, use)
                self._unlisted.pop(norm[:_BEGINNING], None)
        candidates = self._listed.get(norm, [])
        if any(norm[:size] in self._stems[size] for size in _STEM):
            candidates = [*candidates, *self._candidates(norm)]
        phrases = self._phrases.get(norm)
        words = [c for c in candidates if not c.use.collocated] if norm not in OTHER_WORDS else []
        collocations = sorted(c for c in candidates if c.use.collocated)
        if not words and not collocations:
            return phrases or 0
        entry = Entry()
        if words:
            entry.word = self._code(min(words, key=_likelihood))
        entry.collocations = tuple(map(self._code, collocations))
        if phrases:
            entry.pairs, entry.phrases = phrases.pairs, phrases.phrases
        return entry

    def _candidates(self, norm: str) -> Iterator[_Candidate]:
        for reading in self._morphology.readings(norm):
            form = reading.form
            if form is not None:
                uses = self._lexemes.get((form.paradigm, reading.stem), ())
                agreement = _agreement(form.tag) if uses else None
                if agreement is not None:
                    for use in uses:
                        yield _Candidate(use, form.index, agreement)

    def _code(self, candidate: _Candidate) -> int:
        found = self._numbers.get(candidate.agreement)
        if found is None:
            found = self._numbers[candidate.agreement] = len(self._agreements)
            self._agreements.append(candidate.agreement)
        return candidate.use.row * _AGREEMENTS + found


_STEM: Final = (3, 4, 5, 6)
"""Letters of the beginnings by which forms of verbs are known."""
_BEGINNING: Final = 4
"""Letters that all forms of a verb out of the dictionary begin with."""
_listing: Final = threading.Lock()
_MET: Final = 60_000
"""Word forms of which it is kept whether they are cues."""
_AGREEMENTS: Final = 1000
"""More than there are sets of grammemes in which forms of verbs differ."""


def _likelihood(candidate: _Candidate) -> tuple[int, bool, _Candidate]:
    """Sort the likelier cue first: a finite verb before a participle, the present before the future."""
    mode, *_, tense, _ = candidate.agreement
    return _LIKELIEST.index(mode), tense == "futr", candidate


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


def _agreement(tag: Tag) -> _Agreement | None:
    """Return mode, gender, number, person, tense and case of a form of a verb; nothing for what is never a cue."""
    mode = "" if "pssv" in tag.tags and tag.pos == "PRTF" else _MODES.get(tag.pos)
    if not mode or "impr" in tag.tags:
        return None
    return mode, tag.gender, tag.number, tag.person, tag.tense, tag.case


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
    entries = lexicon.entries(doc.norms)
    for i in compress(range(len(entries)), entries):
        entry = cast(Entry, entries[i])
        verb = _collocation(doc, i, lexicon, entry.collocations) if entry.collocations else None
        if verb is None and (entry.pairs or entry.phrases):
            phrase = _pair(doc, i, entry.pairs) or _phrase(doc, i, entry.phrases)
            if phrase is not None:
                cues.append(phrase)
                continue
        if verb is None and entry.word >= 0 and not _is_named(doc, i):
            verb = Cue(i, i + 1, i, lexicon.form(entry.word))
        cue = _negated(doc, verb) if verb is not None else None
        if cue is not None:
            cues.append(cue)
    return cues


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
    if cue.form.lemma not in _KEPT_NEGATIONS:
        return None
    return Cue(i, cue.last, cue.head, cue.form.named("не " + cue.form.lemma, cue.form.case))


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
                    return Cue(i, j + size, i, lexicon.form(code))
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
