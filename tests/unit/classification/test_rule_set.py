"""Rule sets as data: merging, checks of a file, delegation, and that no legal number stands in the code."""

import ast
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from services.classification.rules import art3
from services.classification.rules.evaluate import assess
from services.classification.rules.explain import SHOWN_DECIMALS
from services.classification.rules.loading import (
    RULE_SETS,
    RuleSetError,
    compile_rules,
    load_rules,
    merged,
    read_source,
)
from services.classification.rules.source import RuleSetSource
from tests.unit.classification.cases import BAOTOU, CALENDAR, RULES, known, transport

CODE = sorted(Path(art3.__file__).parent.glob("*.py"))
NAMED = {art3.PAIR, art3.TRIPLE, SHOWN_DECIMALS}


@pytest.mark.parametrize("path", CODE, ids=[path.stem for path in CODE])
def test_no_legal_number_stands_in_the_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {
        id(constant)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in {"(PAIR, TRIPLE)", "SHOWN_DECIMALS"}
        for constant in ast.walk(node)
    }
    # Forms of identifiers (length of an id, of a version) are no law.
    named |= {
        id(constant)
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in {"max_length", "min_length"}
        for constant in ast.walk(node)
    }
    numbers = {
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and node.value not in {0, 1}
        and id(node) not in named
    }
    assert not numbers
    assert {2, 3} == NAMED


def test_every_rule_names_its_clause_and_both_languages() -> None:
    for rule in RULES.rules.values():
        assert rule.clause
        assert all((*rule.passed, *rule.failed))
    for name, row in RULES.source.lanes.rules.items():
        assert row.clause, name
        assert row.passed.zh != row.failed.zh, name
        assert row.passed.en != row.failed.en, name


def test_an_overlay_merges_by_key() -> None:
    base = {"a": {"x": 1, "y": [1, 2]}, "b": 1}
    assert merged(base, {"a": {"y": [3]}, "c": 2}) == {"a": {"x": 1, "y": [3]}, "b": 1, "c": 2}
    assert base == {"a": {"x": 1, "y": [1, 2]}, "b": 1}


def test_the_ordos_set_keeps_the_national_figures_and_adds_who_decides() -> None:
    national = RuleSetSource.model_validate(read_source("national-2021"))
    ordos = RULES.source
    assert (ordos.id, ordos.inherits, ordos.competence.own) == ("ordos", "inner-mongolia", ["1506"])
    for part in ("oversize", "mass_limits", "class_bounds", "axle_gates", "statutory_days", "lanes", "escort", "rules"):
        assert getattr(ordos, part) == getattr(national, part)


def _source(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    source = read_source("ordos")
    change(source)
    return source


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.update(surprise=1),
        lambda s: s["oversize"].update(height_mm=-1),
        lambda s: s["oversize"].update(height_mm=4300),
        lambda s: s["oversize"].update(height_mm="4000"),
        lambda s: s["class_bounds"]["I"].pop("width_mm"),
        lambda s: s["promised_days"].update(I=3),
        lambda s: s["axle_gates"].pop("hydraulic"),
        lambda s: s["grades"]["width_mm"].append(5000),
        lambda s: s["grades"]["axle_load_kg"].reverse(),
        lambda s: s["competence"]["rows"].pop("one_county"),
        lambda s: s["competence"]["rows"]["one_county"].update({"until": date(2030, 1, 1)}),
        lambda s: s["competence"]["authorities"].pop("fallback"),
        lambda s: s["lanes"]["credit"].pop("II"),
        lambda s: s["lanes"].update(order=["fast", "fast", "survey"]),
        lambda s: s["rules"]["art3.height"]["passed"].update(zh="{height}"),
        lambda s: s["axle_permits"].update(group_spacing_mm=2000),
        lambda s: s["clock"]["runs"].update(hearing=s["clock"]["pauses"]["hearing"]),
        lambda s: s.update(area="1506"),
        lambda s: s["multi_trip"]["conditions"]["same_vehicle"].pop("mark"),
    ],
)
def test_an_inconsistent_set_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(ValidationError):
        RuleSetSource.model_validate(_source(change))


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        (lambda s: s["rules"].pop("art17.maximum"), "art17.maximum", "missing or unknown: art17.maximum"),
        (lambda s: s["rules"]["art3.height"].update(comparison="<"), "应以 <= 判定", "art3.height is decided by <="),
        (lambda s: s["mass_limits"].pop("train-4"), "4 轴列车没有质量限值", "for 4 axles, combination=True"),
        (lambda s: s["mass_limits"].pop("truck-3"), "3 轴货车没有质量限值", "for 3 axles, combination=False"),
        (lambda s: s["escort"]["rows"].pop("base"), "III 类没有兜底的护送行", "every load of class III"),
    ],
)
def test_a_set_the_engine_cannot_follow_is_refused(
    change: Callable[[dict[str, Any]], object], zh: str, en: str
) -> None:
    with pytest.raises(RuleSetError) as refused:
        compile_rules(RuleSetSource.model_validate(_source(change)))
    assert zh in refused.value.zh
    assert en in refused.value.en


def test_two_numbers_of_drive_axles_are_one_too_many() -> None:
    def more(source: dict[str, Any]) -> None:
        source["mass_limits"]["more"] = source["mass_limits"]["train-6-single-drive"] | {"drive_axles_max": 2}

    with pytest.raises(RuleSetError, match="one number of drive axles") as refused:
        compile_rules(RuleSetSource.model_validate(_source(more)))
    assert "驱动轴" in refused.value.zh


def test_a_truck_has_one_drive_and_no_row_of_its_own_for_it() -> None:
    row = RULES.source.mass_limits["truck-3"].model_dump() | {"drive_axles_max": 1, "limit_kg": 20_000}
    rules = compile_rules(RuleSetSource.model_validate(_source(lambda s: s["mass_limits"].update(odd=row))))
    assert rules.mass.truck == RULES.mass.truck


def _with_every_number(change: Callable[[int], object]) -> tuple[dict[str, Any], int]:
    """The set with each of its numbers changed, and how many there are."""
    count = 0

    def walk(node: object) -> object:
        nonlocal count
        if isinstance(node, dict):
            return {key: walk(value) for key, value in node.items()}
        if isinstance(node, list):
            return [walk(value) for value in node]
        if type(node) is not int:
            return node
        count += 1
        return change(node)

    whole = walk(read_source("ordos"))
    assert isinstance(whole, dict)
    return whole, count


@pytest.mark.parametrize("change", [str, float, lambda number: -1 - number], ids=["text", "decimal", "negative"])
def test_every_number_is_a_whole_one_from_zero_on(change: Callable[[int], object]) -> None:
    whole, count = _with_every_number(change)
    with pytest.raises(ValidationError) as refused:
        RuleSetSource.model_validate(whole)
    wrong = {".".join(map(str, error["loc"])) for error in refused.value.errors() if error["type"] != "rule_set"}
    assert len(wrong) == count > 150


def test_zero_is_a_number_of_most_fields_and_one_of_all() -> None:
    at_zero, _ = _with_every_number(lambda _: 0)
    with pytest.raises(ValidationError) as refused:
        RuleSetSource.model_validate(at_zero)
    wrong = {error["loc"][:1] + error["loc"][-1:] for error in refused.value.errors() if error["type"] != "rule_set"}
    assert wrong == {("statutory_days", "within"), ("statutory_days", "cross_province"), ("penalties", "step_kg")}
    at_one, _ = _with_every_number(lambda _: 1)
    assert RuleSetSource.model_validate(at_one).penalties.step_kg == 1


def test_missing_and_circular_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleSetError, match=r"no rule set file absent\.toml"):
        load_rules("absent")
    (tmp_path / "a.toml").write_text('inherits = "b"')
    (tmp_path / "b.toml").write_text('inherits = "a"')
    with pytest.raises(RuleSetError, match="circle"):
        read_source("a", tmp_path)


def test_delegation_is_a_row_with_its_dates() -> None:
    row = {
        "scope": "one_province",
        "level": "prefecture",
        "origin": "1506",
        "from": date(2027, 1, 1),
        "until": date(2027, 6, 30),
        "clause": "委托",
        "mark": "law",
    }
    rules = compile_rules(
        RuleSetSource.model_validate(_source(lambda s: s["competence"]["rows"].update(delegated=row)))
    )
    to_baotou = transport(height=4100, destination=BAOTOU)
    before = assess(to_baotou, known(), rules, CALENDAR)
    after = assess(to_baotou, known(submitted_at="2026-12-31T16:00:00Z"), rules, CALENDAR)  # the new year in Shanghai
    assert (before.competence.area, before.competence.here) == ("15", False)
    assert (after.competence.area, after.competence.here, after.outcome) == ("1506", True, "permit_required")
    ends = [known(submitted_at=f"2027-{day}T04:00:00Z") for day in ("06-30", "07-01")]
    assert [assess(to_baotou, context, rules, CALENDAR).competence.here for context in ends] == [True, False]
    back = transport(height=4100, origin=BAOTOU)
    assert not assess(back, known(submitted_at="2027-06-01T00:00:00Z"), rules, CALENDAR).competence.here


def test_an_overlay_can_promise_shorter_times_and_whitelist_credit() -> None:
    rules = compile_rules(
        RuleSetSource.model_validate(
            _source(lambda s: (s["promised_days"].update(I=1), s["lanes"]["credit"]["I"].update(yellow="instant")))
        )
    )
    decision = assess(transport(height=4100), known(credit="yellow"), rules, CALENDAR)
    assert (decision.promised_days, decision.lane) == (1, "instant")


def test_a_promise_may_be_as_long_as_the_law_allows() -> None:
    within = {class_: days.within for class_, days in RULES.source.statutory_days.items()}
    source = RuleSetSource.model_validate(_source(lambda s: s.update(promised_days=within)))
    assert source.promised_days == within


def test_every_file_is_plain_toml_and_names_itself() -> None:
    for path in RULE_SETS.glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf-8"))["id"] == path.stem
