"""What an agent does with an application: draft, edit, submit."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from services.intake.applications.events import locked_for, note, take
from services.intake.applications.overlaps import refuse_duplicate
from services.intake.applications.queries import filing_role, no_application
from services.intake.applications.schemas import ApplicationJob
from services.intake.applications.summary import summary_of
from shared.contracts.facts import FurtherSet, TransportFacts
from shared.contracts.intake import ApplicationDraft, ApplicationEdit
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Conflict, Forbidden, field_problem
from shared.domain.field_errors import FIELD_ERROR_TEXTS
from shared.domain.identifiers import application_number, uuid7
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.idempotency import KeyedRequest
from shared.platform.jobs import enqueue
from shared.platform.settings import PlatformSettings
from shared.platform.tokens import Caller
from shared.schema.intake import Application, ApplicationCounter

DRIVE_JOB = "intake.drive"
JOB_MARGIN_S = 2
"""The job comes this much after the budget of the submission, so that the submission itself goes first."""


async def draft(session: WriteSession, caller: Caller, *, body: ApplicationDraft, authority: str) -> Application:
    """A new draft of the caller's own carrier; its name is looked up when it is submitted.

    Raises:
        Forbidden: the caller belongs to no carrier.
        NotFound: the carrier is not his.
    """
    if caller.carrier_id is None:
        raise Forbidden("no_carrier", "您未登记为任何承运人的经办人", "you are no carrier's agent")
    if body.carrier_id not in {None, caller.carrier_id}:
        raise no_application()
    row = new_draft(caller.carrier_id, caller.id, authority, body.facts, body.further_sets)
    session.add(row)
    await session.flush()
    await note(session, row, "draft", acting(caller, Role.COMPANY_AGENT))
    return row


def new_draft(
    carrier_id: UUID, created_by: UUID, authority: str, facts: TransportFacts, further: Sequence[FurtherSet]
) -> Application:
    """The row of a new draft."""
    return Application(
        id=uuid7(),
        authority_adcode=authority,
        carrier_id=carrier_id,
        carrier_name="",
        created_by=created_by,
        channel="online",
        status="draft",
        assessments=[],
        plans=[],
        permits=[],
        open_items=[],
        corrections=0,
        deemed_accepted=False,
        **summary_of(facts, further),
    )


async def edit(
    session: WriteSession, caller: Caller, application_id: UUID, *, version: int, body: ApplicationEdit
) -> Application:
    """Replace the facts of a draft.

    Raises:
        Conflict: `not_a_draft`, it was handed in already.
    """
    row = await locked_for(session, caller, application_id, version=version, role=Role.COMPANY_AGENT)
    if row.status != "draft":
        raise Conflict("not_a_draft", "申请已提交，不能再修改", "the application was submitted; it cannot be changed")
    further = body.further_sets
    if "further_sets" not in body.model_fields_set:
        further = [FurtherSet.model_validate(one) for one in row.further_sets]
    for name, value in summary_of(body.facts, further).items():
        setattr(row, name, value)
    row.facts_version += 1
    await note(session, row, "edit", acting(caller, filing_role(caller)), {"facts_version": row.facts_version})
    await session.flush()
    return row


async def submit(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    *,
    version: int,
    keyed: KeyedRequest,
    settings: PlatformSettings,
) -> bool:
    """Hand a draft in: number, state, key, audit and the job that carries it on, in this one transaction.

    Returns:
        False when the key was used already: it is submitted.

    Raises:
        NotFound, Stale: not the caller's, or changed since.
        Conflict: not a draft, or `duplicate`.
        Invalid: the start is in the past.
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.COMPANY_AGENT)
    if not await keyed.begin_driven(session, row.id):
        return False
    require_version(row.version, version)
    APPLICATION.step(row.status, "submission", caller.roles)
    await fit_to_hand_in(session, row)
    row.submitted_at = row.received_at = utc_now()
    row.number = await next_number(session, row.authority_adcode)
    await take(session, row, "submission", caller, role=filing_role(caller), data={"number": row.number})
    await drive_later(session, row, settings)
    return True


async def fit_to_hand_in(session: WriteSession, row: Application) -> None:
    """Raise when the trip begins in the past or is applied for already; a permit that is changed may have begun.

    Raises:
        Invalid: `start_in_past`.
        Conflict: `duplicate`.
    """
    if (row.planned_end if row.kind == "change" else row.planned_start) < utc_now():
        raise field_problem("/facts/trip/planned_start", "start_in_past", *FIELD_ERROR_TEXTS["start_in_past"])
    await refuse_duplicate(session, row)


async def drive_later(
    session: WriteSession, row: Application, settings: PlatformSettings, *, at_once: bool = False
) -> None:
    """Enqueue the job that carries an application on; `at_once`: nobody else does, as whoever answers a request would."""
    after_s = 0 if at_once else settings.submit_budget_s + JOB_MARGIN_S
    await enqueue(session, DRIVE_JOB, ApplicationJob(application_id=row.id), after_s=after_s)


async def next_number(session: WriteSession, authority: str) -> str:
    """The next number of the authority's Shanghai day; the counter row is the last lock taken."""
    day = shanghai_day(utc_now())
    first = insert(ApplicationCounter).values(authority_adcode=authority, day=day, last_serial=1)
    upsert = first.on_conflict_do_update(
        index_elements=[ApplicationCounter.authority_adcode, ApplicationCounter.day],
        set_={"last_serial": ApplicationCounter.last_serial + 1},
    ).returning(ApplicationCounter.last_serial)
    return application_number(authority, day, (await session.execute(upsert)).scalar_one())
