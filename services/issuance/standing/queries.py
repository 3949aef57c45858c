"""Reading the standing authority, and asking it whether it covers a case."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.facts import Wire
from shared.contracts.issuance import NotDecided, ReviewCaseOrder
from shared.contracts.standing import StandingAuthority as StandingAuthorityModel
from shared.domain.errors import not_found
from shared.platform.database import WriteSession
from shared.schema.issuance import StandingAuthority, StandingAuthorityUse


class Limits(Wire):
    """What an approver granted: classes, whether changes of permits too, and decisions a Shanghai day."""

    classes: list[str]
    changes: bool = True
    daily_limit: Annotated[int, Field(ge=1)]


_LIMITS = TypeAdapter(Limits)


def limits_of(row: StandingAuthority) -> Limits:
    """The limits of a standing authority."""
    return _LIMITS.validate_python(row.limits)


async def in_force(session: AsyncSession, authority: str) -> StandingAuthority:
    """The standing authority in force, suspended or not.

    Raises:
        NotFound: there is none.
    """
    row = await session.scalar(
        select(StandingAuthority).where(
            StandingAuthority.authority_adcode == authority, StandingAuthority.revoked_at.is_(None)
        )
    )
    if row is None:
        raise not_found("常设授权", "standing authority")
    return row


async def lock_authority(session: WriteSession, authority_id: UUID, authority: str) -> StandingAuthority:
    """A standing authority, its row locked against decisions until the transaction ends.

    FOR UPDATE, the one exception to the weaker lock of other rows: it must wait for, and stop, every decision that
    reads the row FOR SHARE.

    Raises:
        NotFound: none, or another authority's.
    """
    row = await session.scalar(
        select(StandingAuthority)
        .where(StandingAuthority.id == authority_id, StandingAuthority.authority_adcode == authority)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise not_found("常设授权", "standing authority")
    return row


async def shared_authority(session: WriteSession, authority: str) -> StandingAuthority | None:
    """The one in force, read FOR SHARE: whoever switches it off waits for this decision, or this decision sees it."""
    row: StandingAuthority | None = await session.scalar(
        select(StandingAuthority)
        .where(StandingAuthority.authority_adcode == authority, StandingAuthority.revoked_at.is_(None))
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    )
    return row


def not_covered(row: StandingAuthority | None, order: ReviewCaseOrder) -> NotDecided | None:
    """Why a standing authority does not cover a case, or None."""
    if row is None:
        return "no_standing_authority"
    if row.suspended_at is not None:
        return "suspended"
    if str(order.carrier_id) in row.suspended_for_carriers:
        return "carrier_suspended"
    roads = {stretch.road for one in order.sets for stretch in one.route.roads}
    if not roads.isdisjoint(row.suspended_for_roads):
        return "road_suspended"
    if order.class_ not in limits_of(row).classes:
        return "class_not_covered"
    return None


async def take_one(session: WriteSession, row: StandingAuthority, day: date) -> bool:
    """Count one more decision of a Shanghai day; False: the day's limit is reached.

    The counter's row stays locked until the decision commits, so that two at once cannot pass the limit together.
    """
    limit = limits_of(row).daily_limit
    use = insert(StandingAuthorityUse).values(standing_authority_id=row.id, day=day, used=1)
    statement = use.on_conflict_do_update(
        index_elements=["standing_authority_id", "day"],
        set_={"used": StandingAuthorityUse.used + 1},
        where=StandingAuthorityUse.used < limit,
    ).returning(StandingAuthorityUse.used)
    return await session.scalar(statement) is not None


def authority_model(row: StandingAuthority) -> StandingAuthorityModel:
    """A standing authority as officers read it."""
    limits = limits_of(row)
    return StandingAuthorityModel(
        id=row.id,
        granted_by_name=row.granted_by_name,
        classes=limits.classes,
        changes=limits.changes,
        daily_limit=limits.daily_limit,
        granted_at=row.granted_at,
        suspended_at=row.suspended_at,
        suspended_reason=row.suspended_reason,
        suspended_for_carriers=row.suspended_for_carriers,
        suspended_for_roads=row.suspended_for_roads,
        revoked_at=row.revoked_at,
        version=row.version,
    )
