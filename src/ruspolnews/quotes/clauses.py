"""What is no part of the main clause: participles, relatives and subordinate clauses between commas."""

from __future__ import annotations

from typing import Final

from ruspolnews.quotes.context import Context

__all__ = ["RELATIVES", "SUBORDINATORS", "subordinate"]

SUBORDINATORS: Final = frozenset(
    "что чтобы когда если хотя пока поскольку так где куда откуда как будто словно ли потому несмотря".split()
)
RELATIVES: Final = frozenset(
    "который которая которое которые которого которой которых которому которым которую которыми котором кто чей".split()
)


def subordinate(ctx: Context, first: int, last: int) -> list[tuple[int, int]]:
    """Return the ranges between commas that hold a participle, a relative or a subordinate clause, up to `last`."""
    doc = ctx.doc
    ranges: list[tuple[int, int]] = []
    commas = [i for i in range(first, last) if doc.words[i] == "," and ctx.outer[i] < 0]
    edges = commas if commas[:1] == [first] else [first - 1, *commas]
    for n, comma in enumerate(edges[:-1]):
        begin, end = comma + 1, edges[n + 1]
        if ranges and begin < ranges[-1][1]:
            continue
        if comma > first and _opens_participle(ctx, begin):
            ranges.append((begin, end))
        elif _opens_clause(ctx, begin, end):
            # a clause runs to the first comma after its finite verb
            for later in edges[n + 1 :]:
                if ctx.any_finite(begin, later):
                    ranges.append((begin, later))
                    break
    return ranges


def _opens_participle(ctx: Context, i: int) -> bool:
    """Whether a participle, a gerund or an adjective with a preposition opens here: `, знакомый с ходом сделки,`."""
    doc = ctx.doc
    if not doc.words[i][0].islower():
        return False
    pos = doc.pos(i)
    return pos in ("PRTF", "GRND") or (pos == "ADJF" and doc.norms[i] not in RELATIVES and doc.pos(i + 1) == "PREP")


def _opens_clause(ctx: Context, begin: int, end: int) -> bool:
    norms = ctx.doc.norms
    if norms[begin] in SUBORDINATORS:
        return True
    return any(norms[i] in RELATIVES for i in range(begin, min(begin + 3, end)))
