"""The hot reads: a permit by its number with its hold in one statement, permits by plates, what has been revoked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import DateTime, String, bindparam, func, null, select, union
from sqlalchemy.dialects.postgresql import ARRAY, distinct_on
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession

from services.issuance.decisions.queries import shown_state
from services.issuance.holds import PLAN_HOLD, is_held, lasting_hold
from services.issuance.verification.seen import EndedPermit, SeenPermit
from shared.contracts.issuance import PublicPermit
from shared.platform.database import Database
from shared.schema.issuance import Permit, PermitHold

MATCHED_AT_MOST: Final = 50
"""Permits of one vehicle that are compared; the newest ones."""
_SEEN: Final = (
    Permit.number,
    Permit.revision,
    Permit.state,
    Permit.plates,
    Permit.length_mm,
    Permit.width_mm,
    Permit.height_mm,
    Permit.gross_mass_kg,
    Permit.valid_from,
    Permit.valid_to,
    Permit.demonstration,
    is_held().label("hold"),
)
_BY_NUMBERS: Final = (
    select(*_SEEN)
    .ext(distinct_on(Permit.number))
    .where(Permit.number == func.any(bindparam("numbers", type_=ARRAY(String))))
    .order_by(Permit.number, Permit.revision.desc())
)
_BY_NUMBERS_SQL: Final = str(_BY_NUMBERS.compile(dialect=make_url("postgresql+asyncpg://").get_dialect()()))
"""Compiled once: the read everybody on the road waits for goes straight to the driver."""


async def seen_permits(database: Database, numbers: list[str]) -> dict[str, SeenPermit]:
    """The newest revision of each of these numbers that there is, with its hold."""
    return {row["number"]: SeenPermit(**row) for row in await database.fetch(_BY_NUMBERS_SQL, numbers)}


def public_permit(row: SeenPermit, moment: datetime) -> PublicPermit:
    """What anyone may see (roles.md 3.14)."""
    return PublicPermit(
        number=row.number,
        state=shown_state(row.state, row.valid_from, row.valid_to, moment),
        hold=row.hold,
        revision=row.revision,
        plates=row.plates,
        length_mm=row.length_mm,
        width_mm=row.width_mm,
        height_mm=row.height_mm,
        gross_mass_kg=row.gross_mass_kg,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        demonstration=row.demonstration,
    )


async def permits_of_plates(session: AsyncSession, plates: Sequence[str]) -> list[SeenPermit]:
    """Permits in force by themselves (not ended) that name any of these plates, newest first, with axle loads."""
    query = (
        select(*_SEEN, Permit.facts["vehicle_set"]["axle_loads_kg"].label("axle_loads_kg"))
        .where(Permit.plates.overlap(list(plates)), Permit.state == "issued")
        .order_by(Permit.id.desc())
        .limit(MATCHED_AT_MOST)
    )
    return [SeenPermit(**row) for row in (await session.execute(query)).mappings()]


async def permits_in_force(session: AsyncSession, moment: datetime, ahead: datetime) -> list[SeenPermit]:
    """Permits that are in force, or will be before `ahead`, with their holds, by number."""
    query = (
        select(*_SEEN)
        .where(Permit.state == "issued", Permit.valid_to >= moment, Permit.valid_from <= ahead)
        .order_by(Permit.number)
    )
    return [SeenPermit(**row) for row in (await session.execute(query)).mappings()]


async def revoked_permits(session: AsyncSession, moment: datetime) -> list[EndedPermit]:
    """Permits that may not be used although their dates have not passed: ended ones, and those on hold.

    Three reads joined, each on its own index; one condition with OR would read every permit.
    """
    named = (Permit.number, Permit.revision, Permit.state)
    lasting = Permit.valid_to >= moment
    ended = select(*named, Permit.ended_at, null().cast(DateTime(timezone=True)).label("held_since")).where(
        lasting, Permit.state != "issued"
    )
    held = (
        select(*named, Permit.ended_at, PLAN_HOLD.c.since.label("held_since"))
        .join(PLAN_HOLD, PLAN_HOLD.c.plan_id == Permit.route_plan_id)
        .where(lasting, Permit.state == "issued")
    )
    stopped = (
        select(*named, Permit.ended_at, PermitHold.since.label("held_since"))
        .join(PermitHold, PermitHold.permit_number == Permit.number)
        .where(lasting, Permit.state == "issued", lasting_hold())
    )
    query = union(ended, held, stopped).order_by("number", "revision")
    rows = (await session.execute(query)).mappings()
    return list({(row["number"], row["revision"]): EndedPermit(**row) for row in rows}.values())
