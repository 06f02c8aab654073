"""Runs the names of `tests/cases/names/*.tsv`: an inflected name in a sentence, its nominative and gender.

Each form stands alone in an article of one sentence, so that nothing but its endings and the grammar of the sentence
tells the nominative. `ё` and `е` count as the same letter, as do initials with and without a blank between them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from ruspolnews.mentions.people import People
from ruspolnews.morphology import Morphology
from ruspolnews.segmentation import segment

CASES = Path(__file__).parent.parent / "cases" / "names"
COLUMNS = ["form", "case", "nominative", "gender", "note"]
FLOOR = 0.97
FRAMES = {
    "nomn": ("На встречу {came} {form}.", "Вчера с докладом {spoke} {form}."),
    "gent": ("По словам {form}, переговоры идут.", "У {form} спросили о переговорах."),
    "datv": ("Письмо передали {form}.", "Делегация направилась к {form}."),
    "accs": ("Журналисты видели {form}.", "Вопросы обрушились на {form}."),
    "ablt": ("Встреча с {form} прошла в Москве.", "Переговоры между делегацией и {form} идут."),
    "loct": ("Речь шла {about} {form}.", "Статья {about} {form} вышла в среду."),
}
VERBS = {"m": {"came": "пришёл", "spoke": "выступил"}, "f": {"came": "пришла", "spoke": "выступила"}}
GENDERS = {"masc": "m", "femn": "f", "": ""}


class Case(NamedTuple):
    """One row of the tables."""

    place: str
    form: str
    case: str
    nominative: str
    gender: str
    note: str

    def texts(self) -> list[str]:
        about = "об" if self.form[0] in "АИОУЭ" else "о"
        return [frame.format(form=self.form, about=about, **VERBS[self.gender]) for frame in FRAMES[self.case]]


class Outcome(NamedTuple):
    """What the engine makes of a case in one sentence."""

    case: Case
    text: str
    names: tuple[str, ...]
    genders: tuple[str, ...]

    @property
    def right(self) -> bool:
        return [plain(name) for name in self.names] == [plain(self.case.nominative)]

    @property
    def gender_right(self) -> bool:
        return self.right and self.genders[0] in ("", self.case.gender)

    def show(self) -> str:
        found = ", ".join(self.names) or "nobody"
        return f"{self.case.place}: {self.text} expected {self.case.nominative}, found {found}"


def plain(name: str) -> str:
    return name.replace("ё", "е").replace(". ", ".")


def read(path: Path) -> list[Case]:
    cases: list[Case] = []
    header: list[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            assert header == COLUMNS, f"{path.name}: columns {header}"
            continue
        assert len(cells) == len(COLUMNS), f"{path.name}:{number}: {len(cells)} cells"
        cases.append(Case(f"{path.stem}:{number}", *cells))
    return cases


@cache
def cases() -> tuple[Case, ...]:
    return tuple(case for path in sorted(CASES.glob("*.tsv")) for case in read(path))


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    morphology = Morphology()
    found: list[Outcome] = []
    for case in cases():
        for text in case.texts():
            persons = People(segment(text, morphology)).persons
            names = tuple(person.name for person in persons)
            found.append(Outcome(case, text, names, tuple(GENDERS.get(person.gender, "") for person in persons)))
    return found


def accuracy_of_nominatives(outcomes: list[Outcome]) -> tuple[float, str]:
    wrong = [outcome for outcome in outcomes if not outcome.right]
    accuracy = 1 - len(wrong) / len(outcomes)
    lines = [f"{accuracy:.3f} of {len(outcomes)} right", *(outcome.show() for outcome in wrong)]
    return accuracy, "\n".join(lines)


def test_nominatives_do_not_fall(outcomes: list[Outcome]) -> None:
    accuracy, report = accuracy_of_nominatives(outcomes)
    assert accuracy >= FLOOR, report


def test_genders_are_right_or_unknown(outcomes: list[Outcome]) -> None:
    named = [outcome for outcome in outcomes if outcome.right]
    wrong = [outcome for outcome in named if not outcome.gender_right]
    accuracy = 1 - len(wrong) / len(named)
    report = "\n".join(f"{o.case.place}: {o.text} is {o.case.gender}, found {o.genders[0]}" for o in wrong)
    assert accuracy >= FLOOR, f"{accuracy:.3f} of {len(named)} right\n{report}"


def test_the_tables_are_sound() -> None:
    rows = cases()
    assert len(rows) >= 330
    assert {row.case for row in rows} == set(FRAMES)
    assert {row.gender for row in rows} == set(VERBS)
    assert len({(row.form, row.case) for row in rows}) == len(rows)
    nominative = [row for row in rows if row.case == "nomn"]
    assert 0.1 <= len(nominative) / len(rows) <= 0.3
    assert all(row.form.replace(".", ". ").split() == row.nominative.replace(".", ". ").split() for row in nominative)
