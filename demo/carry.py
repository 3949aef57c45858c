"""Carries one sample from the draft to its end and says what became of it."""

import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from demo.office import Office, StepFailed
from demo.samples import Sample, moved

END = {
    "no_permit_needed": "not_accepted",
    "not_acceptable": "not_accepted",
    "refusable": "rejected",
    "permit_required": "issued",
}
"""The status each outcome must end in."""
_TRIES = 6
_FIRST_DAY, _STEP_DAYS = 7, 30


@dataclass(frozen=True)
class Row:
    """What became of a sample, as `build/demo.json` tells it."""

    sample: str
    class_: str | None
    lane: str | None
    outcome: str
    status: str
    seconds: float
    permit_number: str | None
    pdf: str | None
    verified: bool | None
    as_expected: bool

    def as_json(self) -> dict[str, object]:
        """The row with the contract's names."""
        return {("class" if key == "class_" else key): value for key, value in asdict(self).items()}


async def carry(office: Office, sample: Sample, folder: Path) -> Row:
    """File, carry on, verify.

    Args:
        office: the people.
        sample: what to file.
        folder: where the permit's PDF goes.
    """
    started = time.perf_counter()
    application = await _filed(office, sample)
    application = await carried_on(office, application)
    number, pdf, verified = None, None, None
    if application["permits"]:
        number = application["permits"][0]["number"]
        permit = await office.permit(number)
        pdf = folder / f"{number}.pdf"
        pdf.write_bytes(await office.document(number))
        verified = await office.verified(number, permit["token"])
    assessment = application["assessment"]
    seen = {"class": application["class"], "lane": application["lane"], "outcome": assessment["outcome"]}
    expected = all(seen[key] == value for key, value in sample.expect.items() if key in seen)
    ended = application["status"] == END[assessment["outcome"]] and verified is not False
    return Row(
        sample=sample.name,
        class_=application["class"],
        lane=application["lane"],
        outcome=assessment["outcome"],
        status=application["status"],
        seconds=round(time.perf_counter() - started, 3),
        permit_number=number,
        pdf=str(pdf) if pdf else None,
        verified=verified,
        as_expected=expected and ended,
    )


async def _filed(office: Office, sample: Sample) -> dict[str, Any]:
    """Filed to begin in 7 days; on a database where that trip was filed before, a month later."""
    for days in range(_FIRST_DAY, _FIRST_DAY + _TRIES * _STEP_DAYS, _STEP_DAYS):
        try:
            return await office.apply(moved(sample.facts, days_ahead=days))
        except StepFailed as failure:
            if "/problems/duplicate" not in str(failure):
                raise
    raise StepFailed(f"{sample.name} was filed for every month looked at")


async def carried_on(office: Office, application: dict[str, Any]) -> dict[str, Any]:
    """Bring a submitted application to its end, by the people whose turn it is."""
    assessment = application["assessment"]
    if application["status"] in {"issued", "not_accepted"}:
        return application
    if assessment["outcome"] == "not_acceptable":
        reasons = "; ".join(r["text"]["zh"] for r in assessment["reasons"] if not r["passed"])
        return await office.not_accept(application, "divisible_goods", reasons)
    if application["status"] == "submitted":
        application = await office.accept(application)
    if assessment["outcome"] == "refusable":
        return await office.refuse(application)
    if application["lane"] == "survey":
        await office.survey(application)
        await office.accept_escort(await office.offer_escort(application))
    return await office.approve(application)
