"""A travel hold is shown beside the state wherever a permit is: in the decision, and in the application it came from."""

from datetime import timedelta
from typing import cast

from shared.domain.clock import utc_now
from shared.testing.stack import Json, Stack, keyed
from tests.service.intake.filing import INSTANT, present, submitted
from tests.service.issuance.cases import API, automatic, case_order, change_permit, hold


async def test_a_decision_told_again_shows_the_hold_of_a_notice(stack: Stack) -> None:
    order = await case_order(stack)
    first = cast("list[Json]", (await automatic(stack, order))["permits"])
    assert [one["hold"] for one in first] == [None]
    await hold(stack, order, "G109 封闭施工")
    again = cast("list[Json]", (await automatic(stack, order))["permits"])
    assert (again[0]["number"], again[0]["state"]) == (first[0]["number"], "issued"), "a hold is no state"
    assert cast("Json", again[0]["hold"])["reason"] == "G109 封闭施工"


async def test_an_application_shows_its_permits_as_they_are_now(stack: Stack) -> None:
    application = await submitted(stack, INSTANT)
    assert application["status"] == "issued", application["open_items"]
    number = application["permits"][0]["number"]
    assert (application["permits"][0]["state"], application["permits"][0]["hold"]) == ("issued", None)
    async with stack.client("approver") as approver:
        version = (await approver.get(f"{API}/permits/{number}")).json()["version"]
        path = f"{API}/permits/{number}"
        held = await approver.post(f"{path}/suspension", json={"reason": "桥梁抢修"}, headers=keyed(version))
        assert held.status_code == 200, held.text
        shown = (await present(stack, application))["permits"][0]
        assert (shown["state"], shown["hold"]["reason"]) == ("issued", "桥梁抢修")
        lifted = await approver.post(
            f"{path}/resumption", json={"reason": "修复"}, headers=keyed(held.json()["version"])
        )
        assert lifted.status_code == 200
    assert (await present(stack, application))["permits"][0]["hold"] is None
    for begins, ends, state in ((-1, 1, "active"), (-2, -1, "expired")):
        start, end = (utc_now() + timedelta(hours=hours) for hours in (begins, ends))
        await change_permit(stack, number, "valid_from = :start, valid_to = :end", start=start, end=end)
        shown = (await present(stack, application))["permits"][0]
        assert shown["state"] == state, "no job has to come by for that"
