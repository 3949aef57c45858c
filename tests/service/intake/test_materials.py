"""Materials: what an application needs, what registry holds in the applicant's place, what is handed in and checked."""

import hashlib
from uuid import uuid4

import pytest
from sqlalchemy import text

from services.intake.materials.proofs import MATERIALS
from shared.domain.roles import Role
from shared.testing.stack import Stack, admin, errors_at, keyed
from tests.service.intake.filing import (
    BASE,
    FAST,
    SURVEY,
    Json,
    accepted,
    act,
    contrary,
    drafted,
    facts_of,
    hand_in,
    materials,
    officer,
    picture,
    prechecked,
    present,
    submitted,
    unreachable,
)


def states(found: Json) -> dict[str, str]:
    return {one["code"]: one["state"] for one in found["required"]}


async def checked(stack: Stack, who: object, application: Json, material: str, result: str) -> int:
    async with stack.as_caller(who) if not isinstance(who, str) else stack.client(who) as client:  # type: ignore[arg-type]
        url = f"{BASE}/applications/{application['id']}/materials/{material}/check"
        return (await client.post(url, json={"result": result, "note": "已看"}, headers=keyed())).status_code


async def test_verified_papers_are_not_asked_for_again(stack: Stack) -> None:
    application = await submitted(stack)
    found = await materials(stack, application)
    assert set(states(found).values()) == {"held"}
    assert (found["complete"], found["files"], found["looked_up_at"] is None) == (True, [], False)
    log = await stack.rows(
        "SELECT source, asked, held FROM lookup_log WHERE application_id = :id", id=application["id"]
    )
    plates = ["蒙K23456", "蒙K23456超"]
    assert [(row["source"], row["asked"]) for row in log] == [
        ("registry", {"carrier_id": application["carrier_id"], "plates": plates})
    ]
    assert log[0]["held"] == {code: True for code, proof in MATERIALS.proofs.items() if proof.by == "lookup"}


async def test_class_three_needs_drawing_and_escort_plan_before_acceptance(stack: Stack) -> None:
    application = await submitted(stack, SURVEY)
    found = await materials(stack, application)
    assert {code for code, state in states(found).items() if state == "missing"} == {"outline_drawing", "escort_plan"}
    assert [one["pointer"] for one in found["required"] if one["code"] == "outline_drawing"] == ["/facts/loaded"]
    ready = (await act(stack, "clerk", application, "precheck", {})).json()
    refused = await act(stack, "clerk", ready, "acceptance")
    assert (refused.status_code, refused.json()["type"].rsplit("/")[-1]) == (409, "materials_missing")
    assert refused.json()["materials"] == "outline_drawing,escort_plan"
    for code in ("outline_drawing", "escort_plan"):
        assert (await hand_in(stack, "carrier", ready, code)).status_code == 201
    assert (await materials(stack, ready))["complete"]
    assert (await act(stack, "clerk", ready, "acceptance")).json()["status"] == "survey"


async def test_a_file_is_kept_by_its_hash_and_tied_to_its_field(stack: Stack) -> None:
    application, data = await submitted(stack, SURVEY), picture(7)
    answer = await hand_in(
        stack, "carrier", application, "outline_drawing", data, pointer="/facts/loaded/height_mm", name="轮廓图.png"
    )
    stored = answer.json()
    assert (stored["media_type"], stored["sha256"]) == ("image/png", hashlib.sha256(data).hexdigest())
    assert (stored["pointer"], stored["name"], stored["state"]) == ("/facts/loaded/height_mm", "轮廓图.png", "given")
    url = f"{BASE}/applications/{application['id']}/materials/{stored['id']}/file"
    async with stack.client("reviewer") as reader:
        read = await reader.get(url)
    assert (read.content, read.headers["content-type"]) == (data, "image/png")
    async with stack.client("clerk") as clerk:
        events = (await clerk.get(f"{BASE}/applications/{application['id']}/timeline")).json()
    assert (events[-1]["action"], events[-1]["data"]["sha256"]) == ("material", stored["sha256"])


async def test_what_is_no_picture_or_document_is_refused(stack: Stack) -> None:
    application = await submitted(stack, SURVEY)
    disguised = await hand_in(stack, "carrier", application, "escort_plan", b"MZ\x90\x00 program", name="plan.pdf")
    assert (disguised.status_code, disguised.json()["type"].rsplit("/")[-1]) == (422, "file_type")
    empty = await hand_in(stack, "carrier", application, "escort_plan", b"")
    assert empty.status_code == 422
    large = await hand_in(stack, "carrier", application, "escort_plan", picture() + bytes(MATERIALS.bounds.max_bytes))
    assert large.status_code == 413
    assert (await materials(stack, application))["files"] == []


@pytest.mark.parametrize(
    ("code", "pointer", "at"),
    [("portrait", "/facts", "query/code"), ("escort_plan", "facts", "query/pointer")],
)
async def test_a_wrong_material_is_a_field_error(stack: Stack, code: str, pointer: str, at: str) -> None:
    application = await submitted(stack, SURVEY)
    answer = await hand_in(stack, "carrier", application, code, pointer=pointer)
    assert (answer.status_code, list(errors_at(answer))) == (422, [at])


async def test_the_clerk_who_has_the_case_checks_what_was_handed_in(stack: Stack) -> None:
    application = await prechecked(stack, SURVEY)
    files = (await materials(stack, application))["files"]
    drawing = next(one["id"] for one in files if one["code"] == "outline_drawing")
    assert await checked(stack, officer(Role.CLERK), application, drawing, "rejected") == 409
    assert await checked(stack, "clerk", application, drawing, "rejected") == 200
    found = await materials(stack, application)
    assert (states(found)["outline_drawing"], found["complete"]) == ("rejected", False)
    assert (await act(stack, "clerk", await present(stack, application), "acceptance")).status_code == 409
    assert (await hand_in(stack, "carrier", application, "outline_drawing", picture(1))).status_code == 201
    again = await materials(stack, application)
    assert (states(again)["outline_drawing"], len(again["files"])) == ("given", 3)
    assert await checked(stack, "clerk", application, again["files"][-1]["id"], "verified") == 200
    assert states(await materials(stack, application))["outline_drawing"] == "verified"
    assert (await act(stack, "clerk", await present(stack, application), "acceptance")).json()["status"] == "survey"


async def test_after_acceptance_nothing_more_is_taken(stack: Stack) -> None:
    application = await accepted(stack, SURVEY)
    late = await hand_in(stack, "carrier", application, "escort_plan")
    assert (late.status_code, late.json()["type"].rsplit("/")[-1]) == (409, "closed_to_materials")
    drawing = (await materials(stack, application))["files"][0]["id"]
    assert await checked(stack, "clerk", application, drawing, "rejected") == 409


async def test_nobody_sees_or_hands_in_for_another_carrier(stack: Stack) -> None:
    application = await submitted(stack, SURVEY)
    stored = (await hand_in(stack, "carrier", application, "escort_plan")).json()
    url = f"{BASE}/applications/{application['id']}/materials"
    async with stack.other_carrier(uuid4()) as other:
        assert (await other.get(url)).status_code == 404
        assert (await other.get(f"{url}/{stored['id']}/file")).status_code == 404
        answer = await other.post(
            url, params={"code": "escort_plan", "name": "x.png"}, content=picture(), headers=keyed()
        )
        assert answer.status_code == 404
    mine = await drafted(stack, facts_of(FAST))
    async with stack.client("carrier") as agent:
        elsewhere = f"{BASE}/applications/{mine['id']}/materials/{stored['id']}/file"
        assert (await agent.get(elsewhere)).status_code == 404


async def test_a_draft_takes_materials_before_anything_is_known(stack: Stack) -> None:
    draft = await drafted(stack, facts_of(SURVEY))
    assert (await hand_in(stack, "carrier", draft, "escort_plan")).status_code == 201
    found = await materials(stack, draft)
    assert (found["required"], found["complete"], len(found["files"])) == ([], False, 1)
    assert (
        states(await materials(stack, (await act(stack, "carrier", draft, "submission")).json()))["escort_plan"]
        == "given"
    )


async def test_a_silent_registry_is_asked_again_or_replaced_by_uploads(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        contrary(patch, stack, "registry", unreachable)
        application = await submitted(stack)
    found = await materials(stack, application)
    assert (found["looked_up_at"], states(found)["authorisation"]) == (None, "missing")
    ready = (await act(stack, "clerk", application, "precheck", {})).json()
    assert (await act(stack, "clerk", ready, "acceptance")).json()["type"].endswith("/materials_missing")
    again = (await act(stack, "clerk", ready, "lookup")).json()
    assert (again["status"], again["next"]) == ("precheck", {"actor": "CK", "action": "precheck"})
    assert (await materials(stack, application))["complete"]
    ready = (await act(stack, "clerk", again, "precheck", {})).json()
    assert (await act(stack, "clerk", ready, "acceptance")).json()["status"] == "review"


async def test_a_paper_with_a_fault_is_asked_for(stack: Stack) -> None:
    change = text("UPDATE paper SET verified_at = NULL WHERE kind = 'authorisation' RETURNING id")
    back = text("UPDATE paper SET verified_at = now() WHERE kind = 'authorisation'")
    async with admin(stack.url) as connection:
        await connection.execute(change)
    try:
        found = await materials(stack, await submitted(stack))
    finally:
        async with admin(stack.url) as connection:
            await connection.execute(back)
    assert (states(found)["authorisation"], states(found)["vehicle_licence"]) == ("missing", "held")
