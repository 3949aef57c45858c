"""Asking for surveys, reporting them, sending them back."""

import unicodedata
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from services.fieldwork.guard import refuse_decided
from services.fieldwork.photos.queries import missing_photos
from services.fieldwork.surveys.content import SurveyContent
from services.fieldwork.surveys.queries import locked_survey
from shared.contracts import fieldwork as wire
from shared.domain.clock import utc_now
from shared.domain.errors import FieldError, Invalid, field_problem
from shared.domain.lifecycle.fieldwork import SURVEY
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.fieldwork import Survey


async def record(
    session: WriteSession, row: Survey, action: str, actor: audit.Actor, data: dict[str, object] | None = None
) -> None:
    """Add to a survey's chain."""
    await audit.record(
        session,
        service="fieldwork",
        aggregate="survey",
        aggregate_id=row.id,
        action=action,
        actor=actor,
        data=data,
    )


async def request_survey(session: WriteSession, caller: Caller, *, order: wire.SurveyOrder) -> Survey:
    """The survey of an application's facts: made when it is asked for first, the same one ever after.

    One that was cancelled has to be done anew; escort and due date are those it was asked for with last.
    """
    kept = set(SurveyContent.model_fields)
    content = order.model_dump(mode="json", include=kept)
    made = (
        insert(Survey)
        .values(
            **order.model_dump(exclude=kept),
            content=content,
            state="requested",
            conditions=[],
            inspectors=[],
            photo_ids=[],
        )
        .on_conflict_do_nothing(index_elements=["application_id", "facts_version"])
        .returning(Survey.id)
    )
    is_new = await session.scalar(made) is not None
    stored = select(Survey).where(
        Survey.application_id == order.application_id, Survey.facts_version == order.facts_version
    )
    row = (await session.scalars(stored.with_for_update(key_share=True))).one()
    row.content, row.due_at = content, order.due_at
    again = row.state == "cancelled"
    if again:
        row.state = SURVEY.step(row.state, "request", caller.roles)
        _forget_report(row)
    if is_new or again:
        await record(session, row, "request", audit.acting(caller), {"application_number": row.application_number})
    return row


async def report(
    session: WriteSession, caller: Caller, *, survey_id: UUID, version: int, found: wire.SurveyReport
) -> Survey:
    """Record what two inspectors found (Licensing Law art. 34: two or more).

    Raises:
        NotFound: no such survey, or another authority's.
        Stale: it changed meanwhile.
        Conflict: it does not wait for a report.
        Invalid: one inspector twice, a photo that was not stored here, or conditions that are missing.
    """
    row = await locked_survey(session, caller, survey_id)
    require_version(row.version, version)
    state = SURVEY.step(row.state, "report", caller.roles)
    await _check(session, found)
    row.state, row.conclusion = state, found.conclusion
    row.conditions = list(found.conditions)
    row.inspectors = [name.strip() for name in found.inspectors]
    row.photo_ids = [str(photo) for photo in dict.fromkeys(found.photo_ids)]
    row.reported_by, row.reported_at = caller.id, utc_now()
    await record(session, row, "report", audit.acting(caller, Role.INSPECTOR), found.model_dump(mode="json"))
    await session.flush()
    return row


async def _check(session: WriteSession, found: wire.SurveyReport) -> None:
    first, second = ("".join(unicodedata.normalize("NFKC", name).split()) for name in found.inspectors)
    if first == second:
        raise field_problem(
            "/inspectors/1", "same_person", "应由两名勘验员签名", "two different inspectors must be named"
        )
    if found.conclusion == "pass_with_conditions" and not found.conditions:
        raise field_problem("/conditions", "missing", "有条件通过须写明条件", "a pass with conditions names them")
    missing = await missing_photos(session, found.photo_ids)
    if missing:
        faults = [
            FieldError(f"/photo_ids/{index}", "unknown", "没有这张照片", "no such photo")
            for index, photo in enumerate(found.photo_ids)
            if photo in missing
        ]
        raise Invalid("invalid_fields", "有照片不存在", "a photo does not exist", errors=faults)


async def redo(session: WriteSession, caller: Caller, *, survey_id: UUID, version: int, reason: str) -> Survey:
    """Send a survey back: its report no longer counts, the chain keeps it.

    Raises:
        NotFound: no such survey, or another authority's.
        Stale: it changed meanwhile.
        Conflict: it has no report, or the application is decided.
    """
    row = await locked_survey(session, caller, survey_id)
    require_version(row.version, version)
    state = SURVEY.step(row.state, "redo", caller.roles)
    await refuse_decided(session, row.application_id)
    row.state = state
    _forget_report(row)
    await record(session, row, "redo", audit.acting(caller, Role.REVIEWER), {"reason": reason})
    await session.flush()
    return row


def _forget_report(row: Survey) -> None:
    """The report no longer counts; the chain keeps it."""
    row.conclusion = row.reported_by = row.reported_at = None
    row.conditions, row.inspectors, row.photo_ids = [], [], []


async def cancel_surveys(session: WriteSession, caller: Caller, *, application_id: UUID) -> int:
    """Cancel the surveys of an application that ended without a permit; how many there were."""
    live = select(Survey).where(Survey.application_id == application_id, Survey.state != "cancelled")
    rows = (await session.scalars(live.order_by(Survey.id).with_for_update(key_share=True))).all()
    for row in rows:
        row.state = SURVEY.step(row.state, "cancellation", caller.roles)
        await record(session, row, "cancellation", audit.acting(caller))
    return len(rows)
