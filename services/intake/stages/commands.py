"""Intake's copy of issuance's stage: taken in order, older ones ignored."""

from services.intake.applications.deciding import opening_event
from services.intake.applications.events import locked, note, take
from services.intake.applications.queries import no_application
from services.intake.applications.telling import tell_applicant
from shared.contracts.intake import StageMirror
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.audit import SYSTEM
from shared.platform.database import WriteSession
from shared.platform.logging import get_log
from shared.schema.intake import Application

_STANDS_AS = {"review": "review", "sent_for_approval": "approval", "issue": "issued", "refusal": "rejected"}
"""The status a stage stands for."""
log = get_log("stages")


async def mirror(session: WriteSession, told: StageMirror) -> bool:
    """Take a stage over; False: it is not newer than what is known.

    Raises:
        NotFound: no such application.
        Conflict: the application has ended otherwise; a person has to look.
    """
    row = await locked(session, told.application_id)
    if row is None:
        raise no_application()
    if told.stage_seq <= row.stage_seq:
        return False
    if told.stage == "issue":
        row.permits = [permit.model_dump(mode="json") for permit in told.permits]
    row.decided_at = told.decided_at or row.decided_at
    row.stage_seq = told.stage_seq
    if told.lane == "survey" and row.lane == "fast":
        row.lane = told.lane
        await note(session, row, "lane_raised", SYSTEM, {"lane": told.lane})
    for event in _events(row, told.stage):
        await take(session, row, event, None, data={"stage_seq": told.stage_seq})
    return True


def _events(row: Application, stage: str) -> list[str]:
    """The steps that lead to a stage: none when the driver was here first, an opening one when it was not.

    An open case of the survey lane stays in `survey` until survey and escort are there.
    """
    if row.status == _STANDS_AS[stage] or (row.status == "survey" and stage == "review"):
        return []
    if row.status == "routed":
        if stage == "issue" and row.lane == "instant":
            return ["automatic_decision"]
        opening = opening_event(row)
        return [opening] if stage == "review" else [opening, stage]
    return ["return"] if stage == "review" else [stage]


async def end_closed(session: WriteSession, row: Application, receipt: str) -> None:
    """Withdraw an application whose review was closed for that, but which was left behind by a crash."""
    row.status = APPLICATION.step(row.status, "withdrawal", {Role.COMPANY_AGENT})
    await note(session, row, "withdrawal", SYSTEM, {"completed": True, "receipt": receipt})
    tell_applicant(session, row, "withdrawal", {"receipt": receipt})
