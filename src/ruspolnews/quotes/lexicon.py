"""The words and forms that can be cues, by the tables; the forms of verbs are told by their stems and paradigms."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Final, NamedTuple, final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.errors import LexiconError
from ruspolnews.lexicon import Table, load
from ruspolnews.lexicon.tables import Row
from ruspolnews.model import Stance
from ruspolnews.morphology import Morphology, Tag, fold

__all__ = ["FRAMES", "NOTHING", "SURE", "Entry", "Form", "Lexicon", "check_verbs", "lexicon_of"]


@mypyc_attr(acyclic=True)
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

    def named(self, lemma: str, case: str) -> Form:
        """Return the form of a cue with another lemma, in another case."""
        agreement = (self.mode, self.gender, self.number, self.person, self.tense)
        return Form(lemma, self.stance, self.frames, *agreement, case, self.note)

    def denied(self) -> Form:
        """Return the form of a verb of assent with `не` before it, which has only speech beside it."""
        form = self.named("не " + self.lemma, self.case)
        form.stance = Stance.DENIAL
        form.frames &= {"direct", "colon"}
        return form


_MODES: Final = {"VERB": "finite", "PRTF": "participle", "PRTS": "short", "GRND": "gerund", "INFN": "infinitive"}
_LIKELIEST: Final = ("finite", "gerund", "short", "participle", "infinitive")

_Agreement = tuple[str, str, str, str, str, str]
"""Mode, gender, number, person, tense and case, as in `Form`."""


class _Use(NamedTuple):
    """A row of the tables that a lexeme stands in, and its place among the lexemes of the same infinitive."""

    row: int
    lexeme: int
    collocated: bool


class _Candidate(NamedTuple):
    """A use that a word form may be of, its place in the paradigm, and how it agrees."""

    use: _Use
    place: int
    agreement: _Agreement


@mypyc_attr(acyclic=True)
@final
class Entry:
    """What cues a word form may begin.

    Attributes:
        word: the form as a cue of its own, if it is one.
        collocations: the collocations whose verb it is, each with the words one of which completes it.
        pairs: the form of a phrase of two words, by its second.
        phrases: other phrases that it begins, the longest first.
    """

    __slots__ = ("collocations", "pairs", "phrases", "word")

    def __init__(self) -> None:
        self.word: Form | None = None
        self.collocations: tuple[tuple[tuple[tuple[str, ...], ...], Form], ...] = ()
        self.pairs: dict[str, Form] = {}
        self.phrases: list[tuple[tuple[str, ...], Form]] = []


NOTHING: Final = Entry()
"""What all words begin that begin no cue."""


class _Lexemes:
    """The verbs of the tables by their stems, each with the rows that it stands in."""

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology
        self._sizes: dict[str, tuple[int, ...]] = {}
        self._paradigms: dict[str, list[tuple[int, _Use]]] = {}
        self._unknown: dict[str, list[tuple[str, _Use]]] = {}
        self._listed: dict[str, list[_Candidate]] = {}

    def add(self, infinitive: str, row: int, *, collocated: bool) -> None:
        """Note a verb and the row that it stands in; where nearly all words begin like it, all its forms."""
        lexemes = self._morphology.lexemes(infinitive)
        for n, (paradigm, stem) in enumerate(lexemes):
            use = _Use(row, n, collocated)
            if len(stem) >= SURE:
                self._paradigms.setdefault(stem, []).append((paradigm, use))
                self._begin(stem, len(stem))
            else:
                for suffix, places in self._morphology.suffixes(paradigm, _agreement).items():
                    for place, agreement in places:
                        self.note(stem + suffix, _Candidate(use, place, agreement))
        if not lexemes:
            beginning = fold(infinitive)[:SURE]
            self._unknown.setdefault(beginning, []).append((infinitive, _Use(row, 0, collocated)))
            self._begin(beginning)

    def note(self, word: str, candidate: _Candidate) -> None:
        """Note a form by itself."""
        self._listed.setdefault(word, []).append(candidate)
        self._begin(word)

    def of(self, norm: str) -> list[_Candidate]:
        """Return which words of the tables a word may be a form of, and which form."""
        sizes = self._sizes.get(norm[:SURE])
        if sizes is None:
            return []
        if norm[:SURE] in self._unknown:
            with _lock:
                self._list_unknown(norm[:SURE])
        found = list(self._listed.get(norm, ()))
        for size in sizes:
            for paradigm, use in self._paradigms.get(norm[:size], ()) if size <= len(norm) else ():
                places = self._morphology.suffixes(paradigm, _agreement).get(norm[size:], ())
                found += [_Candidate(use, place, agreement) for place, agreement in places]
        return found

    def beginnings(self) -> Iterable[str]:
        """Return how the words begin that may be found."""
        return self._sizes.keys()

    def _begin(self, word: str, *sizes: int) -> None:
        """Note how a word begins, and how long the stems are that begin so."""
        known = self._sizes.get(word[:SURE], ())
        self._sizes[word[:SURE]] = tuple(sorted({*known, *sizes}))

    def _list_unknown(self, beginning: str) -> None:
        """List the forms of the verbs out of the dictionary that begin alike."""
        for infinitive, use in self._unknown.get(beginning, ()):
            for place, (word, agreement) in enumerate(self._morphology.verb_forms(infinitive, _agreement)):
                self.note(word, _Candidate(use, place, agreement))
        self._unknown.pop(beginning, None)


SURE: Final = 3
"""Letters by which it is told whether a word begins like a cue."""


class Lexicon:
    """All cues: single words, collocations by their verb, and attribution phrases by their first word.

    What a word may be is worked out when it is first met: the tens of thousands of forms of the verbs are never listed.

    Attributes:
        beginnings: the first letters, `SURE` of them, of all words that may begin a cue.
    """

    def __init__(self, morphology: Morphology, verbs: Table | None = None) -> None:
        self._rows: list[tuple[Row, tuple[tuple[str, ...], ...]]] = []
        self._forms: dict[tuple[int, _Agreement], Form] = {}
        self._phrases: dict[str, Entry] = {}
        self._lexemes = _Lexemes(morphology)
        for row in load("speech_predicates", "form", "lemma", "stance", "example"):
            use = _Use(self._add(row), 0, collocated=False)
            for word in row["form"].split(","):
                word = fold(word.strip())
                forms = [r for r in morphology.readings(word) if r.pos in ("ADJS", "PRTS")]
                tense = next((r.tense for r in forms if r.tense), "")
                agreement = ("short", *((forms[0].gender, forms[0].number) if forms else ("", "")), "", tense, "")
                self._lexemes.note(word, _Candidate(use, 0, agreement))
        for row in (*(verbs or ()), *load("speech_verbs", "lemma", "stance", "example")):
            self._lexemes.add(row["lemma"], self._add(row), collocated=False)
        for row in load("speech_collocations", "verb", "noun", "lemma", "stance", "example"):
            nouns = tuple([tuple(fold(part).split()) for part in row["noun"].split(",")])
            self._lexemes.add(row["verb"], self._add(row, nouns), collocated=True)
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
        self.beginnings = frozenset(self._lexemes.beginnings()).union([word[:SURE] for word in self._phrases])

    def entry(self, norm: str) -> Entry:
        """Return what cues a folded word may begin; of homonymous forms it is the likeliest, of equals the first."""
        phrases = self._phrases.get(norm)
        candidates = self._lexemes.of(norm)
        if not candidates:
            return phrases or NOTHING
        entry = Entry()
        words = [candidate for candidate in candidates if not candidate.use.collocated]
        if words and norm not in OTHER_WORDS:
            entry.word = self._form(min(words, key=_likelihood))
        collocations = sorted([candidate for candidate in candidates if candidate.use.collocated])
        entry.collocations = tuple([(self._rows[c.use.row][1], self._form(c)) for c in collocations])
        if phrases is not None:
            entry.pairs, entry.phrases = phrases.pairs, phrases.phrases
        return entry

    def _add(self, row: Row, nouns: tuple[tuple[str, ...], ...] = ()) -> int:
        self._rows.append((row, nouns))
        return len(self._rows) - 1

    def _form(self, candidate: _Candidate) -> Form:
        key = (candidate.use.row, candidate.agreement)
        found = self._forms.get(key)
        if found is None:
            row = self._rows[candidate.use.row][0]
            stance, frames = Stance(row["stance"]), _frames(row["frames"])
            form = Form(fold(row["lemma"]), stance, frames, *candidate.agreement, row.get("note", ""))
            found = self._forms[key] = form
        return found


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
OTHER_WORDS: Final = frozenset("благодаря видимо исключая предположим признаться скажем шутя".split())
"""Forms of the verbs that are likelier prepositions, conjunctions, particles or adverbs; a test finds them anew."""


def _frames(cell: str) -> frozenset[str]:
    return frozenset(part.strip() for part in cell.split(",") if part.strip())


def _agreement(tag: Tag) -> _Agreement | None:
    """Return mode, gender, number, person, tense and case of a form of a verb; nothing for what is never a cue."""
    mode = "" if "pssv" in tag.tags and tag.pos == "PRTF" else _MODES.get(tag.pos)
    if not mode or "impr" in tag.tags:
        return None
    return mode, tag.gender, tag.number, tag.person, tag.tense, tag.case


_lexicons: Final[list[Lexicon]] = []
_lock: Final = threading.RLock()


def lexicon_of(morphology: Morphology) -> Lexicon:
    """Return the cues of the library's tables, built once a process."""
    if not _lexicons:
        with _lock:
            if not _lexicons:
                _lexicons.append(Lexicon(morphology))
    return _lexicons[0]
