"""Leads a case of the living office: each act at its moment, where it still applies, by whoever's turn it is."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import httpx

from demo.living.acts import LivingOffice
from demo.living.plan import Act, Case
from demo.office import Answer, StepFailed
from shared.contracts.demo import AGENCY_ID
from shared.contracts.demo_office import SECOND_AGENCY_ID
from shared.domain.clock import set_back, utc_now
from shared.platform.logging import get_log

AT_DESK: Final = frozenset({"submitted", "precheck"})
IN_REVIEW: Final = frozenset({"survey", "review"})
RUNNING: Final = frozenset(
    {"submitted", "precheck", "correction", "accepted", "routed", "survey", "review", "approval"}
)
log = get_log("demonstration")


@dataclass
class Led:
    """A case with its people and the application as it was last read; `fresh`: nothing was done since."""

    office: LivingOffice
    case: Case
    application: Answer
    fresh: bool = True

    @property
    def number(self) -> str:
        """The permit's.

        Raises:
            StepFailed: there is none.
        """
        if not self.application["permits"]:
            raise StepFailed(f"{self.application['number']} has no permit: it is {self.application['status']}")
        return str(self.application["permits"][0]["number"])


@dataclass(frozen=True)
class _Do:
    """An act: in which statuses it applies, and what is done."""

    statuses: frozenset[str]
    work: Callable[[Led], Awaitable[object]]


def _on_permit(work: Callable[[Led], Awaitable[object]]) -> _Do:
    return _Do(frozenset({"issued"}), work)


async def _offer_escort(led: Led) -> None:
    await led.office.offer_to(led.application, _escort_of(led.case)[1])


def _escort_of(case: Case) -> tuple[str, UUID]:
    """The agency a case's escort is offered to, and who answers for it."""
    return ("escort2", SECOND_AGENCY_ID) if case.number % 2 else ("escort", AGENCY_ID)


async def _grant(led: Led) -> Answer:
    case = await led.office.case_of(led.application)
    answer = await led.office.decide(case)
    if not answer.is_success:
        raise StepFailed(f"decision: {answer.status_code} {answer.text[:300]}")
    return await led.office.until(led.application["id"], lambda a: a["status"] == "issued")


async def _read_again(led: Led) -> None:
    await led.office.read_again(await led.office.case_of(led.application), "reviewer2", "second-reading")


async def _read_legally(led: Led) -> None:
    await led.office.read_again(await led.office.case_of(led.application), "supervisor", "legal-reading")


async def _hold(led: Led, who: str) -> None:
    await led.office.on_permit(who, led.number, "suspension", {"reason": "途经路段大风预警，中止通行"})


_MISUSED: Final = {"reason": "通行证转借他人使用", "clause": "公路安全保护条例第六十五条"}
_CHANGED: Final = {
    "reason": "途经桥梁加固施工，准予许可所依据的客观情况发生重大变化",
    "clause": "行政许可法第八条第二款",
    "compensation": "退还相关费用，绕行增加的合理费用由建设单位承担",
}
_BUSY: Final = {"reason": "护送车辆当日均已派出，无法承接"}
ACTS: Final[Mapping[str, _Do]] = {
    "submit": _Do(frozenset({"draft"}), lambda led: led.office.submit(led.application)),
    "claim": _Do(frozenset({"submitted"}), lambda led: led.office.on_application("clerk", led.application, "claim")),
    "precheck": _Do(AT_DESK, lambda led: led.office.precheck(led.application)),
    "ask_correction": _Do(frozenset({"precheck"}), lambda led: led.office.ask_correction(led.application)),
    "resubmit": _Do(
        frozenset({"correction"}),
        lambda led: led.office.on_application("carrier", led.application, "resubmission", {"note": "已按通知更正"}),
    ),
    "accept": _Do(AT_DESK, lambda led: led.office.accept(led.application)),
    "not_accept": _Do(
        AT_DESK,
        lambda led: led.office.not_accept(
            led.application, "divisible_goods", "所载货物可以解体，不属于不可解体的大件，不予受理"
        ),
    ),
    "terminate": _Do(frozenset({"precheck"}), lambda led: led.office.terminate(led.application)),
    "withdraw": _Do(RUNNING, lambda led: led.office.on_application("carrier", led.application, "withdrawal")),
    "survey": _Do(frozenset({"survey"}), lambda led: led.office.survey(led.application)),
    "fail_survey": _Do(frozenset({"survey"}), lambda led: led.office.survey(led.application, "fail")),
    "offer_escort": _Do(frozenset({"survey"}), _offer_escort),
    "accept_escort": _Do(frozenset({"survey"}), lambda led: led.office.answer_offer(led.application, "acceptance")),
    "decline_escort": _Do(
        frozenset({"survey"}), lambda led: led.office.answer_offer(led.application, "decline", _BUSY)
    ),
    "claim_review": _Do(frozenset({"review"}), lambda led: led.office.claim_review(led.application)),
    "consult": _Do(IN_REVIEW, lambda led: led.office.consult(led.application)),
    "conclude": _Do(IN_REVIEW, lambda led: led.office.conclude(led.application)),
    "read_again": _Do(frozenset({"survey", "review", "approval"}), _read_again),
    "return": _Do(frozenset({"review", "approval"}), lambda led: led.office.return_review(led.application)),
    "grant": _Do(frozenset({"survey", "review", "approval"}), _grant),
    "find_against": _Do(frozenset({"review"}), lambda led: led.office.conclude(led.application, "refuse")),
    "read_legally": _Do(frozenset({"review", "approval"}), _read_legally),
    "refuse": _Do(frozenset({"review", "approval"}), lambda led: led.office.decide_against(led.application)),
    "start_trip": _on_permit(lambda led: led.office.start_trip(led.number)),
    "end_trip": _on_permit(lambda led: led.office.end_trip(led.number)),
    "revoke": _on_permit(lambda led: led.office.revoke(led.number)),
    "void": _on_permit(
        lambda led: led.office.on_permit("carrier", led.number, "voiding", {"reason": "运输计划取消，不再使用"})
    ),
    "take_back": _on_permit(lambda led: led.office.on_permit("approver", led.number, "authority-withdrawal", _CHANGED)),
    "confiscate": _on_permit(lambda led: led.office.on_permit("officer", led.number, "confiscation", _MISUSED)),
    "strike_off": _on_permit(
        lambda led: led.office.on_permit("approver", led.number, "deregistration", {"reason": "有效期届满未延续"})
    ),
    "suspend": _on_permit(lambda led: _hold(led, "approver")),
    "hold": _on_permit(lambda led: _hold(led, "officer")),
    "change_dates": _on_permit(lambda led: led.office.change_days(led.number)),
    "change_plates": _on_permit(lambda led: led.office.change(led.number, {"plates": [*led.case.spare]})),
    "renew": _on_permit(lambda led: led.office.renew(led.number)),
}
"""Every act by its name."""


async def lead(clients: Mapping[str, httpx.AsyncClient], case: Case, application_id: str | None) -> list[str]:
    """Bring a case where its destiny ends; what could not be done of it.

    Args:
        clients: everybody's, by sign-in name.
        case: which.
        application_id: of the application a run before this one began; None: it is filed now.
    """
    people = {"carrier": case.agent, "clerk": case.clerk, "escort": _escort_of(case)[0]}
    office = LivingOffice({**clients, **{post: clients[name] for post, name in people.items()}})
    with set_back(utc_now() - case.filed):
        application = await (office.draft(case.facts) if application_id is None else office.settled(application_id))
    led = Led(office, case, application)
    failed = [said for act in case.acts if (said := await _done(led, act))]
    for said in failed:
        log.warning("an act of the demonstration was not possible", case=case.number, way=case.destiny.name, said=said)
    return failed


async def _done(led: Led, act: Act) -> str | None:
    """Do an act where it applies; what stood against it, or None. Somebody else may have gone on with the case."""
    do = ACTS[act.name]
    with set_back(utc_now() - act.at):
        if not led.fresh:
            led.application = await led.office.application(led.application["id"])
        if led.application["status"] not in do.statuses:
            return f"{act.name}: it is {led.application['status']}"
        try:
            led.fresh = False
            done = await do.work(led)
        except (StepFailed, TimeoutError) as failure:
            return f"{act.name}: {failure}"
        if isinstance(done, dict) and done.get("id") == led.application["id"]:
            led.application, led.fresh = done, True
    return None
