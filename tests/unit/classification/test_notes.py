"""Order 62 art. 3 para. 2: tyres, axle sums, licence mass, and vehicles that meet GB 1589."""

import pytest

from tests.unit.classification.cases import decide, finding, transport


@pytest.mark.parametrize(
    ("single", "wide", "limit"),
    [(0, 0, 49_000), (1, 0, 46_000), (3, 0, 40_000), (3, 3, 49_000), (3, 1, 43_000), (0, 3, 49_000)],
)
def test_single_tyres_lower_the_limit_unless_wide(single: int, wide: int, limit: int) -> None:
    facts = transport(gross=limit + 1, single_tyre_axles=single, wide_tyre_axles=wide)
    assert finding(decide(facts), "art3.mass") == (limit + 1, limit, False)
    exact = transport(gross=limit, single_tyre_axles=single, wide_tyre_axles=wide)
    assert decide(exact).outcome == "no_permit_needed"


def test_a_limit_never_falls_below_zero() -> None:
    bare = decide(transport(single_tyre_axles=40))
    assert finding(bare, "art3.mass") == (49_000, 0, False)
    assert finding(bare, "art3.axle_permits") == (49_000, 0, False)


def test_the_axle_sum_is_advice_and_changes_no_class() -> None:
    fits = transport(loads=[7000, 9000, 9000, 8000, 8000, 8000], axle_spacings_mm=[3300, 1350, 7000, 1310, 1310])
    assert finding(decide(fits), "art3.axle_permits") == (49_000, 49_000, True)
    tight = transport(loads=[7000, 9000, 9000, 8000, 8000, 8000], axle_spacings_mm=[3300, 1350, 7000, 990, 990])
    decision = decide(tight)
    assert finding(decision, "art3.axle_permits") == (49_000, 7000 + 18_000 + 21_000, False)
    assert decision.outcome == "no_permit_needed"


@pytest.mark.parametrize(
    ("spacings", "air", "permitted"),
    [
        ([3300, 1200, 7000, 1400, 1400], False, 7000 + 16_000 + 24_000),
        # The trailer's first axle close behind makes no group with the tractor's.
        ([3300, 1200, 1300, 1400, 1400], False, 7000 + 16_000 + 24_000),
        ([3300, 1350, 7000, 1400, 1400], True, 7000 + 19_000 + 24_000),
        ([3300, 2000, 7000, 1401, 1400], False, 7000 + 2 * 11_500 + 18_000 + 10_000),
        ([3300, 1350, 7000, 1800, 1800], False, 7000 + 18_000 + 3 * 10_000),
        ([3300, 999, 7000, 1000, 3000], False, 7000 + 11_500 + 16_000 + 10_000),
    ],
)
def test_groups_of_axles(spacings: list[int], air: bool, permitted: int) -> None:
    facts = transport(axle_spacings_mm=spacings, air_suspension=air)
    assert finding(decide(facts), "art3.axle_permits")[1] == permitted


def test_the_licence_mass_limits_a_low_speed_truck() -> None:
    def low_speed(gross: int, licence: int | None) -> object:
        return decide(
            transport(
                kind="rigid",
                tractor_axles=2,
                gross=gross,
                length=6000,
                body="low_speed",
                licence_gross_mass_kg=licence,
            )
        )

    assert low_speed(4500, 4500).outcome == "no_permit_needed"  # type: ignore[attr-defined]
    assert low_speed(4501, 4500).class_ == "II"  # type: ignore[attr-defined]
    # A licence mass nobody could have does not free a truck from the limit of its axles.
    assert low_speed(18_001, 60_000).class_ == "II"  # type: ignore[attr-defined]
    assert finding(low_speed(4500, None), "art3.licence_mass_known") == (None, None, False)  # type: ignore[arg-type]


def test_a_two_axle_truck_above_its_licence_mass_is_warned() -> None:
    facts = transport(kind="rigid", tractor_axles=2, gross=17_000, length=9000, licence_gross_mass_kg=16_000)
    decision = decide(facts)
    assert finding(decision, "gb1589.licence_mass") == (17_000, 16_000, False)
    assert decision.outcome == "no_permit_needed"


@pytest.mark.parametrize(
    ("changes", "exempt"),
    [
        ({"body": "refrigerated", "width": 2600}, True),
        ({"body": "refrigerated", "width": 2601}, False),
        ({"body": "general", "width": 2600}, False),
        ({"body": "drawbar", "length": 20_000}, True),
        ({"body": "drawbar", "length": 20_001}, False),
        ({"body": "centre_axle", "length": 22_000}, True),
        ({"body": "centre_axle", "length": 22_001}, False),
        ({"body": "centre_axle", "length": 22_000, "height": 4001}, False),  # meets GB 1589 as a whole or not at all
        ({"body": "drawbar", "length": 20_000, "gross": 49_001}, False),
    ],
)
def test_vehicles_that_meet_gb1589_are_not_oversize(changes: dict[str, object], exempt: bool) -> None:
    decision = decide(transport(**changes))  # type: ignore[arg-type]
    assert decision.oversize is not exempt


@pytest.mark.parametrize(("body", "exempt"), [("refrigerated", True), ("special_work", False), ("general", False)])
def test_a_rigid_truck_is_exempt_for_its_body_alone(body: str, exempt: bool) -> None:
    facts = transport(kind="rigid", tractor_axles=2, gross=10_000, length=12_000, width=2600, body=body)
    assert decide(facts).oversize is not exempt


@pytest.mark.parametrize("changes", [{"air_suspension": True}, {"body": "special_work"}, {"body": "general"}])
def test_what_gb1589_gives_nothing_is_not_compared_with_it(changes: dict[str, object]) -> None:
    truck = transport(kind="rigid", tractor_axles=2, gross=10_000, height=4200, length=12_000, **changes)  # type: ignore[arg-type]
    train = transport(gross=49_000, height=4200, **changes)  # type: ignore[arg-type]
    for facts in (truck, train):
        assert not [rule.id for rule, *_ in decide(facts).findings if rule.id.startswith("gb1589.")]


@pytest.mark.parametrize(
    ("axles", "gross", "exempt"),
    [(3, 26_000, True), (3, 26_001, False), (4, 32_000, True), (4, 32_001, False), (2, 18_001, False)],
)
def test_air_suspension_gives_three_and_four_axle_trucks_a_tonne(axles: int, gross: int, exempt: bool) -> None:
    facts = transport(kind="rigid", tractor_axles=axles, gross=gross, length=12_000, air_suspension=True)
    assert decide(facts).oversize is not exempt
    assert decide(facts.model_copy(update={"loaded": facts.loaded.model_copy(update={"length_mm": 12_001})})).oversize


@pytest.mark.parametrize(
    ("spacing", "single", "gross", "exempt"),
    [(1800, 0, 37_000, True), (1800, 0, 37_001, False), (1799, 0, 36_001, False), (1800, 1, 36_001, False)],
)
def test_four_axle_air_train(spacing: int, single: int, gross: int, exempt: bool) -> None:
    facts = transport(
        tractor_axles=2,
        trailer_axles=2,
        gross=gross,
        length=17_000,
        air_suspension=True,
        single_tyre_axles=single,
        axle_spacings_mm=[3300, 7000, spacing],
    )
    assert decide(facts).oversize is not exempt
