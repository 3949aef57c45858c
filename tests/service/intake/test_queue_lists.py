"""The queue: its lists and their counts, the next case, many who ask at once, what is given away and what lies idle."""

import asyncio
import itertools
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.intake.queue.giving import release_idle
from services.intake.settings import LIMITS
from shared.domain.clock import utc_now
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.intake.filing import (
    BASE,
    FAST,
    Json,
    act,
    clones,
    contrary,
    force,
    officer,
    prechecked,
    present,
    submitted,
    unreachable,
)

AUTHORITIES = (f"1599{n:02}" for n in itertools.count(10))
"""An authority of its own for each test: nobody else's cases stand in its queue."""


async def queue(stack: Stack, who: Caller, **query: str) -> Json:
    async with stack.as_caller(who) as client:
        answer = await client.get(f"{BASE}/queue", params=query)
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


async def following(stack: Stack, who: Caller) -> Any:
    async with stack.as_caller(who) as client:
        answer = await client.post(f"{BASE}/queue/next", headers=keyed())
    assert answer.status_code == 200, answer.text
    return answer.json()["application"]


async def test_every_count_is_that_of_its_list(stack: Stack) -> None:
    authority = next(AUTHORITIES)
    clerk, other = officer(Role.CLERK, authority=authority), officer(Role.CLERK, authority=authority)
    model, now = await submitted(stack), utc_now()
    due = {"overdue": now - timedelta(days=1), "later": now + timedelta(days=30), "soon": now + timedelta(days=2)}
    stages: dict[str, Json] = {
        "unclaimed": {"status": "submitted"},
        "mine": {"status": "precheck", "claimed_by": clerk.id},
        "others": {"status": "precheck", "claimed_by": other.id},
        "correction": {"status": "correction", "claimed_by": clerk.id},
    }
    for number, (stage, band) in enumerate(itertools.product(stages, due), start=1):
        await clones(stack, model, number, authority_adcode=authority, due_at=due[band], **stages[stage])
    counts = {(one["stage"], one["band"]): one["count"] for one in (await queue(stack, clerk))["counts"]}
    assert counts == {pair: number for number, pair in enumerate(itertools.product(stages, due), start=1)}
    for (stage, band), count in counts.items():
        assert len((await queue(stack, clerk, stage=stage, band=band, limit="100"))["items"]) == count
    assert len((await queue(stack, clerk, stage="mine", limit="100"))["items"]) == sum(
        count for (stage, _), count in counts.items() if stage == "mine"
    )


async def test_pages_of_the_queue_hold_each_case_once_by_what_is_due(stack: Stack) -> None:
    authority = next(AUTHORITIES)
    clerk, model, now = officer(Role.CLERK, authority=authority), await submitted(stack), utc_now()
    made: list[str] = []
    for days in (3, 1, 2, 1):
        due = now + timedelta(days=days)
        made += await clones(stack, model, 2, authority_adcode=authority, due_at=due, planned_start=due)
    made += await clones(
        stack, model, 1, authority_adcode=authority, due_at=None, notice_due_at=now + timedelta(hours=1)
    )
    await clones(stack, model, 1, authority_adcode=authority, outcome=None)
    seen: list[Json] = []
    cursor: Json = {}
    while True:
        page = await queue(stack, clerk, limit="4", **cursor)
        seen += page["items"]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert sorted(row["id"] for row in seen) == sorted(made)
    assert [row["waits_until"] for row in seen] == sorted(row["waits_until"] for row in seen)


async def test_the_next_case_is_the_one_due_first(stack: Stack) -> None:
    authority = next(AUTHORITIES)
    clerk, model, now = officer(Role.CLERK, authority=authority), await submitted(stack), utc_now()
    last = await clones(stack, model, 1, authority_adcode=authority, due_at=now + timedelta(days=9))
    first = await clones(stack, model, 1, authority_adcode=authority, due_at=now + timedelta(days=1))
    given = [await following(stack, clerk) for _ in range(3)]
    assert [one and one["id"] for one in given] == [first[0], last[0], None]
    assert (given[0]["status"], given[0]["claimed_by"]) == ("precheck", str(clerk.id))
    assert given[0]["version"] == model["version"] + 1
    async with stack.as_caller(officer(Role.SUPERVISOR, authority=authority)) as reader:
        events = (await reader.get(f"{BASE}/applications/{first[0]}/timeline")).json()
    assert [event["action"] for event in events] == ["claim"]


async def test_a_repeated_request_is_given_the_same_case(stack: Stack) -> None:
    authority = next(AUTHORITIES)
    clerk = officer(Role.CLERK, authority=authority)
    await clones(stack, await submitted(stack), 2, authority_adcode=authority)
    async with stack.as_caller(clerk) as client:
        first = await client.post(f"{BASE}/queue/next", headers=keyed(key="the-same"))
        again = await client.post(f"{BASE}/queue/next", headers=keyed(key="the-same"))
    assert first.json() == again.json()
    assert len((await queue(stack, clerk, stage="mine"))["items"]) == 1


async def test_nobody_is_given_a_matter_of_his_own(stack: Stack) -> None:
    authority, model = next(AUTHORITIES), await submitted(stack)
    author = officer(Role.CLERK, authority=authority, account="carrier")
    agent = officer(Role.CLERK, Role.COMPANY_AGENT, authority=authority, carrier=True)
    await clones(stack, model, 1, authority_adcode=authority)
    assert [await following(stack, author), await following(stack, agent)] == [None, None]
    assert await following(stack, officer(Role.CLERK, authority=authority)) is not None


async def test_what_silence_has_accepted_waits_for_no_clerk(stack: Stack) -> None:
    authority = next(AUTHORITIES)
    clerk = officer(Role.CLERK, authority=authority)
    model, past = await submitted(stack), utc_now() - timedelta(days=1)
    silent = {"authority_adcode": authority, "notice_due_at": past, "due_at": past}
    await clones(stack, model, 1, **silent)
    found = await queue(stack, clerk)
    assert (found["items"], found["counts"], await following(stack, clerk)) == ([], [], None)
    await clones(stack, model, 1, **silent, outcome="not_acceptable")
    assert [one["count"] for one in (await queue(stack, clerk))["counts"]] == [1]
    await stack.rows("DELETE FROM application WHERE authority_adcode = :a RETURNING id", a=authority)


async def test_two_hundred_clerks_at_once_never_hold_one_case_twice(stack: Stack) -> None:
    authority, clerks, cases = next(AUTHORITIES), 200, 190
    await clones(stack, await submitted(stack), cases, authority_adcode=authority)

    async def ask(clerk: Caller) -> str | None:
        key = str(uuid4())
        async with stack.as_caller(clerk) as client:
            for _ in range(50):
                answer: httpx.Response = await client.post(f"{BASE}/queue/next", headers=keyed(key=key))
                if answer.status_code != 503:
                    break
        assert answer.status_code == 200, answer.text
        found = answer.json()["application"]
        return found and str(found["id"])

    given = await asyncio.gather(*(ask(officer(Role.CLERK, authority=authority)) for _ in range(clerks)))
    held = [one for one in given if one is not None]
    assert len(set(held)) == len(held)
    rows = await stack.rows(
        "SELECT id, claimed_by FROM application WHERE authority_adcode = :a AND claimed_by IS NOT NULL", a=authority
    )
    assert {str(row["id"]) for row in rows} == set(held)
    assert len({row["claimed_by"] for row in rows}) == len(rows)
    claims = await stack.rows(
        "SELECT aggregate_id FROM audit_event WHERE action = 'claim' AND aggregate_id = ANY(:ids)",
        ids=[row["id"] for row in rows],
    )
    assert len(claims) == len(rows)


async def test_a_case_is_handed_over_to_a_colleague(stack: Stack) -> None:
    mine = officer(Role.CLERK)
    claimed = (await act(stack, mine, await submitted(stack), "claim")).json()
    async with stack.client("clerk") as client:
        loads = (await client.get(f"{BASE}/queue/clerks")).json()["items"]
    colleague = next(clerk for clerk in loads if clerk["name"] == "示范受理员")
    answer = await act(stack, mine, claimed, "handover", {"to": colleague["id"], "note": "休假"})
    given = answer.json()
    assert (answer.status_code, given["claimed_by"], given["status"]) == (200, colleague["id"], "precheck")
    refused = await act(stack, mine, given, "precheck", {})
    assert refused.json()["type"].endswith("/claimed_by_another")
    assert (await act(stack, "clerk", given, "precheck", {})).status_code == 200


async def test_a_case_goes_to_no_stranger(stack: Stack) -> None:
    mine = officer(Role.CLERK)
    claimed = (await act(stack, mine, await submitted(stack), "claim")).json()
    answer = await act(stack, mine, claimed, "handover", {"to": str(uuid4())})
    assert (answer.status_code, list(errors_at(answer))) == (422, ["/to"])
    answer = await act(
        stack, "supervisor", claimed, "assignment", {"to": str(officer(Role.CLERK, account="reviewer").id)}
    )
    assert (answer.status_code, list(errors_at(answer))) == (422, ["/to"])


async def _least(stack: Stack) -> str:
    """The clerk with least in hand: other tests make clerks of this authority too."""
    async with stack.client("supervisor") as client:
        return str((await client.get(f"{BASE}/queue/clerks")).json()["items"][0]["id"])


async def test_the_supervisor_assigns_by_load_and_takes_from_whoever_has_it(stack: Stack) -> None:
    mine = officer(Role.CLERK)
    checked = (await act(stack, mine, await submitted(stack), "precheck", {})).json()
    least = await _least(stack)
    answer = await act(stack, "supervisor", checked, "assignment", {"note": "按负荷分配"})
    given = answer.json()
    assert (answer.status_code, given["claimed_by"], given["next"]["action"]) == (200, least, "precheck")
    fresh, least = await submitted(stack), await _least(stack)
    assert (await act(stack, "supervisor", fresh, "assignment", {})).json()["claimed_by"] == least
    assert (await act(stack, "clerk", fresh, "assignment", {})).status_code == 403


async def test_the_one_with_least_is_named_first(stack: Stack) -> None:
    clerk = officer(Role.CLERK, account="clerk")
    async with stack.client("supervisor") as client:
        before = (await client.get(f"{BASE}/queue/clerks")).json()["items"]
    await clones(stack, await submitted(stack), 3, status="precheck", claimed_by=clerk.id, active_at=utc_now())
    async with stack.client("supervisor") as client:
        after = (await client.get(f"{BASE}/queue/clerks")).json()["items"]
    held = {one["id"]: one["held"] for one in before}
    assert {one["id"]: one["held"] - held[one["id"]] for one in after} == {**dict.fromkeys(held, 0), str(clerk.id): 3}
    assert [one["held"] for one in after] == sorted(one["held"] for one in after)


async def test_without_registry_nothing_is_given_away(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    application = await submitted(stack)
    with monkeypatch.context() as patch:
        contrary(patch, stack, "registry", unreachable)
        assert (await act(stack, "supervisor", application, "assignment", {})).status_code == 503
    assert (await present(stack, application))["claimed_by"] is None


async def test_what_lies_idle_goes_back(stack: Stack) -> None:
    idle, fresh = await prechecked(stack, FAST), await prechecked(stack, FAST)
    long_ago = utc_now() - timedelta(minutes=LIMITS.idle_release.minutes + 1)
    await force(stack, idle, active_at=long_ago)
    await release_idle(stack.runtime("intake"))
    released, kept = await present(stack, idle), await present(stack, fresh)
    assert (released["status"], released["claimed_by"]) == ("submitted", None)
    assert kept["status"] == "precheck"
    again = (await act(stack, "clerk", released, "claim")).json()
    assert again["next"] == {"actor": "CK", "action": "precheck"}


@pytest.mark.parametrize("query", [{"stage": "gone"}, {"band": "x"}, {"cursor": "a" * 30}, {"limit": "0"}, {"x": "1"}])
async def test_a_wrong_query_of_the_queue_is_a_field_error(stack: Stack, query: dict[str, str]) -> None:
    async with stack.client("clerk") as clerk:
        assert (await clerk.get(f"{BASE}/queue", params=query)).status_code == 422
    async with stack.client("carrier") as agent:
        assert (await agent.get(f"{BASE}/queue")).status_code == 403
