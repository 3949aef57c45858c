"""Bad input to previews and drafts: each field wrong in turn, and bodies that are no JSON at all: told, never a crash."""

import json

import httpx
import pytest
from hypothesis import HealthCheck, given, settings

from shared.testing.stack import Json, Stack, errors_at, keyed, sample
from shared.testing.strategies import Corrupted, corrupted_facts

PREVIEWS = "/api/classification/v1/previews"
DRAFTS = "/api/intake/v1/applications"
FACTS = json.dumps(sample("class1_generator_set"), ensure_ascii=False)
DEEP = 20_000
MARK = "𠮷示踪9f3c"
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _is_a_field_error(answer: httpx.Response, pointer: str) -> None:
    """422 with a pointer at the field, above it (a union, a cross check) or below it."""
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["type"].endswith("/invalid_fields")
    pointers = list(errors_at(answer))
    assert any(f"{one}/".startswith(f"{pointer}/") or f"{pointer}/".startswith(f"{one}/") for one in pointers), (
        pointer,
        pointers,
    )
    assert all(error["detail"] and error["code"] for error in told["errors"])


@FUZZ
@given(corrupted=corrupted_facts())
async def test_preview_tells_the_field_at_fault(stack: Stack, corrupted: Corrupted) -> None:
    async with stack.client("carrier") as client:
        _is_a_field_error(await client.post(PREVIEWS, json=corrupted.body), corrupted.pointer)


@FUZZ
@given(corrupted=corrupted_facts())
async def test_draft_tells_the_field_at_fault(stack: Stack, corrupted: Corrupted) -> None:
    async with stack.client("carrier") as client:
        answer = await client.post(DRAFTS, json={"facts": corrupted.body}, headers=keyed())
    _is_a_field_error(answer, f"/facts{corrupted.pointer}")


BODIES: dict[str, bytes] = {
    "nothing": b"",
    "space": b"  \n",
    "a word": b"nothing",
    "null": b"null",
    "a number": b"1e400",
    "not a number": b"NaN",
    "a list": b"[]",
    "half an object": FACTS.encode()[:400],
    "two objects": FACTS.encode() * 2,
    "deep lists": b"[" * DEEP + b"]" * DEEP,
    "deep objects": b'{"trip":' * DEEP + b"1" + b"}" * DEEP,
    "deep and open": b"[" * DEEP,
    "NUL": FACTS.encode().replace("柴油".encode(), b"\x00"),
    "escaped NUL": FACTS.encode().replace("柴油".encode(), b"\\u0000"),
    "lone surrogate": FACTS.encode().replace("柴油".encode(), b"\\ud800"),
    "not UTF-8": FACTS.encode().replace("柴油".encode(), b"\xff\xfe"),
    "GBK": FACTS.encode("gbk"),
    "byte order mark of UTF-16": b"\xff\xfe",
    "infinite mass": FACTS.encode().replace(b"44810", b"1e400"),
    "minus infinite place": FACTS.encode().replace(b"109.99", b"-1e999"),
    "NaN place": FACTS.encode().replace(b"109.99", b"NaN"),
    "4,400 digits": FACTS.encode().replace(b"44810", b"9" * 4400),
    "beyond 64 bits": FACTS.encode().replace(b"44810", b"18446744073709551616"),
    "beyond 32 bits": FACTS.encode().replace(b"44810", b"4294967297"),
    "many loads": FACTS.encode().replace(b"[6500,", b"[" + b"1," * 100_000),
    "same field twice": FACTS.encode().replace(b'"mass_kg": 27000', b'"mass_kg": 27000, "mass_kg": "x"'),
    "year 0": FACTS.encode().replace(b'"planned_start": "20', b'"planned_start": "00'),
    "year 9999": FACTS.encode().replace(b'"planned_end": "20', b'"planned_end": "99999'),
}


def test_every_bad_body_differs_from_the_good_one() -> None:
    assert [name for name, body in BODIES.items() if body == FACTS.encode()] == []


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("path", [PREVIEWS, DRAFTS])
async def test_garbage_is_refused(stack: Stack, path: str, name: str) -> None:
    body = BODIES[name] if path == PREVIEWS else b'{"facts": ' + BODIES[name] + b"}"
    async with stack.client("carrier") as client:
        answer = await client.post(path, content=body, headers={**keyed(), "Content-Type": "application/json"})
    assert answer.status_code in {400, 422}, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == answer.status_code
    assert told["request_id"] == answer.headers["x-request-id"]
    assert len(answer.content) < 100_000


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xml", "multipart/form-data", "", "application/json; charset=utf-16"]
)
async def test_facts_sent_as_something_else(stack: Stack, kind: str) -> None:
    async with stack.client("carrier") as client:
        answer = await client.post(PREVIEWS, content=FACTS.encode(), headers={"Content-Type": kind})
    assert answer.status_code in {200, 400, 415, 422}, answer.text


async def test_too_large_a_body_is_413(stack: Stack) -> None:
    async with stack.client("carrier") as client:
        answer = await client.post(PREVIEWS, content=b" " * (2 << 20), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert answer.json()["type"].endswith("/too_large")


async def test_the_input_is_never_echoed(stack: Stack) -> None:
    facts = sample("class1_generator_set")
    cargo = facts["cargo"]
    assert isinstance(cargo, dict)
    wrong: Json = {**facts, "cargo": {**cargo, "name": MARK * 100, "mass_kg": MARK, MARK: 1}, "body": MARK}
    async with stack.client("carrier") as client:
        answer = await client.post(PREVIEWS, json=wrong)
    assert answer.status_code == 422
    details = [error["detail"] for error in answer.json()["errors"]]
    assert details
    assert not any(MARK in detail for detail in details)
    assert MARK not in answer.json()["detail"]


async def test_a_stranger_learns_nothing_from_a_bad_body(stack: Stack) -> None:
    async with stack.public() as client:
        answer = await client.post(DRAFTS, content=b"{", headers={**keyed(), "Content-Type": "application/json"})
    assert answer.status_code in {401, 422}
