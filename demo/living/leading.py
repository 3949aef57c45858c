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
class Deed:
    """An act: in which statuses it applies, and what is done."""

    statuses: frozenset[str]
    work: Callable[[Led], Awaitable[object]]


def _on_permit(work: Callable[[Led], Awaitable[object]]) -> Deed:
    return Deed(frozenset({"issued"}), work)


async def _offer_escort(led: Led) -> None:
    await led.office.offer_to(led.application, _escort_of(led.case)[1])


async def _accept_escort(led: Led) -> None:
    """Offered anew where the offer ran out meanwhile: the timer that says so knows the real time alone."""
    offered = await led.office.assignment_of(led.application)
    if offered["state"] == "expired":
        await _offer_escort(led)
    await led.office.answer_offer(led.application, "acceptance")


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
ACTS: Final[Mapping[str, Deed]] = {
    "submit": Deed(frozenset({"draft"}), lambda led: led.office.submit(led.application)),
    "claim": Deed(frozenset({"submitted"}), lambda led: led.office.on_application("clerk", led.application, "claim")),
    "precheck": Deed(AT_DESK, lambda led: led.office.precheck(led.application)),
    "ask_correction": Deed(frozenset({"precheck"}), lambda led: led.office.ask_correction(led.application)),
    "resubmit": Deed(
        frozenset({"correction"}),
        lambda led: led.office.on_application("carrier", led.application, "resubmission", {"note": "已按通知更正"}),
    ),
    "accept": Deed(AT_DESK, lambda led: led.office.accept(led.application)),
    "not_accept": Deed(
        AT_DESK,
        lambda led: led.office.not_accept(
            led.application, "divisible_goods", "所载货物可以解体，不属于不可解体的大件，不予受理"
        ),
    ),
    "terminate": Deed(frozenset({"precheck"}), lambda led: led.office.terminate(led.application)),
    "withdraw": Deed(RUNNING, lambda led: led.office.on_application("carrier", led.application, "withdrawal")),
    "survey": Deed(frozenset({"survey"}), lambda led: led.office.survey(led.application)),
    "fail_survey": Deed(frozenset({"survey"}), lambda led: led.office.survey(led.application, "fail")),
    "offer_escort": Deed(frozenset({"survey"}), _offer_escort),
    "accept_escort": Deed(frozenset({"survey"}), _accept_escort),
    "decline_escort": Deed(
        frozenset({"survey"}), lambda led: led.office.answer_offer(led.application, "decline", _BUSY)
    ),
    "claim_review": Deed(frozenset({"review"}), lambda led: led.office.claim_review(led.application)),
    "consult": Deed(IN_REVIEW, lambda led: led.office.consult(led.application)),
    "conclude": Deed(IN_REVIEW, lambda led: led.office.conclude(led.application)),
    "read_again": Deed(frozenset({"survey", "review", "approval"}), _read_again),
    "return": Deed(frozenset({"review", "approval"}), lambda led: led.office.return_review(led.application)),
    "grant": Deed(frozenset({"survey", "review", "approval"}), _grant),
    "find_against": Deed(frozenset({"review"}), lambda led: led.office.conclude(led.application, "refuse")),
    "read_legally": Deed(frozenset({"review", "approval"}), _read_legally),
    "refuse": Deed(frozenset({"review", "approval"}), lambda led: led.office.decide_against(led.application)),
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


async def lead(
    clients: Mapping[str, httpx.AsyncClient],
    case: Case,
    application_id: str | None,
    turn: Callable[[], Awaitable[bool]],
) -> bool:
    """Bring a case where its destiny ends; what is not possible of it is told in the log. False: it was cut off.

    Args:
        clients: everybody's, by sign-in name.
        case: which.
        application_id: of the application a run before this one began; None: it is filed now.
        turn: waited for before each act, so that others go first; False: stop.
    """
    people = {"carrier": case.agent, "clerk": case.clerk, "escort": _escort_of(case)[0]}
    office = LivingOffice({**clients, **{post: clients[name] for post, name in people.items()}})
    led: Led | None = None
    for act in (None, *case.acts):
        if not await turn():
            return False
        try:
            if act is not None and led is not None:
                await _do(led, act)
            else:
                led = await _begin(office, case, application_id)
        except (StepFailed, TimeoutError) as failure:
            tell = log.warning if application_id is None else log.info
            tell(
                "an act of the demonstration was not possible",
                case=case.number,
                way=case.destiny.name,
                said=str(failure),
            )
            if led is None:
                break
    return True


async def _begin(office: LivingOffice, case: Case, application_id: str | None) -> Led:
    with set_back(utc_now() - case.filed):
        application = await (office.draft(case.facts) if application_id is None else office.settled(application_id))
    return Led(office, case, application)


async def _twice(led: Led, do: Deed) -> object:
    """Do it, once more on the application read anew: a timer, which knows the real time alone, may have come between."""
    try:
        return await do.work(led)
    except StepFailed:
        led.application = await led.office.application(led.application["id"])
        if led.application["status"] not in do.statuses:
            raise
        return await do.work(led)


async def _do(led: Led, act: Act) -> None:
    """Do an act where it applies: it may be done already, or somebody else has gone on with the case.

    Raises:
        StepFailed, TimeoutError: it does not, or was refused.
    """
    do = ACTS[act.name]
    with set_back(utc_now() - act.at):
        if not led.fresh:
            led.application = await led.office.application(led.application["id"])
        if led.application["status"] not in do.statuses:
            raise StepFailed(f"{act.name}: it is {led.application['status']}")
        led.fresh = False
        done = await _twice(led, do)
    if isinstance(done, dict) and done.get("id") == led.application["id"]:
        led.application, led.fresh = done, True
