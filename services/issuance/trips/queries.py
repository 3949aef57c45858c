"""Reading runs."""

from sqlalchemy import select

from shared.contracts.permit_life import Trip
from shared.platform.database import ReadSession
from shared.schema.issuance import PermitTrip


def trip_model(row: PermitTrip) -> Trip:
    """A run as it is answered."""
    return Trip(
        id=row.id,
        permit_number=row.permit_number,
        seq=row.seq,
        started_at=row.started_at,
        ended_at=row.ended_at,
        recorded_role=row.recorded_role,
    )


async def trips_of(session: ReadSession, number: str) -> list[Trip]:
    """The runs on a permit in order."""
    query = select(PermitTrip).where(PermitTrip.permit_number == number).order_by(PermitTrip.seq)
    return [trip_model(row) for row in (await session.scalars(query)).all()]
