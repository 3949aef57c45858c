"""Jobs of issuance: what intake and fieldwork are told, and that a late or repeated job does no harm."""

import json
from typing import cast
from uuid import UUID, uuid4

import httpx
import pytest

from services.issuance.decisions.issuing import PermitRef
from services.issuance.jobs import HANDLERS
from services.issuance.papers.giving import PRINT_PAPER, PaperRef
from services.issuance.review_cases.commands import CaseRef
from shared.domain.errors import NotFound, Unavailable
from shared.testing.stack import Json, Stack
from tests.service.issuance.cases import case_order, concluded, decide, decision, issued, opened
from tests.service.issuance.test_permits import row_of

FAST = "class2_excavator"


class Intake:
    """A stand-in for intake: keeps what it is told."""

    def __init__(self, status: int = 200) -> None:
        self.told: list[Json] = []
        self.status = status

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.told.append(json.loads(request.content))
        problem = {"type": "x/unavailable", "title": "", "status": 503, "detail": "", "request_id": "", "errors": []}
        return httpx.Response(self.status, json={"taken": True} if self.status == 200 else problem)


def listen(stack: Stack, monkeypatch: pytest.MonkeyPatch, status: int = 200) -> Intake:
    intake = Intake(status)
    client = httpx.AsyncClient(transport=httpx.MockTransport(intake), base_url="http://intake.test")
    monkeypatch.setitem(cast("dict[str, httpx.AsyncClient]", stack.runtime("issuance").http), "intake", client)
    return intake


async def mirror(stack: Stack, case: Json) -> None:
    payload = CaseRef(review_case_id=UUID(str(case["id"]))).model_dump_json().encode()
    await HANDLERS["issuance.mirror_stage"](stack.runtime("issuance"), payload)


async def test_intake_is_told_each_stage_in_order(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    intake = listen(stack, monkeypatch)
    order = await case_order(stack, FAST)
    case = await concluded(stack, order)
    await mirror(stack, case)
    made = (await decide(stack, decision(case))).json()
    await mirror(stack, case)
    await mirror(stack, case)
    assert [told["stage"] for told in intake.told] == ["sent_for_approval", "issue", "issue"]
    assert [told["stage_seq"] for told in intake.told] == [1, 2, 2]
    number = made["permits"][0]["number"]
    assert intake.told[1]["permits"] == [{"number": number, "set_index": 0, "state": "issued"}]
    assert intake.told[1]["application_id"] == order["application_id"]


async def test_a_refusal_is_told_without_permits(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    intake = listen(stack, monkeypatch)
    case = await concluded(stack, await case_order(stack, FAST), "refuse")
    await decide(stack, decision(case, "refuse"))
    await mirror(stack, case)
    assert (intake.told[0]["stage"], intake.told[0]["permits"]) == ("refusal", [])


async def test_an_intake_that_is_away_is_told_later(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    listen(stack, monkeypatch, status=503)
    case = await concluded(stack, await case_order(stack, FAST))
    with pytest.raises(Unavailable):
        await mirror(stack, case)


async def test_fieldwork_is_asked_for_one_survey(stack: Stack) -> None:
    order = await case_order(stack, "class3_wind_blade")
    case = await opened(stack, order)
    payload = CaseRef(review_case_id=UUID(str(case["id"]))).model_dump_json().encode()
    for _ in range(2):
        await HANDLERS["issuance.request_survey"](stack.runtime("issuance"), payload)
    surveys = await stack.rows(
        "SELECT facts_version, state FROM survey WHERE application_id = :id", id=UUID(str(order["application_id"]))
    )
    assert surveys == [{"facts_version": 1, "state": "requested"}]


async def test_the_document_is_made_by_the_job(stack: Stack) -> None:
    permit = await issued(stack)
    row = await row_of(stack, permit.number)
    assert row.document_sha256 is None
    payload = PermitRef(permit_id=row.id).model_dump_json().encode()
    await HANDLERS["issuance.render_document"](stack.runtime("issuance"), payload)
    first = (await row_of(stack, permit.number)).document_sha256
    await HANDLERS["issuance.render_document"](stack.runtime("issuance"), payload)
    assert first is not None
    assert (await row_of(stack, permit.number)).document_sha256 == first


@pytest.mark.parametrize("job", sorted(HANDLERS))
async def test_a_job_for_nothing_says_so(stack: Stack, job: str) -> None:
    known = {"issuance.render_document": PermitRef(permit_id=uuid4()), PRINT_PAPER: PaperRef(paper_id=uuid4())}
    payload = known.get(job, CaseRef(review_case_id=uuid4())).model_dump_json().encode()
    with pytest.raises(NotFound):
        await HANDLERS[job](stack.runtime("issuance"), payload)
