"""The directive `quote-rules`: the rules of quotes with their examples, and the tables, from the code itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ruspolnews.lexicon import load
from ruspolnews.quotes.grammar import RULES

TABLES = ("speech_verbs", "speech_predicates", "speech_collocations", "attribution_phrases")


class QuoteRules(SphinxDirective):
    """Lists each rule in the order in which it is asked."""

    def run(self) -> list[nodes.Node]:
        return [self._list([(rule.__name__, _first_line(rule)) for rule in RULES])]

    def _list(self, rows: list[tuple[str, str]]) -> nodes.definition_list:
        found = nodes.definition_list()
        for name, text in rows:
            term = nodes.term("", "", nodes.literal(text=name))
            found += nodes.definition_list_item("", term, nodes.definition("", self.parse_inline_paragraph(text)))
        return found

    def parse_inline_paragraph(self, text: str) -> nodes.paragraph:
        paragraph = nodes.paragraph()
        for n, piece in enumerate(text.split("`")):
            paragraph += nodes.literal(text=piece) if n % 2 else nodes.Text(piece)
        return paragraph


class CueTables(QuoteRules):
    """Counts the rows of each table of cues."""

    def run(self) -> list[nodes.Node]:
        rows = []
        for name in TABLES:
            table = load(name)
            rows.append((name, f"{len(table)} rows, for example: `{table.rows[0]['example']}`"))
        return [self._list(rows)]


def _first_line(rule: Callable[..., Any]) -> str:
    return (inspect.getdoc(rule) or "").split("\n\n")[0].replace("\n", " ")


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("quote-rules", QuoteRules)
    app.add_directive("cue-tables", CueTables)
    return {"parallel_read_safe": True}
