"""What anyone may ask: every verdict on a token, the public view, the signed revocation list, the match on the road."""

import base64
import json
import os
import zlib
from datetime import datetime, timedelta
from typing import cast

import base45
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from services.issuance.desk import desk_of
from services.issuance.rendering.token import PREFIX, check_token, make_token, signing_key
from services.issuance.terms import document_of
from shared.domain.clock import utc_now
from shared.testing.stack import Json, Stack, errors_at, keyed
from tests.service.issuance.cases import API, Issued, age_lists, change_permit, hold, issued
from tests.service.issuance.test_permits import row_of

NOW = "valid_from = now() - interval '1 h', valid_to = now() + interval '1 h'"


async def verify(stack: Stack, token: str) -> Json:
    async with stack.public() as client:
        answer = await client.post(f"{API}/public/verifications", json={"token": token})
    assert answer.status_code == 200, answer.text
    return cast("Json", answer.json())


async def verdict(stack: Stack, token: str) -> object:
    return (await verify(stack, token))["verdict"]


def repacked(token: str, at: int) -> str:
    """A token with one bit of its signed bytes turned."""
    signed = bytearray(zlib.decompress(base45.b45decode(token.removeprefix(PREFIX))))
    signed[at] ^= 1
    return PREFIX + str(base45.b45encode(zlib.compress(bytes(signed))), "ascii")


async def test_before_during_and_after_its_dates(stack: Stack) -> None:
    permit = await issued(stack)
    assert await verdict(stack, permit.token) == "not_yet_valid"
    await change_permit(stack, permit.number, NOW)
    answer = await verify(stack, permit.token)
    shown = cast("Json", answer["permit"])
    assert (answer["verdict"], answer["number"], shown["state"]) == ("valid", permit.number, "active")
    await change_permit(stack, permit.number, "valid_to = now() - interval '1 s'")
    assert await verdict(stack, permit.token) == "expired"


async def test_on_hold_superseded_altered(stack: Stack) -> None:
    permit = await issued(stack)
    await change_permit(stack, permit.number, NOW)
    await hold(stack, permit.order)
    assert await verdict(stack, permit.token) == "on_hold"
    await change_permit(stack, permit.number, "height_mm = height_mm + 1")
    answer = await verify(stack, permit.token)
    assert (answer["verdict"], answer["permit"]) == ("altered", None)
    await change_permit(stack, permit.number, "height_mm = height_mm - 1, plates = ARRAY['蒙K99999']::varchar[]")
    assert await verdict(stack, permit.token) == "altered"
    await change_permit(stack, permit.number, "revision = 2")
    assert await verdict(stack, permit.token) == "superseded"


@pytest.mark.parametrize("state", ["revoked", "withdrawn", "voided", "confiscated", "deregistered"])
async def test_every_end_is_revoked_before_any_date(stack: Stack, state: str) -> None:
    permit = await issued(stack)
    await change_permit(stack, permit.number, "state = :state", state=state)
    answer = await verify(stack, permit.token)
    assert answer["verdict"] == "revoked"
    assert cast("Json", answer["permit"])["state"] == state


async def test_forged_altered_unknown_key(stack: Stack) -> None:
    permit = await issued(stack)
    assert await verdict(stack, "HC1:NOT A TOKEN") == "forged"
    assert await verdict(stack, "x" * 100_000) == "forged"
    assert await verdict(stack, repacked(permit.token, -1)) == "altered"
    assert await verdict(stack, repacked(permit.token, 60)) == "altered"
    document = document_of(await row_of(stack, permit.number))
    stranger = signing_key(os.urandom(8), Ed25519PrivateKey.generate())
    assert await verdict(stack, make_token(document, stranger)) == "unknown_key"
    ours = desk_of(stack.runtime("issuance")).keys.signing
    never_issued = document.model_copy(update={"number": "DEMO-NEVER-ISSUED"})
    answer = await verify(stack, make_token(never_issued, ours))
    assert (answer["verdict"], answer["permit"]) == ("forged", None)
    async with stack.public() as client:
        too_long = await client.post(f"{API}/public/verifications", json={"token": "x" * 100_001})
    assert (too_long.status_code, errors_at(too_long)) == (422, ["/token"])


async def test_the_public_sees_no_more_than_it_may(stack: Stack) -> None:
    permit = await issued(stack)
    async with stack.public() as client:
        body = (await client.get(f"{API}/public/permits/{permit.number}")).json()
        unknown = await client.get(f"{API}/public/permits/NONE")
    assert set(body) == {
        "number",
        "state",
        "hold",
        "revision",
        "plates",
        "length_mm",
        "width_mm",
        "height_mm",
        "gross_mass_kg",
        "valid_from",
        "valid_to",
        "demonstration",
    }
    assert (body["height_mm"], body["demonstration"], body["hold"]) == (4200, True, False)
    await hold(stack, permit.order)
    async with stack.public() as client:
        assert (await client.get(f"{API}/public/permits/{permit.number}")).json()["hold"] is True
    assert unknown.status_code == 404


def unpacked(jws: str, keys: list[dict[str, str]]) -> Json:
    """The payload of a compact JWS, its signature checked with the published keys."""
    parts = [part + "=" * (-len(part) % 4) for part in jws.split(".")]
    header = json.loads(base64.urlsafe_b64decode(parts[0]))
    key = next(key for key in keys if key["kid"] == header["kid"])
    public = Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(key["x"] + "="))
    public.verify(base64.urlsafe_b64decode(parts[2]), jws.rsplit(".", 1)[0].encode())
    return cast("Json", json.loads(base64.urlsafe_b64decode(parts[1])))


async def test_the_revocation_list_is_signed_and_complete(stack: Stack) -> None:
    ended, held, lasting, expired = [await issued(stack) for _ in range(4)]
    async with stack.client("carrier") as client:
        path = f"{API}/permits/{ended.number}/voiding"
        assert (await client.post(path, json={"reason": "改期"}, headers=keyed(ended.version))).status_code == 200
    await hold(stack, held.order)
    await change_permit(stack, expired.number, "state = 'revoked', valid_to = now() - interval '1 d'")
    await age_lists(stack)
    async with stack.public() as client:
        body = (await client.get(f"{API}/public/revocations")).json()
        keys = (await client.get(f"{API}/public/keys")).json()
    assert "BEGIN CERTIFICATE" in keys["document_certificates"][0]
    payload = unpacked(body["jws"], keys["keys"])
    assert payload == {key: body[key] for key in ("issued_at", "next_update", "entries")}
    states = {entry["number"]: entry["state"] for entry in body["entries"]}
    assert states[ended.number] == "voided"
    assert states[held.number] == "on_hold"
    assert lasting.number not in states
    assert expired.number not in states, "its dates say enough"
    head, _, signature = body["jws"].split(".")
    other = base64.urlsafe_b64encode(b"{}").rstrip(b"=").decode()
    with pytest.raises(InvalidSignature):
        unpacked(f"{head}.{other}.{signature}", keys["keys"])
    desk = desk_of(stack.runtime("issuance"))
    assert check_token(body["jws"], desk.keys.verifying).verdict == "forged"


async def match(stack: Stack, permit: Issued, plates: list[str] | None = None, **measured: object) -> Json:
    body = {
        "plates": plates or ["蒙K12345", "蒙K1234挂"],
        "at": utc_now().isoformat(),
        "lon": 109.9,
        "lat": 39.7,
        "measured": measured,
    }
    async with stack.client("officer") as client:
        answer = await client.post(f"{API}/permit-matches", json=body)
    assert answer.status_code == 200, answer.text
    return cast("Json", answer.json())


def codes(answer: Json) -> list[object]:
    return [item["code"] for item in cast("list[Json]", answer["mismatches"])]


async def of_its_own(stack: Stack, plate: str) -> Issued:
    """A permit in force for a vehicle no other test uses."""
    permit = await issued(stack)
    change = f"{NOW}, plates = ARRAY[:plate, :trailer]::varchar[]"
    await change_permit(stack, permit.number, change, plate=plate, trailer="蒙K7777挂")
    return permit


async def test_a_vehicle_within_its_permit(stack: Stack) -> None:
    permit = await of_its_own(stack, "蒙KM0001")
    full = {"height_mm": 4250, "width_mm": 3000, "length_mm": 19550, "gross_mass_kg": 45706, "axle_loads_kg": [8160]}
    answer = await match(stack, permit, ["蒙KM0001"], **full)
    assert (answer["verdict"], codes(answer)) == ("permitted", [])
    assert cast("Json", answer["permit"])["number"] == permit.number


@pytest.mark.parametrize(
    ("plate", "measured", "expected"),
    [
        ("蒙KM0011", {"height_mm": 4251}, "size_height"),
        ("蒙KM0012", {"width_mm": 3051}, "size_width"),
        ("蒙KM0013", {"length_mm": 19551}, "size_length"),
        ("蒙KM0014", {"gross_mass_kg": 45707}, "mass"),
        ("蒙KM0015", {"axle_loads_kg": [5000, 8161]}, "axle_load"),
    ],
)
async def test_each_measure_beyond_its_tolerance(stack: Stack, plate: str, measured: Json, expected: str) -> None:
    permit = await of_its_own(stack, plate)
    answer = await match(stack, permit, [plate], **measured)
    assert (answer["verdict"], codes(answer)) == ("mismatch", [expected])


async def test_plate_dates_hold_and_none(stack: Stack) -> None:
    permit = await of_its_own(stack, "蒙KM0002")
    assert codes(await match(stack, permit, ["蒙KM0002", "蒙KX0000"])) == ["plate"]
    await hold(stack, permit.order)
    assert codes(await match(stack, permit, ["蒙KM0002"])) == ["hold"]
    await change_permit(stack, permit.number, "valid_to = now() - interval '1 s'")
    assert codes(await match(stack, permit, ["蒙KM0002"])) == ["dates", "hold"]
    await change_permit(stack, permit.number, "state = 'revoked'")
    assert codes(await match(stack, permit, ["蒙KM0002"])) == ["permit_none"]
    answer = await match(stack, permit, ["蒙KX1111"])
    assert (answer["verdict"], answer["permit"]) == ("no_permit", None)


async def test_the_permit_that_fits_best_is_compared(stack: Stack) -> None:
    fitting = await of_its_own(stack, "蒙KM0003")
    past = await of_its_own(stack, "蒙KM0003")
    gone = (utc_now() - timedelta(days=1)).isoformat()
    await change_permit(stack, past.number, "valid_to = :gone", gone=datetime.fromisoformat(gone))
    answer = await match(stack, fitting, ["蒙KM0003"])
    assert cast("Json", answer["permit"])["number"] == fitting.number


async def test_only_road_officers_match(stack: Stack) -> None:
    async with stack.client("carrier") as client:
        assert (await client.post(f"{API}/permit-matches", json={})).status_code == 403
    async with stack.public() as client:
        assert (await client.post(f"{API}/permit-matches", json={})).status_code == 401
