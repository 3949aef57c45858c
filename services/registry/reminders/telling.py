"""Telling carriers which papers end soon: at each of the days set once, by the timer, in their inbox."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import and_, exists, func, select
from sqlalchemy.dialects.postgresql import insert

from services.registry.settings import PAPER_RULES
from shared.domain.clock import shanghai_day, utc_now
from shared.platform.database import WriteSession
from shared.platform.notifications import notify
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.registry import Carrier, Driver, Paper, PaperReminder, Vehicle

BATCH = 200


class Band(NamedTuple):
    """Days left, first and last, in which the reminder of so many days is due."""

    first: int
    last: int


def bands(days: Sequence[int]) -> list[Band]:
    """The bands of reminders, the nearest first: who hands in a paper that ends in 5 days is told of 7, not of 30 too."""
    ordered = sorted(days)
    return [Band(low + 1, high) for low, high in pairwise([-1, *ordered])]


async def remind(runtime: Runtime) -> None:
    """Tell of every paper whose reminder is due and was not given; again and again until none is left."""
    for band in bands(PAPER_RULES.reminders.days):
        while await _remind_some(runtime, band, shanghai_day(utc_now())) == BATCH:
            pass


async def _remind_some(runtime: Runtime, band: Band, today: date) -> int:
    first, last = (today + timedelta(days=days) for days in band)
    given = and_(
        PaperReminder.paper_id == Paper.id,
        PaperReminder.valid_to == Paper.valid_to,
        PaperReminder.days == band.last,
    )
    query = (
        select(Paper, func.coalesce(Vehicle.plate, Driver.name, Carrier.name).label("subject"))
        .join(Carrier, Carrier.id == Paper.carrier_id)
        .outerjoin(Vehicle, Vehicle.id == Paper.owner_id)
        .outerjoin(Driver, Driver.id == Paper.owner_id)
        .where(Paper.valid_to.between(first, last), ~exists().where(given))
        .order_by(Paper.valid_to, Paper.id)
        .limit(BATCH)
    )
    async with transaction(runtime.database) as session:
        found = (await session.execute(query)).all()
        for paper, subject in found:
            await _tell(session, paper, subject, band.last, today)
    return len(found)


async def _tell(session: WriteSession, paper: Paper, subject: str, days: int, today: date) -> None:
    """Tell of one paper, unless another process has done it at this moment."""
    if paper.valid_to is None:
        return
    once = insert(PaperReminder).values(paper_id=paper.id, valid_to=paper.valid_to, days=days, told_at=utc_now())
    told = await session.scalar(once.on_conflict_do_nothing().returning(PaperReminder.days))
    if told is None:
        return
    grace = {str(kind): grace_days for kind, grace_days in PAPER_RULES.grace.days.items()}.get(paper.kind, 0)
    data = {
        "paper": paper.kind,
        "subject": subject,
        "paper_number": paper.number,
        "ends_on": paper.valid_to,
        "left": (paper.valid_to - today).days,
        "grace": grace,
    }
    notify(
        session,
        service="registry",
        template="paper.ending_with_grace" if grace else "paper.ending",
        data=data,
        about=("carrier", paper.carrier_id),
        carrier_id=paper.carrier_id,
    )
