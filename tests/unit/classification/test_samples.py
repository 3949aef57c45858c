"""The demo applications and loads that really travelled: what the system must answer to them."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.classification.rules.explain import full_assessment
from tests.unit.classification.cases import CALENDAR, PREVIEW, RULES, SAMPLES, decide, finding, sample, transport

REAL_LOADS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "real_loads.json").read_text(encoding="utf-8")
)
MEASURES = {
    "height>4.5": "class2.height",
    "width>3.75": "class2.width",
    "length>28": "class2.length",
    "mass>100t": "class2.mass",
}


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.json")))
def test_demo_application_answers_as_expected(name: str) -> None:
    facts, expect = sample(name)
    assessment = full_assessment(facts, PREVIEW, RULES, CALENDAR)
    answered = {"class": assessment.class_, "lane": assessment.lane, "outcome": assessment.outcome}
    assert {key: answered[key] for key in expect if key != "note"} == {k: v for k, v in expect.items() if k != "note"}


def test_there_are_eight_demo_applications() -> None:
    assert len(list(SAMPLES.glob("*.json"))) == 8


def test_divisible_sample_names_its_ground_and_its_class() -> None:
    facts, _ = sample("not_accepted_divisible")
    decision = decide(facts)
    assert finding(decision, "art11.divisible") == (True, False, False)
    assert (decision.class_, decision.lane) == ("II", None)


def _facts(load: dict[str, Any]) -> Any:
    """The load on enough axles or lines; what the source does not give stays within every bound."""
    mass = load["gross_mass_kg"] or 40_000
    size: dict[str, Any] = {
        "height": round((load["height_m"] or 4) * 1000),
        "width": round((load["width_m"] or 2.55) * 1000),
        "length": round((load["length_m"] or 18.1) * 1000),
    }
    if mass <= 100_000:
        return transport(**size, gross=mass, trailer_axles=max(3, -(-mass // 9000) - 3))
    on_lines = mass - 24_000
    lines = -(-on_lines // 16_000)
    each = [on_lines // lines + (index < on_lines % lines) for index in range(lines)]
    return transport(**size, kind="hydraulic", lines=each)


@pytest.mark.parametrize("load", REAL_LOADS, ids=[load["description"][:40] for load in REAL_LOADS])
def test_real_load_has_its_class_for_its_reasons(load: dict[str, Any]) -> None:
    decision = decide(_facts(load))
    assert decision.class_ == load["expected_class"]
    beyond = {rule.id for rule, _, _, passed in decision.findings if rule.id.startswith("class2.") and not passed}
    assert beyond == {MEASURES[reason] for reason in load["class_reasons"]}


def test_the_stator_on_34_lines_passes_only_because_tractors_carry_their_own_mass() -> None:
    all_on_lines = [667_700 // 34 + (index < 667_700 % 34) for index in range(34)]
    assert decide(transport(kind="hydraulic", lines=all_on_lines)).outcome == "refusable"
    tractors, lines = [9_300] * 6, [(667_700 - 6 * 9_300) // 34 + 1] * 34
    facts = transport(kind="hydraulic", tractor_axles=6, loads=tractors + lines, lines=lines)
    assert decide(facts).outcome == "permit_required"
