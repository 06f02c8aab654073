"""A word form as it is compared, and one way to read it."""

from __future__ import annotations

import re
from typing import Final, final

from ruspolnews.compiling import mypyc_attr

__all__ = ["INVISIBLE", "NOMINAL", "Form", "Reading", "Tag", "fold"]

_FOLD: Final = str.maketrans({"ё": "е", "\u0301": None, "\u0300": None, "\u00ad": None, "\u200b": None, "\u2060": None})

INVISIBLE: Final = re.compile("[\u0301\u0300\u00ad\u200b\u2060]")
"""What `fold` drops: stress marks, soft hyphens, spaces and joiners without width."""


def fold(word: str) -> str:
    """Return `word` in the form in which tables and caches know it: lower case, `ё` as `е`, no stress marks."""
    lower = word.lower()
    return lower.replace("ё", "е") if lower.isalpha() else lower.translate(_FOLD)


_CASES: Final = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
_CATEGORY: Final = {
    name: category
    for category, names in {
        "POS": "NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ",
        "case": "nomn gent datv accs ablt loct voct gen1 gen2 acc2 loc1 loc2",
        "number": "sing plur",
        "gender": "masc femn neut",
        "tense": "pres past futr",
        "person": "1per 2per 3per",
    }.items()
    for name in names.split()
}
"""What a grammeme is a value of: http://opencorpora.org/dict.php?act=gram."""
_INTERNED: Final[dict[str, str]] = {}
_UNPRODUCTIVE: Final = frozenset("NUMR NPRO PRED PREP CONJ PRCL INTJ Apro".split())
"""Grammemes of words that no new word is formed like (pymorphy3's `NON_PRODUCTIVE_GRAMMEMES`)."""
NOMINAL: Final = ("NOUN", "ADJF", "PRTF", "NUMR")
"""Parts of speech that have cases and a nominative of their own."""


@mypyc_attr(acyclic=True)
@final
class Tag:
    """The grammemes of a word form, as a tag of OpenCorpora has them: `NOUN,inan,masc sing,nomn`.

    Attributes:
        text: the tag as it is written.
        pos, case, number, gender, animacy, tense, person: its grammemes, an empty string for each that it lacks.
        tags: all its grammemes.
    """

    __slots__ = ("animacy", "case", "gender", "number", "person", "pos", "tags", "tense", "text")

    def __init__(self, text: str) -> None:
        names = text.replace(" ", ",").split(",")
        self.text = text
        self.tags = frozenset(map(_INTERNED.setdefault, names, names))
        pos = case = number = gender = tense = person = ""
        for name in names:
            category = _CATEGORY.get(name)
            if category is None:
                continue
            if category == "case":
                case = _CASES.get(name, name)
            elif category == "number":
                number = name
            elif category == "gender":
                gender = name
            elif category == "POS":
                pos = name
            elif category == "tense":
                tense = name
            else:
                person = name
        self.pos = pos
        self.case = case
        self.number = number
        self.gender = gender
        self.animacy = "anim" if "anim" in self.tags else "inan" if "inan" in self.tags else ""  # `вирус` is both
        self.tense = tense
        self.person = person

    def is_productive(self) -> bool:
        """Whether new words may be formed like the words that have the tag."""
        return _UNPRODUCTIVE.isdisjoint(self.tags)


@mypyc_attr(acyclic=True)
@final
class Form:
    """One place of a paradigm.

    Attributes:
        prefix, suffix: how many letters stand before and behind the stem.
        before, behind: the affixes of the lemma.
        tag: the grammemes.
        paradigm, index: the number of the paradigm and the place in it.
        nominative: prefix and suffix of the nominative, number and gender kept, once `asked` for it.
    """

    __slots__ = ("asked", "before", "behind", "index", "nominative", "paradigm", "prefix", "suffix", "tag")

    def __init__(self, prefix: int, suffix: int, before: str, behind: str, tag: Tag, paradigm: int, index: int) -> None:
        self.prefix = prefix
        self.suffix = suffix
        self.before = before
        self.behind = behind
        self.tag = tag
        self.paradigm = paradigm
        self.index = index
        self.asked = False
        self.nominative: tuple[str, str] | None = None

    def stem(self, word: str) -> str:
        """Return what is left of a word of this form without its affixes."""
        return word[self.prefix : len(word) - self.suffix]


@mypyc_attr(acyclic=True)
@final
class Reading:
    """One way to read a word form. Grammemes are OpenCorpora's: https://pymorphy2.readthedocs.io/en/stable/user/grammemes.html.

    Attributes:
        lemma: the dictionary form, folded.
        tag: its grammemes; `pos`, `case`, `number`, `gender`, `animacy`, `tense`, `person` and `tags` are those of it.
        score: how likely the reading is, up to 1.
        known: whether the dictionary has the word.
        stem, form: what does not change of the word, and the place of its paradigm, if pymorphy3's data tell.
    """

    __slots__ = (
        "animacy",
        "case",
        "form",
        "gender",
        "known",
        "lemma",
        "number",
        "person",
        "pos",
        "score",
        "stem",
        "tag",
        "tags",
        "tense",
    )

    def __init__(
        self, lemma: str, tag: Tag, score: float, known: bool, stem: str = "", form: Form | None = None
    ) -> None:
        self.lemma = lemma
        self.tag = tag
        self.pos = tag.pos
        self.case = tag.case
        self.number = tag.number
        self.gender = tag.gender
        self.animacy = tag.animacy
        self.tense = tag.tense
        self.person = tag.person
        self.tags = tag.tags
        self.score = score
        self.known = known
        self.stem = stem
        self.form = form
