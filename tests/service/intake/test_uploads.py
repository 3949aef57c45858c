"""Files in parts, gone on with after the connection was lost; previews for whoever may read the material."""

import asyncio
import hashlib
import io
from typing import Any
from uuid import uuid4

from PIL import Image

from services.intake.materials.proofs import MATERIALS
from services.intake.uploads.commands import forget_uploads
from shared.testing.stack import Stack, keyed
from tests.service.intake.filing import BASE, FAST, Json, drafted, facts_of, hand_in, materials


def photo(side: int = 400) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((side, side), 80).convert("RGB").save(buffer, "PNG")
    return buffer.getvalue()


async def begin(stack: Stack, application: Json, data: bytes, who: str = "carrier", **changes: object) -> Any:
    order = {"code": "outline_drawing", "name": "轮廓图.png", "size_bytes": len(data), **changes}
    async with stack.client(who) as client:
        return await client.post(f"{BASE}/applications/{application['id']}/uploads", json=order, headers=keyed())


def part_url(application: Json, upload: Json, noun: str = "parts") -> str:
    return f"{BASE}/applications/{application['id']}/uploads/{upload['id']}/{noun}"


async def send(stack: Stack, application: Json, upload: Json, offset: int, data: bytes, key: str | None = None) -> Any:
    headers = {**keyed(key=key), "Content-Type": "application/octet-stream"}
    async with stack.client("carrier") as client:
        url = part_url(application, upload)
        return await client.post(url, params={"offset": offset}, content=data, headers=headers)


async def complete(stack: Stack, application: Json, upload: Json) -> Any:
    async with stack.client("carrier") as client:
        return await client.post(part_url(application, upload, "completion"), headers=keyed())


async def test_a_file_in_parts_becomes_a_material(stack: Stack) -> None:
    application, data = await drafted(stack, facts_of(FAST)), photo()
    digest = hashlib.sha256(data).hexdigest()
    upload = (await begin(stack, application, data, sha256=digest)).json()
    third = len(data) // 3
    key = str(uuid4())
    for _ in range(2):  # the answer was lost: the same part under the same key
        answer = await send(stack, application, upload, 0, data[:third], key)
        assert answer.json()["received_bytes"] == third, answer.text
    early = await complete(stack, application, upload)
    assert (early.status_code, early.json()["received_bytes"]) == (409, third)
    wrong = await send(stack, application, upload, 0, data[:third])
    assert (wrong.status_code, wrong.json()["received_bytes"]) == (409, third)
    async with stack.client("carrier") as client:
        stands = (await client.get(f"{BASE}/applications/{application['id']}/uploads/{upload['id']}")).json()
    assert stands["received_bytes"] == third
    assert (await send(stack, application, upload, third, data[third:])).status_code == 200
    done = await complete(stack, application, upload)
    assert done.status_code == 201, done.text
    assert (done.json()["sha256"], done.json()["media_type"]) == (digest, "image/png")
    assert [one["id"] for one in (await materials(stack, application))["files"]] == [done.json()["id"]]
    assert await stack.rows("SELECT 1 FROM upload_part WHERE upload_id = :id", id=upload["id"]) == []
    assert (await complete(stack, application, upload)).status_code == 404


async def test_two_senders_at_once_leave_one_part(stack: Stack) -> None:
    application, data = await drafted(stack, facts_of(FAST)), photo()
    upload = (await begin(stack, application, data)).json()
    answers = await asyncio.gather(*(send(stack, application, upload, 0, data[:1000]) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


async def test_what_is_wrong_is_said(stack: Stack) -> None:
    application, data = await drafted(stack, facts_of(FAST)), photo()
    assert (await begin(stack, application, data, size_bytes=MATERIALS.bounds.max_bytes + 1)).status_code == 413
    assert (await begin(stack, application, data, code="nothing")).status_code == 422
    damaged = (await begin(stack, application, data, sha256="0" * 64)).json()
    assert (await send(stack, application, damaged, 0, data)).status_code == 200
    refused = await complete(stack, application, damaged)
    assert refused.json()["type"].endswith("/upload_damaged")
    text = b"no picture at all"
    plain = (await begin(stack, application, text)).json()
    assert (await send(stack, application, plain, 0, text + b"!")).status_code == 422
    assert (await send(stack, application, plain, 0, b"")).status_code == 422
    assert (await send(stack, application, plain, 0, text)).status_code == 200
    assert (await complete(stack, application, plain)).status_code == 422


async def test_uploads_of_others_and_too_many(stack: Stack) -> None:
    application, data = await drafted(stack, facts_of(FAST)), photo(20)
    upload = (await begin(stack, application, data)).json()
    async with stack.other_carrier(uuid4()) as stranger:
        assert (
            await stranger.get(f"{BASE}/applications/{application['id']}/uploads/{upload['id']}")
        ).status_code == 404
        headers = {**keyed(), "Content-Type": "application/octet-stream"}
        answer = await stranger.post(part_url(application, upload), params={"offset": 0}, content=data, headers=headers)
        assert answer.status_code == 404
    other = await drafted(stack, facts_of(FAST))
    assert (await send(stack, other, upload, 0, data)).status_code == 404
    for _ in range(MATERIALS.bounds.max_uploads - 1):
        assert (await begin(stack, application, data)).status_code == 201
    assert (await begin(stack, application, data)).json()["type"].endswith("/too_many_uploads")


async def test_what_is_never_completed_is_forgotten(stack: Stack) -> None:
    application, data = await drafted(stack, facts_of(FAST)), photo(20)
    old = (await begin(stack, application, data)).json()
    fresh = (await begin(stack, application, data)).json()
    assert (await send(stack, application, old, 0, data)).status_code == 200
    hours = MATERIALS.bounds.upload_hours + 1
    query = "UPDATE upload SET created_at = now() - make_interval(hours => :hours) WHERE id = :id RETURNING id"
    await stack.rows(query, hours=hours, id=old["id"])
    await forget_uploads(stack.runtime("intake"))
    left = await stack.rows("SELECT id FROM upload WHERE application_id = :id", id=application["id"])
    assert [str(row["id"]) for row in left] == [fresh["id"]]
    assert await stack.rows("SELECT 1 FROM upload_part WHERE upload_id = :id", id=old["id"]) == []


async def test_a_preview_is_drawn_once_for_whoever_may_read_it(stack: Stack) -> None:
    application = await drafted(stack, facts_of(FAST))
    file = (await hand_in(stack, "carrier", application, "outline_drawing", photo())).json()
    url = f"{BASE}/applications/{application['id']}/materials/{file['id']}/preview"
    async with stack.client("carrier") as client:
        first, again = await client.get(url), await client.get(url)
    assert first.headers["content-type"] == "image/png"
    assert first.content == again.content
    async with stack.other_carrier(uuid4()) as stranger:
        assert (await stranger.get(url)).status_code == 404
    broken = (await hand_in(stack, "carrier", application, "escort_plan", b"%PDF-1.7\nnothing")).json()
    async with stack.client("carrier") as client:
        for _ in range(2):
            answer = await client.get(f"{BASE}/applications/{application['id']}/materials/{broken['id']}/preview")
            assert (answer.status_code, answer.content) == (204, b"")
    rows = await stack.rows("SELECT preview_sha256 FROM material WHERE id = :id", id=broken["id"])
    assert rows[0]["preview_sha256"] == "-"
