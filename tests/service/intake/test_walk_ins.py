"""A clerk files for a carrier at the window: noted, visible to the owner, and decided by others."""

from uuid import uuid4

from shared.contracts.demo import CARRIER_ID, demo_id
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Stack, keyed
from tests.service.intake.filing import (
    BASE,
    FAST,
    Json,
    act,
    facts_of,
    hand_in,
    hand_in_missing,
    materials,
    officer,
    present,
)

OTHER = officer(Role.CLERK)


async def walk_in(stack: Stack, clerk: Caller, *, key: str | None = None, **changes: object) -> Json:
    """A draft a clerk made for the demonstration carrier."""
    body = {"carrier_id": str(CARRIER_ID), "facts": facts_of(FAST), **changes}
    async with stack.as_caller(clerk) as client:
        answer = await client.post(f"{BASE}/walk-ins", json=body, headers=keyed(key=key))
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"].endswith(f"/applications/{answer.json()['id']}")
    found: Json = answer.json()
    return found


async def test_a_clerk_files_for_a_carrier_who_sees_it_and_is_told(stack: Stack) -> None:
    clerk = officer(Role.CLERK)
    draft = await walk_in(stack, clerk)
    assert (draft["channel"], draft["status"], draft["carrier_id"]) == ("assisted", "draft", str(CARRIER_ID))
    assert draft["carrier_name"] != ""
    edited = {"facts": {**facts_of(FAST)}}
    async with stack.as_caller(clerk) as client:
        url = f"{BASE}/applications/{draft['id']}"
        changed = await client.patch(url, json=edited, headers=keyed(draft["version"]))
        assert changed.status_code == 200, changed.text
        listed = (await client.get(f"{BASE}/walk-ins")).json()["items"]
    assert [one["id"] for one in listed] == [draft["id"]]
    submitted = await act(stack, clerk, changed.json(), "submission")
    assert submitted.status_code == 200, submitted.text
    application = submitted.json()
    assert application["number"] is not None
    assert (await present(stack, application))["channel"] == "assisted", "the owner sees it"
    async with stack.client("carrier") as agent:
        timeline = (await agent.get(f"{BASE}/applications/{draft['id']}/timeline")).json()
        told = (await agent.get("/api/registry/v1/inbox", params={"limit": "1"})).json()["items"][0]
    assert [(one["action"], one["role"]) for one in timeline[:3]] == [
        ("draft", "CK"),
        ("edit", "CK"),
        ("submission", "CK"),
    ]
    assert (told["template"], told["about_id"]) == ("application.assisted_submission", draft["id"])
    async with stack.as_caller(clerk) as client:
        assert (await client.get(f"{BASE}/walk-ins")).json()["items"] == []


async def test_who_filed_it_handles_it_nowhere(stack: Stack) -> None:
    filer = officer(Role.CLERK, Role.REVIEWER)
    application = (await act(stack, filer, await walk_in(stack, filer), "submission")).json()
    for noun in ("claim", "precheck"):
        refused = await act(stack, filer, application, noun, {})
        assert refused.status_code == 409, refused.text
        assert refused.json()["type"].endswith("/recusal")
    await hand_in_missing(stack, application)
    checked = (await act(stack, "clerk", await present(stack, application), "precheck", {})).json()
    accepted = await act(stack, "clerk", checked, "acceptance")
    assert accepted.status_code == 200, accepted.text
    case = (await stack.rows("SELECT id, version FROM review_case WHERE application_id = :id", id=application["id"]))[0]
    async with stack.as_caller(filer) as client:
        url = f"/api/issuance/v1/review-cases/{case['id']}/claim"
        refused = await client.post(url, headers=keyed(int(str(case["version"]))))
    assert refused.status_code == 409, refused.text
    assert refused.json()["type"].endswith("/same_person")


async def test_materials_are_handed_in_at_the_window_before_and_after(stack: Stack) -> None:
    clerk = officer(Role.CLERK)
    draft = await walk_in(stack, clerk)
    assert (await hand_in(stack, clerk, draft, "outline_drawing")).status_code == 201
    assert (await hand_in(stack, OTHER, draft, "outline_drawing")).status_code == 404
    assert len((await materials(stack, draft))["files"]) == 1, "the owner sees it"


async def test_the_same_request_makes_one_draft(stack: Stack) -> None:
    clerk, key, facts = officer(Role.CLERK), str(uuid4()), facts_of(FAST)
    first = await walk_in(stack, clerk, key=key, facts=facts)
    assert (await walk_in(stack, clerk, key=key, facts=facts))["id"] == first["id"]


async def test_a_correction_is_answered_at_the_window(stack: Stack) -> None:
    filer = officer(Role.CLERK)
    application = (await act(stack, filer, await walk_in(stack, filer), "submission")).json()
    checked = (await act(stack, "clerk", application, "precheck", {})).json()
    corrected = (await act(stack, "clerk", checked, "correction-notice", {"items": [{"text": "补充轮廓图"}]})).json()
    assert (await act(stack, OTHER, corrected, "resubmission", {})).status_code == 404
    again = await act(stack, filer, corrected, "resubmission", {})
    assert again.status_code == 200, again.text
    assert again.json()["status"] == "precheck"


async def test_who_may_not(stack: Stack) -> None:
    clerk = officer(Role.CLERK)
    body = {"carrier_id": str(uuid4()), "facts": facts_of(FAST)}
    async with stack.as_caller(clerk) as client:
        unknown = await client.post(f"{BASE}/walk-ins", json=body, headers=keyed())
    assert unknown.status_code == 404
    mine = {**body, "carrier_id": str(CARRIER_ID)}
    async with stack.client("carrier") as agent:
        assert (await agent.post(f"{BASE}/walk-ins", json=mine, headers=keyed())).status_code == 403
    async with stack.as_caller(officer(Role.CLERK, authority="150622")) as stranger:
        assert (await stranger.post(f"{BASE}/walk-ins", json=mine, headers=keyed())).status_code == 403
    draft = await walk_in(stack, clerk)
    assert (await act(stack, OTHER, draft, "submission")).status_code == 404
    assert (await act(stack, officer(Role.CLERK, account="clerk"), draft, "submission")).status_code == 404
    assert demo_id("account:clerk") != clerk.id
    async with stack.as_caller(OTHER) as client:
        assert (await client.get(f"{BASE}/applications/{draft['id']}")).status_code == 404
