"""Links lead somewhere, commands in the docs have the options that are written, and nothing public is left out."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "benchmarks").glob("*.md"), *DOCS.rglob("*.md")])
PUBLIC = [
    "ruspolnews",
    "ruspolnews.archive",
    "ruspolnews.arrow",
    "ruspolnews.evaluation",
    "ruspolnews.export.html",
    "ruspolnews.export.plain",
    "ruspolnews.export.schema",
    "ruspolnews.files",
    "ruspolnews.integrations.spacy",
    "ruspolnews.lexicon",
]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def prose(page: Path) -> str:
    """Return a page without its blocks of code."""
    return re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]*)\)", prose(page)):
        if not re.match(r"[a-z]+:|#", target):
            assert (page.parent / target.partition("#")[0]).is_file(), f"{name_of(page)} links to {target!r}"


@pytest.mark.parametrize("page", [p for p in PAGES if ":::{toctree}" in p.read_text("utf-8")], ids=name_of)
def test_contents_name_files(page: Path) -> None:
    for block in re.findall(r"^:::\{toctree\}\n(.*?)^:::", page.read_text("utf-8"), re.M | re.S):
        for line in block.split("\n"):
            if line and not line.startswith(":"):
                assert (page.parent / f"{line}.md").is_file(), f"{name_of(page)} lists {line}"


def test_paths_in_the_machinery_exist() -> None:
    for file in (ROOT / "noxfile.py", ROOT / ".ci" / "run", DOCS / "pictures" / "make.py"):
        for path in re.findall(r"\b(?:docs|tests|benchmarks)/[\w/.]+\w", file.read_text("utf-8")):
            assert (ROOT / path).exists() or path == "docs/_build/html", f"{file.name} names {path}"


def test_every_page_is_listed() -> None:
    listed = {DOCS / "index.md"}
    for page in DOCS.rglob("*.md"):
        for block in re.findall(r"^:::\{toctree\}\n(.*?)^:::", page.read_text("utf-8"), re.M | re.S):
            listed |= {page.parent / f"{line}.md" for line in block.split("\n") if line and not line.startswith(":")}
    assert {name_of(page) for page in DOCS.rglob("*.md")} == {name_of(page) for page in listed}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_have_the_options_that_are_written(page: Path) -> None:
    commands_page = pytest.importorskip("commands_page", reason="Sphinx or typer is not installed")
    known = {name: commands_page.parameters(command) for name, command in commands_page.commands().items()}
    for line in re.findall(r"^\$ (?:.*&& )?ruspolnews (.*)$", page.read_text("utf-8"), re.M):
        command, *words = line.split("&&")[0].split()
        assert command in known, f"{name_of(page)}: {line}"
        written = {word for parameter in known[command] for word in parameter.written.split(", ")}
        assert {word for word in words if word.startswith("-")} <= {*written, "--help"}, f"{name_of(page)}: {line}"


def imported(name: str) -> ModuleType:
    """Return a public module; the test is skipped if its extra is missing."""
    from ruspolnews import RusPolNewsError

    try:
        return importlib.import_module(name)
    except RusPolNewsError as error:
        pytest.skip(str(error))


def test_every_module_with_an_extra_of_its_own_is_public() -> None:
    """A new package right below `ruspolnews` is either on the list, or known to be internal."""
    internal = {"cleaning", "cli", "compiling", "errors", "figures", "mentions", "model", "morphology", "parser"}
    internal |= {"pickling", "pool", "quotes", "segmentation"}
    rooms = {path.stem for path in (ROOT / "src/ruspolnews").glob("[!_]*.py")}
    rooms |= {path.parent.name for path in (ROOT / "src/ruspolnews").glob("*/__init__.py")}
    assert rooms - internal == {name.split(".")[1] for name in PUBLIC if "." in name}


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_documented(name: str) -> None:
    module = imported(name)
    pages = "".join(page.read_text("utf-8") for page in (DOCS / "reference").glob("*.md"))
    documented = set(re.findall(r"^\.\. (?:auto|py:)\w+:: ([\w.]+)", pages, re.M))
    for path, members in re.findall(r"^\.\. automodule:: ([\w.]+)\n   :members: (.*)$", pages, re.M):
        documented |= {f"{path}.{member}" for member in members.split(", ")}
    assert module.__all__
    left_out = {f"{name}.{public}" for public in module.__all__} - documented
    assert not left_out


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_has_a_docstring(name: str) -> None:
    module = imported(name)
    assert module.__doc__
    for public in module.__all__:
        value = getattr(module, public)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert value.__doc__, f"{name}.{public}"
            assert not value.__doc__.startswith(f"{public}("), f"{name}.{public}: attrs wrote this one"
        if inspect.isclass(value):
            for member, function in vars(value).items():
                own = inspect.isfunction(function) and function.__module__.startswith("ruspolnews")
                if own and not member.startswith("_"):
                    assert function.__doc__, f"{name}.{public}.{member}"


def test_every_command_is_listed_with_help() -> None:
    commands_page = pytest.importorskip("commands_page", reason="Sphinx or typer is not installed")
    found = commands_page.commands()
    assert {"demo", "schema", "parse", "report", "evaluate", "index", "search"} <= set(found)
    for name, command in found.items():
        assert command.__doc__
        assert [parameter.written for parameter in commands_page.parameters(command) if not parameter.help] == [], name
    written = [parameter.written for parameter in commands_page.parameters(found["parse"])]
    assert {"INPUT…", "--format, -f", "--output, -o", "--text-column", "--resume"} <= set(written)


def test_every_table_is_explained_by_its_header() -> None:
    rules_page = pytest.importorskip("rules_page", reason="Sphinx is not installed")
    names = rules_page.table_names()
    assert {"speech_verbs", "roles", "currencies"} <= set(names)
    for name in names:
        first = (ROOT / "src/ruspolnews/lexicon" / f"{name}.tsv").read_text("utf-8").split("\n")[0]
        assert re.match(r"# [A-Z]\w", first), name
