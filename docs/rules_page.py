"""The directives `quote-rules` and `tables`: rules with their examples, tables of words, from the code itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import resources
from itertools import groupby, takewhile
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


class Tables(SphinxDirective):
    """Lists every table: its header, its size, its columns and its first row."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(__file__)
        lines: list[str] = []
        for name in table_names():
            path = Path(str(resources.files(lexicon))) / f"{name}.tsv"
            self.env.note_dependency(str(path))
            header = [
                line.removeprefix("#").removeprefix(" ")
                for line in takewhile(lambda line: line.startswith("#"), path.read_text("utf-8").splitlines())
            ]
            table = lexicon.load(name)
            lines += [f"## {name}", "", *_blocks(header), f"Rows: {len(table)}. The first:", ""]
            lines += ["| " + " | ".join(table.columns) + " |", "| " + " | ".join("---" for _ in table.columns) + " |"]
            cells = (table.rows[0][column].replace("|", "&#124;") or "—" for column in table.columns)
            lines += ["| " + " | ".join(cells) + " |", ""]
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)


def _blocks(header: list[str]) -> list[str]:
    """Return the lines of a header as Markdown: prose as a paragraph, lines that are indented as they are."""
    lines: list[str] = []
    for indented, group in groupby(header, key=lambda line: line.startswith(" ")):
        block = list(group)
        lines += ["```text", *block, "```", ""] if indented else [*block, ""]
    return lines


def table_names() -> list[str]:
    """Return the names of the tables of the lexicon."""
    return sorted(path.stem for path in Path(str(resources.files(lexicon))).glob("*.tsv"))


def _first_line(rule: Callable[..., Any]) -> str:
    return (inspect.getdoc(rule) or "").split("\n\n")[0].replace("\n", " ")


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("quote-rules", QuoteRules)
    app.add_directive("tables", Tables)
    return {"parallel_read_safe": True}
