"""Photos: sniffed, bounded, given back bit for bit, to those who may see them."""

from uuid import uuid4

import pytest

from services.fieldwork.settings import LIMITS
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.fieldwork.orders import BASE, PNG, new_photo


async def test_a_photo_comes_back_as_it_was(stack: Stack) -> None:
    data = PNG + uuid4().bytes * 1000
    async with stack.client("inspector") as inspector:
        headers = {**keyed(), "Content-Type": "application/octet-stream"}
        made = await inspector.post(f"{BASE}/photos", params={"name": "桥.png"}, content=data, headers=headers)
        again = await inspector.post(f"{BASE}/photos", params={"name": "桥.png"}, content=data, headers=headers)
        read = await inspector.get(f"{BASE}/photos/{made.json()['id']}")
    assert made.status_code == 201
    assert again.json() == made.json()
    assert (made.json()["media_type"], made.json()["size_bytes"]) == ("image/png", len(data))
    assert (read.content, read.headers["Content-Type"], read.headers["X-Content-Type-Options"]) == (
        data,
        "image/png",
        "nosniff",
    )


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 x", b"<svg onload=alert(1)>", b"GIF89a" + bytes(20), b"MZ" + bytes(20)]
)
async def test_what_is_no_photo_is_refused_whatever_it_is_called(stack: Stack, data: bytes) -> None:
    async with stack.client("inspector") as inspector:
        headers = {**keyed(), "Content-Type": "image/png"}
        answer = await inspector.post(f"{BASE}/photos", params={"name": "x.png"}, content=data, headers=headers)
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (422, "file_type")


async def test_a_photo_above_the_bound_is_refused(stack: Stack) -> None:
    async with stack.client("inspector") as inspector:
        for data, expected in (
            (bytes(LIMITS.photo.max_bytes + 1), 413),
            (PNG + bytes(LIMITS.photo.max_bytes - 8), 201),
        ):
            answer = await inspector.post(f"{BASE}/photos", params={"name": "x"}, content=data, headers=keyed())
            assert answer.status_code == expected


async def test_a_photo_needs_a_name_and_a_key(stack: Stack) -> None:
    async with stack.client("inspector") as inspector:
        for params in ({}, {"name": ""}, {"name": "a\x00b"}, {"name": "x" * 201}):
            answer = await inspector.post(f"{BASE}/photos", params=params, content=PNG, headers=keyed())
            assert (answer.status_code, errors_at(answer)) == (422, ["query/name"])
        assert (await inspector.post(f"{BASE}/photos", params={"name": "x"}, content=PNG)).status_code == 400


async def test_who_sees_photos(stack: Stack) -> None:
    photo = await new_photo(stack)
    for username, expected in [("reviewer", 200), ("supervisor", 200), ("carrier", 403), ("escort", 403)]:
        async with stack.client(username) as client:
            assert (await client.get(f"{BASE}/photos/{photo}")).status_code == expected
            stored = await client.post(f"{BASE}/photos", params={"name": "x"}, content=PNG, headers=keyed())
            assert stored.status_code == 403
    async with stack.client("inspector") as inspector:
        assert (await inspector.get(f"{BASE}/photos/{uuid4()}")).status_code == 404
