"""Changes of a permit: the next revision at once, the old QR superseded, what a person must decide, renewals, links."""

import asyncio
import time
from datetime import datetime, timedelta
from typing import cast
from uuid import uuid4

import httpx
import pytest

from shared.contracts.demo import CARRIER_ID
from shared.platform.transaction import transaction
from shared.schema.registry import Carrier, Paper, Vehicle
from shared.testing.stack import Json, Stack, keyed, sample
from tests.service.issuance.cases import API, Issued, case_order, concluded, decide, decision, issued
from tests.service.issuance.test_decisions import code


def plates(permit: Issued) -> list[str]:
    vehicles = cast("dict[str, Json]", cast("list[Json]", permit.order["sets"])[0]["facts"])["vehicle_set"]
    tractors, trailer = cast("list[Json]", vehicles["tractors"]), cast("Json | None", vehicles["trailer"])
    return [str(one["plate"]) for one in [*tractors, *([trailer] if trailer else [])]]


def own_facts(name: str = "class1_generator_set") -> Json:
    """A load of a test's own in a season of these tests': nobody's duplicate, in nobody's way."""
    facts = sample(name, days_ahead=90)
    return {**facts, "cargo": {**cast("Json", facts["cargo"]), "name": f"发电机组{uuid4().hex[:8]}"}}


async def vehicle(stack: Stack, like: str, **changes: object) -> str:
    """A vehicle of the demonstration carrier like another one, with its papers; its plate."""
    plate = f"蒙K{uuid4().int % 90000 + 10000}"
    async with transaction(stack.runtime("registry").database) as session:
        connection = await session.connection()
        query = "SELECT id, kind, model, curb_mass_kg, axles FROM vehicle WHERE carrier_id = $1 AND plate = $2"
        row = (await connection.exec_driver_sql(query, (CARRIER_ID, like))).mappings().one()
        own = {key: value for key, value in row.items() if key != "id"}
        made = Vehicle(id=uuid4(), carrier_id=CARRIER_ID, plate=plate, **{**own, **changes})
        session.add(made)
        papers = "SELECT kind, number, covers_oversize, valid_to, verified_at FROM paper WHERE owner_id = $1"
        for paper in (await connection.exec_driver_sql(papers, (row["id"],))).mappings():
            session.add(Paper(id=uuid4(), carrier_id=CARRIER_ID, owner_id=made.id, **paper))
    return plate


async def change(stack: Stack, number: str, key: str | None = None, **body: object) -> httpx.Response:
    async with stack.client("carrier") as client:
        return await client.post(f"{API}/permits/{number}/changes", json=body, headers=keyed(key=key))


def later(permit: Issued, days: int) -> dict[str, str]:
    trip = cast("dict[str, dict[str, str]]", cast("list[Json]", permit.order["sets"])[0]["facts"])["trip"]
    start, end = (datetime.fromisoformat(str(trip[k])) + timedelta(days=days) for k in ("planned_start", "planned_end"))
    return {"valid_from": start.isoformat(), "valid_to": end.isoformat()}


async def verdict(stack: Stack, token: str) -> str:
    async with stack.public() as public:
        answer = await public.post(f"{API}/public/verifications", json={"token": token})
    return str(answer.json()["verdict"])


async def test_another_tractor_within_a_second_and_the_old_code_is_superseded(stack: Stack) -> None:
    permit = await issued(stack)
    old = plates(permit)
    new = [await vehicle(stack, old[0]), *old[1:]]
    key, begun = str(uuid4()), time.monotonic()
    answer = await change(stack, permit.number, key, plates=new)
    taken = time.monotonic() - begun
    assert answer.status_code == 201, answer.text
    body = answer.json()
    assert (body["number"], body["revision"], body["state"]) == (permit.number, 2, "issued")
    assert body["facts"]["vehicle_set"]["tractors"][0]["plate"] == new[0]
    assert await verdict(stack, permit.token) == "superseded"
    assert await verdict(stack, body["token"]) == "not_yet_valid"
    assert (await change(stack, permit.number, key, plates=new)).json()["revision"] == 2, "the same key, once"
    assert taken < 1.0
    async with stack.client("carrier") as client:
        revisions = (await client.get(f"{API}/permits/{permit.number}/revisions")).json()["items"]
        pdf = await client.get(f"{API}/permits/{permit.number}/document")
    assert [(one["revision"], one["state"]) for one in revisions] == [(2, "issued"), (1, "superseded")]
    assert revisions[0]["change"]["plates"] == new
    assert pdf.content.startswith(b"%PDF-")


async def test_other_days_are_planned_and_locked_anew(stack: Stack) -> None:
    permit = await issued(stack)
    dates = later(permit, 3)
    answer = await change(stack, permit.number, dates=dates)
    assert answer.status_code == 201, answer.text
    body = answer.json()
    assert datetime.fromisoformat(body["valid_from"]) == datetime.fromisoformat(dates["valid_from"])
    assert body["facts"]["trip"]["planned_end"] == body["facts"]["trip"]["planned_end"]
    old = cast("list[Json]", permit.order["sets"])[0]["route_plan_id"]
    assert body["route_plan_id"] != old
    plan = await stack.rows("SELECT state FROM route_plan WHERE id = :id", id=body["route_plan_id"])
    assert plan == [{"state": "locked"}]


async def test_many_changes_at_once_make_one_revision(stack: Stack) -> None:
    permit = await issued(stack)
    answers = await asyncio.gather(*(change(stack, permit.number, dates=later(permit, day)) for day in (1, 2, 3)))
    assert min(answer.status_code for answer in answers) == 201
    assert {code(answer) for answer in answers if answer.status_code == 409} <= {"permit_changed"}
    rows = await stack.rows("SELECT count(*) AS n FROM permit WHERE number = :n AND state = 'issued'", n=permit.number)
    assert rows == [{"n": 1}]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"axles": 9}, "other_vehicle"),
        ({"curb_mass_kg": 400_000}, "other_vehicle"),
        ({"kind": "flatbed"}, "other_vehicle"),
    ],
)
async def test_a_heavier_or_other_vehicle_is_a_case(stack: Stack, changes: Json, reason: str) -> None:
    permit = await issued(stack, facts=own_facts())
    old = plates(permit)
    answer = await change(stack, permit.number, plates=[await vehicle(stack, old[0], **changes), *old[1:]])
    assert (answer.status_code, answer.json()["reason"]) == (202, reason), answer.text


async def test_an_impossible_change_is_refused_and_nothing_changes(stack: Stack) -> None:
    permit = await issued(stack)
    old = plates(permit)
    assert (await change(stack, permit.number, plates=old)).status_code == 422
    assert (await change(stack, permit.number, plates=[*old, "蒙K00001"])).status_code == 422
    assert (await change(stack, permit.number)).status_code == 422
    past = await change(stack, permit.number, dates=later(permit, -400))
    assert past.status_code == 422
    async with stack.other_carrier(uuid4()) as client:
        strange = await client.post(f"{API}/permits/{permit.number}/changes", json={"plates": old}, headers=keyed())
    assert strange.status_code == 404
    assert await verdict(stack, permit.token) == "not_yet_valid"


async def test_days_of_an_escorted_load_are_a_case(stack: Stack) -> None:
    order = await case_order(stack, facts=own_facts("class2_excavator"))
    made = await decide(stack, decision(await concluded(stack, order)))
    number = made.json()["permits"][0]["number"]
    await stack.rows(
        "UPDATE permit SET terms = jsonb_set(terms, '{escort,required}', 'true') WHERE number = :n RETURNING 1",
        n=number,
    )
    answer = await change(stack, number, dates=later(Issued(order, number, "", 1), 2))
    assert (answer.status_code, answer.json()["reason"]) == (202, "escort_or_survey"), answer.text


async def test_a_suspended_standing_authority_stops_changes_too(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    await stack.rows("UPDATE standing_authority SET suspended_at = now() WHERE authority_adcode = '150600' RETURNING 1")
    try:
        answer = await change(stack, permit.number, dates=later(permit, 1))
        assert answer.json()["reason"] == "no_standing_authority"
    finally:
        await stack.rows(
            "UPDATE standing_authority SET suspended_at = NULL WHERE authority_adcode = '150600' RETURNING 1"
        )


async def test_an_approver_renews_within_the_longest_validity(stack: Stack) -> None:
    permit = await issued(stack)
    path = f"{API}/permits/{permit.number}/renewals"
    far = {"valid_to": later(permit, 300)["valid_to"], "reason": "多次运输"}
    near = {"valid_to": later(permit, 40)["valid_to"], "reason": "多次运输"}
    async with stack.client("approver") as client:
        assert (await client.post(path, json=far, headers=keyed())).status_code == 422
        answer = await client.post(path, json=near, headers=keyed())
    assert answer.status_code == 201, answer.text
    assert (answer.json()["revision"], answer.json()["change"]["kind"]) == (2, "renewal")
    assert await verdict(stack, permit.token) == "superseded"


async def test_a_driver_reads_the_newest_revision_by_a_link_until_it_is_closed(stack: Stack) -> None:
    permit = await issued(stack)
    async with stack.client("carrier") as client:
        path = f"{API}/permits/{permit.number}/driver-links"
        link = (await client.post(path, headers=keyed())).json()
    assert (await change(stack, permit.number, dates=later(permit, 1))).status_code == 201
    shown = f"{API}/public/driver-permits/{link['secret']}"
    async with stack.public() as public:
        assert (await public.get(shown)).json()["revision"] == 2
        assert (await public.get(f"{shown}/document")).content.startswith(b"%PDF-")
        assert (await public.get(f"{API}/public/driver-permits/{'A' * 43}")).status_code == 404
        async with stack.client("carrier") as client:
            assert (await client.post(f"{path}/closure", headers=keyed())).json() == {"closed": 1}
        assert (await public.get(shown)).status_code == 404


async def test_runs_are_counted_and_the_last_uses_it_up(stack: Stack) -> None:
    facts = stack.facts("class1_generator_set")
    facts["trip"] = {**cast("Json", facts["trip"]), "trip_count": 2}
    permit = await issued(stack, facts=facts)
    path = f"{API}/permits/{permit.number}/trips"
    async with stack.client("carrier") as client:
        early = await client.post(path, json={}, headers=keyed())
        assert code(early) == "permit_not_in_force"
        await stack.rows(
            "UPDATE permit SET valid_from = now() - interval '1 day' WHERE number = :n RETURNING 1", n=permit.number
        )
        for seq in (1, 2):
            begun = (await client.post(path, json={}, headers=keyed())).json()
            assert begun["seq"] == seq
            assert code(await client.post(path, json={}, headers=keyed())) == "trip_running"
            assert (await client.post(f"{path}/{begun['id']}/end", json={}, headers=keyed())).status_code == 200
        permit_now = (await client.get(f"{API}/permits/{permit.number}")).json()
        assert (permit_now["state"], permit_now["trips_used"], permit_now["trips_allowed"]) == ("used_up", 2, 2)
        assert code(await client.post(path, json={}, headers=keyed())) == "permit_ended"
        assert len((await client.get(path)).json()["items"]) == 2
    assert await verdict(stack, permit.token) == "expired"


async def test_a_yellow_carrier_changes_nothing_at_once(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    async with transaction(stack.runtime("registry").database) as session:
        carrier = await session.get(Carrier, CARRIER_ID)
        assert carrier is not None
        carrier.credit = "yellow"
    try:
        answer = await change(stack, permit.number, dates=later(permit, 1))
        assert (answer.status_code, answer.json()["reason"]) == (202, "register_not_green"), answer.text
    finally:
        async with transaction(stack.runtime("registry").database) as session:
            carrier = await session.get(Carrier, CARRIER_ID)
            assert carrier is not None
            carrier.credit = "green"
