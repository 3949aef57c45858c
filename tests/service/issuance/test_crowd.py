"""Fifty approvers at the same cases: each is decided once, and the numbers run on without a gap or a double."""

import asyncio
import json
import random
from uuid import UUID

import pytest
from sqlalchemy import text

from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Json, Stack, admin, keyed
from tests.service.issuance.cases import API, approver_of, case_order, decision, issued, opened
from tests.service.issuance.test_decisions import FAST, code

APPROVERS = 50
TRIES = 40
"""How often somebody tries again while the office is full."""
LOST = {"already_decided", "transition_not_allowed", "stale_version"}
_CLONES = """
    INSERT INTO review_case
    SELECT (jsonb_populate_record(c, jsonb_build_object(
        'id', n.id, 'application_id', n.application, 'application_number', n.number,
        'content', c.content || jsonb_build_object('application_id', n.application, 'application_number', n.number)
    ))).*
    FROM review_case AS c, jsonb_to_recordset(CAST(:rows AS jsonb)) AS n(id uuid, application uuid, number text)
    WHERE c.id = :id
"""
_DOUBLE = """
    INSERT INTO permit
    SELECT (jsonb_populate_record(p, jsonb_build_object(
        'id', CAST(:id AS uuid), 'number', 'X-990303', 'application_id', c.application_id
    ))).*
    FROM permit AS p, review_case AS c WHERE p.number = :number AND c.id = :case
"""


async def waiting(stack: Stack, authority: str, count: int) -> list[Json]:
    """So many cases of an authority of the test's own that wait for approval: one by the people, the others like it."""
    case = await opened(stack, await case_order(stack, FAST, authority_adcode=authority))
    reviewer = Caller(uuid7(), "试验审查人", frozenset({Role.REVIEWER}), authority=authority)
    async with stack.as_caller(reviewer) as client:
        path, body = f"{API}/review-cases/{case['id']}/conclusion", {"conclusion": "grant", "text": "符合条件"}
        answer = await client.post(path, json=body, headers=keyed(int(str(case["version"]))))
    assert answer.status_code == 200, answer.text
    first: Json = answer.json()
    rows = [
        {"id": str(uuid7()), "application": str(uuid7()), "number": f"A{authority}20270101{serial:05d}"}
        for serial in range(1, count)
    ]
    async with admin(stack.url) as connection:
        await connection.execute(text(_CLONES), {"rows": json.dumps(rows), "id": UUID(str(first["id"]))})
    return [first, *({**first, "id": row["id"]} for row in rows)]


async def at_once(stack: Stack, authority: str, cases: list[Json]) -> list[str]:
    """Let every approver go through the cases in an order of his own, leaving out what he sees decided; the winners."""
    decided: list[str] = []

    async def work(seed: int) -> None:
        order = random.Random(seed).sample(cases, len(cases))
        async with stack.as_caller(approver_of(authority)) as client:
            for case in order:
                if str(case["id"]) in decided:
                    continue
                for _ in range(TRIES):
                    answer = await client.post(f"{API}/decisions", json=decision(case), headers=keyed())
                    if answer.status_code != 503:
                        break
                if answer.status_code == 201:
                    decided.append(str(case["id"]))
                else:
                    assert code(answer) in LOST, answer.text

    await asyncio.gather(*(work(seed) for seed in range(APPROVERS)))
    return decided


async def require_one_permit_each(stack: Stack, authority: str, cases: list[Json], decided: list[str]) -> None:
    assert sorted(decided) == sorted(str(case["id"]) for case in cases), "each was granted to one approver, once"
    query = (
        "SELECT p.number FROM permit AS p JOIN decision AS d ON d.id = p.decision_id"
        " JOIN review_case AS c ON c.id = d.review_case_id WHERE c.authority_adcode = :a ORDER BY p.number"
    )
    numbers = [str(row["number"]) for row in await stack.rows(query, a=authority)]
    assert [int(number[-6:]) for number in numbers] == list(range(1, len(cases) + 1)), "no gap, no double"
    last = await stack.rows("SELECT last_serial FROM permit_counter WHERE authority_adcode = :a", a=authority)
    assert last == [{"last_serial": len(cases)}]


async def test_fifty_approvers_at_the_same_cases(stack: Stack) -> None:
    cases = await waiting(stack, "990301", 20)
    await require_one_permit_each(stack, "990301", cases, await at_once(stack, "990301", cases))


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_fifty_approvers_at_the_same_five_hundred_cases(stack: Stack) -> None:
    cases = await waiting(stack, "990302", 500)
    await require_one_permit_each(stack, "990302", cases, await at_once(stack, "990302", cases))


async def test_a_number_taken_by_a_decision_that_fails_is_given_again(stack: Stack) -> None:
    authority, other = "990303", await issued(stack)
    broken, sound = await waiting(stack, authority, 2)
    async with admin(stack.url) as connection:
        # A permit of the application stands there already: the insert fails after the number was taken.
        query = text(_DOUBLE)
        await connection.execute(query, {"id": uuid7(), "case": UUID(str(broken["id"])), "number": other.number})
    async with stack.as_caller(approver_of(authority)) as client:
        failed = await client.post(f"{API}/decisions", json=decision(broken), headers=keyed())
        made = await client.post(f"{API}/decisions", json=decision(sound), headers=keyed())
    assert (failed.status_code, code(failed)) == (409, "already_exists"), failed.text
    assert made.json()["permits"][0]["number"].endswith("000001")
