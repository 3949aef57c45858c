"""The ends of an application's time: for a notice, and for the decision; and issuance told when they change."""

from datetime import datetime
from typing import NamedTuple, cast
from uuid import UUID

from services.intake.applications.case import Case, assessments_of, case_of
from services.intake.applications.schemas import ApplicationJob
from shared.clients.classification import ClassificationClient
from shared.clients.issuance import IssuanceClient
from shared.contracts.classification import ClockPause, DueDate, DueOrder
from shared.contracts.overrides import CaseDue
from shared.domain.clock import shanghai_day
from shared.domain.lifecycle.application import APPLICATION
from shared.platform.database import WriteSession
from shared.platform.jobs import enqueue
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.intake import Application

TELL_DUE_JOB = "intake.tell_due"


class Ends(NamedTuple):
    """The statutory and the promised end, and whether either was counted through a year without a calendar."""

    due_at: datetime
    promised_at: datetime | None
    provisional: bool


async def ends_of(runtime: Runtime, row: Application, case: Case | None = None) -> Ends:
    """The ends of an accepted case, in working days from the day of its acceptance (Licensing Law art. 42, 82).

    Days on which the clock stood still, told in writing, do not count (art. 45).

    Args:
        runtime: intake's.
        row: the application.
        case: what it is to be; None: what it is by its assessments.

    Raises:
        Unavailable: classification is silent.
    """
    case, accepted = case or case_of(assessments_of(row)), shanghai_day(cast("datetime", row.accepted_at))
    classification = ClassificationClient(runtime)
    pauses = [ClockPause.model_validate(one) for one in row.pauses]
    due = await classification.due(DueOrder(accepted_on=accepted, working_days=case.statutory_days, pauses=pauses))
    if case.promised_days is None:
        return Ends(due.due_at, None, due.provisional)
    promised = await classification.due(DueOrder(accepted_on=accepted, working_days=case.promised_days, pauses=pauses))
    return Ends(due.due_at, promised.due_at, due.provisional or promised.provisional)


async def notice_of(classification: ClassificationClient, row: Application) -> DueDate:
    """The end of the office's time for a correction notice, from the day the application came in (Licensing Law art. 32).

    Raises:
        Unavailable: classification is silent.
    """
    received = shanghai_day(cast("datetime", row.received_at))
    return await classification.due(DueOrder(accepted_on=received, working_days="deemed_acceptance_days"))


async def due_changed(session: WriteSession, row: Application) -> None:
    """Have issuance told a due date that changed, if it has the case."""
    if row.review_case_id is not None:
        await enqueue(session, TELL_DUE_JOB, ApplicationJob(application_id=row.id))


async def tell_due(runtime: Runtime, application_id: UUID) -> None:
    """The job: tell issuance the present due date, so that a late job tells nothing old."""
    async with reading(runtime.database) as session:
        row = await session.get(Application, application_id)
    if row is not None and row.due_at is not None and row.status not in APPLICATION.terminal:
        due = CaseDue(due_at=row.due_at, provisional=row.due_provisional)
        await IssuanceClient(runtime).count_due(row.id, due)
