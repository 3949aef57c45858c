"""When silence accepts (逾期不告知，自收到之日起即为受理): one function and its SQL twin; the timer only writes it down.

Licensing Law art. 32(4). Silence does not heal what may not be accepted at all: an application found not acceptable
stays with the clerk, overdue.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_

from services.intake.applications.progress import ACCEPTABLE
from shared.schema.intake import Application

_WAITING = ("submitted", "precheck")


def is_deemed_accepted(row: Application, now: datetime) -> bool:
    """Whether an application counts as accepted because no notice came in time."""
    waits = row.status in _WAITING and row.outcome in ACCEPTABLE
    return waits and row.notice_due_at is not None and row.notice_due_at < now


def deemed_accepted(now: datetime) -> ColumnElement[bool]:
    """The same, for a query."""
    waits = and_(Application.status.in_(_WAITING), Application.outcome.in_(sorted(ACCEPTABLE)))
    return and_(waits, Application.notice_due_at < now)


def not_deemed_accepted(now: datetime) -> ColumnElement[bool]:
    """Of what waits at the desk and is assessed, all the rest."""
    in_time = or_(Application.notice_due_at.is_(None), Application.notice_due_at >= now)
    return or_(in_time, Application.outcome.not_in(sorted(ACCEPTABLE)))
