"""What services set for themselves (deadlines, tolerances, speeds) stands in tables, each figure with its mark."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from services.classification.rules.loading import load_rules
from services.issuance.conditions import CONDITIONS
from shared.contracts.classification import Mark

TABLES = sorted(path for path in Path("services").rglob("*.toml") if "classification" not in path.parts)
"""The rule sets of classification have stricter tests of their own."""


def _unmarked(node: object, path: str, mark: object, clause: object) -> Iterator[str]:
    """Numbers of a table that rest on nothing: no mark, or called law without a clause."""
    if isinstance(node, dict):
        mark, clause = node.get("mark", mark), node.get("clause", clause)
        for key, value in node.items():
            yield from _unmarked(value, f"{path}.{key}", mark, clause)
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _unmarked(value, f"{path}[{number}]", mark, clause)
    elif type(node) in {int, float} and (mark not in get_args(Mark) or (mark == "law" and not clause)):
        yield path


@pytest.mark.parametrize("path", TABLES, ids=str)
def test_every_number_a_service_sets_has_a_mark(path: Path) -> None:
    assert list(_unmarked(tomllib.loads(path.read_text(encoding="utf-8")), path.name, None, None)) == []


def test_what_two_services_need_of_the_law_is_the_same_in_both() -> None:
    assert CONDITIONS.longest_validity.months == load_rules("ordos").source.multi_trip.max_months["green"]
