"""Open items: every code has its texts, pointers name the field, and only what is odd is odd."""

from typing import get_args

import pytest
from hypothesis import given

from services.intake.applications.open_items import item, oddities, paper_items, shown
from shared.contracts.facts import TransportFacts
from shared.contracts.issuance import NotDecided
from shared.contracts.registry import CarrierStanding, PaperGap, PaperKind
from shared.testing.stack import sample
from shared.testing.strategies import transport_facts
from tests.unit.intake.standings import STANDING

FAULTS = ("missing", "expired", "unverified", "unknown_plate")


def standing(*gaps: PaperGap) -> CarrierStanding:
    return STANDING.model_copy(update={"gaps": list(gaps)})


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", get_args(PaperKind))
def test_every_gap_has_its_texts(kind: str, fault: str) -> None:
    gap = PaperGap.model_validate({"subject": "某公司", "kind": kind, "fault": fault})
    told = shown(paper_items(standing(gap), []))[0]
    assert "某公司" in told.zh
    assert "{" not in told.zh + told.en
    assert not told.zh.endswith((":", "缺少"))


@pytest.mark.parametrize("reason", [*get_args(NotDecided), "route_blocked"])
def test_every_reason_for_a_person_has_its_texts(reason: str) -> None:
    told = shown([item("person_decides", what=reason)])[0]
    assert not told.zh.endswith(":")
    assert not told.en.endswith(":")


def test_a_plate_is_pointed_at() -> None:
    sets = [TransportFacts.model_validate(sample(name)) for name in ("class1_generator_set", "class2_excavator")]
    gap = PaperGap(subject="蒙K23456超", kind="vehicle_licence", fault="expired")
    assert paper_items(standing(gap), sets)[0]["pointer"] == "/further_sets/0/vehicle_set/trailer/plate"


@pytest.mark.parametrize(
    "name",
    ["class1_generator_set", "class2_excavator", "class3_launching_girder", "class3_transformer", "class3_wind_blade"],
)
def test_the_samples_are_not_odd(name: str) -> None:
    assert oddities([TransportFacts.model_validate(sample(name))]) == []


@given(facts=transport_facts())
def test_wheelbase_longer_than_the_set_is_odd_and_nothing_else_is(facts: TransportFacts) -> None:
    codes = {one["code"] for one in oddities([facts])}
    assert ("wheelbase_odd" in codes) == (sum(facts.vehicle_set.axle_spacings_mm) > facts.loaded.length_mm)


@pytest.mark.parametrize(("tyres", "odd"), [(11, True), (12, False), (21, True), (22, False), (24, False), (26, True)])
def test_tyres_fit_the_axles(tyres: int, odd: bool) -> None:
    body = sample("class1_generator_set")
    vehicles = {**body["vehicle_set"], "tyres": tyres}  # type: ignore[dict-item]
    facts = TransportFacts.model_validate({**body, "vehicle_set": vehicles})
    assert bool(oddities([facts])) == odd
