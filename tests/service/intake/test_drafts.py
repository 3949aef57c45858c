"""Drafts: filing, reading and editing them; wrong input; whose they are."""

from uuid import uuid4

from hypothesis import HealthCheck, given, settings

from shared.contracts.demo import CARRIER_ID
from shared.domain.roles import Role
from shared.testing.stack import Stack, errors_at, keyed
from shared.testing.strategies import Corrupted, corrupted_facts
from tests.service.intake.filing import BASE, FAST, INSTANT, act, drafted, facts_of, officer, present, submitted


async def test_a_draft_has_a_version_and_no_number(stack: Stack) -> None:
    async with stack.client("carrier") as agent:
        facts = facts_of(INSTANT)
        answer = await agent.post(f"{BASE}/applications", json={"facts": facts}, headers=keyed())
        draft = answer.json()
        assert answer.status_code == 201
        assert answer.headers["ETag"] == f'"{draft["version"]}"'
        assert answer.headers["Location"] == f"{BASE}/applications/{draft['id']}"
        assert (draft["number"], draft["status"], draft["carrier_id"]) == (None, "draft", str(CARRIER_ID))
        assert draft["next"] == {"actor": "CA", "action": "submission"}
        read = await agent.get(answer.headers["Location"])
        assert read.json() == draft
        assert read.headers["ETag"] == answer.headers["ETag"]


async def test_the_same_key_files_one_draft(stack: Stack) -> None:
    async with stack.client("carrier") as agent:
        facts, headers = facts_of(INSTANT), keyed()
        first = await agent.post(f"{BASE}/applications", json={"facts": facts}, headers=headers)
        again = await agent.post(f"{BASE}/applications", json={"facts": facts}, headers=headers)
        other = await agent.post(f"{BASE}/applications", json={"facts": facts_of(FAST)}, headers=headers)
        keyless = await agent.post(f"{BASE}/applications", json={"facts": facts})
    assert (again.status_code, again.json()) == (201, first.json())
    assert other.status_code == 422
    assert other.json()["type"].endswith("/idempotency_key_reused")
    assert keyless.status_code == 400


async def test_only_agents_file_and_only_for_their_carrier(stack: Stack) -> None:
    body = {"facts": facts_of(INSTANT), "carrier_id": str(uuid4())}
    async with stack.client("carrier") as agent, stack.client("clerk") as clerk, stack.public() as nobody:
        assert (await agent.post(f"{BASE}/applications", json=body, headers=keyed())).status_code == 404
        assert (await clerk.post(f"{BASE}/applications", json=body, headers=keyed())).status_code == 403
        assert (await nobody.post(f"{BASE}/applications", json=body, headers=keyed())).status_code == 401
    async with stack.as_caller(officer(Role.COMPANY_AGENT)) as unattached:
        answer = await unattached.post(f"{BASE}/applications", json={"facts": body["facts"]}, headers=keyed())
    assert answer.status_code == 403


async def test_an_edit_replaces_facts_and_keeps_further_sets_left_out(stack: Stack) -> None:
    facts = facts_of(INSTANT)
    further = [{part: facts_of(FAST)[part] for part in ("cargo", "vehicle_set", "loaded")}]
    draft = await drafted(stack, facts, further_sets=further)
    url = f"{BASE}/applications/{draft['id']}"
    changed = {**facts, "cargo": {**facts["cargo"], "name": "柴油机组"}}
    async with stack.client("carrier") as agent:
        kept = await agent.patch(url, json={"facts": changed}, headers=keyed(draft["version"]))
        assert (kept.status_code, kept.json()["facts"]["cargo"]["name"]) == (200, "柴油机组")
        assert kept.json()["further_sets"] == draft["further_sets"]
        stale = await agent.patch(url, json={"facts": changed}, headers=keyed(draft["version"]))
        unversioned = await agent.patch(url, json={"facts": changed}, headers=keyed())
        version = int(kept.headers["ETag"].strip('"'))
        dropped = await agent.patch(url, json={"facts": changed, "further_sets": []}, headers=keyed(version))
    assert (stale.status_code, unversioned.status_code) == (412, 428)
    assert dropped.json()["further_sets"] == []
    rows = await stack.rows("SELECT facts_version, cargo_name FROM application WHERE id = :id", id=draft["id"])
    assert rows == [{"facts_version": 3, "cargo_name": "柴油机组"}]


async def test_a_submitted_application_is_not_edited(stack: Stack) -> None:
    application = await submitted(stack)
    async with stack.client("carrier") as agent:
        url, body = f"{BASE}/applications/{application['id']}", {"facts": application["facts"]}
        answer = await agent.patch(url, json=body, headers=keyed(application["version"]))
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/not_a_draft")


async def test_another_carrier_finds_nothing_and_staff_no_drafts(stack: Stack) -> None:
    draft = await drafted(stack, facts_of(INSTANT))
    url, body = f"{BASE}/applications/{draft['id']}", {"facts": draft["facts"]}
    async with stack.other_carrier(uuid4()) as other, stack.client("clerk") as clerk:
        for reader in (other, clerk):
            assert (await reader.get(url)).status_code == 404
            assert (await reader.get(f"{url}/timeline")).status_code == 404
        assert (await other.patch(url, json=body, headers=keyed(draft["version"]))).status_code == 404
        for noun in ("submission", "withdrawal"):
            assert (await other.post(f"{url}/{noun}", headers=keyed(draft["version"]))).status_code == 404
    assert (await act(stack, "clerk", draft, "claim")).status_code == 404
    assert await present(stack, draft) == draft


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wrong=corrupted_facts())
async def test_every_fault_of_the_facts_is_a_field_error(stack: Stack, wrong: Corrupted) -> None:
    async with stack.client("carrier") as agent:
        answer = await agent.post(f"{BASE}/applications", json={"facts": wrong.body}, headers=keyed())
    assert answer.status_code == 422, (wrong.pointer, wrong.corruption, answer.text)
    pointers = list(errors_at(answer))
    assert pointers
    assert all(pointer.startswith("/facts") for pointer in pointers)
