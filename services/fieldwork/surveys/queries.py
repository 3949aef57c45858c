"""Reading surveys."""

from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.fieldwork.access import survey_rows
from services.fieldwork.surveys.content import SurveyContent
from shared.contracts import fieldwork as wire
from shared.contracts.pages import Page
from shared.domain.errors import not_found
from shared.platform.database import ReadSession, WriteSession
from shared.platform.paging import cut
from shared.platform.tokens import Caller
from shared.schema.fieldwork import Survey

SurveyState = Literal["requested", "reported", "cancelled"]


def survey_answer(row: Survey) -> wire.Survey:
    """A survey as it is answered."""
    content = SurveyContent.of(row)
    return wire.Survey(
        id=row.id,
        application_id=row.application_id,
        application_number=row.application_number,
        carrier_name=content.carrier_name,
        state=row.state,
        facts=content.facts,
        conclusion=row.conclusion,
        conditions=[str(condition) for condition in row.conditions],
        inspectors=[str(name) for name in row.inspectors],
        photo_ids=[UUID(str(photo)) for photo in row.photo_ids],
        reported_at=row.reported_at,
        due_at=row.due_at,
        version=row.version,
    )


async def list_surveys(
    session: ReadSession,
    caller: Caller,
    *,
    state: SurveyState | None,
    application_id: UUID | None,
    cursor: UUID | None,
    limit: int,
) -> Page[wire.Survey]:
    """Surveys the caller may see, newest first."""
    query = select(Survey).where(survey_rows(caller)).order_by(Survey.id.desc()).limit(limit + 1)
    if state is not None:
        query = query.where(Survey.state == state)
    if application_id is not None:
        query = query.where(Survey.application_id == application_id)
    if cursor is not None:
        query = query.where(Survey.id < cursor)
    rows, following = cut((await session.scalars(query)).all(), limit, lambda row: row.id)
    return Page(items=[survey_answer(row) for row in rows], next_cursor=following)


async def visible_survey(session: AsyncSession, caller: Caller, survey_id: UUID) -> Survey:
    """A survey the caller may see.

    Raises:
        NotFound: there is none, or it is another's.
    """
    row = await session.scalar(select(Survey).where(Survey.id == survey_id, survey_rows(caller)))
    if row is None:
        raise not_found("勘验", "survey")
    return row


async def locked_survey(session: WriteSession, caller: Caller, survey_id: UUID) -> Survey:
    """A survey the caller may see, locked until the transaction ends.

    Raises:
        NotFound: there is none, or it is another's.
    """
    query = select(Survey).where(Survey.id == survey_id, survey_rows(caller))
    row = await session.scalar(query.with_for_update(key_share=True))
    if row is None:
        raise not_found("勘验", "survey")
    return row


async def newest_survey(session: AsyncSession, caller: Caller, application_id: UUID) -> Survey:
    """The survey of an application's present facts, if the caller may see it.

    Raises:
        NotFound: the application has none, or is another's.
    """
    query = select(Survey).where(Survey.application_id == application_id, survey_rows(caller))
    row = await session.scalar(query.order_by(Survey.facts_version.desc()).limit(1))
    if row is None:
        raise not_found("待护送的申请", "application that waits for an escort")
    return row
