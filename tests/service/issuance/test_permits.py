"""Permits for holders and the office: reading, the document, giving up, revoking, the list."""

import asyncio
import hashlib
import io
from uuid import uuid4

import pypdf
import pytest

from services.issuance.desk import desk_of
from services.issuance.permits.documents import document_bytes
from services.issuance.permits.queries import get_permit
from services.issuance.rendering.pdf import render_pdf
from services.issuance.terms import document_of
from shared.contracts.demo import CARRIER_NAME
from shared.platform.transaction import reading
from shared.schema.issuance import Permit
from shared.testing.stack import Stack, keyed
from tests.service.issuance.cases import API, LEGALLY_READ, approver_of, change_permit, hold, issued


async def row_of(stack: Stack, number: str) -> Permit:
    async with reading(stack.runtime("issuance").database) as session:
        return await get_permit(session, number, Permit.number == number)


async def test_the_holder_reads_its_permit(stack: Stack) -> None:
    permit = await issued(stack)
    async with stack.client("carrier") as client:
        answer = await client.get(f"{API}/permits/{permit.number}")
    body = answer.json()
    assert answer.headers["ETag"] == f'"{body["version"]}"'
    assert {"number", "state", "hold", "revision", "token", "valid_from", "valid_to", "facts", "set_index"} <= set(body)
    assert (body["state"], body["hold"], body["revision"]) == ("issued", None, 1)
    assert body["token"].startswith("HC1:")
    assert any("租借" in line for line in body["conditions"])
    assert any("随车携带" in line for line in body["conditions"])


async def test_another_carrier_does_not_know_it(stack: Stack) -> None:
    permit = await issued(stack)
    async with stack.other_carrier(uuid4()) as client:
        path = f"{API}/permits/{permit.number}"
        answers = [await client.get(path), await client.get(f"{path}/document")]
        answers.append(await client.post(f"{path}/voiding", json={"reason": "不用了"}, headers=keyed(permit.version)))
        listed = (await client.get(f"{API}/permits")).json()
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert listed == {"items": [], "next_cursor": None}


@pytest.mark.parametrize(
    ("username", "status"),
    [("clerk", 200), ("reviewer", 200), ("approver", 200), ("supervisor", 200), ("officer", 200), ("escort", 403)],
)
async def test_the_office_and_road_officers_read_it(stack: Stack, username: str, status: int) -> None:
    permit = await issued(stack)
    async with stack.client(username) as client:
        assert (await client.get(f"{API}/permits/{permit.number}")).status_code == status


async def test_another_authority_does_not_know_it(stack: Stack) -> None:
    permit = await issued(stack)
    async with stack.as_caller(approver_of("150100")) as client:
        assert (await client.get(f"{API}/permits/{permit.number}")).status_code == 404


async def test_the_document_is_one_file_however_often_it_is_asked_for(stack: Stack) -> None:
    permit = await issued(stack)
    async with stack.client("carrier") as client:
        answers = await asyncio.gather(*(client.get(f"{API}/permits/{permit.number}/document") for _ in range(3)))
        answers.append(await client.get(f"{API}/permits/{permit.number}/document"))
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].headers["content-type"] == "application/pdf"
    digests = {hashlib.sha256(answer.content).hexdigest() for answer in answers}
    row = await row_of(stack, permit.number)
    assert digests == {row.document_sha256}
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answers[0].content)).pages)
    assert permit.number in text
    assert CARRIER_NAME in text
    assert "蒙K12345" in text
    assert row.version == permit.version, "a document is no change of the permit"


async def test_the_document_is_a_function_of_the_row(stack: Stack) -> None:
    permit = await issued(stack)
    first, second = [document_of(await row_of(stack, permit.number)) for _ in range(2)]
    assert render_pdf(first, permit.token) == render_pdf(second, permit.token)


async def test_a_lost_file_is_made_again(stack: Stack) -> None:
    permit = await issued(stack)
    runtime = stack.runtime("issuance")
    lost = "0" * 64
    await change_permit(stack, permit.number, "document_sha256 = :lost", lost=lost)
    made = await document_bytes(runtime, await row_of(stack, permit.number))
    row = await row_of(stack, permit.number)
    assert row.document_sha256 == hashlib.sha256(made).hexdigest() != lost
    assert await runtime.files.get(row.document_sha256) == made


async def test_the_holder_gives_it_up_once(stack: Stack) -> None:
    permit = await issued(stack)
    async with stack.client("carrier") as client:
        path, body, headers = f"{API}/permits/{permit.number}/voiding", {"reason": "改期"}, keyed(permit.version)
        first = await client.post(path, json=body, headers=headers)
        again = await client.post(path, json=body, headers=headers)
        stale = await client.post(path, json=body, headers=keyed(permit.version))
        late = await client.post(path, json=body, headers=keyed(first.json()["version"]))
        bare = await client.post(path, json=body, headers=keyed())
    assert (first.status_code, first.json()["state"], first.json()["end_reason"]) == (200, "voided", "改期")
    assert again.content == first.content
    assert [stale.status_code, late.status_code, bare.status_code] == [412, 409, 428]
    async with stack.client("approver") as client:
        assert (await client.post(path, json=body, headers=keyed(1))).status_code == 403


async def test_an_expired_permit_is_not_given_up(stack: Stack) -> None:
    permit = await issued(stack)
    await change_permit(stack, permit.number, "valid_from = now() - interval '3 d', valid_to = now() - interval '1 d'")
    async with stack.client("carrier") as client:
        path = f"{API}/permits/{permit.number}"
        assert (await client.get(path)).json()["state"] == "expired"
        answer = await client.post(f"{path}/voiding", json={"reason": "改期"}, headers=keyed(permit.version))
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[-1]) == (409, "permit_expired")


async def test_a_revocation_names_its_clause(stack: Stack) -> None:
    permit = await issued(stack)
    async with stack.client("approver") as client:
        path = f"{API}/permits/{permit.number}/revocation"
        bare = await client.post(path, json={"reason": "骗取许可"}, headers=keyed(permit.version))
        body = {"reason": "骗取许可", "clause": "行政许可法第六十九条第二款"}
        await change_permit(stack, permit.number, "legal_reading = CAST(:r AS jsonb)", r=LEGALLY_READ)
        answer = await client.post(path, json=body, headers=keyed(permit.version))
    assert bare.status_code == 422
    assert (answer.status_code, answer.json()["state"]) == (200, "revoked")
    ended = await stack.rows("SELECT end_clause FROM permit WHERE number = :number", number=permit.number)
    assert ended == [{"end_clause": "行政许可法第六十九条第二款"}]


async def test_a_hold_shows_beside_the_state(stack: Stack) -> None:
    permit = await issued(stack)
    await hold(stack, permit.order)
    async with stack.client("carrier") as client:
        body = (await client.get(f"{API}/permits/{permit.number}")).json()
        listed = (await client.get(f"{API}/permits?application_id={permit.order['application_id']}")).json()
    assert body["state"] == "issued"
    assert body["hold"]["reason"] == "G109 封闭施工"
    assert [item["hold"] for item in listed["items"]] == [True]


async def test_the_list_is_paged_newest_first(stack: Stack) -> None:
    numbers = [(await issued(stack)).number for _ in range(3)]
    seen: list[str] = []
    async with stack.client("carrier") as client:
        cursor = ""
        while len(seen) < len(numbers):
            page = (await client.get(f"{API}/permits?limit=1{cursor}")).json()
            seen += [item["number"] for item in page["items"]]
            assert len(page["items"]) == 1
            cursor = f"&cursor={page['next_cursor']}"
        by_plate = (await client.get(f"{API}/permits", params={"plate": "蒙K12345", "limit": 1})).json()
        unknown = (await client.get(f"{API}/permits", params={"plate": "蒙K00000"})).json()
        wrong = await client.get(f"{API}/permits?cursor=x")
    assert seen == list(reversed(numbers))
    assert by_plate["items"][0]["number"] == numbers[-1]
    assert unknown["items"] == []
    assert wrong.status_code == 422


async def test_unknown_and_malformed_numbers(stack: Stack) -> None:
    async with stack.client("approver") as client:
        assert (await client.get(f"{API}/permits/NONE-1")).status_code == 404
        assert (await client.get(f"{API}/permits/%00")).status_code == 422


async def test_the_row_knows_the_key_that_signed(stack: Stack) -> None:
    permit = await issued(stack)
    row = await row_of(stack, permit.number)
    assert row.key_id == desk_of(stack.runtime("issuance")).keys.signing.kid.hex()
