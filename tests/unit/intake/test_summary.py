"""What makes two applications the same transport, and what does not."""

from hypothesis import given

from services.intake.applications.summary import duplicate_key, summary_of
from shared.contracts.facts import FurtherSet, TransportFacts
from shared.testing.strategies import Json, facts_bodies


@given(body=facts_bodies())
def test_the_way_it_is_written_and_when_makes_no_difference(body: Json) -> None:
    cargo, trip = body["cargo"], body["trip"]
    other = {
        **body,
        "cargo": {**cargo, "name": f" {cargo['name']} "},
        "trip": {**trip, "planned_end": trip["planned_end"].replace("202", "203"), "trip_count": 3, "via": []},
        "loaded": {**body["loaded"], "height_mm": body["loaded"]["height_mm"] + 1},
    }
    assert duplicate_key(TransportFacts.model_validate(other)) == duplicate_key(TransportFacts.model_validate(body))


@given(body=facts_bodies("flatbed"))
def test_another_vehicle_cargo_or_place_is_another_transport(body: Json) -> None:
    key = duplicate_key(TransportFacts.model_validate(body))
    trip, vehicles = body["trip"], body["vehicle_set"]
    others = [
        {**body, "cargo": {**body["cargo"], "name": "另一件"}},
        {**body, "cargo": {**body["cargo"], "length_mm": body["cargo"]["length_mm"] - 1 or 1}},
        {**body, "trip": {**trip, "destination": {**trip["destination"], "address": "另一处"}}},
        {**body, "trip": {**trip, "origin": {**trip["origin"], "name": "另一地"}}},
        {**body, "vehicle_set": {**vehicles, "trailer": {**vehicles["trailer"], "plate": "蒙K9999挂"}}},
    ]
    same = [other for other in others if other == body]
    keys = [duplicate_key(TransportFacts.model_validate(other)) for other in others if other not in same]
    assert key not in keys


@given(first=facts_bodies("rigid"), second=facts_bodies("hydraulic"))
def test_every_set_counts_once(first: Json, second: Json) -> None:
    parts = {part: second[part] for part in ("cargo", "vehicle_set", "loaded")}
    facts, further = TransportFacts.model_validate(first), FurtherSet.model_validate(parts)
    summary = summary_of(facts, [further, further])
    assert len(summary["duplicate_keys"]) == 2
    assert len(summary["plates"]) == len(set(summary["plates"]))
    assert set(summary["plates"]) == {*facts.vehicle_set.plates, *further.vehicle_set.plates}
    assert summary["cargo_name"] == facts.cargo.name
