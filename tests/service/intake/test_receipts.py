"""Receipts of legal acts: numbered, printed and signed once, for the applicant and the office alone."""

import asyncio
import io
from uuid import uuid4

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from services.intake.receipts.printing import print_missing
from shared.testing.stack import Stack
from tests.service.intake.filing import (
    BASE,
    INSTANT,
    Json,
    accepted,
    act,
    contrary,
    prechecked,
    submitted,
    unreachable,
)


async def receipts(stack: Stack, application: Json, who: str = "carrier") -> list[Json]:
    async with stack.client(who) as client:
        answer = await client.get(f"{BASE}/applications/{application['id']}/receipts")
    assert answer.status_code == 200, answer.text
    items: list[Json] = answer.json()["items"]
    return items


def document(application: Json, number: str) -> str:
    return f"{BASE}/applications/{application['id']}/receipts/{number}/document"


async def pdf_of(stack: Stack, application: Json, number: str, who: str = "carrier") -> bytes:
    async with stack.client(who) as client:
        answer = await client.get(document(application, number))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    return answer.content


def words(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


async def test_an_acceptance_is_a_signed_paper_made_once(stack: Stack) -> None:
    application = await accepted(stack)
    (found,) = await receipts(stack, application)
    assert found["kind"] == "acceptance"
    assert found["number"] == f"{application['number']}-SL"
    same = set(await asyncio.gather(*(pdf_of(stack, application, found["number"]) for _ in range(3))))
    same.add(await pdf_of(stack, application, found["number"], "clerk"))
    (pdf,) = same
    text = words(pdf)
    assert application["carrier_name"] in text
    assert "第三十二条第一款第五项" in text
    assert "5个工作日" in text
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    trust = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    assert (await async_validate_pdf_signature(signature, trust)).bottom_line


async def test_each_act_leaves_its_own(stack: Stack) -> None:
    application = await prechecked(stack)
    notice = {"items": [{"text": "补充轮廓图"}]}
    corrected = (await act(stack, "clerk", application, "correction-notice", notice)).json()
    withdrawn = await act(stack, "carrier", corrected, "withdrawal")
    assert withdrawn.status_code == 200, withdrawn.text
    assert [one["kind"] for one in await receipts(stack, application)] == ["correction", "withdrawal"]
    assert "1.补充轮廓图" in words(await pdf_of(stack, application, f"{application['number']}-BZ"))
    refused = (
        await act(
            stack,
            "clerk",
            await prechecked(stack),
            "non-acceptance",
            {"ground": "divisible_goods", "explanation": "货物为散装。"},
        )
    ).json()
    text = words(await pdf_of(stack, refused, f"{refused['number']}-BYSL"))
    assert "行政复议" in text
    assert "第十一条第一项" in text


async def test_the_instant_lane_gives_one_too(stack: Stack) -> None:
    application = await submitted(stack, INSTANT)
    assert [one["title"]["zh"] for one in await receipts(stack, application)] == ["行政许可申请受理通知书"]


async def test_the_timer_prints_what_nobody_fetched_and_waits_for_issuance(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = await accepted(stack)
    hash_of = "SELECT document_sha256 FROM receipt WHERE application_id = :id"
    with monkeypatch.context() as patch:
        contrary(patch, stack, "issuance", unreachable)
        await print_missing(stack.runtime("intake"))
        assert (await stack.rows(hash_of, id=application["id"]))[0]["document_sha256"] is None
        async with stack.client("carrier") as client:
            answer = await client.get(document(application, f"{application['number']}-SL"))
        assert answer.status_code == 503
    while (await stack.rows(hash_of, id=application["id"]))[0]["document_sha256"] is None:
        await print_missing(stack.runtime("intake"))


async def test_a_lost_file_is_made_again(stack: Stack) -> None:
    application = await accepted(stack)
    number = f"{application['number']}-SL"
    await pdf_of(stack, application, number)
    await stack.rows(
        "UPDATE receipt SET document_sha256 = repeat('0', 64) WHERE application_id = :id RETURNING id",
        id=application["id"],
    )
    assert "受理" in words(await pdf_of(stack, application, number))


async def test_who_may_not_read_it(stack: Stack) -> None:
    application = await accepted(stack)
    number = f"{application['number']}-SL"
    async with stack.other_carrier(uuid4()) as stranger:
        assert (await stranger.get(f"{BASE}/applications/{application['id']}/receipts")).status_code == 404
        assert (await stranger.get(document(application, number))).status_code == 404
    other = await accepted(stack)
    async with stack.client("carrier") as client:
        assert (await client.get(document(other, number))).status_code == 404
        assert (await client.get(document(application, "x"))).status_code == 422
    async with stack.client("carrier") as client:
        answer = await client.post("/api/issuance/v1/internal/papers", json={})
    assert answer.status_code == 403
