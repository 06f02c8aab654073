"""Imports go down the house only, and the libraries stay in their rooms."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "ruspolnews"
FLOORS = [
    ["errors", "compiling", "pickling"],
    ["model"],
    ["lexicon"],
    ["morphology"],
    ["segmentation"],
    ["mentions"],
    ["quotes", "figures", "pool", "cleaning"],
    ["export"],
    ["parser"],
    ["evaluation", "archive", "integrations", "arrow"],
    ["files"],
    [""],
    ["cli"],
    ["__main__"],
]
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
OWNERS = {
    "razdel": "segmentation",
    "pymorphy3": "morphology",
    "typer": "cli",
    "rich": "cli",
    "duckdb": "archive",
    "xlsxwriter": "files",
    "trafilatura": "files",
    "spacy": "integrations",
}
MODULES = sorted(SRC.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(SRC).with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def imports_of(path: Path, *, lazy: bool) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    nodes = ast.walk(tree) if lazy else tree.body
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_imports_go_down(path: Path) -> None:
    here = room_of(path)
    for module in imports_of(path, lazy=False):
        if module.split(".")[0] != "ruspolnews":
            continue
        there = [*module.split("."), ""][1]
        assert there == here or LEVEL[there] < LEVEL[here], f"{path.name} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    for module in imports_of(path, lazy=True):
        owner = OWNERS.get(module.split(".")[0])
        assert owner in (None, room_of(path)), f"{path.name} imports {module}"


def test_every_room_has_a_floor() -> None:
    assert {room_of(path) for path in MODULES} == set(LEVEL)


def test_no_module_imports_itself_by_way_of_others() -> None:
    names = {path: ".".join(("ruspolnews", *path.relative_to(SRC).with_suffix("").parts)) for path in MODULES}
    imports = {name: imports_of(path, lazy=False) & set(names.values()) for path, name in names.items()}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name not in done:
            for other in sorted(imports[name]):
                visit(other, (*above, name))
            done.add(name)

    for name in sorted(imports):
        visit(name, ())
