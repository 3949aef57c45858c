"""Applications for an overlapping time: the same transport again (refused), or the same vehicle elsewhere (a warning)."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, column, func, select, table

from services.intake.applications.open_items import Item, item
from shared.domain.errors import Conflict
from shared.platform.database import WriteSession
from shared.schema.intake import Application

_ENDED = ("draft", "terminated", "not_accepted", "rejected", "withdrawn", "deemed_withdrawn")
_ENDED_PERMITS = frozenset({"deregistered", "voided", "withdrawn", "revoked", "confiscated"})
_PERMITS = table("v_permit", column("number"), column("state"))


class _Other(NamedTuple):
    """Another application for an overlapping time."""

    number: str | None
    carrier_id: UUID
    plates: Sequence[str]
    status: str
    permits: Sequence[object]


async def refuse_duplicate(session: WriteSession, row: Application) -> None:
    """Raise when another live application, of any carrier, asks for the same transport in an overlapping window.

    Locks each of the row's keys until the transaction ends, so that of two at once the second sees the first. The
    other's number is told to its own carrier alone.

    Raises:
        Conflict: `duplicate`.
    """
    for key in sorted(row.duplicate_keys):
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"intake.duplicate:{key}", 0))))
    for other in await _others(session, row, Application.duplicate_keys.overlap(row.duplicate_keys)):
        if other.status == "issued" and await _all_permits_ended(session, other):
            continue
        number = other.number if other.carrier_id == row.carrier_id else None
        raise Conflict(
            "duplicate",
            f"同一车辆、货物和起讫点在重叠时段内已有申请{':' + number if number else ''}",
            f"the same vehicle, cargo, origin and destination is applied for already{': ' + number if number else ''}",
            context={"number": number} if number else None,
        )


async def vehicle_overlaps(session: WriteSession, row: Application) -> list[Item]:
    """A warning for each vehicle that another live application names for an overlapping window."""
    found: list[Item] = []
    for other in await _others(session, row, Application.plates.overlap(row.plates)):
        number = (other.number or "") if other.carrier_id == row.carrier_id else ""
        found += [
            item("vehicle_overlap", "/facts/vehicle_set", plate=plate, number=number)
            for plate in row.plates
            if plate in other.plates
        ]
    return found


async def _others(session: WriteSession, row: Application, same: ColumnElement[bool]) -> list[_Other]:
    overlapping = and_(Application.planned_start <= row.planned_end, Application.planned_end >= row.planned_start)
    query = (
        select(Application.number, Application.carrier_id, Application.plates, Application.status, Application.permits)
        .where(same, overlapping, Application.number.is_not(None), Application.status.not_in(_ENDED))
        .where(Application.id != row.id)
        .order_by(Application.id)
    )
    others = [_Other(*found) for found in (await session.execute(query))]
    return [other for other in others if row.changes_permit is None or row.changes_permit not in _numbers(other)]


def _numbers(other: _Other) -> list[str]:
    """The permits issued on an application: it gave the permit that one for a change of it asks to replace."""
    return [str(permit["number"]) for permit in other.permits if isinstance(permit, dict)]


async def _all_permits_ended(session: WriteSession, other: _Other) -> bool:
    """Whether nothing issued on an application is good any more, so that it may be applied for again."""
    numbered = _PERMITS.c.number.in_(_numbers(other))
    states = (await session.scalars(select(_PERMITS.c.state).where(numbered))).all()
    return bool(states) and _ENDED_PERMITS.issuperset(states)
