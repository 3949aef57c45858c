"""Tells intake what an officer set, so that the case goes by it; what comes too late there holds here no longer."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import select

from services.classification.assessments.queries import assessment_row, override_of, view_of
from services.classification.engine import Engine
from shared.clients.intake import IntakeClient
from shared.contracts.classification import Override
from shared.contracts.overrides import OverrideTold
from shared.domain.errors import Conflict, NotFound, Problem
from shared.platform import audit
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.classification import AssessmentRow

JOB = "classification.tell_override"
log = get_log("overrides")


class OverrideRef(BaseModel):
    """Payload of the job: whose override, and what held before it."""

    assessment_id: UUID
    before: Override | None


async def tell_override(runtime: Runtime, payload: bytes) -> None:
    """The job: tell what holds now, so that a late job tells nothing old.

    Raises:
        Unavailable: intake is silent, or its driver has the application; the job comes back to it.
    """
    reference = OverrideRef.model_validate_json(payload)
    async with reading(runtime.database) as session:
        row = await assessment_row(session, reference.assessment_id)
        view = await view_of(session, runtime.own(Engine), row)
    if view.override is None:
        return
    told = OverrideTold(
        application_id=view.application_id,
        assessment_id=view.id,
        set_index=view.set_index,
        assessment=view.assessment,
        override=view.override,
    )
    try:
        await IntakeClient.of(runtime).take_override(told)
    except (Conflict, NotFound) as refusal:
        await _take_back(runtime, reference, told.override, refusal)


async def _take_back(runtime: Runtime, reference: OverrideRef, told: Override, refusal: Problem) -> None:
    """Put back what held before: a decision, or an end, came first. Nothing to do when another override came since."""
    log.error("override too late", assessment=str(reference.assessment_id), code=refusal.code)
    query = select(AssessmentRow).where(AssessmentRow.id == reference.assessment_id)
    async with transaction(runtime.database) as session:
        row = (await session.scalars(query.with_for_update(key_share=True))).one()
        if override_of(row) != told:
            return
        row.override = reference.before.model_dump(mode="json", by_alias=True) if reference.before else None
        await audit.record(
            session,
            service="classification",
            aggregate="assessment",
            aggregate_id=row.id,
            action="override_too_late",
            actor=audit.SYSTEM,
            data={"application_id": row.application_id, "code": refusal.code, "override": told.model_dump(mode="json")},
        )
