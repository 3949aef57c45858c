"""What the applicant is told of each act, and the thread between applicant and office."""

from typing import Any
from uuid import uuid4

from shared.contracts.demo import CARRIER_ID
from shared.testing.stack import Stack, keyed
from tests.service.intake.filing import (
    BASE,
    INSTANT,
    Json,
    act,
    drafted,
    facts_of,
    hand_in_missing,
    prechecked,
    present,
    submitted,
)

REGISTRY = "/api/registry/v1"


async def told(stack: Stack, application: Json) -> list[Json]:
    """What the carrier was told about an application, oldest first."""
    rows = await stack.rows(
        "SELECT template, data, carrier_id FROM notification WHERE subject_id = :id ORDER BY xact, id",
        id=application["id"],
    )
    assert {row["carrier_id"] for row in rows} <= {CARRIER_ID}
    return rows


async def acts_told(stack: Stack, application: Json) -> list[str]:
    return [str(row["template"]).removeprefix("application.") for row in await told(stack, application)]


async def write(stack: Stack, who: str, application: Json, text: str, **more: Any) -> Any:
    async with stack.client(who) as client:
        url = f"{BASE}/applications/{application['id']}/messages"
        return await client.post(url, json={"text": text}, headers=keyed(**more))


async def thread(stack: Stack, who: str, application: Json) -> list[Json]:
    async with stack.client(who) as client:
        answer = await client.get(f"{BASE}/applications/{application['id']}/messages")
    assert answer.status_code == 200, answer.text
    items: list[Json] = answer.json()["items"]
    return items


async def test_an_instant_permit_is_told_step_by_step(stack: Stack) -> None:
    application = await submitted(stack, INSTANT)
    assert application["status"] == "issued"
    assert await acts_told(stack, application) == ["submission", "automatic_acceptance", "automatic_decision"]
    last = (await told(stack, application))[-1]["data"]
    assert last["permits"] == application["permits"][0]["number"]


async def test_correction_termination_and_acceptance_tell_what_they_say(stack: Stack) -> None:
    application = await submitted(stack)
    await hand_in_missing(stack, application)
    claimed = (await act(stack, "clerk", application, "precheck", {})).json()
    items = {"items": [{"pointer": "/facts/cargo", "text": "补充货物照片"}, {"text": "重新填写路线"}]}
    corrected = (await act(stack, "clerk", claimed, "correction-notice", items)).json()
    assert (await told(stack, application))[-1]["data"]["items"] == ["补充货物照片", "重新填写路线"]
    again = (await act(stack, "carrier", corrected, "resubmission", {})).json()
    stop = {"reason": "wrong_route", "guidance": "请按实际路线填写"}
    ended = await act(stack, "clerk", again, "termination", stop)
    assert ended.status_code == 200, ended.text
    assert await acts_told(stack, application) == ["submission", "correction_notice", "resubmission", "termination"]
    assert (await told(stack, application))[-1]["data"]["receipt"].endswith("-ZZ")


async def test_an_act_that_is_refused_tells_nothing(stack: Stack) -> None:
    application = await prechecked(stack)
    before = await acts_told(stack, application)
    stale = await act(stack, "clerk", {**application, "version": 1}, "acceptance")
    assert stale.status_code == 412
    assert await acts_told(stack, application) == before


async def test_a_thread_goes_both_ways_and_tells_the_other_side(stack: Stack) -> None:
    application = await prechecked(stack)
    asked = await write(stack, "clerk", application, "请问吊装点在哪里？")
    assert asked.status_code == 201, asked.text
    answered = await write(stack, "carrier", application, "在车板中部。\n详见轮廓图。")
    assert answered.status_code == 201, answered.text
    for who in ("carrier", "clerk"):
        items = await thread(stack, who, application)
        assert [(item["side"], item["mine"]) for item in items] == [
            ("office", who == "clerk"),
            ("applicant", who == "carrier"),
        ]
        assert (items[0]["author"] is None) == (who == "carrier"), "officers' names stay inside the authority"
    notified = await stack.rows(
        "SELECT account_id, carrier_id FROM notification WHERE subject_id = :id AND template = 'application.message'"
        " ORDER BY id",
        id=application["id"],
    )
    now = await present(stack, application, "clerk")
    assert [row["carrier_id"] for row in notified] == [CARRIER_ID, None]
    assert str(notified[1]["account_id"]) == now["claimed_by"]
    async with stack.client("clerk") as client:
        newest = (await client.get(f"{REGISTRY}/inbox", params={"limit": "1"})).json()["items"][0]
    assert newest["about_id"] == application["id"]
    assert "在车板中部" in newest["body"]["zh"]


async def test_a_message_is_written_once_and_changes_no_version(stack: Stack) -> None:
    application = await submitted(stack)
    key = str(uuid4())
    for _ in range(2):
        assert (await write(stack, "carrier", application, "请加快", key=key)).status_code == 201
    assert len(await thread(stack, "carrier", application)) == 1
    assert (await present(stack, application))["version"] == application["version"]


async def test_who_may_not_write(stack: Stack) -> None:
    application = await submitted(stack)
    async with stack.other_carrier(uuid4()) as stranger:
        url = f"{BASE}/applications/{application['id']}/messages"
        assert (await stranger.get(url)).status_code == 404
        assert (await stranger.post(url, json={"text": "你好"}, headers=keyed())).status_code == 404
    assert (await write(stack, "officer", application, "你好")).status_code == 403
    assert (await write(stack, "carrier", application, "")).status_code == 422
    assert (await write(stack, "carrier", application, "a\x07b")).status_code == 422
    draft = await drafted(stack, facts_of(INSTANT))
    refused = await write(stack, "carrier", draft, "在吗")
    assert refused.status_code == 409
    assert refused.json()["type"].endswith("/not_submitted")
