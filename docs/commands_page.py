"""The directive `commands`: every command with its options, from the functions that the command line is made of."""

from __future__ import annotations

import enum
import inspect
import re
import types
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from typer.models import ArgumentInfo, CommandInfo

from ruspolnews.cli.app import app

_WORDS = {str: "text", int: "number", float: "number", Path: "file"}


class Parameter(NamedTuple):
    """An argument or option: how it is written, what it takes, what it is if left out, and what it does."""

    written: str
    takes: str
    default: str
    help: str


def commands() -> dict[str, Callable[..., Any]]:
    """Return the commands by name, in the order of the help."""
    return {_name(info): info.callback for info in app.registered_commands if info.callback}


def _name(info: CommandInfo) -> str:
    return info.name or (info.callback.__name__ if info.callback else "").replace("_", "-")


def parameters(command: Callable[..., Any]) -> list[Parameter]:
    """Return the arguments and options of a command, arguments first."""
    hints = get_type_hints(command, include_extras=True)
    found = [
        _parameter(name, hints[name], given.default) for name, given in inspect.signature(command).parameters.items()
    ]
    return sorted(found, key=lambda parameter: parameter.written.startswith("-"))


def _parameter(name: str, hint: Any, default: Any) -> Parameter:
    kind, info = get_args(hint)[:2] if get_origin(hint) is Annotated else (hint, None)
    if isinstance(info, ArgumentInfo):
        return Parameter(info.metavar or name.upper(), _takes(kind), _default(default), info.help or "")
    declared = [*(info.param_decls or ())] if info else []
    if info and isinstance(info.default, str) and info.default.startswith("-"):
        declared.append(info.default)  # in `Annotated`, typer keeps the first way to write an option as its default
    declared.sort(key=len, reverse=True)
    written = ", ".join(declared) or f"--{name.replace('_', '-')}"
    return Parameter(written, _takes(kind), _default(default), (info.help or "") if info else "")


def _takes(kind: Any) -> str:
    if get_origin(kind) in (typing.Union, types.UnionType):
        kind = next(part for part in get_args(kind) if part is not types.NoneType)
    if get_origin(kind) is list:
        return f"{_takes(get_args(kind)[0])}, several"
    if kind is bool:
        return "—"
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return ", ".join(f"`{member.value}`" for member in kind)
    return _WORDS.get(kind, getattr(kind, "__name__", str(kind)))


def _default(value: Any) -> str:
    if value is inspect.Parameter.empty:
        return "must be given"
    return "—" if value in (None, False) else f"`{getattr(value, 'value', value)}`"


def _cell(help: str) -> str:
    """Return a help text for a table, with options as code, so that no dash is made of their hyphens."""
    return re.sub(r"(?<![`\w-])--[a-z-]+", r"`\g<0>`", help.replace("|", "&#124;"))


class Commands(SphinxDirective):
    """Lists every command with a table of its options."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(__file__)
        lines: list[str] = []
        for name, command in commands().items():
            self.env.note_dependency(inspect.getfile(command))
            summary = (inspect.getdoc(command) or "").split("\n\n")[0].replace("\n", " ")
            lines += [f"## {name}", "", summary, ""]
            found = parameters(command)
            if found:
                lines += ["| written | takes | default | what it does |", "| --- | --- | --- | --- |"]
                lines += [f"| `{p.written}` | {p.takes} | {p.default} | {_cell(p.help)} |" for p in found]
                lines.append("")
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("commands", Commands)
    return {"parallel_read_safe": True}
