"""The clerk's acts: who may do them, in which state, and what each leaves behind."""

import asyncio
from uuid import uuid4

import pytest

from shared.contracts.demo import demo_id
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.lifecycle.base import Transition
from shared.domain.roles import Role
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.intake.filing import (
    BASE,
    FAST,
    SURVEY,
    Json,
    accepted,
    act,
    drafted,
    facts_of,
    force,
    officer,
    prechecked,
    present,
    submitted,
)

AGENTS = frozenset({"submission", "resubmission", "withdrawal"})
BODIES: dict[str, Json | None] = {
    "submission": None,
    "resubmission": {},
    "withdrawal": None,
    "claim": None,
    "release": None,
    "precheck": {"note": "要件齐全"},
    "fix": {"slips": [{"pointer": "/facts/cargo/name", "text": "液压挖掘机"}], "note": "经办人当场确认"},
    "correction-notice": {"items": [{"pointer": "/facts/loaded", "text": "请补充装载后外廓尺寸"}]},
    "handover": {"to": str(demo_id("account:clerk"))},
    "lookup": None,
    "acceptance": None,
    "non-acceptance": {"ground": "other", "explanation": "不属于大件运输"},
    "termination": {"reason": "wrong_route", "guidance": "请核对起讫点后重新申报"},
}


async def test_claim_release_precheck_acceptance(stack: Stack) -> None:
    application = await submitted(stack)
    claimed = (await act(stack, "clerk", application, "claim")).json()
    assert (claimed["status"], claimed["claimed_by"] is None) == ("precheck", False)
    assert claimed["next"] == {"actor": "CK", "action": "precheck"}
    released = (await act(stack, "clerk", claimed, "release")).json()
    assert (released["status"], released["claimed_by"]) == ("submitted", None)
    checked = (await act(stack, "clerk", released, "precheck", {"note": "要件齐全"})).json()
    assert checked["next"] == {"actor": "CK", "action": "acceptance"}
    answer = await act(stack, "clerk", checked, "acceptance")
    after = answer.json()
    assert (answer.status_code, after["status"]) == (200, "review")
    assert after["next"] == {"actor": "RV", "action": "conclusion"}
    cases = await stack.rows("SELECT state, prechecked_by FROM review_case WHERE application_id = :id", id=after["id"])
    assert [(case["state"], str(case["prechecked_by"])) for case in cases] == [("open", checked["claimed_by"])]


async def test_the_survey_lane_goes_to_survey(stack: Stack) -> None:
    application = await accepted(stack, SURVEY)
    assert (application["status"], application["next"]) == ("survey", {"actor": "SI", "action": "survey"})


async def test_a_repeated_acceptance_answers_from_the_present_state(stack: Stack) -> None:
    checked = await prechecked(stack)
    first = await act(stack, "clerk", checked, "acceptance", key="accept-" + checked["id"])
    again = await act(stack, "clerk", checked, "acceptance", key="accept-" + checked["id"])
    assert (again.status_code, again.json()) == (200, first.json())


async def test_acceptance_needs_the_same_clerks_precheck(stack: Stack) -> None:
    claimed = (await act(stack, "clerk", await submitted(stack), "claim")).json()
    early = await act(stack, "clerk", claimed, "acceptance")
    assert early.json()["type"].endswith("/precheck_first")
    other = await act(stack, officer(Role.CLERK), claimed, "precheck", {})
    assert other.json()["type"].endswith("/claimed_by_another")
    checked = (await act(stack, "clerk", claimed, "precheck", {})).json()
    theirs = await act(stack, officer(Role.CLERK), checked, "acceptance")
    assert theirs.json()["type"].endswith("/claimed_by_another")


async def test_what_is_not_acceptable_is_not_accepted(stack: Stack) -> None:
    checked = await prechecked(stack, "not_accepted_divisible")
    assert checked["next"] == {"actor": "CK", "action": "non_acceptance"}
    refused = await act(stack, "clerk", checked, "acceptance")
    assert (refused.status_code, refused.json()["ground"]) == (409, "divisible_goods")
    told = {"ground": "divisible_goods", "explanation": "货物可分载"}
    ended = (await act(stack, "clerk", checked, "non-acceptance", told)).json()
    assert (ended["status"], ended["next"]) == ("not_accepted", None)
    receipts = await stack.rows("SELECT kind, number, payload FROM receipt WHERE application_id = :id", id=ended["id"])
    assert [(one["kind"], one["number"]) for one in receipts] == [("non_acceptance", f"{ended['number']}-BYSL")]


async def test_a_wrong_authority_names_the_right_one(stack: Stack) -> None:
    checked = await prechecked(stack)
    told = {"ground": "not_competent", "explanation": "起讫点在同一旗内"}
    unnamed = await act(stack, "clerk", checked, "non-acceptance", told)
    assert (unnamed.status_code, list(errors_at(unnamed))) == (422, ["/right_authority"])
    named = await act(stack, "clerk", checked, "non-acceptance", {**told, "right_authority": "准格尔旗交通运输局"})
    assert named.json()["status"] == "not_accepted"


@pytest.mark.parametrize(
    ("noun", "body", "pointer"),
    [
        ("precheck", {"note": "a\x00b"}, "/note"),
        ("precheck", {"note": "长" * 2001}, "/note"),
        ("termination", {"reason": "wrong_route", "guidance": "x"}, "/guidance"),
        ("termination", {"reason": "mood", "guidance": "请重新申报"}, "/reason"),
        ("non-acceptance", {"ground": "other", "explanation": "\x07\x07"}, "/explanation"),
        ("non-acceptance", {"ground": "other"}, "/explanation"),
    ],
)
async def test_what_a_clerk_writes_wrongly_is_a_field_error(stack: Stack, noun: str, body: Json, pointer: str) -> None:
    application = {"id": str(uuid4()), "version": 1}
    answer = await act(stack, "clerk", application, noun, body)
    assert (answer.status_code, list(errors_at(answer))) == (422, [pointer])


async def test_several_lines_are_kept(stack: Stack) -> None:
    application = await submitted(stack)
    body = {"reason": "wrong_mass_or_axles", "guidance": "一、核对轴荷\n二、重新申报"}
    ended = await act(stack, "clerk", (await act(stack, "clerk", application, "claim")).json(), "termination", body)
    assert ended.json()["status"] == "terminated"


async def test_termination_tells_reason_and_guidance(stack: Stack) -> None:
    ended = (await act(stack, "clerk", await prechecked(stack), "termination", BODIES["termination"])).json()
    assert ended["status"] == "terminated"
    async with stack.client("carrier") as agent:
        events = (await agent.get(f"{BASE}/applications/{ended['id']}/timeline")).json()
    assert events[-1]["data"]["guidance"] == "请核对起讫点后重新申报"
    assert events[-1]["data"]["receipt"] == f"{ended['number']}-ZZ"


async def test_a_clerk_of_another_authority_finds_nothing(stack: Stack) -> None:
    application = await submitted(stack)
    elsewhere = officer(Role.CLERK, authority="150622")
    assert (await act(stack, elsewhere, application, "claim")).status_code == 404
    async with stack.as_caller(elsewhere) as client:
        assert (await client.get(f"{BASE}/applications/{application['id']}")).status_code == 404


async def test_nobody_handles_a_matter_of_his_own(stack: Stack) -> None:
    application = await submitted(stack)
    both = officer(Role.CLERK, Role.COMPANY_AGENT, carrier=True)
    author = officer(Role.CLERK, account="carrier")
    for clerk in (both, author):
        answer = await act(stack, clerk, application, "claim")
        assert (answer.status_code, answer.json()["type"].rsplit("/")[-1]) == (409, "recusal")


async def test_of_two_clerks_at_once_one_claims(stack: Stack) -> None:
    for _ in range(5):
        application = await submitted(stack, "not_accepted_divisible")
        clerks = [officer(Role.CLERK) for _ in range(2)]
        answers = await asyncio.gather(*(act(stack, clerk, application, "claim") for clerk in clerks))
        assert sorted(answer.status_code for answer in answers) == [200, 412]


@pytest.mark.parametrize("noun", [noun for noun in BODIES if noun not in AGENTS])
async def test_agents_do_no_clerks_acts(stack: Stack, noun: str) -> None:
    application = await force(stack, await drafted(stack, facts_of(FAST)), number=None)
    assert (await act(stack, "carrier", application, noun, BODIES[noun])).status_code == 403


@pytest.mark.parametrize("noun", list(BODIES))
async def test_each_act_asks_for_version_and_key(stack: Stack, noun: str) -> None:
    application = await drafted(stack, facts_of(FAST))
    url = f"{BASE}/applications/{application['id']}/{noun}"
    async with stack.client("carrier" if noun in AGENTS else "clerk") as client:
        assert (await client.post(url, json=BODIES[noun], headers=keyed())).status_code == 428
        assert (await client.post(url, json=BODIES[noun], headers={"If-Match": '"1"'})).status_code == 400


PEOPLE = [row for row in APPLICATION.rows if row.who & {Role.COMPANY_AGENT, Role.CLERK}]
"""The rows of the table that people of intake take; the system's own are tested where it takes them."""


@pytest.mark.parametrize("row", PEOPLE, ids=lambda row: f"{row.source}-{row.event}")
async def test_every_transition_leads_where_the_table_says(stack: Stack, row: Transition) -> None:
    noun, clerk = row.event.replace("_", "-"), officer(Role.CLERK)
    if row.source == "draft":
        application = await drafted(stack, facts_of(FAST))
    else:
        held = {"claimed_by": clerk.id, "prechecked_by": clerk.id} if row.source == "precheck" else {}
        application = await force(stack, await submitted(stack), status=row.source, **held)
    answer = await act(stack, "carrier" if noun in AGENTS else clerk, application, noun, BODIES[noun])
    assert answer.status_code in {200, 202}, answer.text
    async with stack.client("supervisor") as reader:
        events = (await reader.get(f"{BASE}/applications/{application['id']}/timeline")).json()
    told = [event["action"] for event in events]
    assert row.event in told, told
    driven_on = row.event in {"submission", "acceptance"}
    assert driven_on or answer.json()["status"] == row.target


async def test_every_forbidden_transition_is_a_conflict(stack: Stack) -> None:
    """The table row by row: each act in each state that does not know it."""
    application = await submitted(stack)
    tried = 0
    for state in APPLICATION.states:
        application = await force(stack, application, status=state)
        for noun, body in BODIES.items():
            who, role = ("carrier", Role.COMPANY_AGENT) if noun in AGENTS else ("clerk", Role.CLERK)
            if noun.replace("-", "_") in APPLICATION.allowed(state, {role}):
                continue
            answer = await act(stack, who, application, noun, body)
            assert answer.status_code == 409, (state, noun, answer.text)
            assert answer.json()["type"].endswith("/transition_not_allowed"), (state, noun, answer.text)
            assert (answer.json()["state"], answer.json()["event"]) == (state, noun.replace("-", "_"))
            tried += 1
    assert tried == sum(
        noun.replace("-", "_") not in APPLICATION.allowed(state, {Role.COMPANY_AGENT, Role.CLERK})
        for state in APPLICATION.states
        for noun in BODIES
    )
    assert (await present(stack, application))["version"] == application["version"]
