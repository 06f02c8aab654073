"""The directives `quote-rules` and `tables`: the rules with their examples and the tables, from the code itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ruspolnews import lexicon
from ruspolnews.quotes.grammar import RULES


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


class Tables(QuoteRules):
    """Lists every table with the first line of its header and its size."""

    def run(self) -> list[nodes.Node]:
        rows = []
        for path in sorted(Path(str(resources.files(lexicon))).glob("*.tsv")):
            header = path.read_text("utf-8").splitlines()[0].removeprefix("# ")
            rows.append((path.name, f"{header} Rows: {len(lexicon.load(path.stem))}."))
        return [self._list(rows)]


def _first_line(rule: Callable[..., Any]) -> str:
    return (inspect.getdoc(rule) or "").split("\n\n")[0].replace("\n", " ")


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("quote-rules", QuoteRules)
    app.add_directive("tables", Tables)
    return {"parallel_read_safe": True}
