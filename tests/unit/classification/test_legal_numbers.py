"""No figure of the law stands in code: not in the engine, nor in any other service or in the shared library.

Looked for are the figures of the shipped rule sets that are unlikely to mean anything else, and every length of a limit
whatever it is. A bound of a field's form (`ge=`, `le=` ...) is physics, not law; made-up samples are data.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.classification.rules.law import LEFT_OUT
from services.classification.rules.loading import RULE_SETS, read_source
from services.classification.rules.words import leaves

TELLING = 1000
"""Figures up to this mean too many other things: thousandths, statuses, counts."""
BOUNDS = frozenset({"ge", "gt", "le", "lt", "max_length", "min_length"})
SAMPLES = ("sample_", "demo")
OTHER_MEANINGS = {
    ("services/route_advisory/checks/stretches.py", 12_000): "metres within which structures are told together",
    ("shared/platform/embedded/backup.py", 30_000): "milliseconds a backup waits for locks",
    ("shared/platform/limits.py", 10_000): "addresses a limit remembers",
    ("shared/platform/seal.py", 5000): "audit events read at once",
    ("shared/platform/settings.py", 8000): "the port",
}


def _figures() -> set[int]:
    found: set[int] = set()
    for path in RULE_SETS.glob("*.toml"):
        for leaf in leaves(read_source(path.stem)):
            if leaf.path[0] not in LEFT_OUT and not isinstance(leaf.value, bool):
                found |= {int(part) for part in str(leaf.value).split(",") if part.isdigit()}
    return {figure for figure in found if figure > TELLING}


FIGURES = _figures()
CODE = [
    path
    for root in ("services", "shared")
    for path in sorted(Path(root).rglob("*.py"))
    if "testing" not in path.parts and not path.name.startswith(SAMPLES)
]


def _numbers(tree: ast.AST) -> Iterator[ast.Constant]:
    """Numbers of the code, bounds of fields left out."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.keyword) and node.arg in BOUNDS:
            continue
        if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
            yield node
        yield from _numbers(node)


def test_the_figures_looked_for_are_those_of_the_law() -> None:
    assert {2550, 4000, 4200, 4500, 13_000, 18_000, 18_100, 28_000, 49_000, 100_000} <= FIGURES


def test_a_figure_in_code_would_be_found() -> None:
    code = "LIMIT = 4200\nx: int = Field(le=4200)\nif height > 4.2e3: pass\n"
    assert [number.lineno for number in _numbers(ast.parse(code)) if number.value in FIGURES] == [1, 3]


@pytest.mark.parametrize("root", ["services", "shared"])
def test_no_figure_of_the_law_stands_in_code(root: str) -> None:
    found = [
        f"{path}:{number.lineno}: {number.value}"
        for path in CODE
        if path.parts[0] == root
        for number in _numbers(ast.parse(path.read_text(encoding="utf-8")))
        if number.value in FIGURES and (path.as_posix(), number.value) not in OTHER_MEANINGS
    ]
    assert found == [], "read it from the rule set; if it means something else, say so in OTHER_MEANINGS"


def test_no_exception_is_left_over() -> None:
    for (path, figure), meaning in OTHER_MEANINGS.items():
        assert meaning
        if Path(path).exists():  # another service's file may move
            tree = ast.parse(Path(path).read_text(encoding="utf-8"))
            assert figure in {number.value for number in _numbers(tree)}, f"{path} has no {figure} any more"


LIMITS = frozenset({"working_days", "office_hours", "statutory_days", "promised_days", "months"})


def _limits(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Lengths of limits that are written out: given by name, or counted in working days."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in LIMITS:
            given = [node.value]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("add_working_days"):
            given = node.args[1:]
        else:
            continue
        yield from (
            (one.lineno, one.value) for one in given if isinstance(one, ast.Constant) and type(one.value) is int
        )


def test_a_limit_written_out_would_be_found() -> None:
    code = "due(x, working_days=5)\ncalendar.add_working_days(day, 3)\nBounds(months=bounds.months)\n"
    assert sorted(_limits(ast.parse(code))) == [(1, 5), (2, 3)]


def test_no_length_of_a_limit_stands_in_code() -> None:
    found = [f"{path}:{line}: {days}" for path in CODE for line, days in _limits(ast.parse(path.read_text("utf-8")))]
    assert found == [], "read it from the rule set, or from the service's table of limits"
