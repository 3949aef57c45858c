"""The race of road truth: a plan is locked while a closure of its road is published; never both without a hold."""

import asyncio
import json
from datetime import UTC, datetime
from uuid import UUID

import httpx
from sqlalchemy import text

from shared.domain.identifiers import uuid7
from shared.testing.stack import Stack, admin, keyed
from tests.service.route_advisory.roads import BASE, facts_of_their_own, order, planned

PAIRS = 200
START, END = datetime(2039, 3, 1, tzinfo=UTC), datetime(2039, 3, 2, tzinfo=UTC)

_PLAN = text("""
    INSERT INTO route_plan (id, application_id, facts_version, set_index, state, segment_ids, restriction_seq,
        network_version, valid_from, valid_to, measures, "check", route_hash, created_at)
    SELECT :plan, :application, 1, 0, 'checked', ARRAY[:segment]::bigint[],
        (SELECT coalesce(max(seq), 0) FROM restriction), 'race', :start, :end, '{"height_mm": 4000}',
        CAST(:check AS jsonb), decode(repeat('00', 32), 'hex'), now()
""")
_NOTICE = text("""
    INSERT INTO traffic_notice (id, kind, title, segment_ids, starts_at, ends_at, hard, limits, state, created_by,
        plans_held, created_at, version)
    VALUES (:notice, 'closure', 'race', ARRAY[:segment]::bigint[], :start, :end, true, '{}', 'draft', :notice,
        0, now(), 1)
""")


async def _pairs(stack: Stack) -> list[tuple[UUID, UUID]]:
    """A checked plan and a draft that closes its segment, each pair on a segment of its own."""
    check = (await planned(stack, order(facts_of_their_own("class1_generator_set"))))["check"]
    pairs = [(uuid7(), uuid7()) for _ in range(PAIRS)]
    async with admin(stack.url) as connection:
        for number, (plan, notice) in enumerate(pairs):
            common = {"segment": 9_000_000_000 + number, "start": START, "end": END}
            values = {"plan": plan, "application": uuid7(), "check": json.dumps(check), **common}
            await connection.execute(_PLAN, values)
            await connection.execute(_NOTICE, {"notice": notice, **common})
    return pairs


async def _race(
    issuance: httpx.AsyncClient, officer: httpx.AsyncClient, pair: tuple[UUID, UUID], *, lock_first: bool
) -> tuple[httpx.Response, httpx.Response]:
    plan, notice = pair
    locking = issuance.post(f"{BASE}/internal/route-plans/{plan}/lock")
    publishing = officer.post(f"{BASE}/notices/{notice}/publication", headers=keyed(1))
    if lock_first:
        locked, out = await asyncio.gather(locking, publishing)
    else:
        out, locked = await asyncio.gather(publishing, locking)
    return locked, out


async def test_a_plan_locked_while_its_road_closes_is_refused_or_held(stack: Stack) -> None:
    pairs = await _pairs(stack)
    refused = held = 0
    async with stack.service_client("issuance") as issuance, stack.client("officer") as officer:
        for number, pair in enumerate(pairs):
            locked, out = await _race(issuance, officer, pair, lock_first=number % 2 == 0)
            assert out.status_code == 200, out.text
            if locked.status_code == 409:
                assert locked.json()["type"].endswith("/road_changed")
                assert out.json()["plans_held"] == 0
                refused += 1
            else:
                assert locked.status_code == 200, locked.text
                assert out.json()["plans_held"] == 1
                held += 1
    assert refused + held == PAIRS
    assert refused, "publication never came first"
    assert held, "the lock never came first"
    free = await stack.rows("""
        SELECT p.id FROM route_plan AS p JOIN restriction AS r
            ON r.segment_ids && p.segment_ids AND r.lifted_at IS NULL AND r.hard
        WHERE p.state = 'locked' AND p.network_version = 'race'
            AND NOT EXISTS (SELECT 1 FROM v_plan_hold AS h WHERE h.plan_id = p.id)
    """)
    assert free == [], "a locked plan leads over a closed road and is not held"
