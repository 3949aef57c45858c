"""Route checks over HTTP: the samples, what a permit prints, closures, wrong input."""

from itertools import pairwise

import pytest

from shared.contracts.route_advisory import RouteCheck
from shared.testing.stack import Json, Stack, errors_at, sample
from tests.service.route_advisory.roads import BASE, checked, closing, facts_of_their_own, lifted, published, segments


async def test_a_class_one_load_has_a_clear_way_to_azhen(stack: Stack) -> None:
    found = RouteCheck.model_validate(await checked(stack, stack.facts("class1_generator_set")))
    assert found.verdict == "clear"
    assert not found.needs_survey
    assert found.sample_data
    assert found.blocked_by == []


async def test_the_excavator_passes_without_a_survey(stack: Stack) -> None:
    found = RouteCheck.model_validate(await checked(stack, stack.facts("class2_excavator")))
    assert found.verdict in {"clear", "conditions"}
    assert not found.needs_survey


@pytest.mark.parametrize("name", ["class3_launching_girder", "class3_transformer", "class3_wind_blade"])
async def test_a_class_three_load_finds_a_way(stack: Stack, name: str) -> None:
    assert (await checked(stack, stack.facts(name)))["verdict"] in {"clear", "conditions"}


async def test_roads_are_the_segments_drawn_together(stack: Stack) -> None:
    found = RouteCheck.model_validate(await checked(stack, stack.facts("class2_excavator")))
    assert sum(stretch.length_m for stretch in found.roads) == found.length_m
    names = [stretch.road for stretch in found.roads]
    assert all(a != b for a, b in pairwise(names))
    assert set(names) == {segment.road for segment in found.segments}
    for before, after in pairwise(found.roads):
        assert before.to_place == after.from_place
    assert found.roads[0].from_place == "东胜区"
    assert found.roads[-1].to_place == "准格尔旗"
    assert all((stretch.from_stake is None) == (stretch.road == "") for stretch in found.roads)


async def test_a_closure_is_gone_round_and_closing_all_ways_blocks_naming_the_notices(stack: Stack) -> None:
    facts = facts_of_their_own("class1_generator_set")
    first = await checked(stack, facts)
    notices: dict[str, Json] = {}
    async with stack.client("officer") as officer:
        found, closed = first, set[int]()
        while found["verdict"] != "blocked":
            fresh = [key for key in dict.fromkeys(segments(found)) if key not in closed]
            assert fresh, "a closed segment was driven"
            notice = await published(officer, closing(facts, fresh))
            notices[str(notice["id"])] = notice
            closed |= set(fresh)
            found = await checked(stack, facts)
            if found["verdict"] != "blocked":
                assert closed.isdisjoint(segments(found)), "the next check leads over a closure"
        assert len(notices) > 1, "a detour was found before the way was blocked"
        obstacles = found["blocked_by"]
        assert isinstance(obstacles, list)
        closures = [obstacle["restriction_id"] for obstacle in obstacles if obstacle["kind"] == "closure"]
        assert closures
        assert set(closures) <= set(notices)
        for notice in notices.values():
            await lifted(officer, notice)
    after = await checked(stack, facts)
    assert segments(after) == segments(first)


async def test_avoided_segments_are_not_driven(stack: Stack) -> None:
    facts = stack.facts("class1_generator_set")
    middle = segments(await checked(stack, facts))[4]
    assert middle not in segments(await checked(stack, facts, avoid=[middle]))


async def test_an_unknown_segment_to_avoid_is_named(stack: Stack) -> None:
    facts = stack.facts("class1_generator_set")
    known = segments(await checked(stack, facts))[0]
    async with stack.client("carrier") as carrier:
        answer = await carrier.post(f"{BASE}/route-checks", json={"facts": facts, "avoid": [known, 7]})
    assert answer.status_code == 422
    assert errors_at(answer) == ["/avoid/1"]


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"alternates": 4}, "/alternates"),
        ({"depart_at": 1_900_000_000}, "/depart_at"),
        ({"depart_at": "2027-01-01T08:00:00"}, "/depart_at"),
        ({"avoid": [-1]}, "/avoid/0"),
        ({"avoid": [10**30]}, "/avoid/0"),
        ({"optimise": "beauty"}, "/optimise"),
        ({"colour": "red"}, "/colour"),
    ],
)
async def test_wrong_wishes_are_field_errors(stack: Stack, more: Json, pointer: str) -> None:
    async with stack.client("carrier") as carrier:
        answer = await carrier.post(f"{BASE}/route-checks", json={"facts": stack.facts("class1_generator_set"), **more})
    assert answer.status_code == 422
    assert errors_at(answer) == [pointer]


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
async def test_a_departure_at_the_edge_of_time_is_a_field_error(stack: Stack, moment: str) -> None:
    facts = stack.facts("class1_generator_set")
    async with stack.client("carrier") as carrier:
        answer = await carrier.post(f"{BASE}/route-checks", json={"facts": facts, "depart_at": moment})
    assert answer.status_code == 422
    assert errors_at(answer) == ["/depart_at"]


async def test_a_place_far_from_any_road_blocks_and_says_how_far(stack: Stack) -> None:
    facts = sample("class1_generator_set")
    trip = facts["trip"]
    assert isinstance(trip, dict)
    facts["trip"] = {**trip, "destination": {**trip["destination"], "lon": 121.0, "lat": 31.0}}
    found = await checked(stack, facts)
    assert found["verdict"] == "blocked"
    assert found["roads"] == []


async def test_route_checks_are_for_everyone_signed_in(stack: Stack) -> None:
    body = {"facts": stack.facts("class1_generator_set")}
    async with stack.public() as nobody, stack.client("escort") as escort:
        assert (await nobody.post(f"{BASE}/route-checks", json=body)).status_code == 401
        assert (await escort.post(f"{BASE}/route-checks", json=body)).status_code == 200
