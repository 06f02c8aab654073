"""Mutation testing of a room by its tables of cases: `python tools/mutation.py quotes --sample 400`.

One node of the source is changed at a time (a comparison, `and` to `or`, a number, a condition turned round, a `return`
or `continue` taken away), the room is imported with the change in a forked process, and the cases run until one fails.
A mutant that no case notices survives and is printed: it is a missing case, dead code, or a change without effect.
"""

from __future__ import annotations

import argparse
import ast
import doctest
import importlib
import importlib.util
import inspect
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "ruspolnews"
TIMEOUT = 60
"""Seconds after which a mutant counts as noticed: it does not end."""
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: the `number`-th place of a file where one can be made."""

    path: Path
    number: int
    kind: str
    line: int
    source: str


def code(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a tree but for annotations, which are never run."""
    yield tree
    for field, value in ast.iter_fields(tree):
        if field not in ("annotation", "returns"):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from code(child)


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Yield what can be changed, with the kind of change."""
    for node in code(tree):
        match node:
            case ast.Compare(ops=[operator]) if type(operator) in COMPARISONS:
                yield node, "comparison"
            case ast.BinOp() if type(node.op) in SUMS:
                yield node, "sum"
            case ast.BoolOp():
                yield node, "and-or"
                for n in range(len(node.values)):
                    yield node, f"without-{n}"
            case ast.Constant(value=bool()):
                yield node, "flag"
            case ast.Constant(value=int()):
                yield node, "number"
            case ast.If() | ast.IfExp():
                yield node, "condition"
            case ast.Return(value=ast.expr()) if not (
                isinstance(node.value, ast.Constant) and node.value.value is None
            ):
                yield node, "return"
            case ast.Continue() | ast.Break():
                yield node, "loop"


def change(tree: ast.Module, node: ast.AST, kind: str) -> None:
    """Make the change in the tree."""
    match node:
        case ast.Compare():
            node.ops[0] = COMPARISONS[type(node.ops[0])]()
        case ast.BinOp():
            node.op = SUMS[type(node.op)]()
        case ast.BoolOp() if kind == "and-or":
            node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        case ast.BoolOp():
            del node.values[int(kind.removeprefix("without-"))]
        case ast.Constant(value=bool(value)):
            node.value = not value
        case ast.Constant(value=int(value)):
            node.value = value + 1
        case ast.If() | ast.IfExp():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.Return():
            node.value = ast.Constant(None)
        case ast.Continue() | ast.Break():
            for parent in ast.walk(tree):
                for field in ("body", "orelse"):
                    block = getattr(parent, field, None)
                    if isinstance(block, list) and node in block:
                        block[block.index(node)] = ast.copy_location(ast.Pass(), node)
    ast.fix_missing_locations(tree)


def mutants(room: str) -> list[Mutant]:
    """Return every change that can be made in a room."""
    found = []
    for path in sorted((SRC / room).glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for number, (node, kind) in enumerate(places(tree)):
            found.append(Mutant(path, number, kind, getattr(node, "lineno", 0), ast.unparse(node)[:100]))
    return found


class Changed:
    """A finder that imports one module from a changed tree."""

    def __init__(self, mutant: Mutant) -> None:
        parts = mutant.path.relative_to(SRC.parent).with_suffix("").parts
        self.name = ".".join(parts).removesuffix(".__init__")
        tree = ast.parse(mutant.path.read_text("utf-8"))
        node, kind = list(places(tree))[mutant.number]
        change(tree, node, kind)
        self.code = compile(tree, str(mutant.path), "exec")

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:
        """Take the module that is changed, and no other."""
        if name != self.name:
            return None
        return importlib.util.spec_from_loader(name, self, is_package=self.name.count(".") == 1)

    def create_module(self, spec: object) -> None:
        """Let Python make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed code."""
        module.__path__ = [str(SRC / self.name.split(".")[1])]
        exec(self.code, module.__dict__)


def cases(room: str) -> Iterator[Callable[[], object]]:
    """Yield the checks of a room; cases that are known to fail are left out."""
    sys.path.insert(0, str(ROOT / "tests"))
    files = {
        "quotes": [("quotes/test_cases.py", "test_case", "cases"), ("test_speakers.py", "test_speakers", "cases")],
        "figures": [("figures/test_cases.py", "test_case", "read")],
        "mentions": [("test_speakers.py", "test_speakers", "cases"), ("quotes/test_cases.py", "test_case", "cases")],
    }
    for file, check, source in files[room]:
        module = loaded(file)
        test = getattr(module, check)
        for parameters in getattr(module, source)():
            if not parameters.marks:
                yield partial(test, *parameters.values)
        yield from plain(module)
    for path in sorted((SRC / room).glob("*.py")):
        name = f"ruspolnews.{room}.{path.stem}".removesuffix(".__init__")
        yield partial(examples, importlib.import_module(name))
    yield from plain(loaded("fuzz/test_found.py"))
    if room != "figures":
        yield loaded("test_quality.py").test_quality_does_not_fall


def loaded(file: str) -> ModuleType:
    """Return a module of tests."""
    spec = importlib.util.spec_from_file_location(f"cases_{Path(file).stem}", ROOT / "tests" / file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(module: ModuleType) -> Iterator[Callable[[], object]]:
    """Yield the tests of a module that take nothing."""
    for name, test in vars(module).items():
        if name.startswith("test_") and not inspect.signature(test).parameters:
            yield test


def examples(module: ModuleType) -> None:
    """Run the examples in the docstrings of a module."""
    assert not doctest.testmod(module).failed


def notices(room: str, mutant: Mutant | None) -> bool:
    """Whether a case fails with the change, or (without one) at all; in this process."""
    if mutant is not None:
        sys.meta_path.insert(0, Changed(mutant))  # type: ignore[arg-type]
    try:
        for check in cases(room):
            check()
    except BaseException:
        return True
    return False


def forked(room: str, mutant: Mutant | None) -> bool:
    """Ask `notices` in a process of its own, which may hang or crash."""
    child = os.fork()
    if not child:
        with open(os.devnull, "w") as nothing:
            os.dup2(nothing.fileno(), 1)
            os.dup2(nothing.fileno(), 2)
        signal.alarm(TIMEOUT)
        os._exit(int(notices(room, mutant)))
    _, status = os.waitpid(child, 0)
    return status != 0


def main() -> None:
    """Run the mutants and print what survives and the scores."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("room", choices=["quotes", "figures", "mentions"])
    options.add_argument("--sample", type=int, help="so many changes by chance instead of all")
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    import attrs  # noqa: F401
    import hypothesis  # noqa: F401
    import pymorphy3  # noqa: F401
    import pytest  # noqa: F401
    import razdel  # noqa: F401

    sys.path.insert(0, str(SRC.parent))
    if forked(asked.room, None):
        sys.exit("the cases fail without any change")
    every = mutants(asked.room)
    chosen = random.Random(asked.seed).sample(every, min(asked.sample or len(every), len(every)))
    noticed: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    began = time.time()
    for mutant in chosen:
        tried[mutant.path.name] += 1
        try:
            caught_it = forked(asked.room, mutant)
        except KeyboardInterrupt:  # print what is known so far
            tried[mutant.path.name] -= 1
            break
        if caught_it:
            noticed[mutant.path.name] += 1
        else:
            print(f"survives: {mutant.path.name}:{mutant.line} {mutant.kind}: {mutant.source}", flush=True)
    for name in sorted(tried):
        print(f"{name}: {noticed[name]} of {tried[name]} noticed")
    total, caught = sum(tried.values()), sum(noticed.values())
    score = f"{caught} of {total} noticed ({caught / total:.1%})"
    print(f"{asked.room}: {score} in {time.time() - began:.0f} s, of {len(every)} possible")


if __name__ == "__main__":
    main()
