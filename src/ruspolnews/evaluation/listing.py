"""Errors as lines to read, by what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ruspolnews.evaluation.comparing import Change
from ruspolnews.evaluation.pairs import Flaw, Pair
from ruspolnews.evaluation.scoring import Report
from ruspolnews.figures import format_figure
from ruspolnews.model import Figure, Quote

__all__ = ["Fault", "describe", "list_changes", "list_flaws"]


@attrs.frozen
class Fault:
    """One flaw of one quote or figure: what is annotated (`wanted`) and what was found (`given`), as far as it differs.

    `what` is `quote` or `figure`; `at` the words that it is about. `rule` is the rule that found it.
    """

    flaw: Flaw
    what: str
    article: str
    at: str
    wanted: str = ""
    given: str = ""
    rule: str = ""

    def __str__(self) -> str:
        differs = f" | wanted {self.wanted or '—'} | got {self.given or '—'}" if self.wanted or self.given else ""
        rule = f" ({self.rule})" if self.rule else ""
        return f"{self.flaw.value.upper()} {self.what} in {self.article}: {self.at}{differs}{rule}"


def list_flaws(report: Report) -> list[Fault]:
    """Return everything that is wrong, in order of `Flaw`; a pair with two flaws comes twice.

    Examples:
        >>> import ruspolnews as rpn
        >>> from ruspolnews.evaluation import annotated_from_dict, evaluate, list_flaws
        >>> gold = annotated_from_dict({
        ...     "id": "мост",
        ...     "text": "Мост построят в мае, сказала мэр Анна Лужина.",
        ...     "quotes": [{"kind": "indirect", "spans": ["Мост построят в мае"], "speaker": "Анна Мостовая"}],
        ... })
        >>> for fault in list_flaws(evaluate([(gold, rpn.parse(gold.article.text))])):
        ...     print(fault)
        SPEAKER quote in мост: Мост построят в мае | wanted Анна Мостовая | got Анна Лужина (parenthesis)
    """
    pairs: list[Pair[Quote] | Pair[Figure]] = [*report.quotes, *report.figures]
    order = {flaw: n for n, flaw in enumerate(Flaw)}
    faults = [_fault(pair, flaw) for pair in pairs for flaw in pair.flaws]
    return sorted(faults, key=lambda fault: (fault.what != "quote", order[fault.flaw]))


def _fault(pair: Pair[Quote] | Pair[Figure], flaw: Flaw) -> Fault:
    item = pair.wanted or pair.given
    assert item is not None
    differs = pair.wanted is not None and pair.given is not None
    return Fault(
        flaw=flaw,
        what="quote" if isinstance(item, Quote) else "figure",
        article=pair.article,
        at=describe(item),
        wanted=_aspect(pair.wanted, flaw) if differs else "",
        given=_aspect(pair.given, flaw) if differs else "",
        rule=pair.given.rule if pair.given else "",
    )


def describe(item: Quote | Figure) -> str:
    """Return the words of a quote or figure on one line."""
    return " ".join(item.text.split())


def _aspect(item: Quote | Figure | None, flaw: Flaw) -> str:
    """Return what an item says of that in which it differs."""
    if item is None:
        return ""
    if isinstance(item, Figure):
        values = {Flaw.VALUE: format_figure(item), Flaw.EXACTNESS: item.bound.value}
        return values.get(flaw, describe(item))
    values = {
        Flaw.KIND: item.kind.value,
        Flaw.CUE: item.cue.text if item.cue else "",
        Flaw.SOURCE: item.source.text if item.source else "",
        Flaw.SPEAKER: item.speaker.name if item.speaker else "",
    }
    return values.get(flaw, describe(item))


def list_changes(changes: tuple[Change, ...], flaws: str) -> Iterator[Fault]:
    """Yield changes as faults, one for each flaw in their attribute `flaws` (`mended` or `broken`).

    `wanted` is what the old version found, `given` what the new one does.
    """
    for change in changes:
        for flaw in sorted(getattr(change, flaws)):
            yield Fault(
                flaw=flaw,
                what="quote" if isinstance(change.item, Quote) else "figure",
                article=change.article,
                at=describe(change.item),
                wanted=_aspect(change.old, flaw),
                given=_aspect(change.new, flaw),
                rule=change.new.rule if change.new else "",
            )
