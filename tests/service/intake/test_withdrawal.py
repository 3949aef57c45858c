"""Withdrawal: before the decision, never beside it."""

import pytest

from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.testing.stack import Stack
from tests.service.intake.filing import (
    FAST,
    INSTANT,
    accepted,
    act,
    contrary,
    force,
    prechecked,
    present,
    submitted,
    unreachable,
)


async def test_a_submitted_application_is_withdrawn_with_a_receipt(stack: Stack) -> None:
    application = await submitted(stack)
    first = await act(stack, "carrier", application, "withdrawal", key="w-" + application["id"])
    again = await act(stack, "carrier", application, "withdrawal", key="w-" + application["id"])
    assert (first.status_code, first.json()["status"]) == (200, "withdrawn")
    assert (again.status_code, again.json()) == (200, first.json())
    rows = await stack.rows("SELECT number FROM receipt WHERE application_id = :id", id=application["id"])
    assert rows == [{"number": f"{application['number']}-CH"}]


async def test_a_claimed_one_too(stack: Stack) -> None:
    assert (await act(stack, "carrier", await prechecked(stack), "withdrawal")).json()["status"] == "withdrawn"


async def test_a_review_is_closed_with_it(stack: Stack) -> None:
    application = await accepted(stack)
    assert (await act(stack, "carrier", application, "withdrawal")).json()["status"] == "withdrawn"
    rows = await stack.rows("SELECT state FROM review_case WHERE application_id = :id", id=application["id"])
    assert rows == [{"state": "closed"}]


async def test_a_decided_case_is_not_withdrawn(stack: Stack) -> None:
    """Issuance has decided and intake has not heard of it yet."""
    application = await accepted(stack)
    await stack.rows(
        "UPDATE review_case SET state = 'decided' WHERE application_id = :id RETURNING id", id=application["id"]
    )
    answer = await act(stack, "carrier", application, "withdrawal")
    assert answer.status_code == 409
    assert (await present(stack, application))["status"] == "review"


async def test_without_issuance_nothing_is_withdrawn_and_the_key_stays_free(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = await accepted(stack)
    with monkeypatch.context() as patch:
        contrary(patch, stack, "issuance", unreachable)
        away = await act(stack, "carrier", application, "withdrawal", key="later-" + application["id"])
    assert away.status_code == 503
    back = await act(stack, "carrier", application, "withdrawal", key="later-" + application["id"])
    assert (back.status_code, back.json()["status"]) == (200, "withdrawn")


async def test_not_while_it_is_being_decided(stack: Stack) -> None:
    issued = await submitted(stack, INSTANT)
    deciding = await force(stack, issued, status="routed")
    answer = await act(stack, "carrier", deciding, "withdrawal")
    assert (answer.status_code, answer.json()["type"].rsplit("/")[-1]) == (409, "decision_under_way")
    assert answer.headers["Retry-After"] == "1"


async def test_every_state_before_the_decision_may_be_withdrawn_from(stack: Stack) -> None:
    for state in APPLICATION.states:
        if "withdrawal" not in APPLICATION.allowed(state, {Role.COMPANY_AGENT}):
            continue
        application = await force(stack, await submitted(stack, FAST), status=state)
        assert (await act(stack, "carrier", application, "withdrawal")).json()["status"] == "withdrawn", state


async def test_a_case_opened_behind_a_withdrawal_is_closed_by_the_job(stack: Stack) -> None:
    """The driver handed the case on while the carrier withdrew: it finds no step left, and has the case closed."""
    checked = await prechecked(stack)
    withdrawn: list[int] = []

    async def meanwhile(request: object) -> None:
        if not withdrawn:
            withdrawn.append(1)
            answer = await act(stack, "carrier", await present(stack, checked), "withdrawal")
            withdrawn.append(answer.status_code)

    with pytest.MonkeyPatch.context() as patch:
        contrary(patch, stack, "issuance", meanwhile)
        answer = await act(stack, "clerk", checked, "acceptance")
    assert withdrawn == [1, 200]
    assert answer.json()["status"] == "withdrawn"
    await stack.run_jobs()
    rows = await stack.rows("SELECT state FROM review_case WHERE application_id = :id", id=checked["id"])
    assert rows == [{"state": "closed"}]
