"""Reading drawn permits."""

from typing import Literal, cast
from uuid import UUID

from sqlalchemy import select

from shared.contracts.figures import AuditSample as AuditSampleModel
from shared.contracts.pages import Page
from shared.domain.errors import not_found
from shared.platform.database import ReadSession, WriteSession
from shared.platform.paging import cut
from shared.schema.issuance import AuditSample

SampleState = Literal["drawn", "passed", "defect"]


def sample_model(row: AuditSample) -> AuditSampleModel:
    """A drawn permit as it is read."""
    return AuditSampleModel(
        id=row.id,
        permit_number=row.permit_number,
        review_case_id=row.review_case_id,
        automatic=row.automatic,
        day=row.day,
        state=cast("SampleState", row.state),
        finding=row.finding,
        reader_name=row.reader_name,
        read_at=row.read_at,
        version=row.version,
    )


async def list_samples(
    session: ReadSession, authority: str, *, state: SampleState | None, cursor: UUID | None, limit: int
) -> Page[AuditSampleModel]:
    """Drawn permits of an authority, newest first."""
    query = select(AuditSample).where(AuditSample.authority_adcode == authority).order_by(AuditSample.id.desc())
    if state is not None:
        query = query.where(AuditSample.state == state)
    if cursor is not None:
        query = query.where(AuditSample.id < cursor)
    rows, following = cut((await session.scalars(query.limit(limit + 1))).all(), limit, lambda row: row.id)
    return Page(items=[sample_model(row) for row in rows], next_cursor=following)


async def locked_sample(session: WriteSession, sample_id: UUID, authority: str) -> AuditSample:
    """A drawn permit, its row locked until the transaction ends.

    Raises:
        NotFound: none, or another authority's.
    """
    query = select(AuditSample).where(AuditSample.id == sample_id, AuditSample.authority_adcode == authority)
    row: AuditSample | None = await session.scalar(query.with_for_update(key_share=True))
    if row is None:
        raise not_found("抽查", "audit sample")
    return row
