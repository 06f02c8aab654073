"""Mutation testing: which small faults in the code would the cases miss?

Each mutant changes one node of the syntax tree of a module of `quotes` or `figures`: a comparison, `and`, `or`, `not`,
a condition, a number, `return`, `continue`, `break`, `+`, a statement. It runs in a fork of a warm process, on the
cases of `tests/cases` that reach its lines (those of figures, or those of quotes and speakers). A mutant is killed if
one of them fails, raises, or takes too long; what survives is either equivalent or a case that is missing.

    python tools/mutation.py figures quotes              # a sample of each room
    python tools/mutation.py quotes.rules.author --sample 0  # all mutants of a module
    python tools/mutation.py figures --survivors          # and show the survivors

`tools/mutants_judged.tsv` lists the survivors that have been read and may live. Needs POSIX (`fork`).
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib
import importlib.util
import json
import os
import random
import re
import resource
import signal
import sys
import time
import types
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "ruspolnews"
JUDGED = ROOT / "tools" / "mutants_judged.tsv"
ROOMS = ("figures", "quotes")
MEMORY = 3 << 30
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: `place` numbers the node in its module, `choice` its changes, `nth` the like ones of a function."""

    module: str
    place: int
    choice: int
    scope: str
    before: str
    after: str
    first: int
    last: int
    nth: int = 1

    @property
    def key(self) -> str:
        """What it is, without line numbers, so that the list of the judged survives other edits."""
        return f"{self.module}\t{self.scope}\t{self.before}\t{self.after}\t{self.nth}"


# Mutants


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node."""
    if isinstance(node, ast.Compare):
        for n, operator in enumerate(node.ops):
            if type(operator) in SWAPS:
                new = copy.deepcopy(node)
                new.ops[n] = SWAPS[type(operator)]()  # type: ignore[call-overload]
                yield new
    elif isinstance(node, ast.BoolOp):
        new = copy.deepcopy(node)
        new.op = SWAPS[type(node.op)]()  # type: ignore[assignment]
        yield new
        for n in range(len(node.values)):
            rest = copy.deepcopy([*node.values[:n], *node.values[n + 1 :]])
            yield rest[0] if len(rest) == 1 else ast.BoolOp(copy.deepcopy(node.op), rest)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield copy.deepcopy(node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in (ast.Add, ast.Sub):
        new = copy.deepcopy(node)
        new.op = SWAPS[type(node.op)]()  # type: ignore[assignment]
        yield new
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.Constant(not node.value)
        elif isinstance(node.value, int | float):
            yield ast.Constant(node.value + 1)
            yield ast.Constant(node.value - 1)
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        if not isinstance(node.test, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant):
            new = copy.deepcopy(node)
            new.test = ast.UnaryOp(ast.Not(), new.test)
            yield new
    elif isinstance(node, ast.comprehension):
        for n in range(len(node.ifs)):
            new = copy.deepcopy(node)
            del new.ifs[n]
            yield new
    elif isinstance(node, ast.Return):
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value in (None, False)):
            yield ast.Return(ast.Constant(None))
    elif isinstance(node, ast.Continue | ast.Break | ast.AugAssign) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ):
        yield ast.Pass()


class Walk(ast.NodeTransformer):
    """Numbers the nodes that may be changed, lists the mutants, and makes the chosen one."""

    def __init__(self, module: str, chosen: Mutant | None = None) -> None:
        self.module = module
        self.chosen = chosen
        self.found: list[Mutant] = []
        self.scope: list[str] = []
        self.lines = [(0, 0)]
        self.place = 0

    def visit(self, node: ast.AST) -> ast.AST:
        """Visit a node: no annotations, decorators, docstrings or names that are exported."""
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            self.scope.append(node.name)
            self.lines.append((0, 0))
            if isinstance(node, ast.FunctionDef):
                node.args = self.visit(node.args)  # type: ignore[assignment]
            node.body = [self.visit(part) for part in node.body]  # type: ignore[misc]
            self.lines.pop()
            self.scope.pop()
            return node
        if isinstance(node, ast.arg | ast.Import | ast.ImportFrom) or (
            isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
        ):
            return node
        if isinstance(node, ast.stmt):
            inner = getattr(node, "body", None)
            self.lines[-1] = (node.lineno, inner[0].lineno - 1 if inner else node.end_lineno or node.lineno)
            self.lines[-1] = (node.lineno, max(self.lines[-1]))
        self.place += 1
        place = self.place
        if self.chosen is not None:
            if place == self.chosen.place:
                return ast.copy_location(list(changes(node))[self.chosen.choice], node)
        else:
            for choice, new in enumerate(changes(node)):
                scope = ".".join(self.scope) or "-"
                self.found.append(Mutant(self.module, place, choice, scope, show(node), show(new), *self.lines[-1]))
        if isinstance(node, ast.AnnAssign):
            if node.value is not None:
                node.value = self.visit(node.value)  # type: ignore[assignment]
            return node
        return self.generic_visit(node)


def show(node: ast.AST) -> str:
    """Return a node as code in one short line."""
    if isinstance(node, ast.If | ast.While):
        return f"{type(node).__name__.lower()} {ast.unparse(node.test)}"
    return " ".join(ast.unparse(node).split())


@cache
def source(module: str) -> str:
    """Return the text of a module such as `quotes.rules.author`."""
    return (PACKAGE / (module.replace(".", "/") + ".py")).read_text("utf-8")


def mutants(module: str) -> list[Mutant]:
    """Return the mutants of a module in order."""
    walk = Walk(module)
    walk.visit(ast.parse(source(module)))
    seen: Counter[tuple[str, ...]] = Counter()
    numbered: list[Mutant] = []
    for mutant in walk.found:
        if mutant.before != mutant.after:
            seen[mutant.scope, mutant.before, mutant.after] += 1
            numbered.append(mutant._replace(nth=seen[mutant.scope, mutant.before, mutant.after]))
    return numbered


def install(mutant: Mutant) -> None:
    """Put the mutant in the place of its module, within this process."""
    tree = Walk(mutant.module, mutant).visit(ast.parse(source(mutant.module)))
    code = compile(ast.fix_missing_locations(tree), f"<{mutant.module}>", "exec")
    old = sys.modules[f"ruspolnews.{mutant.module}"]
    new = types.ModuleType(old.__name__)
    sys.modules[old.__name__] = new
    exec(code, new.__dict__)
    sys.modules[old.__name__] = old
    for name, value in list(vars(new).items()):
        before = vars(old).get(name)
        if name.startswith("__") or before is value:
            continue
        if isinstance(value, type) and isinstance(before, type) and value.__module__ == old.__name__:
            for part, function in vars(value).items():
                replace(vars(before).get(part), function)
                inner = getattr(function, "__globals__", new.__dict__)
                if inner is not new.__dict__:  # attrs keeps defaults there
                    vars(before)[part].__globals__.update(inner)
        elif callable(value) and hasattr(value, "__module__") and value.__module__ == old.__name__:
            replace(before, value)
        elif value != before:
            for other in [m for key, m in sys.modules.items() if key.startswith("ruspolnews")]:
                if vars(other).get(name) is before:
                    setattr(other, name, value)


def replace(old: object, new: object) -> None:
    """Give an old function the code of a new one, since others hold the old."""
    if hasattr(old, "cache_clear"):
        old.cache_clear()
    old, new = getattr(old, "fget", old), getattr(new, "fget", new)
    old, new = getattr(old, "__wrapped__", old), getattr(new, "__wrapped__", new)
    if isinstance(old, types.FunctionType) and isinstance(new, types.FunctionType):
        old.__code__ = new.__code__
        old.__defaults__ = new.__defaults__
        old.__kwdefaults__ = new.__kwdefaults__


# Cases

Case = Callable[[], None]


def load(path: str) -> types.ModuleType:
    """Load a module of the tests, which are no package."""
    spec = importlib.util.spec_from_file_location(path.replace("/", "_"), ROOT / "tests" / f"{path}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _company(check: Callable[[Any], Any], case: Any) -> None:
    expect(check(case))


def cases(room: str) -> dict[str, Case]:
    """Return the cases of a room by name; known failures are left out."""
    sys.path.append(str(ROOT / "tests"))
    if room == "figures":
        tests = load("figures/test_cases")
        tests.segment = remember(tests.segment, 0)
        rows = [p for p in tests.read() if not p.marks]
        found = {str(p.id): lambda p=p: tests.test_case(*p.values) for p in rows}
        shown = load("figures/test_formatting")
        found |= {f"format-{row[1]}": lambda row=row: shown.test_format(*row) for row in shown.CASES}
        parts = load("figures/test_paragraphs")
        rows = parts.test_paragraphs.pytestmark[0].args[1]
        return found | {f"paragraphs-{row[0]}": lambda row=row: parts.test_paragraphs(*row) for row in rows}
    import ruspolnews.parser

    vars(ruspolnews.parser)["segment"] = remember(ruspolnews.parser.segment, 0)
    vars(ruspolnews.parser)["find_figures"] = lambda *_args, **_options: ()
    quotes, speakers = load("quotes/test_cases"), load("test_speakers")
    found = {f"quotes/{p.id}": lambda p=p: quotes.test_case(*p.values) for p in quotes.cases() if not p.marks}
    who = {f"speakers/{p.id}": lambda p=p: speakers.test_speakers(*p.values) for p in speakers.cases() if not p.marks}
    company = load("quotes/test_company")
    for n, case in enumerate(company.CASES):
        found[f"bare/{n}"] = partial(_company, company.check, case.bare())
    for n, case in enumerate(company.beside(199)):
        found[f"beside/{n}"] = partial(_company, company.check, case.printed("«»", '""'))
    return found | who


def expect(report: str) -> None:
    """Fail if there is a report."""
    assert not report


def remember(function: Callable[..., object], place: int) -> Callable[..., object]:
    """Return the function with its results kept by one argument: what it does is not mutated."""
    known: dict[object, object] = {}

    def get(*args: object) -> object:
        if args[place] not in known:
            known[args[place]] = function(*args)
        return known[args[place]]

    return get


def trace(tests: dict[str, Case], modules: Iterable[str]) -> dict[str, dict[int, set[str]]]:
    """Return for each module and line the cases that run it."""
    files = {sys.modules[f"ruspolnews.{module}"].__file__: module for module in modules}
    lines: dict[str, dict[int, set[str]]] = {module: defaultdict(set) for module in files.values()}
    case = ""

    def local(frame: types.FrameType, _event: str, _arg: object) -> Callable[..., object]:
        lines[files[frame.f_code.co_filename]][frame.f_lineno].add(case)
        return local

    def calls(frame: types.FrameType, event: str, arg: object) -> Callable[..., object] | None:
        return local(frame, event, arg) if frame.f_code.co_filename in files else None

    for _round in range(2):  # the first fills the caches
        for case, test in tests.items():  # noqa: B007
            sys.settrace(calls if _round else None)
            try:
                test()
            finally:
                sys.settrace(None)
    return lines


def kill(mutant: Mutant, tests: dict[str, Case], order: list[str], seconds: float) -> str:
    """Return the name of the case that kills the mutant, `time`, `crash` or nothing."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        killer = ""
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            install(mutant)
            for name in order:
                killer = name
                tests[name]()
            killer = ""
        except BaseException as error:  # a failure of pytest is none of Exception
            killer = killer or f"import: {type(error).__name__}"
        os.write(writing, killer.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "time" if os.WTERMSIG(status) == signal.SIGVTALRM else "crash"
    return answer


def judged() -> dict[str, str]:
    """Return the survivors that were read, with their class."""
    if not JUDGED.exists():
        return {}
    rows = [line.split("\t") for line in JUDGED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {"\t".join(row[1:]): row[0] for row in rows}


def run(room: str, chosen: list[Mutant], report: Callable[[Mutant, str], None]) -> None:
    """Run the mutants of a room."""
    tests = cases(room)
    lines = trace(tests, {m.module for m in chosen})
    begin = time.process_time()
    for test in tests.values():
        test()
    seconds = 2 + 3 * (time.process_time() - begin)
    for module in {m.module for m in chosen}:
        killer = kill(Mutant(module, -1, -1, "", "", "", 0, 0), tests, list(tests), 60)
        if killer:
            raise SystemExit(f"{module}: {killer} fails without a change")
    kills: Counter[str] = Counter()
    for mutant in chosen:
        reached = {name for line in range(mutant.first, mutant.last + 1) for name in lines[mutant.module][line]}
        order = sorted(reached if reached and mutant.scope != "-" else tests, key=lambda name: (-kills[name], name))
        killer = kill(mutant, tests, order, seconds)
        kills[killer] += 1
        report(mutant, killer)


def main() -> None:
    """Run the mutants that are asked for and print a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", nargs="*", default=list(ROOMS), help="rooms or modules: figures, quotes.rules.author")
    options.add_argument("--sample", type=int, default=500, help="mutants of each room, 0 for all")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--again", type=Path, help="only the survivors of a file that --out wrote")
    options.add_argument("--out", type=Path, help="a file of JSON lines for what became of each mutant")
    options.add_argument("--survivors", action="store_true", help="print those that nobody has judged")
    options.add_argument("--floor", type=float, default=0, help="fail if a room kills a smaller share of the unjudged")
    asked = options.parse_args()
    random.seed(asked.seed)
    known = judged()
    again = None
    if asked.again:
        rows = [json.loads(line) for line in asked.again.read_text("utf-8").splitlines()]
        again = {row["key"] for row in rows if not row["killer"]}
    results: list[tuple[Mutant, str]] = []
    out = asked.out.open("w", encoding="utf-8") if asked.out else None

    def report(mutant: Mutant, killer: str) -> None:
        results.append((mutant, killer))
        if out:
            row = {"key": mutant.key, "line": mutant.first, "killer": killer, "judged": known.get(mutant.key, "")}
            print(json.dumps(row, ensure_ascii=False), file=out, flush=True)
        if asked.survivors and not killer and mutant.key not in known:
            print(f"{mutant.module}:{mutant.first} {mutant.scope}: {mutant.before}  ->  {mutant.after}", flush=True)

    for room in ROOMS:
        paths = sorted(path.relative_to(PACKAGE).with_suffix("") for path in (PACKAGE / room).rglob("*.py"))
        modules = [".".join(path.parts) for path in paths if path.stem != "__init__"]
        found = [m for module in modules if {room, module} & set(asked.what) for m in mutants(module)]
        if again is not None:
            found = [m for m in found if m.key in again]
        elif 0 < asked.sample < len(found):
            found = sorted(random.sample(found, asked.sample))
        if not found:
            continue
        for module in modules:
            importlib.import_module(f"ruspolnews.{module}")
        run(room, found, report)
    print(table(results, known))
    low = [room for room in ROOMS if share([r for r in results if r[0].module.startswith(room)], known) < asked.floor]
    if low:
        raise SystemExit(f"the cases of {', '.join(low)} kill too few: read the survivors (--survivors)")


def share(results: list[tuple[Mutant, str]], known: dict[str, str]) -> float:
    """Return the share of the mutants that were killed, of those that were not judged."""
    asked = [killer for mutant, killer in results if killer or mutant.key not in known]
    return sum(map(bool, asked)) / len(asked) if asked else 1.0


def table(results: list[tuple[Mutant, str]], known: dict[str, str]) -> str:
    """Return the table of the modules."""
    lines = ["| module | mutants | killed | judged | left | score |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    modules = list(dict.fromkeys(mutant.module for mutant, _ in results))
    for name in [*modules, *(room for room in ROOMS if any(module.startswith(room) for module in modules))]:
        here = [row for row in results if re.match(rf"{re.escape(name)}(\.|$)", row[0].module)]
        killed = sum(bool(killer) for _, killer in here)
        spared = sum(not killer and mutant.key in known for mutant, killer in here)
        left = len(here) - killed - spared
        lines.append(f"| `{name}` | {len(here)} | {killed} | {spared} | {left} | {share(here, known):.0%} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
