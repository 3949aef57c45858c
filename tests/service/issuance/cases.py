"""Cases for the tests of issuance: real plans and assessments, applications that exist nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import cast
from uuid import UUID, uuid4

import httpx
from sqlalchemy import text

from shared.contracts.demo import AGENCY_ID, CARRIER_ID, CARRIER_NAME, DEMO_ACCOUNTS
from shared.contracts.issuance import CaseRoute, ReviewCaseOrder
from shared.contracts.route_advisory import RouteCheck
from shared.domain.clock import utc_now
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.schema.fieldwork import EscortAssignment, Survey
from shared.schema.route_advisory import PlanHoldRow
from shared.testing.stack import Json, Stack, admin, keyed

API = "/api/issuance/v1"
LEGALLY_READ = '{"reader_id": "00000000-0000-0000-0000-000000000000", "reader_name": "x", "text": "x", "at": "2026-01-01T00:00:00Z"}'
"""A legal reader's agreement as a permit's row keeps it."""
CLERK_ID = next(account.id for account in DEMO_ACCOUNTS if account.username == "clerk")
REVIEWER_ID = next(account.id for account in DEMO_ACCOUNTS if account.username == "reviewer")
APPROVER_ID = next(account.id for account in DEMO_ACCOUNTS if account.username == "approver")


async def plan(stack: Stack, application_id: UUID, facts: Json, set_index: int = 0) -> Json:
    """A stored plan of route advisory."""
    order = {"application_id": str(application_id), "facts_version": 1, "set_index": set_index, "facts": facts}
    async with stack.service_client("issuance") as client:
        answer = await client.post("/api/route-advisory/v1/internal/route-plans", json=order, headers=keyed())
    assert answer.status_code == 200, answer.text
    return cast("Json", answer.json())


async def assessment(stack: Stack, facts: Json) -> Json:
    """The assessment of a preview."""
    async with stack.client("carrier") as client:
        answer = await client.post("/api/classification/v1/previews", json=facts)
    assert answer.status_code == 200, answer.text
    return cast("Json", answer.json())


async def case_order(
    stack: Stack, sample: str = "class1_generator_set", *, facts: Json | None = None, sets: int = 1, **changes: object
) -> Json:
    """What intake sends of an accepted application."""
    application_id = uuid4()
    what = facts or stack.facts(sample)
    judged = await assessment(stack, what)
    content = []
    for index in range(sets):
        stored = await plan(stack, application_id, what, index)
        check = RouteCheck.model_validate(stored["check"])
        route = CaseRoute.of(check, str(stored["route_hash"])).model_dump(mode="json")
        content.append(
            {"set_index": index, "facts": what, "assessment": judged, "route_plan_id": stored["id"], "route": route}
        )
    number = f"A150600{utc_now():%Y%m%d}{application_id.int % 100_000:05d}"
    return {
        "application_id": str(application_id),
        "application_number": number,
        "authority_adcode": "150600",
        "facts_version": 1,
        "carrier_id": str(CARRIER_ID),
        "carrier_name": CARRIER_NAME,
        "class": judged["class"],
        "lane": judged["lane"],
        "outcome": "permit_required",
        "sets": content,
        "prechecked_by": None if judged["lane"] == "instant" else str(CLERK_ID),
        "accepted_at": utc_now().isoformat(),
        "due_at": (utc_now() + timedelta(days=2)).isoformat(),
        **changes,
    }


async def automatic(stack: Stack, order: Json) -> Json:
    """The answer to an automatic decision."""
    async with stack.service_client("intake") as client:
        answer = await client.post(f"{API}/internal/automatic-decisions", json=order, headers=keyed())
    assert answer.status_code == 200, answer.text
    return cast("Json", answer.json())


async def opened(stack: Stack, order: Json) -> Json:
    """The case intake opened."""
    async with stack.service_client("intake") as client:
        answer = await client.post(f"{API}/internal/review-cases", json=order, headers=keyed())
    assert answer.status_code == 200, answer.text
    return cast("Json", answer.json())


async def conclude(stack: Stack, case: Json, conclusion: str = "grant", username: str = "reviewer") -> httpx.Response:
    """A reviewer's conclusion on a case."""
    body = {"conclusion": conclusion, "text": "经审查,符合条件", "conditions": ["限白天通行"]}
    async with stack.client(username) as client:
        return await client.post(
            f"{API}/review-cases/{case['id']}/conclusion", json=body, headers=keyed(cast("int", case["version"]))
        )


async def concluded(stack: Stack, order: Json, conclusion: str = "grant") -> Json:
    """A case that waits for approval."""
    answer = await conclude(stack, await opened(stack, order), conclusion)
    assert answer.status_code == 200, answer.text
    return await read_again(stack, cast("Json", answer.json()))


async def read_again(stack: Stack, case: Json) -> Json:
    """A concluded case, read by everybody who must."""
    needed = [("second-reading", "reviewer2")] if case["class"] == "III" and case["conclusion"] == "grant" else []
    needed += [("legal-reading", "supervisor")] if case["conclusion"] == "refuse" else []
    for act, username in needed:
        case = cast("Json", (await reading_of(stack, case, act, username)).json())
    return case


async def reading_of(stack: Stack, case: Json, act: str, username: str) -> httpx.Response:
    """Somebody else stands by a conclusion."""
    async with stack.client(username) as client:
        path = f"{API}/review-cases/{case['id']}/{act}"
        return await client.post(path, json={"text": "同意审查意见"}, headers=keyed(cast("int", case["version"])))


async def field(
    stack: Stack,
    order: Json,
    *,
    survey: str | None,
    escort: str | None,
    facts_version: int = 1,
    conditions: Sequence[str] = (),
) -> None:
    """What fieldwork has of an application: a survey's conclusion, an assignment's state."""
    common = {
        "application_id": UUID(str(order["application_id"])),
        "application_number": str(order["application_number"]),
        "facts_version": facts_version,
        "carrier_id": CARRIER_ID,
        "authority_adcode": "150600",
    }
    report = {"conditions": [*conditions], "inspectors": ["甲", "乙"], "photo_ids": [], "reported_at": utc_now()}
    offer = {"carrier_name": "x", "agency_id": AGENCY_ID, "spec": {}, "summary": {}, "offered_by": uuid4()}
    async with transaction(stack.runtime("fieldwork").database) as session:
        if survey:
            # Whole, as fieldwork keeps it: the job that asks for the survey reads it back.
            kept = ReviewCaseOrder.model_validate(order)
            content: Json = {"facts": [one.facts.model_dump(mode="json") for one in kept.sets], "escort_spec": {}}
            content["carrier_name"] = kept.carrier_name
            session.add(Survey(**common, **report, content=content, state="reported", conclusion=survey))
        if escort:
            session.add(EscortAssignment(**common, **offer, state=escort, respond_due=utc_now()))


def decision(case: Json, kind: str = "grant", **changes: object) -> Json:
    """The body of a decision."""
    grounds = (
        [{"clause": "超限运输车辆行驶公路管理规定第十七条", "text": "平均轴荷超过限值"}] if kind == "refuse" else []
    )
    return {"review_case_id": case["id"], "version": case["version"], "kind": kind, "grounds": grounds, **changes}


async def decide(stack: Stack, body: Json, username: str = "approver", key: str | None = None) -> httpx.Response:
    """An approver's decision."""
    async with stack.client(username) as client:
        return await client.post(f"{API}/decisions", json=body, headers=keyed(key=key))


@dataclass(frozen=True)
class Issued:
    """A permit that was issued, and the order it was issued for."""

    order: Json
    number: str
    token: str
    version: int


def approver_of(authority: str) -> Caller:
    """An approver of an authority of a test's own, so that its standing authority is no other test's."""
    return Caller(uuid4(), "试验审批人", frozenset({Role.APPROVER}), authority=authority)


async def standing(stack: Stack, authority: str, **limits: object) -> Json:
    """A standing authority of a test's own."""
    async with stack.as_caller(approver_of(authority)) as client:
        body = {"classes": ["I"], "daily_limit": 100, **limits}
        answer = await client.post(f"{API}/standing-authorities", json=body, headers=keyed())
    assert answer.status_code == 201, answer.text
    return cast("Json", answer.json())


async def switch(stack: Stack, authority: str, row: Json, act: str, **body: object) -> httpx.Response:
    """An act on a standing authority."""
    async with stack.as_caller(approver_of(authority)) as client:
        path = f"{API}/standing-authorities/{row['id']}/{act}"
        return await client.post(path, json=body, headers=keyed(cast("int", row["version"])))


async def change_permit(stack: Stack, number: str, assignments: str, **values: object) -> None:
    """Change a permit's row behind the service's back, as time or a fault would."""
    async with admin(stack.url) as connection:
        query = text(f"UPDATE permit SET {assignments} WHERE number = :number")  # noqa: S608 - a test's own words
        await connection.execute(query, {"number": number, **values})


async def age_lists(stack: Stack) -> None:
    """Make the signed lists old, so that they are signed anew when they are asked for next."""
    async with admin(stack.url) as connection:
        await connection.execute(text("UPDATE signed_list SET issued_at = issued_at - interval '2 days'"))


async def hold(stack: Stack, order: Json, reason: str = "G109 封闭施工") -> None:
    """A travel hold on the plan of an order's first set."""
    plan_id = UUID(str(cast("list[Json]", order["sets"])[0]["route_plan_id"]))
    async with transaction(stack.runtime("route_advisory").database) as session:
        session.add(PlanHoldRow(plan_id=plan_id, notice_id=uuid4(), reason=reason))


async def issued(stack: Stack, **changes: object) -> Issued:
    """A permit of the instant lane."""
    order = await case_order(stack, **changes)  # type: ignore[arg-type]
    answer = await automatic(stack, order)
    assert answer["decided"], answer
    number = str(cast("list[Json]", answer["permits"])[0]["number"])
    async with stack.client("carrier") as client:
        permit = (await client.get(f"{API}/permits/{number}")).json()
    return Issued(order, number, permit["token"], permit["version"])
