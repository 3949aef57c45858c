"""Papers that end: told at 30, 14, 7 and 1 days, once each, to the carrier alone."""

import asyncio
from datetime import timedelta

import pytest

from services.registry.reminders import telling
from shared.domain.clock import shanghai_day, utc_now
from shared.testing.stack import Json, Stack
from tests.service.registry.carriers import hand_in, new_carrier, new_vehicle


async def paper(stack: Stack, left: int, *, kind: str = "vehicle_licence") -> tuple[Json, Json]:
    """A vehicle's paper that ends in so many days; the carrier and the vehicle."""
    carrier = await new_carrier(stack)
    vehicle = await new_vehicle(stack, carrier["id"])
    ends = shanghai_day(utc_now()) + timedelta(days=left)
    await hand_in(stack, f"vehicles/{vehicle['id']}", kind=kind, valid_to=ends.isoformat())
    return carrier, vehicle


async def told(stack: Stack, carrier: Json) -> list[Json]:
    query = "SELECT template, data FROM notification WHERE carrier_id = :id ORDER BY id"
    return await stack.rows(query, id=carrier["id"])


async def days_later(monkeypatch: pytest.MonkeyPatch, stack: Stack, days: int) -> None:
    """Let the timer run as on a later day."""
    with monkeypatch.context() as patch:
        patch.setattr(telling, "utc_now", lambda: utc_now() + timedelta(days=days))
        await telling.remind(stack.runtime("registry"))


async def test_each_reminder_comes_once_on_its_day(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    carrier, vehicle = await paper(stack, 31)
    seen: list[object] = []
    for day in range(34):
        await days_later(monkeypatch, stack, day)
        found = await told(stack, carrier)
        if len(found) > len(seen):
            data = found[-1]["data"]
            assert isinstance(data, dict)
            seen.append(data["left"])
    assert seen == [30, 14, 7, 1]
    (first, *_) = await told(stack, carrier)
    assert first["template"] == "paper.ending_with_grace"
    assert first["data"] == {**first["data"], "subject": vehicle["plate"], "grace": 45}  # type: ignore[dict-item]


async def test_a_paper_that_comes_late_is_told_once(stack: Stack) -> None:
    carrier, _ = await paper(stack, 5, kind="temporary_plate")
    await asyncio.gather(*(telling.remind(stack.runtime("registry")) for _ in range(3)))
    (one,) = await told(stack, carrier)
    assert one["template"] == "paper.ending", "a temporary plate has no days of grace"


async def test_a_renewed_paper_is_told_of_again(stack: Stack) -> None:
    carrier, vehicle = await paper(stack, 7)
    await telling.remind(stack.runtime("registry"))
    ends = shanghai_day(utc_now()) + timedelta(days=14)
    await hand_in(stack, f"vehicles/{vehicle['id']}", kind="vehicle_licence", valid_to=ends.isoformat())
    await telling.remind(stack.runtime("registry"))
    assert len(await told(stack, carrier)) == 2


async def test_what_has_ended_or_never_ends_is_not_told(stack: Stack) -> None:
    ended, _ = await paper(stack, -1)
    far, _ = await paper(stack, 31)
    endless = await new_carrier(stack)
    await hand_in(stack, f"carriers/{endless['id']}", kind="agent_id", valid_to=None)
    await telling.remind(stack.runtime("registry"))
    for carrier in (ended, far, endless):
        assert await told(stack, carrier) == []
