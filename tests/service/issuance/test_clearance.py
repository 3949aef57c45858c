"""The field and the decision in step: what is taken back beside a grant, what a grant prints of survey and escort."""

import asyncio
from typing import cast
from uuid import UUID, uuid4

import httpx
import pytest

from services.issuance.decisions import commands, issuing
from services.issuance.jobs import HANDLERS
from services.issuance.review_cases.commands import CaseRef
from shared.platform.transaction import transaction
from shared.schema.fieldwork import EscortAgency
from shared.testing.stack import Json, Stack, keyed
from tests.service.issuance.cases import API, case_order, concluded, decide, decision, field, opened
from tests.service.issuance.test_decisions import code

FAST = "class2_excavator"


async def _cancel(stack: Stack, order: Json) -> httpx.Response:
    query = "SELECT id, version FROM escort_assignment WHERE application_id = :id"
    row = (await stack.rows(query, id=UUID(str(order["application_id"]))))[0]
    async with stack.client("carrier") as client:
        path = f"/api/fieldwork/v1/assignments/{row['id']}/cancellation"
        return await client.post(path, headers=keyed(cast("int", row["version"])))


async def _ready(stack: Stack) -> tuple[Json, Json]:
    order = await case_order(stack, FAST, lane="survey")
    case = await concluded(stack, order)
    await field(stack, order, survey="pass", escort="accepted")
    return order, case


async def test_an_escort_is_not_cancelled_beside_a_grant_under_way(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    order, case = await _ready(stack)
    reached, go_on, issue = asyncio.Event(), asyncio.Event(), issuing.issue

    async def slow(*args: object, **kwargs: object) -> object:
        reached.set()
        await go_on.wait()
        return await issue(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(commands, "issue", slow)
    granting = asyncio.create_task(decide(stack, decision(case)))
    await reached.wait()
    cancelling = asyncio.create_task(_cancel(stack, order))
    done, _ = await asyncio.wait({cancelling}, timeout=0.3)
    assert not done, "it must wait for the decision"
    go_on.set()
    assert (await granting).status_code == 201
    refused = await cancelling
    assert (refused.status_code, code(refused)) == (409, "case_decided")


async def test_a_grant_never_stands_beside_a_cancelled_escort(stack: Stack) -> None:
    for _ in range(6):
        order, case = await _ready(stack)
        granted, cancelled = await asyncio.gather(decide(stack, decision(case)), _cancel(stack, order))
        assert {granted.status_code, cancelled.status_code} in ({201, 409}, {409, 200}), granted.text
        if granted.status_code == 409:
            assert code(granted) == "escort_missing"


async def test_the_permit_prints_survey_conditions_and_the_agency(stack: Stack) -> None:
    order = await case_order(stack, FAST, lane="survey")
    case = await concluded(stack, order)
    name = f"平安护送{uuid4().hex[:6]}有限公司"
    async with transaction(stack.runtime("fieldwork").database) as session:
        agency = EscortAgency(id=uuid4(), name=name, phone="0477-1", state="qualified", vehicles=2, staff=4)
        session.add(agency)
        agency_id = agency.id
    await field(stack, order, survey="pass_with_conditions", escort="accepted", conditions=["K12 处移开护栏"])
    async with transaction(stack.runtime("fieldwork").database) as session:
        connection = await session.connection()
        await connection.exec_driver_sql(
            "UPDATE escort_assignment SET agency_id = $1 WHERE application_id = $2",
            (agency_id, UUID(str(order["application_id"]))),
        )
    made = await decide(stack, decision(case))
    assert made.status_code == 201, made.text
    async with stack.client("carrier") as client:
        permit = (await client.get(f"{API}/permits/{made.json()['permits'][0]['number']}")).json()
    assert "勘验要求：K12 处移开护栏" in permit["conditions"]
    if any("前导车" in line for line in permit["conditions"]):
        assert any(f"护送单位：{name}" in line for line in permit["conditions"])


class Field:
    """A stand-in for fieldwork: keeps what it is told to close."""

    def __init__(self) -> None:
        self.closed: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.closed.append(request.url.path.split("/")[-2])
        return httpx.Response(200, json={"surveys": 1, "assignments": 1})


@pytest.mark.parametrize("end", ["withdrawn", "refused", "granted"])
async def test_the_field_is_closed_when_a_case_ends_without_a_permit(
    stack: Stack, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    order = await case_order(stack, FAST, lane="survey")
    if end == "withdrawn":
        case = await opened(stack, order)
        async with stack.service_client("intake") as client:
            path = f"{API}/internal/review-cases/{order['application_id']}/closure"
            assert (await client.post(path, headers=keyed())).status_code == 200
    else:
        case = await concluded(stack, order, "refuse" if end == "refused" else "grant")
        await field(stack, order, survey="pass", escort="accepted")
        assert (await decide(stack, decision(case, "refuse" if end == "refused" else "grant"))).status_code == 201
    waiting = await stack.rows(
        "SELECT 1 FROM pgqueuer WHERE entrypoint = 'issuance.close_field' AND encode(payload, 'escape') LIKE :id",
        id=f"%{case['id']}%",
    )
    assert len(waiting) == (0 if end == "granted" else 1)
    told = Field()
    client = httpx.AsyncClient(transport=httpx.MockTransport(told), base_url="http://fieldwork.test")
    monkeypatch.setitem(cast("dict[str, httpx.AsyncClient]", stack.runtime("issuance").http), "fieldwork", client)
    payload = CaseRef(review_case_id=UUID(str(case["id"]))).model_dump_json().encode()
    await HANDLERS["issuance.close_field"](stack.runtime("issuance"), payload)
    assert told.closed == ([] if end == "granted" else [order["application_id"]])
