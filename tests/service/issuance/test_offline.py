"""Checks without a network: every verdict from keys and lists alone, stale and forged lists told apart, the command."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from services.issuance.offline.checking import check_offline, keys_of, open_list, permits_by_plate
from services.issuance.verify import main
from shared.contracts.verification import ActiveExtract, PublicKeys, RevocationList
from shared.domain.clock import utc_now
from shared.testing.stack import Json, Stack, keyed
from tests.service.issuance.cases import API, LEGALLY_READ, age_lists, change_permit, hold, issued
from tests.service.issuance.test_changes import change, later


async def fetched(stack: Stack, name: str) -> bytes:
    async with stack.public() as public:
        return (await public.get(f"{API}/public/{name}")).content


async def test_every_verdict_without_a_network(stack: Stack) -> None:
    good, held, ended, changed = [await issued(stack) for _ in range(4)]
    await hold(stack, held.order)
    await change_permit(stack, ended.number, "legal_reading = CAST(:r AS jsonb)", r=LEGALLY_READ)
    async with stack.client("approver") as client:
        body = {"reason": "骗取", "clause": "第六十九条"}
        path = f"{API}/permits/{ended.number}/revocation"
        assert (await client.post(path, json=body, headers=keyed(ended.version))).status_code == 200
    newer = (await change(stack, changed.number, dates=later(changed, 1))).json()["token"]
    await age_lists(stack)
    keys = keys_of(PublicKeys.model_validate_json(await fetched(stack, "keys")))
    body_now = await fetched(stack, "revocations")
    now = utc_now()
    fresh = open_list(body_now, keys, now, RevocationList)
    assert fresh.state == "fresh"

    def verdict(token: str, moment: datetime = now) -> str:
        return check_offline(token, keys, fresh, moment).verdict

    running = datetime.fromisoformat(later(good, 0)["valid_from"]) + timedelta(minutes=1)
    over = datetime.fromisoformat(later(good, 0)["valid_to"]) + timedelta(minutes=1)
    assert verdict(good.token) == "not_yet_valid"
    assert verdict(good.token, running) == "valid"
    assert verdict(good.token, over) == "expired"
    assert verdict(held.token, running) == "on_hold"
    assert verdict(ended.token, running) == "revoked"
    assert verdict(changed.token, running) == "superseded"
    assert verdict(newer) == "not_yet_valid"
    assert verdict(good.token[:-4] + "ABCD") in {"forged", "altered"}
    assert verdict("HC1:ABC") == "forged"
    nobody = keys_of(PublicKeys(keys=[], document_certificates=[]))
    assert check_offline(good.token, nobody, fresh, running).verdict == "unknown_key"
    stale = open_list(body_now, keys, now + timedelta(days=3), RevocationList)
    assert stale.state == "stale"
    late = check_offline(good.token, keys, stale, running)
    assert (late.verdict, late.relied_on) == ("valid", False)


@pytest.mark.parametrize("what", ["entries", "jws", "kind", "text"])
async def test_a_list_that_was_touched_is_not_believed(stack: Stack, what: str) -> None:
    await issued(stack)
    keys = keys_of(PublicKeys.model_validate_json(await fetched(stack, "keys")))
    body = await fetched(stack, "extract" if what == "kind" else "revocations")
    whole = cast("Json", json.loads(body))
    touched: dict[str, bytes] = {
        "entries": json.dumps({**whole, "next_update": "2099-01-01T00:00:00Z"}).encode(),
        "jws": json.dumps({**whole, "jws": str(whole["jws"])[:-6] + "AAAAAA"}).encode(),
        "kind": json.dumps({**whole, "entries": []}).encode(),
        "text": b"{}",
    }
    assert open_list(touched[what], keys, utc_now(), RevocationList).state == "forged"
    assert open_list(None, keys, utc_now(), RevocationList).state == "missing"


async def test_lists_are_signed_once_and_answered_from_what_is_kept(stack: Stack) -> None:
    await age_lists(stack)
    async with stack.public() as public:
        first = await public.get(f"{API}/public/revocations")
        again = await public.get(f"{API}/public/revocations")
        same = await public.get(f"{API}/public/revocations", headers={"If-None-Match": first.headers["ETag"]})
    assert first.content == again.content
    assert (same.status_code, same.content) == (304, b"")


async def test_the_extract_is_searched_by_the_end_of_a_plate(stack: Stack) -> None:
    facts = stack.facts("class1_generator_set")
    vehicles = cast("dict[str, list[Json]]", facts["vehicle_set"])
    plate = str(vehicles["tractors"][0]["plate"])
    permit = await issued(stack)
    begin, end = utc_now() - timedelta(hours=1), utc_now() + timedelta(days=2)
    await change_permit(stack, permit.number, "valid_from = :b, valid_to = :e", b=begin, e=end)
    await age_lists(stack)
    keys = keys_of(PublicKeys.model_validate_json(await fetched(stack, "keys")))
    extract = open_list(await fetched(stack, "extract"), keys, utc_now(), ActiveExtract)
    assert extract.content is not None
    assert permit.number in {entry.number for entry in permits_by_plate(extract.content, plate[-5:].lower())}
    assert permits_by_plate(extract.content, plate[-4:]) == ()
    assert permits_by_plate(extract.content, "ZZZZZ") == []


async def test_the_command_says_what_it_found_by_its_exit_code(
    stack: Stack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    permit = await issued(stack)
    await age_lists(stack)
    for name in ("keys", "revocations", "extract"):
        (tmp_path / name).write_bytes(await fetched(stack, name))
    keys, lists = ["--keys", str(tmp_path / "keys")], ["--revocations", str(tmp_path / "revocations")]
    running = datetime.fromisoformat(later(permit, 0)["valid_from"]) + timedelta(minutes=1)
    fresh = datetime.now(UTC)
    capsys.readouterr()
    assert main([*keys, *lists, permit.token], moment=fresh) == 1
    assert json.loads(capsys.readouterr().out)["verdict"] == "not_yet_valid"
    assert main([*keys, *lists, permit.token], moment=running) == 3
    told = json.loads(capsys.readouterr().out)
    assert (told["verdict"], told["list"], told["permit"]["number"]) == ("valid", "stale", permit.number)
    assert main([*keys, permit.token], moment=running) == 3
    assert main([*keys, "--revocations", str(tmp_path / "none"), permit.token]) == 2
    assert main([*keys, "--extract", str(tmp_path / "extract"), "--plate", "ZZZZZ"]) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["permits"] == []
