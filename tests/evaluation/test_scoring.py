"""Measures, errors, and two versions side by side, on outputs written by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruspolnews import Article, Span
from ruspolnews.evaluation import (
    Annotated,
    Flaw,
    Report,
    annotated_from_dict,
    compare,
    dice,
    evaluate,
    list_changes,
    list_flaws,
    measure,
    same_name,
)

TEXT = "Мэр Пётр Сухов сказал, что мост стоит 5 млн рублей. «Мост нужен», — сказал он. «Да», — ответила Анна Ли."
INDIRECT = {
    "kind": "indirect",
    "spans": ["мост стоит 5 млн рублей"],
    "cue": "сказал",
    "source": "Пётр Сухов",
    "speaker": "Пётр Сухов",
}
DIRECT = {"kind": "direct", "spans": ["Мост нужен"], "cue": "сказал", "source": "он", "speaker": "Пётр Сухов"}
YES = {"kind": "direct", "spans": ["Да"], "cue": "ответила", "source": "Анна Ли", "speaker": "Анна Ли"}
MONEY = {"span": "5 млн рублей", "low": "5000000", "currency": "RUB"}


def annotated(quotes: Any = None, figures: Any = None) -> Annotated:
    return annotated_from_dict({"id": "мост", "text": TEXT, "quotes": quotes, "figures": figures})


def report(wanted: Annotated, found: Annotated, **options: Any) -> Report:
    return evaluate([(wanted, found.article)], **options)


def quotes(wanted: list[Any], found: list[Any]) -> Report:
    return report(annotated(wanted), annotated(found))


def flaws(result: Report) -> list[set[str]]:
    return [{flaw.value for flaw in pair.flaws} for pair in (*result.quotes, *result.figures)]


def test_what_is_found_missed_and_spurious() -> None:
    result = quotes([INDIRECT, DIRECT], [DIRECT, YES])
    assert flaws(result) == [{"missed"}, set(), {"spurious"}]
    measures = measure(result)
    assert {kind: (c.right, c.wanted, c.given) for kind, c in measures.found.items()} == {
        "direct": (1, 1, 2),
        "indirect": (0, 1, 0),
        "all": (1, 2, 2),
    }
    assert measures.full["all"].f1 == 0.5
    assert measures.found["direct"].precision == 0.5


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        ({"kind": "mixed"}, "kind"),
        ({"cue": None}, "cue"),
        ({"cue": "ответила"}, "cue"),
        ({"source": None}, "source"),
        ({"source": "он"}, "source"),
        ({"speaker": "Анна Ли"}, "speaker"),
        ({"speaker": None}, "speaker"),
        ({"spans": ["мост стоит 5 млн"]}, "bounds"),
    ],
)
def test_what_is_wrong_with_a_quote_that_is_found(change: dict[str, Any], flaw: str) -> None:
    result = quotes([INDIRECT], [{**INDIRECT, **change}])
    assert flaws(result) == [{flaw}]
    measures = measure(result)
    assert measures.found["all"].f1 == 1
    assert measures.full["all"].f1 == (flaw in ("kind", "cue"))
    assert measures.attributed["all"].f1 == (flaw != "speaker")
    assert measures.exact["all"].f1 == (flaw != "bounds")
    assert (measures.kind_right, measures.cue_right, measures.name_right) == (
        flaw != "kind",
        flaw != "cue",
        flaw != "speaker",
    )


def test_a_found_quote_counts_under_the_annotated_kind() -> None:
    counts = measure(quotes([INDIRECT], [{**INDIRECT, "kind": "mixed"}])).found
    assert set(counts) == {"indirect", "all"}
    assert counts["indirect"].f1 == 1


def test_what_is_not_annotated_cannot_be_wrong() -> None:
    bare = {"kind": "indirect", "spans": INDIRECT["spans"], "speaker": "Пётр Сухов"}
    result = quotes([bare], [INDIRECT])
    assert flaws(result) == [set()]
    assert measure(result).cue_right is None


def test_anaphoric_quotes_count_if_any_is_annotated() -> None:
    anaphoric = {**YES, "kind": "anaphoric"}
    assert flaws(quotes([DIRECT], [DIRECT, anaphoric])) == [set()]
    assert flaws(quotes([anaphoric], [DIRECT, anaphoric])) == [set(), {"spurious"}]


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        ({"span": "5 млн"}, "bounds"),
        ({"low": "5"}, "value"),
        ({"high": "6000000"}, "value"),
        ({"currency": "USD"}, "value"),
        ({"bound": "min"}, "exactness"),
    ],
)
def test_what_is_wrong_with_a_figure(change: dict[str, Any], flaw: str) -> None:
    result = report(annotated(figures=[MONEY]), annotated(figures=[{**MONEY, **change}]))
    assert flaws(result) == [{flaw}]
    measures = measure(result)
    assert measures.figures_found.f1 == 1
    assert measures.figures_exact.f1 == (flaw != "bounds")
    assert measures.figures_value.f1 == (flaw != "value")
    assert measures.bound_right == (flaw != "exactness")


@pytest.mark.parametrize("mark", ["vague", "elided"])
def test_vague_and_elided_figures_are_no_matter_unless_asked_for(mark: str) -> None:
    gold = annotated(figures=[{**MONEY, mark: True}])
    for found in (annotated(figures=[MONEY]), annotated(figures=[])):
        assert measure(report(gold, found)).figures_found.wanted == 0
        assert measure(report(gold, found)).figures_found.given == 0
        assert measure(report(gold, found, all_figures=True)).figures_found.wanted == 1


def test_percentages_count_if_any_is_annotated() -> None:
    percent = {"span": "5", "low": "5", "kind": "percent"}
    assert flaws(report(annotated(figures=[]), annotated(figures=[percent]))) == []
    assert flaws(report(annotated(figures=[percent]), annotated(figures=[]))) == [{"missed"}]


def test_what_is_left_open_is_not_measured() -> None:
    found = annotated([INDIRECT], [MONEY])
    assert flaws(report(annotated(figures=[MONEY]), found)) == [set()]
    assert len(report(annotated([INDIRECT]), found).quotes) == 1
    assert not report(annotated([INDIRECT]), found).figures


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Пётр Сухов", "Петр Сухов", True),
        ("Сухова", "Пётр Сухов", True),
        ("Павла Сухова", "Павел Сухов", False),
        ("губернатор Пётр Сухов", "Сухов", True),
        ("Пётр Сухов", "Анна Сухова", False),
        ("Ли", "Лу", False),
        (None, None, True),
        (None, "Ли", False),
        ("…", "Ли", False),
    ],
)
def test_names(left: str | None, right: str | None, same: bool) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=4).map(lambda p: [Span(a, a + n) for a, n in p])
)
def test_dice_is_a_likeness(spans: list[Span]) -> None:
    shifted = [Span(span.start + 100, span.stop + 100) for span in spans]
    assert dice(spans, spans) == (1 if spans else 0)
    assert dice(spans, shifted) == 0
    assert dice(spans, [Span(0, 20)]) == dice([Span(0, 20)], spans)


def test_the_likest_pair_comes_first() -> None:
    longer = {"kind": "direct", "spans": ["Мост нужен», — сказал он"]}
    result = quotes([DIRECT], [longer, DIRECT])
    assert flaws(result) == [set(), {"spurious"}]


def test_errors_are_listed_by_what_is_wrong() -> None:
    result = report(
        annotated([INDIRECT, DIRECT], [MONEY]),
        annotated([{**INDIRECT, "speaker": "Анна Ли"}, YES], [{**MONEY, "low": "5"}]),
    )
    assert [str(fault) for fault in list_flaws(result)] == [
        "MISSED quote in мост: Мост нужен",
        "SPURIOUS quote in мост: Да",
        "SPEAKER quote in мост: мост стоит 5 млн рублей | wanted Пётр Сухов | got Анна Ли",
        "VALUE figure in мост: 5 млн рублей | wanted 5\u00a0млн\u00a0₽ | got 5\u00a0₽",
    ]


def test_what_got_better_and_what_worse() -> None:
    gold = annotated([INDIRECT, DIRECT, YES], [MONEY])
    old = report(gold, annotated([{**INDIRECT, "kind": "mixed"}, DIRECT, {**YES, "spans": ["Анна"]}], []))
    new = report(gold, annotated([{**INDIRECT, "speaker": "Ли"}, {**YES, "cue": None}], [{**MONEY, "bound": "max"}]))
    comparison = compare(old, new)
    assert [(change.item.text, set(change.mended)) for change in comparison.better] == [
        ("мост стоит 5 млн рублей", {Flaw.KIND}),
        ("Да", {Flaw.MISSED}),
        ("Анна", {Flaw.SPURIOUS}),
        ("5 млн рублей", {Flaw.MISSED}),
    ]
    assert [(change.item.text, set(change.broken)) for change in comparison.worse] == [
        ("мост стоит 5 млн рублей", {Flaw.SPEAKER}),
        ("Мост нужен", {Flaw.MISSED}),
    ]
    broken = list(list_changes(comparison.worse, "broken"))
    assert [(fault.wanted, fault.given) for fault in broken] == [("Пётр Сухов", "Ли"), ("Мост нужен", "")]


def test_nothing_changed() -> None:
    result = quotes([INDIRECT, DIRECT], [DIRECT, YES])
    assert compare(result, result).changes == ()


def test_nothing_found_and_nothing_there() -> None:
    nothing = measure(evaluate([]))
    assert (nothing.articles, nothing.found["all"].f1, nothing.name_right) == (0, 1.0, None)
    empty = measure(evaluate([(annotated([DIRECT], [MONEY]), Article(TEXT))]))
    assert empty.found["all"].f1 == empty.figures_found.f1 == 0
    assert empty.summary()["kind_right"] is None
