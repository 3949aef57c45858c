"""The boundary vectors of Order 62: every bound from both sides."""

import pytest

from tests.unit.classification.cases import decide, finding, transport

CLASS_VECTORS = [
    pytest.param(4000, 2550, 18100, 49_000, None, id="1-at-every-limit"),
    pytest.param(4010, 2550, 18100, 49_000, "I", id="2-height"),
    pytest.param(4200, 3000, 20000, 49_000, "I", id="3-class-I-bounds"),
    pytest.param(4210, 3000, 20000, 49_000, "II", id="4-height"),
    pytest.param(4200, 3010, 20000, 49_000, "II", id="5-width"),
    pytest.param(4200, 3000, 20010, 49_000, "II", id="6-length"),
    pytest.param(4000, 2550, 18100, 49_001, "II", id="7-mass-alone"),
    pytest.param(4201, 3000, 20000, 49_000, "II", id="4-by-one-mm"),
    pytest.param(4200, 3001, 20000, 49_000, "II", id="5-by-one-mm"),
    pytest.param(4200, 3000, 20001, 49_000, "II", id="6-by-one-mm"),
    pytest.param(4001, 2550, 18100, 49_000, "I", id="2-by-one-mm"),
    pytest.param(4000, 2551, 18100, 49_000, "I", id="width-by-one-mm"),
    pytest.param(4000, 2550, 18101, 49_000, "I", id="length-by-one-mm"),
]


@pytest.mark.parametrize(("height", "width", "length", "gross", "expected"), CLASS_VECTORS)
def test_class_bounds(height: int, width: int, length: int, gross: int, expected: str | None) -> None:
    decision = decide(transport(height=height, width=width, length=length, gross=gross))
    assert decision.class_ == expected
    assert decision.outcome == ("no_permit_needed" if expected is None else "permit_required")
    assert decision.oversize is (expected is not None)


@pytest.mark.parametrize(
    ("height", "width", "length", "gross"),
    [
        pytest.param(4500, 3750, 28000, 100_000, id="8"),
        pytest.param(4510, 3750, 28000, 100_000, id="9"),
        pytest.param(4500, 3760, 28000, 100_000, id="10"),
        pytest.param(4500, 3750, 28010, 100_000, id="11"),
        pytest.param(4500, 3750, 28000, 100_001, id="12"),
    ],
)
def test_class_three_asks_for_outline_escort_plan_and_police(height: int, width: int, length: int, gross: int) -> None:
    axles = 7 if gross == 100_000 else 8
    decision = decide(transport(height=height, width=width, length=length, gross=gross, trailer_axles=axles))
    third = (height, width, length, gross) != (4500, 3750, 28000, 100_000)
    codes = {material.code for material in decision.materials}
    assert decision.outcome == "permit_required"
    assert decision.class_ == ("III" if third else "II")
    assert ({"outline_drawing", "escort_plan"} <= codes) is third
    assert not third or decision.escort.police_consultation
    assert decision.escort.required is third
    assert decision.lane == ("survey" if third else "fast")


def test_vector_13_single_drive_axle() -> None:
    over = decide(transport(length=17000, gross=46_001, drive_axles=1))
    assert (over.class_, finding(over, "art3.mass")) == ("II", (46_001, 46_000, False))
    assert decide(transport(length=17000, gross=46_000, drive_axles=1)).outcome == "no_permit_needed"


@pytest.mark.parametrize(("height", "gross_class"), [(4100, "I"), (4300, "II"), (4600, "III")])
def test_vector_14_axle_above_13_t_is_refusable_in_every_class(height: int, gross_class: str) -> None:
    loads = [5000, 7000, 7000, 13_001, 8000, 8000]
    decision = decide(transport(height=height, loads=loads))
    assert (decision.outcome, decision.class_) == ("refusable", gross_class)
    assert decision.lane in {"fast", "survey"}  # a ground to refuse is for people, never for the instant lane
    assert finding(decision, "art17.maximum") == (13_001, 13_000, False)
    assert decide(transport(height=height, loads=[5000, 7000, 7000, 13_000, 8000, 8000])).outcome == "permit_required"


def test_vector_15_hydraulic_average_at_18_t_is_allowed() -> None:
    decision = decide(transport(kind="hydraulic", lines=[18_000] * 34))
    assert (decision.outcome, decision.class_) == ("permit_required", "III")
    assert finding(decision, "art17.average") == (18_000, 18_000, True)


def test_vector_16_one_kilogram_more_on_the_lines_is_refusable() -> None:
    decision = decide(transport(kind="hydraulic", lines=[18_001] + [18_000] * 33))
    assert decision.outcome == "refusable"
    value, limit, passed = finding(decision, "art17.average")
    assert not passed
    assert isinstance(value, float)
    assert value > 18_000 == limit


def test_hydraulic_tractors_do_not_count_in_the_average_of_the_lines() -> None:
    heavy_tractor = decide(transport(kind="hydraulic", lines=[18_000] * 4, loads=[21_000] * 3 + [18_000] * 4))
    assert heavy_tractor.outcome == "permit_required"
    assert decide(transport(kind="hydraulic", lines=[20_001, 15_000, 15_000])).outcome == "refusable"
    assert decide(transport(kind="hydraulic", lines=[20_000, 15_000, 15_000])).outcome == "permit_required"


def test_flatbed_average_over_all_axles() -> None:
    assert decide(transport(height=4300, gross=60_000)).outcome == "permit_required"
    assert decide(transport(height=4300, gross=60_001)).outcome == "refusable"


@pytest.mark.parametrize(
    ("kind", "tractor", "trailer", "limit"),
    [
        ("rigid", 2, 0, 18_000),
        ("rigid", 3, 0, 25_000),
        ("rigid", 4, 0, 31_000),
        ("rigid", 5, 0, 31_000),
        ("rigid", 6, 0, 31_000),
        ("flatbed", 2, 1, 27_000),
        ("flatbed", 2, 2, 36_000),
        ("flatbed", 3, 2, 43_000),
        ("flatbed", 3, 3, 49_000),
        ("flatbed", 3, 9, 49_000),
        ("flatbed", 1, 1, 18_000),
        ("rigid", 1, 0, 11_500),
    ],
)
def test_mass_limit_by_axles(kind: str, tractor: int, trailer: int, limit: int) -> None:
    def at(gross: int) -> object:
        facts = transport(
            kind=kind,  # type: ignore[arg-type]
            tractor_axles=tractor,
            trailer_axles=trailer,
            drive_axles=2 if tractor > 1 else 1,
            gross=gross,
            length=12_000,
        )
        return decide(facts)

    below, above = at(limit), at(limit + 1)
    assert finding(below, "art3.mass") == (limit, limit, True)  # type: ignore[arg-type]
    assert finding(above, "art3.mass") == (limit + 1, limit, False)  # type: ignore[arg-type]


def test_a_rigid_truck_of_five_axles_says_that_its_limit_is_assumed() -> None:
    decision = decide(transport(kind="rigid", tractor_axles=5, gross=31_001, length=12_000))
    (mark,) = (rule.mark for rule, *_ in decision.findings if rule.id == "art3.mass")
    assert (mark, decision.class_) == ("assumed", "II")
