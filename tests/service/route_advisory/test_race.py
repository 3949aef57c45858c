"""The race of road truth: a plan is locked while a closure of its road is published; never both without a hold."""

import asyncio
import json
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import text

from services.route_advisory.notices.commands import publish
from services.route_advisory.plans.commands import lock_plan
from shared.domain.errors import Conflict
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform.secrets import service_caller
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.testing.stack import Stack, admin
from tests.service.route_advisory.roads import facts_of_their_own, order, planned

PAIRS = 200
AT_ONCE = 4
OFFICER = Caller(uuid7(), "路政员", frozenset({Role.ROAD_OFFICER}))
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
    rows = [
        {
            "plan": plan,
            "notice": notice,
            "application": uuid7(),
            "segment": 9_000_000_000 + number,
            "check": json.dumps(check),
            "start": START,
            "end": END,
        }
        for number, (plan, notice) in enumerate(pairs)
    ]
    async with admin(stack.url) as connection:
        await connection.execute(_PLAN, rows)
        await connection.execute(_NOTICE, rows)
    return pairs


async def _lock(stack: Stack, plan: UUID) -> str:
    """The state of the plan, or the code of the refusal."""
    try:
        async with transaction(stack.runtime("route_advisory").database) as session:
            return (await lock_plan(session, service_caller("issuance"), plan)).state
    except Conflict as refusal:
        return refusal.code


async def _plans_held(stack: Stack, notice: UUID) -> int:
    async with transaction(stack.runtime("route_advisory").database) as session:
        return (await publish(session, OFFICER, notice_id=notice, version=1)).plans_held


async def _race(stack: Stack, pair: tuple[UUID, UUID], *, lock_first: bool) -> bool:
    """Lock and publish at once, either one a hair ahead; whether the lock came first."""
    plan, notice = pair
    if lock_first:
        outcome, held = await asyncio.gather(_lock(stack, plan), _plans_held(stack, notice))
    else:
        held, outcome = await asyncio.gather(_plans_held(stack, notice), _lock(stack, plan))
    assert (outcome, held) in {("locked", 1), ("road_changed", 0)}, "held if and only if it was locked before"
    return outcome == "locked"


async def test_a_plan_locked_while_its_road_closes_is_refused_or_held(stack: Stack) -> None:
    pairs = await _pairs(stack)
    first = 0
    for start in range(0, PAIRS, AT_ONCE):
        races = [
            _race(stack, pair, lock_first=number % 2 == 0)
            for number, pair in enumerate(pairs[start : start + AT_ONCE], start)
        ]
        first += sum(await asyncio.gather(*races))
    assert 0 < first < PAIRS, "only one order was seen"
    free = await stack.rows("""
        SELECT p.id FROM route_plan AS p JOIN restriction AS r
            ON r.segment_ids && p.segment_ids AND r.lifted_at IS NULL AND r.hard
        WHERE p.state = 'locked' AND p.network_version = 'race'
            AND NOT EXISTS (SELECT 1 FROM v_plan_hold AS h WHERE h.plan_id = p.id)
    """)
    assert free == [], "a locked plan leads over a closed road and is not held"
