"""What is counted: one query a count, which gives the figure and the list behind it alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, String, Uuid, and_, column, func, or_, select, table, union_all
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import Select

from shared.domain.clock import SHANGHAI
from shared.schema.issuance import Consultation, Decision, Permit, ReviewCase, VerifyTally

_ENDS = table(
    "v_application_end",
    column("application_id", Uuid),
    column("number", String),
    column("authority_adcode", String),
    column("action", String),
    column("at", DateTime(timezone=True)),
)

_CHANGES = table(
    "v_permit_change_case",
    column("application_id", Uuid),
    column("application_number", String),
    column("authority_adcode", String),
    column("asked_at", DateTime(timezone=True)),
)


@dataclass(frozen=True, slots=True)
class Period:
    """Shanghai days from `first` to `last`, both included, of one authority."""

    authority: str
    first: date
    last: date

    @property
    def begin(self) -> datetime:
        """Its first moment."""
        return datetime.combine(self.first, time(), SHANGHAI)

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + timedelta(days=1), time(), SHANGHAI)

    def holds(self, moment: ColumnElement[datetime] | InstrumentedAttribute[datetime]) -> ColumnElement[bool]:
        """Whether a moment lies in it."""
        return and_(moment >= self.begin, moment < self.end)


Counted = Select[UUID, str, datetime] | Select[UUID, str, datetime | None] | Select[UUID, str, datetime, int]
"""Ids, numbers and moments of what is counted, labelled `id`, `number`, `at`; `calls` where a row stands for several."""


def _cases(period: Period) -> Counted:
    """`accepted_and_reviewed`: accepted in the period, and its review opened by the end of it (statistics 6)."""
    return select(
        ReviewCase.id, ReviewCase.application_number.label("number"), ReviewCase.accepted_at.label("at")
    ).where(
        ReviewCase.authority_adcode == period.authority,
        period.holds(ReviewCase.accepted_at),
        ReviewCase.created_at < period.end,
    )


def _decisions(period: Period, *more: ColumnElement[bool]) -> Counted:
    return (
        select(Decision.id, ReviewCase.application_number.label("number"), Decision.decided_at.label("at"))
        .join(ReviewCase, ReviewCase.id == Decision.review_case_id)
        .where(ReviewCase.authority_adcode == period.authority, period.holds(Decision.decided_at), *more)
    )


def _issued(period: Period, *more: ColumnElement[bool]) -> Counted:
    return select(Permit.id, Permit.number, Permit.issued_at.label("at")).where(
        Permit.authority_adcode == period.authority, period.holds(Permit.issued_at), *more
    )


def _ended(period: Period, *states: str) -> Counted:
    return select(Permit.id, Permit.number, Permit.ended_at.label("at")).where(
        Permit.authority_adcode == period.authority,
        and_(Permit.ended_at >= period.begin, Permit.ended_at < period.end),
        Permit.end_state.in_(states),
    )


def _struck_off(period: Period) -> Counted:
    return select(Permit.id, Permit.number, Permit.deregistered_at.label("at")).where(
        Permit.authority_adcode == period.authority,
        and_(Permit.deregistered_at >= period.begin, Permit.deregistered_at < period.end),
    )


def _terminated(period: Period) -> Counted:
    return select(_ENDS.c.application_id.label("id"), _ENDS.c.number, _ENDS.c.at).where(
        _ENDS.c.authority_adcode == period.authority, _ENDS.c.action == "termination", period.holds(_ENDS.c.at)
    )


def _overdue_open(period: Period) -> Counted:
    """Past their statutory due date and not decided at the end of the period; closed ones are withdrawn."""
    undecided = or_(Decision.id.is_(None), Decision.decided_at >= period.end)
    return (
        select(ReviewCase.id, ReviewCase.application_number.label("number"), ReviewCase.due_at.label("at"))
        .join(Decision, Decision.review_case_id == ReviewCase.id, isouter=True)
        .where(
            ReviewCase.authority_adcode == period.authority,
            ReviewCase.accepted_at < period.end,
            ReviewCase.due_at < period.end,
            ReviewCase.state != "closed",
            undecided,
        )
    )


def _change_requests(period: Period) -> Counted:
    """Changes asked for: those made at once, and those that became a case."""
    at_once = _issued(period, Permit.change["kind"].astext == "change")
    cases = select(
        _CHANGES.c.application_id.label("id"), _CHANGES.c.application_number.label("number"), _CHANGES.c.asked_at
    ).where(_CHANGES.c.authority_adcode == period.authority, period.holds(_CHANGES.c.asked_at))
    both = union_all(at_once, cases).subquery("changes")
    return select(both.c.id, both.c.number, both.c.at)


def _verified(period: Period) -> Counted:
    """Look-ups on the road and by anyone; a row is what one process counted within seconds, `calls` of them."""
    told = func.concat(VerifyTally.kind, " ", VerifyTally.verdict, " × ", VerifyTally.calls)
    return select(
        VerifyTally.id, told.label("number"), VerifyTally.at.label("at"), VerifyTally.calls.label("calls")
    ).where(VerifyTally.authority_adcode == period.authority, period.holds(VerifyTally.at))


def _asked(period: Period, *more: ColumnElement[bool]) -> Counted:
    return select(Consultation.id, Consultation.party_name.label("number"), Consultation.asked_at.label("at")).where(
        Consultation.authority_adcode == period.authority, period.holds(Consultation.asked_at), *more
    )


def _timed_out(period: Period) -> Counted:
    late = or_(Consultation.answered_at.is_(None), Consultation.answered_at > Consultation.due_at)
    return _asked(period, Consultation.due_at < period.end, Consultation.withdrawn_at.is_(None), late)


COUNTS: Final[Mapping[str, Callable[[Period], Counted]]] = {
    "accepted_and_reviewed": _cases,
    "decided": _decisions,
    "refused": lambda period: _decisions(period, Decision.kind == "refuse"),
    "decided_on_time": lambda period: _decisions(
        period, or_(ReviewCase.due_at.is_(None), Decision.decided_at <= ReviewCase.due_at)
    ),
    "decided_automatically": lambda period: _decisions(period, Decision.automatic.is_(True)),
    "overdue_open": _overdue_open,
    "issued": lambda period: _issued(period, Permit.revision == 1),
    "changed": lambda period: _issued(period, Permit.revision > 1),
    "change_requests": _change_requests,
    "revoked": lambda period: _ended(period, "revoked"),
    "voided": lambda period: _ended(period, "voided"),
    "cancelled_total": lambda period: _ended(period, "revoked", "voided"),
    "withdrawn": lambda period: _ended(period, "withdrawn"),
    "confiscated": lambda period: _ended(period, "confiscated"),
    "deregistered": _struck_off,
    "terminated": _terminated,
    "consultations_asked": _asked,
    "consultations_timed_out": _timed_out,
    "verify_calls": _verified,
}
"""Every count by its code."""
