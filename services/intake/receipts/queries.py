"""Reading the receipts of an application."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.receipts.wording import form_of
from shared.contracts import receipts as wire
from shared.domain.errors import not_found
from shared.schema.intake import Receipt


async def receipts_of(session: AsyncSession, application_id: UUID) -> wire.Receipts:
    """The receipts of an application, oldest first."""
    query = select(Receipt).where(Receipt.application_id == application_id).order_by(Receipt.id)
    return wire.Receipts(
        items=[
            wire.Receipt(kind=row.kind, number=row.number, title=form_of(row).title, issued_at=row.issued_at)
            for row in await session.scalars(query)
        ]
    )


async def receipt_of(session: AsyncSession, application_id: UUID, number: str) -> Receipt:
    """One receipt of an application.

    Raises:
        NotFound: the application has none of this number.
    """
    query = select(Receipt).where(Receipt.application_id == application_id, Receipt.number == number)
    row = await session.scalar(query)
    if row is None:
        raise not_found("文书", "receipt")
    return row
