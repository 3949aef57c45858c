"""What the tests of route advisory share: facts in a window of their own, orders, notices, plans."""

from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID, uuid4

import httpx

from shared.testing.stack import Json, Stack, keyed, sample

BASE = "/api/route-advisory/v1"
_DAYS_AHEAD = count(start=30)


def facts_of_their_own(name: str) -> Json:
    """A sample's facts in days no other test uses, so that its notices touch nobody else. Ratings still hold then."""
    return sample(name, days_ahead=next(_DAYS_AHEAD) * 5 % 200 + 30)


def window(facts: Json) -> tuple[datetime, datetime]:
    """First and last moment of a trip."""
    trip = facts["trip"]
    assert isinstance(trip, dict)
    return datetime.fromisoformat(trip["planned_start"]), datetime.fromisoformat(trip["planned_end"])


def order(facts: Json, application_id: UUID | None = None, facts_version: int = 1, set_index: int = 0) -> Json:
    """An order for a plan."""
    return {
        "application_id": str(application_id or uuid4()),
        "facts_version": facts_version,
        "set_index": set_index,
        "facts": facts,
    }


def draft(segment_ids: list[int], start: datetime, end: datetime | None, **more: object) -> Json:
    """A notice that closes segments."""
    return {
        "kind": "closure",
        "title": f"试验封闭 {uuid4().hex[:8]}",
        "segment_ids": segment_ids,
        "starts_at": start.astimezone(UTC).isoformat(),
        "ends_at": end.astimezone(UTC).isoformat() if end else None,
        "hard": True,
        **more,
    }


def closing(facts: Json, segment_ids: list[int], **more: object) -> Json:
    """A notice in force during a trip and not a minute longer."""
    start, end = window(facts)
    return draft(segment_ids, start, end + timedelta(minutes=1), **more)


async def written(officer: httpx.AsyncClient, body: Json) -> Json:
    """A notice that is a draft."""
    answer = await officer.post(f"{BASE}/notices", json=body, headers=keyed())
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


async def act(officer: httpx.AsyncClient, notice: Json, noun: str) -> httpx.Response:
    """Publish or lift a notice."""
    return await officer.post(f"{BASE}/notices/{notice['id']}/{noun}", headers=keyed(int(str(notice["version"]))))


async def published(officer: httpx.AsyncClient, body: Json) -> Json:
    """A notice in force."""
    answer = await act(officer, await written(officer, body), "publication")
    assert answer.status_code == 200, answer.text
    made: Json = answer.json()
    return made


async def lifted(officer: httpx.AsyncClient, notice: Json) -> Json:
    """A notice that was published, lifted."""
    answer = await act(officer, notice, "lifting")
    assert answer.status_code == 200, answer.text
    made: Json = answer.json()
    return made


async def checked(stack: Stack, facts: Json, **more: object) -> Json:
    """The answer of a route check."""
    async with stack.client("carrier") as carrier:
        answer = await carrier.post(f"{BASE}/route-checks", json={"facts": facts, **more})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def planned(stack: Stack, body: Json) -> Json:
    """A stored plan."""
    async with stack.service_client("intake") as intake:
        answer = await intake.post(f"{BASE}/internal/route-plans", json=body)
    assert answer.status_code == 200, answer.text
    plan: Json = answer.json()
    return plan


async def lock(stack: Stack, plan: Json) -> httpx.Response:
    """The answer to locking a plan."""
    async with stack.service_client("issuance") as issuance:
        return await issuance.post(f"{BASE}/internal/route-plans/{plan['id']}/lock")


def segments(check: object) -> list[int]:
    """Segment ids of a check, in driving order."""
    assert isinstance(check, dict)
    return [segment["id"] for segment in check["segments"]]
