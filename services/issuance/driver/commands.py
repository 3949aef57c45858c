"""Making and closing driver links."""

import secrets

from sqlalchemy import select

from services.issuance.desk import Desk
from services.issuance.driver.queries import secret_hash
from services.issuance.life.commands import note
from services.issuance.permits.queries import lock_permit
from shared.contracts.permit_life import DriverLink as DriverLinkModel
from shared.contracts.permit_life import LinksClosed
from shared.domain.clock import utc_now
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.issuance import DriverLink, Permit

_SECRET_BYTES = 32


async def make_link(session: WriteSession, caller: Caller, *, desk: Desk, number: str) -> DriverLinkModel:
    """A link by which the driver reads this permit without an account, until it is closed.

    Raises:
        NotFound: not the caller's company's.
    """
    row = await lock_permit(session, number, Permit.carrier_id == caller.carrier_id)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    session.add(DriverLink(id=uuid7(), permit_number=number, secret_sha256=secret_hash(secret), made_by=caller.id))
    await note(session, row, "driver_link", acting(caller, Role.COMPANY_AGENT), {})
    return DriverLinkModel(secret=secret, url=f"{desk.public_url}/driver/{secret}")


async def close_links(session: WriteSession, caller: Caller, *, number: str) -> LinksClosed:
    """Close the links of a permit; how many there were.

    Raises:
        NotFound: not the caller's company's.
    """
    row = await lock_permit(session, number, Permit.carrier_id == caller.carrier_id)
    query = select(DriverLink).where(DriverLink.permit_number == number, DriverLink.closed_at.is_(None))
    links = (await session.scalars(query)).all()
    for link in links:
        link.closed_at = utc_now()
    await note(session, row, "driver_links_closed", acting(caller, Role.COMPANY_AGENT), {"links": len(links)})
    return LinksClosed(closed=len(links))
