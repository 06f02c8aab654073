"""Runs the marked sentences of `tests/cases/quotes/*.txt`: stripping the marks yields the input.

`[s …]` source, `[v …]` cue, `[q? …]` content with a letter for its kind (`d`irect, `i`ndirect, `m`ixed, `f`ragment,
`a`naphoric). Numbers tie the parts of a quote (`[s2 …]`; none means 1), `[v1,2 …]` belongs to two quotes, two contents
with one number are two spans of one quote. Marks nest. `\\[` is a bracket of the text, `\\n` a line break.
A line `!xfail reason | sentence` is a known failure; a line that begins with `#` is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import ruspolnews
from ruspolnews import Quote, QuoteKind, Span

CASES = Path(__file__).parent.parent / "cases" / "quotes"
KINDS = {kind.value[0]: kind for kind in QuoteKind}
MARK = re.compile(r"\\(?P<escaped>[\[\]n\\])|\[(?P<part>[sv]|q[dimfa])(?P<numbers>\d+(?:,\d+)*)? |(?P<close>\])")


class Expected(NamedTuple):
    """A quote as the marks give it, or as the parser found it."""

    kind: QuoteKind
    spans: tuple[Span, ...]
    cue: Span | None
    source: Span | None

    def show(self, text: str) -> str:
        content = " … ".join(f"«{span.of(text)}»" for span in self.spans)
        cue, source = (repr(part.of(text)) if part else "none" for part in (self.cue, self.source))
        return f"{self.kind} {content} at {self.spans[0].start}, cue {cue}, source {source}"


def read_marks(marked: str) -> tuple[str, set[Expected]]:
    """Return the bare text of a marked one and the quotes that its marks give."""
    text: list[str] = []
    length = place = 0
    open_marks: list[tuple[str, str, int]] = []
    contents: dict[str, list[tuple[str, Span]]] = {}
    parts: dict[tuple[str, str], Span] = {}

    def add(piece: str) -> None:
        nonlocal length
        text.append(piece)
        length += len(piece)

    for match in MARK.finditer(marked):
        add(marked[place : match.start()])
        place = match.end()
        if match["escaped"]:
            add("\n" if match["escaped"] == "n" else match["escaped"])
        elif match["part"]:
            open_marks.append((match["part"], match["numbers"] or "1", length))
        elif not open_marks:
            raise ValueError(f"a mark is closed that was not opened: {marked}")
        else:
            part, numbers, start = open_marks.pop()
            for number in numbers.split(","):
                if part[0] == "q":
                    contents.setdefault(number, []).append((part[1], Span(start, length)))
                elif (part, number) in parts:
                    raise ValueError(f"two marks {part}{number}: {marked}")
                else:
                    parts[part, number] = Span(start, length)
    add(marked[place:])
    if open_marks:
        raise ValueError(f"an open mark {open_marks[-1][:2]}: {marked}")
    stray = {number for _, number in parts} - set(contents)
    if stray:
        raise ValueError(f"source or cue {sorted(stray)} without content: {marked}")
    quotes: set[Expected] = set()
    for number, found in contents.items():
        kinds = {kind for kind, _ in found}
        if len(kinds) != 1:
            raise ValueError(f"quote {number} has two kinds: {marked}")
        spans = tuple(sorted(span for _, span in found))
        quotes.add(Expected(KINDS[kinds.pop()], spans, parts.get(("v", number)), parts.get(("s", number))))
    return "".join(text), quotes


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            known, _, marked = line.rpartition(" | ") if line.startswith("!xfail ") else ("", "", line)
            reason = known.removeprefix("!xfail ")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if known else []
            yield pytest.param(marked, id=f"{path.stem}:{number}", marks=marks)


def as_expected(quote: Quote) -> Expected:
    cue = quote.cue.span if quote.cue else None
    source = quote.source.span if quote.source else None
    return Expected(quote.kind, quote.spans, cue, source)


@pytest.mark.parametrize("marked", list(cases()))
def test_case(marked: str) -> None:
    text, expected = read_marks(marked)
    found = {as_expected(quote): quote.rule for quote in ruspolnews.parse(text).quotes}
    missing = sorted(expected - set(found), key=lambda quote: quote.spans)
    extra = sorted(set(found) - expected, key=lambda quote: quote.spans)
    report = [text]
    report += [f"  missing: {quote.show(text)}" for quote in missing]
    report += [f"  found:   {quote.show(text)}, rule {found[quote]}" for quote in extra]
    if missing or extra:
        pytest.fail("\n".join(report), pytrace=False)


def test_enough_cases() -> None:
    paths = [path for path in CASES.glob("*.txt") if not path.stem.startswith("edges")]  # these are short and many
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    lines = [line.rpartition(" | ")[2] if line.startswith("!xfail ") else line for line in lines]
    marked = [line for line in lines if line.strip() and not line.startswith("#")]
    negative = [line for line in marked if not read_marks(line)[1]]
    assert len(marked) >= 420
    assert len(negative) * 3 >= len(marked)
    assert len(set(marked)) == len(marked)


def test_marks_are_read() -> None:
    text, quotes = read_marks(r"[qi1 Мост \[старый\]], [v1 сказал] [s1 он], [qi1 цел].")
    assert text == "Мост [старый], сказал он, цел."
    assert quotes == {Expected(QuoteKind.INDIRECT, (Span(0, 13), Span(26, 29)), Span(15, 21), Span(22, 24))}
