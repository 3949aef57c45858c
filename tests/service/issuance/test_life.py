"""The life of a permit: every act of the table in every state, what each needs, holds beside the state, what intake is told."""

from datetime import timedelta
from typing import Final, cast
from uuid import UUID

import httpx
import pytest

from services.issuance.jobs import HANDLERS
from services.issuance.review_cases.commands import CaseRef
from shared.domain.clock import utc_now
from shared.domain.lifecycle.permit import PERMIT
from shared.testing.stack import Json, Stack, keyed
from tests.service.issuance.cases import API, change_permit, issued
from tests.service.issuance.test_decisions import code
from tests.service.issuance.test_jobs import listen

GROUND: Final = {"reason": "试验", "clause": "行政许可法第六十九条"}
ACTS: Final[dict[str, tuple[str, str, Json]]] = {
    "voiding": ("voiding", "carrier", {"reason": "不用了"}),
    "authority_withdrawal": ("authority-withdrawal", "approver", {**GROUND, "compensation": "已告知补偿"}),
    "revocation": ("revocation", "approver", {**GROUND}),
    "confiscation": ("confiscation", "approver", {**GROUND}),
    "deregistration": ("deregistration", "approver", {"reason": "到期注销"}),
}
STORED: Final = tuple(state for state in PERMIT.states if state not in {"active", "expired", "superseded"})


async def act(stack: Stack, number: str, event: str, username: str | None = None) -> httpx.Response:
    path, who, body = ACTS[event]
    async with stack.client(username or who) as client:
        version = cast(
            "int", (await stack.rows("SELECT version FROM permit WHERE number = :n", n=number))[-1]["version"]
        )
        return await client.post(f"{API}/permits/{number}/{path}", json=body, headers=keyed(version))


async def shown(stack: Stack, number: str) -> Json:
    async with stack.client("approver") as client:
        return cast("Json", (await client.get(f"{API}/permits/{number}")).json())


@pytest.mark.parametrize("state", STORED)
async def test_each_act_in_each_state_is_as_the_table_says(stack: Stack, state: str) -> None:
    permit = await issued(stack)
    for event in ACTS:
        reading = '{"reader_id": "00000000-0000-0000-0000-000000000000", "reader_name": "x", "text": "x", "at": "2026-01-01T00:00:00Z"}'
        await change_permit(stack, permit.number, "state = :s, legal_reading = CAST(:r AS jsonb)", s=state, r=reading)
        answer = await act(stack, permit.number, event)
        target = next((row.target for row in PERMIT.rows if (row.source, row.event) == (state, event)), None)
        if target is None:
            assert (answer.status_code, code(answer)) == (409, "transition_not_allowed"), event
        elif (state, event) == ("issued", "deregistration"):
            assert (answer.status_code, code(answer)) == (409, "permit_in_force")
        else:
            assert answer.status_code == 200, answer.text
            assert answer.json()["state"] == target


async def test_a_revocation_waits_for_the_legal_reader(stack: Stack) -> None:
    permit = await issued(stack)
    assert code(await act(stack, permit.number, "revocation")) == "legal_reader_missing"
    async with stack.client("supervisor") as client:
        path = f"{API}/permits/{permit.number}/legal-reading"
        read = await client.post(path, json={"text": "同意撤销"}, headers=keyed(permit.version))
    assert read.status_code == 200, read.text
    assert (await act(stack, permit.number, "revocation")).json()["end_clause"] == GROUND["clause"]


async def test_striking_off_keeps_how_it_ended(stack: Stack) -> None:
    permit = await issued(stack)
    assert (await act(stack, permit.number, "voiding")).status_code == 200
    struck = (await act(stack, permit.number, "deregistration")).json()
    assert (struck["state"], struck["end_state"], struck["end_reason"]) == ("deregistered", "voided", "不用了")
    expired = await issued(stack)
    begin, end = utc_now() - timedelta(days=9), utc_now() - timedelta(days=1)
    await change_permit(stack, expired.number, "valid_from = :b, valid_to = :e", b=begin, e=end)
    assert (await act(stack, expired.number, "deregistration")).json()["state"] == "deregistered"


async def test_intake_is_told_when_a_permit_ends(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    intake, permit = listen(stack, monkeypatch), await issued(stack)
    assert (await act(stack, permit.number, "voiding")).status_code == 200
    query = "SELECT id FROM review_case WHERE application_id = :id"
    case = (await stack.rows(query, id=UUID(str(permit.order["application_id"]))))[0]
    payload = CaseRef(review_case_id=cast("UUID", case["id"])).model_dump_json().encode()
    await HANDLERS["issuance.mirror_stage"](stack.runtime("issuance"), payload)
    assert intake.told[-1]["permits"] == [{"number": permit.number, "set_index": 0, "state": "voided"}]
    assert cast("int", intake.told[-1]["stage_seq"]) >= 1


async def hold(stack: Stack, number: str, username: str, path: str = "suspension") -> httpx.Response:
    version = cast("int", (await shown(stack, number))["version"])
    async with stack.client(username) as client:
        return await client.post(f"{API}/permits/{number}/{path}", json={"reason": "桥面塌陷"}, headers=keyed(version))


async def test_a_road_officers_hold_ends_by_itself_unless_an_approver_confirms_it(stack: Stack) -> None:
    permit = await issued(stack)
    put = await hold(stack, permit.number, "officer")
    assert (put.json()["state"], put.json()["hold"]["reason"]) == ("issued", "桥面塌陷")
    async with stack.public() as public:
        assert (await public.get(f"{API}/public/permits/{permit.number}")).json()["hold"]
        verdict = await public.post(f"{API}/public/verifications", json={"token": permit.token})
    assert verdict.json()["verdict"] == "on_hold"
    assert code(await hold(stack, permit.number, "officer")) == "already_on_hold"
    async with stack.client("carrier") as client:
        listed = (await client.get(f"{API}/permits?application_id={permit.order['application_id']}")).json()["items"]
    assert listed[0]["hold"]
    until = (await stack.rows("SELECT until FROM permit_hold WHERE permit_number = :n", n=permit.number))[0]["until"]
    assert utc_now() < until <= utc_now() + timedelta(hours=24)  # type: ignore[operator]
    assert (await hold(stack, permit.number, "approver")).status_code == 200
    assert code(await hold(stack, permit.number, "officer", "resumption")) == "hold_of_another"
    assert (await hold(stack, permit.number, "approver", "resumption")).json()["hold"] is None
    assert code(await hold(stack, permit.number, "approver", "resumption")) == "not_on_hold"


async def test_an_expired_hold_no_longer_holds_and_gives_way_to_a_new_one(stack: Stack) -> None:
    permit = await issued(stack)
    assert (await hold(stack, permit.number, "officer")).status_code == 200
    past = "UPDATE permit_hold SET until = now() - interval '1 minute' WHERE permit_number = :n RETURNING 1"
    await stack.rows(past, n=permit.number)
    assert (await shown(stack, permit.number))["hold"] is None
    assert (await hold(stack, permit.number, "officer")).json()["hold"] is not None


async def test_others_do_not_hold_or_end_it(stack: Stack) -> None:
    permit = await issued(stack)
    for event, username in (("revocation", "reviewer"), ("voiding", "approver"), ("deregistration", "officer")):
        assert (await act(stack, permit.number, event, username)).status_code == 403
    assert (await hold(stack, permit.number, "carrier")).status_code == 403
