"""How a carrier stands, as intake asks it through the typed client."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from services.registry.demo_data import DEMO_VEHICLES
from shared.clients.registry import RegistryClient
from shared.contracts.demo import CARRIER_ID, CARRIER_NAME
from shared.contracts.registry import CarrierStanding, StandingOrder
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import NotFound
from shared.testing.stack import Stack, errors_at
from tests.service.registry.carriers import BASE, hand_in, new_carrier, new_vehicle, plate


async def _standing(stack: Stack, carrier_id: object, plates: list[str], on: date | None = None) -> CarrierStanding:
    order = StandingOrder(carrier_id=UUID(str(carrier_id)), plates=plates, on=on or shanghai_day(utc_now()))
    return await RegistryClient.of(stack.runtime("fieldwork")).standing(order)


def _gaps(standing: CarrierStanding) -> set[tuple[str, str, str]]:
    return {(gap.subject, gap.kind, gap.fault) for gap in standing.gaps}


async def test_the_demonstration_carrier_stands_well_with_every_sample_vehicle(stack: Stack) -> None:
    found = await _standing(stack, CARRIER_ID, [vehicle.plate for vehicle in DEMO_VEHICLES])
    assert found == CarrierStanding(
        carrier_id=CARRIER_ID,
        name=CARRIER_NAME,
        credit_code_no="91150600MA0DEMH00X",
        licence_number="示范许可 150600000001",
        phone="0477-8000000",
        credit="green",
        restricted=False,
        banned_until=None,
        licence_covers=True,
        papers_verified=True,
        gaps=[],
        vehicles=found.vehicles,
    )
    registered = {(one.plate, one.kind, one.axles) for one in found.vehicles}
    assert registered == {(vehicle.plate, vehicle.kind, vehicle.axles) for vehicle in DEMO_VEHICLES}


async def test_a_new_carrier_lacks_everything(stack: Stack) -> None:
    carrier = await new_carrier(stack)
    vehicle = await new_vehicle(stack, carrier["id"])
    name, own, foreign = str(carrier["name"]), str(vehicle["plate"]), DEMO_VEHICLES[0].plate
    found = await _standing(stack, carrier["id"], [own, foreign, own])
    assert (found.papers_verified, found.licence_covers, found.licence_number) == (False, None, None)
    assert len(found.gaps) == 5
    assert _gaps(found) == {
        (name, "transport_licence", "missing"),
        (name, "agent_id", "missing"),
        (name, "authorisation", "missing"),
        (own, "vehicle_licence", "missing"),
        (foreign, "vehicle_licence", "unknown_plate"),
    }


async def test_papers_count_once_verified_and_until_they_end(stack: Stack) -> None:
    carrier = await new_carrier(stack)
    vehicle = await new_vehicle(stack, carrier["id"])
    owner, number = f"carriers/{carrier['id']}", str(vehicle["plate"])
    await hand_in(stack, owner, kind="transport_licence", covers_oversize=True, valid_to="2027-06-30")
    await hand_in(stack, owner, kind="agent_id")
    await hand_in(stack, owner, kind="authorisation", verify=False)
    await hand_in(stack, f"vehicles/{vehicle['id']}", kind="temporary_plate", valid_to="2027-06-30")
    name = str(carrier["name"])
    on_last_day = await _standing(stack, carrier["id"], [number], date(2027, 6, 30))
    assert _gaps(on_last_day) == {(name, "authorisation", "unverified")}
    assert on_last_day.licence_covers is True
    in_grace = await _standing(stack, carrier["id"], [number], date(2027, 7, 1))
    assert _gaps(in_grace) == {(name, "authorisation", "unverified"), (number, "temporary_plate", "expired")}
    assert in_grace.licence_covers is None
    after = await _standing(stack, carrier["id"], [], date(2027, 8, 15))
    assert (name, "transport_licence", "expired") in _gaps(after)
    await hand_in(stack, owner, kind="authorisation")
    await hand_in(stack, owner, kind="transport_licence", covers_oversize=False)
    cured = await _standing(stack, carrier["id"], [])
    assert (cured.papers_verified, cured.licence_covers, cured.gaps) == (True, False, [])


async def test_credit_and_bans_are_told(stack: Stack) -> None:
    carrier = await new_carrier(stack)
    await stack.rows(
        "UPDATE carrier SET credit = 'red', restricted = true, banned_until = '2027-01-01' WHERE id = :id RETURNING 1",
        id=carrier["id"],
    )
    found = await _standing(stack, carrier["id"], [])
    assert (found.credit, found.restricted, found.banned_until) == ("red", True, date(2027, 1, 1))


async def test_an_unknown_carrier_is_not_found(stack: Stack) -> None:
    with pytest.raises(NotFound):
        await _standing(stack, uuid4(), [plate()])


async def test_a_wrong_order_is_told_by_pointer(stack: Stack) -> None:
    async with stack.service_client("intake") as intake:
        order = {"carrier_id": str(CARRIER_ID), "plates": ["nonsense"], "on": "2026-12-07"}
        answer = await intake.post(f"{BASE}/internal/standings", json=order)
        assert (answer.status_code, errors_at(answer)) == (422, ["/plates/0"])
