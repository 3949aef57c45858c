"""What comes next: for every state somebody, for every ended one nobody."""

import pytest

from services.intake.applications.progress import Step, decides_at_once, next_actor, next_step
from shared.contracts.intake import Status
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.schema.intake import Application

DONE = {"standing": {"name": "x"}, "plans": [{"plan_id": "p"}], "assessments": [{}]}


def row(status: str, **columns: object) -> Application:
    values: dict[str, object] = {
        "standing": None,
        "plans": [],
        "assessments": [],
        "lane": "fast",
        "outcome": "permit_required",
    }
    return Application(status=status, **{**values, **columns})


def test_the_wire_knows_every_state_and_no_other() -> None:
    assert set(Status.__args__) == set(APPLICATION.states)  # type: ignore[attr-defined]


@pytest.mark.parametrize("status", APPLICATION.states)
def test_every_state_waits_for_somebody_or_has_ended(status: str) -> None:
    waiting = next_actor(row(status, **DONE))
    assert (waiting is None) == (status in APPLICATION.terminal)
    if waiting is not None:
        assert waiting.actor == "system" or waiting.actor in set(Role)


@pytest.mark.parametrize("status", [state for state in APPLICATION.states if state not in {"accepted", "routed"}])
def test_once_assessed_the_system_leaves_it_to_people(status: str) -> None:
    assert next_step(row(status, **DONE)) is None


def test_steps_follow_each_other() -> None:
    assert next_step(row("submitted")) is Step.LOOK_UP
    assert next_step(row("submitted", standing={"silent": True}, plans=[{"plan_id": None}])) is Step.ASSESS
    assert next_step(row("accepted", **DONE)) is Step.ROUTE
    assert next_step(row("routed", **DONE)) is Step.OPEN_CASE
    assert next_step(row("routed", **DONE, lane="instant")) is Step.DECIDE
    assert next_step(row("routed", **{**DONE, "plans": [], "assessments": []})) is Step.LOOK_UP
    assert next_step(row("precheck")) is Step.LOOK_UP
    assert next_step(row("precheck", **DONE)) is None


@pytest.mark.parametrize(
    "against",
    [
        {"lane": "fast"},
        {"outcome": "refusable"},
        {"standing": {"silent": True}},
        {"plans": [{"plan_id": "p"}, {"plan_id": None}]},
    ],
)
def test_nothing_is_decided_at_once_that_a_person_should_see(against: dict[str, object]) -> None:
    clear = {**DONE, "lane": "instant"}
    assert decides_at_once(row("routed", **clear))
    assert not decides_at_once(row("routed", **{**clear, **against}))


@pytest.mark.parametrize(
    ("outcome", "act"),
    [
        ("permit_required", "acceptance"),
        ("refusable", "acceptance"),
        ("not_acceptable", "non_acceptance"),
    ],
)
def test_the_clerk_is_told_what_the_assessment_leads_to(outcome: str, act: str) -> None:
    checked = row("precheck", **DONE, prechecked_by="someone")
    checked.outcome = outcome
    told = next_actor(checked)
    assert told is not None
    assert (told.actor, told.action) == ("CK", act)
