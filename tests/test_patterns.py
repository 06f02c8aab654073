"""Every regular expression of the package takes its worst case of 100,000 characters in bounded time."""

import ast
import importlib
import pkgutil
import re
import time
from collections import deque
from pathlib import Path

import pytest

import ruspolnews
from ruspolnews.segmentation.tokens import TOKEN

SIZE = 100_000
BOUND = 1.5
"""Seconds for one text and one way of calling: a quadratic expression takes minutes."""
UNITS = (
    "а",
    "А",
    "a",
    "Аа",
    "1",
    " ",
    "\n",
    "\n а",
    "\u00a0",
    "-",
    "—",
    ".",
    ",",
    "«",
    '"',
    "'",
    "(",
    "/",
    "_",
    "$",
    "%",
    "\u0301",
    "\u00ad",
    "1 ",
    "1,",
    "1.",
    "1-",
    "1/",
    "а ",
    "А ",
    "А. ",
    "А.А.",
    "Аа ",
    "Аа-",
    "А-",
    "а-",
    "а_",
    "а\n",
    "а1",
    "аa",
    "1 000",
    "1 мая ",
    "МОСКВА, 1 мая",
    "МОСКВА. ",
    "МОСКВА (",
    "РИА Новости ",
    "/ИТАР-ТАСС",
    "млн руб. ",
    "т. д. ",
    "...",
    "- а",
)


def source_of(module: str) -> str:
    """Return the source of a module, also where it runs compiled."""
    path = Path(ruspolnews.__path__[0], *module.split(".")[1:])
    return (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")


def patterns() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    """Return every expression of the package with the methods that its module calls."""
    found: dict[str, tuple[re.Pattern[str], frozenset[str]]] = {}
    for info in pkgutil.walk_packages(ruspolnews.__path__, "ruspolnews."):
        try:
            module = importlib.import_module(info.name)
        except (ruspolnews.RusPolNewsError, ModuleNotFoundError):
            continue  # an extra that is not installed
        here = {name: value for name, value in vars(module).items() if isinstance(value, re.Pattern)}
        calls: dict[str, set[str]] = {name: set() for name in here}
        for node in ast.walk(ast.parse(source_of(info.name))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in here:
                calls[node.value.id].add(node.attr)
        for name, pattern in here.items():
            if calls[name]:
                found[f"{info.name.removeprefix('ruspolnews.')}.{name}"] = pattern, frozenset(calls[name])
    return found


PATTERNS = patterns()


def test_the_expressions_are_found() -> None:
    sources = [path.read_text("utf-8") for path in Path(ruspolnews.__path__[0]).rglob("*.py")]
    assert len(PATTERNS) >= sum(source.count("re.compile(") for source in sources) > 10


def test_each_expression_is_tried() -> None:
    tried = {pattern for pattern, _ in PATTERNS.values()}
    for path in Path(ruspolnews.__path__[0]).rglob("*.py"):
        name = ".".join(path.relative_to(Path(ruspolnews.__path__[0]).parent).with_suffix("").parts)
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("re.compile("):
                module = importlib.import_module(name)
                assert getattr(module, ast.unparse(node.targets[0])) in tried, f"{name}: {ast.unparse(node)}"


def test_the_package_calls_no_expression_by_its_text() -> None:
    for path in Path(ruspolnews.__path__[0]).rglob("*.py"):
        if path.name == "places.py":
            continue  # looks for words of the user, escaped
        assert not re.search(r"\bre\.(match|search|fullmatch|sub|split|find)", path.read_text("utf-8")), path


def test_a_quadratic_expression_would_be_seen() -> None:
    assert seconds(re.compile(r"\d+$"), "finditer", "1" * 6_000 + "!") > seconds(TOKEN, "finditer", "1" * 6_000 + "!")


def seconds(pattern: re.Pattern[str], call: str, text: str) -> float:
    start = time.process_time()
    result = getattr(pattern, call)(*(("", text) if call in ("sub", "subn") else (text,)))
    if call == "finditer":
        deque(result, maxlen=0)
    return time.process_time() - start


@pytest.mark.parametrize("name", PATTERNS)
def test_worst_cases(name: str) -> None:
    pattern, calls = PATTERNS[name]
    if name == "segmentation.sentences._UNIT":
        pytest.skip("looks at ten characters at a time")
    for unit in UNITS:
        for end in ("", "!", "\n"):
            text = (unit * (SIZE // len(unit) + 1))[:SIZE] + end
            for call in calls:
                took = seconds(pattern, call, text)
                assert took < BOUND, f"{call} of {unit!r} over and over, then {end!r}: {took:.1f} s"
