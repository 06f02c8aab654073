"""The directive `rooms`: which sub-package imports which, read from the code and drawn as a picture."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Set
from html import escape
from importlib import resources
from itertools import combinations, pairwise
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

Edges = dict[str, set[str]]

LEFT_OUT = frozenset(["__init__", "__main__"])
"""What only hands on: its arrows would hide the others."""
EVERYWHERE = frozenset(["errors", "model", "compiling"])
"""What nearly every room imports; drawn as the ground under the house."""
WIDTH, HEIGHT, GAP, ACROSS, DOWN, MARGIN = 112, 34, 4, 24, 46, 12


def source() -> Path:
    """Return the folder of the library's code."""
    return Path(str(resources.files("ruspolnews")))


def rooms(src: Path) -> list[str]:
    """Return the modules and packages that lie right in `src`."""
    found = {path.stem for path in src.glob("*.py")} | {path.parent.name for path in src.glob("*/__init__.py")}
    return sorted(found - LEFT_OUT)


def imports(src: Path) -> Edges:
    """Return which rooms each room imports when it is itself imported; what a function imports later is left out."""
    known = rooms(src)
    edges: Edges = {room: set() for room in known}
    for room in known:
        for path in [src / f"{room}.py"] if (src / f"{room}.py").is_file() else sorted((src / room).rglob("*.py")):
            for name in _imported(path):
                parts = name.split(".")
                if parts[0] == "ruspolnews":
                    there = parts[1] if len(parts) > 1 else "parser"  # `ruspolnews` itself hands on what parser does
                    if there in edges and there != room:
                        edges[room].add(there)
    return edges


def _imported(path: Path) -> set[str]:
    found = set()
    for node in _at_import(ast.parse(path.read_text("utf-8")).body):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def _at_import(body: list[ast.stmt]) -> list[ast.stmt]:
    """Return the statements that run at import, those under `try` and `if` too."""
    found: list[ast.stmt] = []
    for node in body:
        found.append(node)
        if isinstance(node, ast.Try):
            found += _at_import([*node.body, *node.orelse, *(s for handler in node.handlers for s in handler.body)])
        elif isinstance(node, ast.If):
            found += _at_import([*node.body, *node.orelse])
    return found


def layers(edges: Mapping[str, Set[str]]) -> list[list[str]]:
    """Return the rooms from the ground up: each stands above all that it imports.

    Raises:
        ValueError: rooms import each other in a circle.
    """
    level: dict[str, int] = {}
    left = set(edges)
    while left:
        ready = {room for room in left if not edges[room] & left}
        if not ready:
            raise ValueError(f"these import each other in a circle: {sorted(left)}")
        for room in ready:
            level[room] = 1 + max((level[other] for other in edges[room]), default=-1)
        left -= ready
    return [sorted(room for room in edges if level[room] == n) for n in range(max(level.values(), default=-1) + 1)]


def direct(edges: Mapping[str, Set[str]]) -> Edges:
    """Return the imports without those that a longer way shows already."""
    reach: dict[str, set[str]] = {}
    for layer in layers(edges):
        for room in layer:
            reach[room] = set(edges[room]).union(*(reach[other] for other in edges[room]))
    return {
        room: {other for other in others if not any(other in reach[third] for third in others)}
        for room, others in edges.items()
    }


def _floors(edges: Mapping[str, Set[str]]) -> list[list[str]]:
    """Return the rooms from the roof down, each right below the lowest room that imports it."""
    depth: dict[str, int] = {}
    for layer in reversed(layers(edges)):
        for room in layer:
            depth[room] = 1 + max((depth[above] for above, others in edges.items() if room in others), default=-1)
    return [sorted(room for room in edges if depth[room] == n) for n in range(1 + max(depth.values()))]


def _threaded(floors: list[list[str]], edges: Mapping[str, Set[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """Return the floors with a gap on each that an arrow crosses, and every arrow as its stops from above."""
    floor_of = {room: n for n, floor in enumerate(floors) for room in floor}
    crossed = [list(floor) for floor in floors]
    arrows = []
    for room, others in sorted(edges.items()):
        for other in sorted(others):
            gaps = []
            for n in range(floor_of[room] + 1, floor_of[other]):
                gaps.append(f"{room}>{other}>{n}")
                crossed[n].append(gaps[-1])
            arrows.append([room, *gaps, other])
    return crossed, arrows


def _straightened(floors: list[list[str]], arrows: list[list[str]]) -> list[list[str]]:
    """Return the floors in the order that crosses the fewest arrows, of those that moving to the middle gives."""
    joined: Edges = {stop: set() for floor in floors for stop in floor}
    for stops in arrows:
        for above, below in pairwise(stops):
            joined[above].add(below)
            joined[below].add(above)
    best = [list(floor) for floor in floors]
    for turn in range(24):
        floor_of = {stop: n for n, floor in enumerate(floors) for stop in floor}
        for n in range(len(floors)) if turn % 2 == 0 else reversed(range(len(floors))):
            beside = n - 1 if turn % 2 == 0 else n + 1
            place = {stop: (m + 0.5) / len(floor) for floor in floors for m, stop in enumerate(floor)}
            centres = {}
            for stop in floors[n]:
                near = [place[other] for other in joined[stop] if floor_of[other] == beside]
                centres[stop] = sum(near) / len(near) if near else place[stop]
            floors[n].sort(key=lambda stop, centres=centres: (centres[stop], stop))  # type: ignore[misc]
        if _crossings(floors, arrows) < _crossings(best, arrows):
            best = [list(floor) for floor in floors]
    return best


def _crossings(floors: list[list[str]], arrows: list[list[str]]) -> int:
    place = {stop: (n, m) for n, floor in enumerate(floors) for m, stop in enumerate(floor)}
    steps = [(*place[above], place[below][1]) for stops in arrows for above, below in pairwise(stops)]
    return sum(a[0] == b[0] and (a[1] - b[1]) * (a[2] - b[2]) < 0 for a, b in combinations(steps, 2))


def draw(edges: Mapping[str, Set[str]]) -> str:
    """Return the picture as SVG: an arrow goes from a room down to one that it imports."""
    house = {room: set(others) - EVERYWHERE for room, others in edges.items() if room not in EVERYWHERE}
    floors, arrows = _threaded(_floors(house), direct(house))
    floors = _straightened(floors, arrows)
    widths = [sum((GAP if ">" in stop else WIDTH) + ACROSS for stop in floor) - ACROSS for floor in floors]
    width = max(widths) + 2 * MARGIN
    ground = MARGIN + len(floors) * (HEIGHT + DOWN)
    corner: dict[str, tuple[float, float]] = {}
    for n, floor in enumerate(floors):
        x = (width - widths[n]) / 2
        for stop in floor:
            corner[stop] = (x, MARGIN + n * (HEIGHT + DOWN))
            x += (GAP if ">" in stop else WIDTH) + ACROSS
    words = "; ".join(f"{room} imports {', '.join(sorted(others))}" for room, others in sorted(house.items()) if others)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {ground + HEIGHT + MARGIN}" role="img" '
        f'style="width:100%;max-width:{width}px;height:auto" font-family="sans-serif" font-size="13">',
        f"<title>The rooms of the library</title><desc>{escape(words)}</desc>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#7a869a"/></marker></defs>',
        *(_arrow([corner[stop] for stop in stops]) for stops in arrows),
        *(_box(room, *corner[room], WIDTH) for room in sorted(house)),
        _box(" · ".join(sorted(EVERYWHERE)) + ": most rooms stand on these", MARGIN, ground, width - 2 * MARGIN),
        "</svg>",
    ]
    return "\n".join(parts)


def _arrow(corners: list[tuple[float, float]]) -> str:
    """Return a line from the first room to the last, straight down through the gaps between."""
    (x, y), *gaps, (end_x, end_y) = corners
    x, y, end_x = x + WIDTH / 2, y + HEIGHT, end_x + WIDTH / 2
    path = f"M{x:.0f} {y:.0f}"
    for gap_x, gap_y in gaps:
        path += f"{_curve(x, y, gap_x + GAP / 2, gap_y)}V{gap_y + HEIGHT:.0f}"
        x, y = gap_x + GAP / 2, gap_y + HEIGHT
    path += _curve(x, y, end_x, end_y)
    return f'<path d="{path}" fill="none" stroke="#7a869a" stroke-width="1.3" marker-end="url(#tip)"/>'


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    bend = (y2 - y1) * 0.55
    return f"C{x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2:.0f}"


def _box(name: str, x: float, y: float, width: float) -> str:
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{HEIGHT}" rx="6" fill="#eef2f8" stroke="#4a5a78"/>'
        f'<text x="{x + width / 2:.0f}" y="{y + HEIGHT / 2 + 4.5:.0f}" text-anchor="middle" fill="#1c2638">'
        f"{escape(name)}</text>"
    )


class Rooms(SphinxDirective):
    """Draws the rooms and their imports."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(__file__)
        src = source()
        for path in src.rglob("*.py"):
            self.env.note_dependency(str(path))
        return [nodes.raw("", f'<figure class="rooms">{draw(imports(src))}</figure>', format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("rooms", Rooms)
    return {"parallel_read_safe": True}
