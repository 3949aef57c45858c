"""Finding the permit behind a driver's link."""

import hashlib

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.domain.errors import not_found
from shared.schema.issuance import DriverLink, Permit


def secret_hash(secret: str) -> bytes:
    """What is kept of a link's secret; it has 256 random bits, so that no slow hash is needed."""
    return hashlib.sha256(secret.encode()).digest()


async def permit_of_link(session: AsyncSession, secret: str) -> Permit:
    """The newest revision of the permit a link leads to.

    Raises:
        NotFound: no such link, or it is closed.
    """
    row = await session.scalar(
        select(Permit)
        .join(DriverLink, DriverLink.permit_number == Permit.number)
        .where(DriverLink.secret_sha256 == secret_hash(secret), DriverLink.closed_at.is_(None))
        .order_by(Permit.revision.desc())
        .limit(1)
    )
    if row is None:
        raise not_found("链接", "link")
    return row
