"""Compares intake's copy of every running case with issuance's own view, mends what was lost, and raises an alarm."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import UUID

from sqlalchemy import and_, column, literal, or_, select, table, text

from services.intake.applications.events import give_receipt, locked, take
from services.intake.stages.commands import end_closed, mirror
from shared.contracts.application_permits import PermitRef
from shared.contracts.intake import StageMirror
from shared.domain.errors import Problem
from shared.domain.lifecycle.application import APPLICATION
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.intake import RUNNING, Application

BATCH = 200
_CASES = table(
    "v_case_stage",
    column("application_id"),
    column("state"),
    column("stage_seq"),
    column("kind"),
    column("decided_at"),
)
_PERMITS = table("v_permit", column("number"), column("application_id"), column("set_index"), column("state"))
_CLEARED = table(
    "v_field_clearance",
    column("application_id"),
    column("facts_version"),
    column("survey_passed"),
    column("escort_accepted"),
)
log = get_log("stages")


class _Case(NamedTuple):
    """Issuance's stage of a case that is newer than ours, or closed while ours runs."""

    application_id: UUID
    state: str
    stage_seq: int
    kind: str | None
    decided_at: datetime | None


async def compare_stages(runtime: Runtime) -> None:
    """Mend every application whose stage fell behind, and move on those whose survey and escort are there."""
    for case in await _behind(runtime):
        log.error("stage behind", application=str(case.application_id), state=case.state, stage_seq=case.stage_seq)
        try:
            await _mend(runtime, case)
        except Problem:
            log.exception("stage cannot be mended", application=str(case.application_id))
    for application_id in await _surveyed(runtime):
        async with transaction(runtime.database) as session:
            row = await locked(session, application_id)
            if row is not None and row.status == "survey":
                await take(session, row, "survey_completed", None)


async def _behind(runtime: Runtime) -> Sequence[_Case]:
    newer = or_(_CASES.c.stage_seq > Application.stage_seq, _CASES.c.state == "closed")
    query = (
        select(_CASES.c.application_id, _CASES.c.state, _CASES.c.stage_seq, _CASES.c.kind, _CASES.c.decided_at)
        .join(Application, Application.id == _CASES.c.application_id)
        .where(text(RUNNING), newer)
        .order_by(Application.id)
        .limit(BATCH)
    )
    async with reading(runtime.database) as session:
        return [_Case(*found) for found in (await session.execute(query))]


async def _mend(runtime: Runtime, case: _Case) -> None:
    async with transaction(runtime.database) as session:
        if case.state == "closed":
            row = await locked(session, case.application_id)
            if row is not None and row.status not in APPLICATION.terminal:
                receipt = give_receipt(session, row, "withdrawal", None, {"from_status": row.status})
                await end_closed(session, row, receipt)
            return
        issued = literal(_stage_of(case) == "issue")
        permits = select(_PERMITS.c.number, _PERMITS.c.set_index, _PERMITS.c.state)
        changed = select(Application.changes_permit).where(Application.id == case.application_id)
        of_case = or_(_PERMITS.c.application_id == case.application_id, _PERMITS.c.number.in_(changed))
        found = await session.execute(permits.where(of_case, issued))
        told = StageMirror(
            application_id=case.application_id,
            stage=_stage_of(case),
            stage_seq=case.stage_seq,
            permits=[PermitRef(number=n, set_index=i, state=s) for n, i, s in found],
            decided_at=case.decided_at,
        )
        await mirror(session, told)


def _stage_of(case: _Case) -> Literal["review", "sent_for_approval", "issue", "refusal"]:
    if case.state == "decided":
        return "issue" if case.kind == "grant" else "refusal"
    return "sent_for_approval" if case.state == "sent_for_approval" else "review"


async def _surveyed(runtime: Runtime) -> Sequence[UUID]:
    same = and_(_CLEARED.c.application_id == Application.id, _CLEARED.c.facts_version == Application.facts_version)
    query = (
        select(Application.id)
        .join(_CLEARED, same)
        .where(Application.status == "survey", _CLEARED.c.survey_passed, _CLEARED.c.escort_accepted)
        .limit(BATCH)
    )
    async with reading(runtime.database) as session:
        return (await session.scalars(query)).all()
