"""Who has a case, what it waits for and until when; and when it may be expected to end, from the office's own history."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, cast

from sqlalchemy import Table, column, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.applications.progress import next_actor
from services.intake.applications.queries import is_staff
from services.intake.holders.history import STAGE_OF_ACT, STAGE_OF_STATUS
from services.intake.holders.quantiles import remaining_s
from shared.contracts import holders as wire
from shared.domain.clock import utc_now
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.audit import events_of
from shared.platform.tokens import Caller
from shared.schema.intake import Application, StageHistory
from shared.schema.library import AuditEvent

_IN_REVIEW = table(
    "v_case_holder", column("application_id"), column("state"), column("officer_name"), column("waiting_parties")
)
_IN_FIELD = table(
    "v_field_clearance",
    column("application_id"),
    column("facts_version"),
    column("survey_passed"),
    column("escort_accepted"),
)
_PARTY: dict[str, wire.Party] = {
    Role.COMPANY_AGENT: "applicant",
    Role.INSPECTOR: "inspector",
    "system": "system",
}
_GIVEN_TO_ANOTHER = frozenset({"handover", "assignment"})
_TAKEN = frozenset({"claim", "precheck"})


class _Turn(NamedTuple):
    """Whose turn it is: the party, its role, its names, and the act that is waited for."""

    party: wire.Party
    role: str
    names: list[str]
    waits_for: str


async def holder(session: AsyncSession, caller: Caller, row: Application) -> wire.CaseHolder:
    """Who has the case and until when; names of officers are shown to staff alone.

    The forecast is made of what similar cases took from the same stage; it is no promise.
    """
    step = next_actor(row)
    if step is None:
        return wire.CaseHolder(holder=None, forecast=None)
    events = await events_of(session, row.id)
    turn = await _turn(session, row, step.actor, step.action, events)
    named = turn.party not in {"office", "inspector"} or is_staff(row, caller)
    return wire.CaseHolder(
        holder=wire.Holder(
            party=turn.party,
            role=turn.role,
            names=turn.names if named else [],
            waits_for=turn.waits_for,
            since=_since(events, row.status),
            due_at=row.due_at or row.notice_due_at,
            due_provisional=row.due_provisional,
            promised_at=row.promised_at,
        ),
        forecast=await _forecast(session, row, events),
    )


async def _turn(
    session: AsyncSession, row: Application, actor: str, action: str, events: Sequence[AuditEvent]
) -> _Turn:
    if actor == Role.COMPANY_AGENT:
        return _Turn("applicant", actor, [row.carrier_name] if row.carrier_name else [], action)
    if row.status == "survey":
        return await _in_field(session, row)
    if row.status in {"review", "approval"}:
        return await _in_review(session, row, actor, action)
    names = [name] if actor == Role.CLERK and (name := clerk_of(events, row)) else []
    return _Turn(_PARTY.get(actor, "office"), actor, names, action)


def clerk_of(events: Sequence[AuditEvent], row: Application) -> str | None:
    """The name of the clerk who has a case, from the acts on it."""
    if row.claimed_by is None:
        return None
    for event in reversed(events):
        if event.action in _GIVEN_TO_ANOTHER:
            return str(event.data["to"])
        if event.action in _TAKEN and event.actor_id == row.claimed_by:
            return event.actor_name
    return None


async def _in_review(session: AsyncSession, row: Application, actor: str, action: str) -> _Turn:
    found = await _row_of(session, _IN_REVIEW, row)
    parties = cast("list[str]", (found or {}).get("waiting_parties") or [])
    if parties and row.status == "review":
        return _Turn("third_party", Role.REVIEWER, parties, "consultation")
    name = found.get("officer_name") if found and row.status == "review" else None
    return _Turn("office", actor, [str(name)] if name else [], action)


async def _in_field(session: AsyncSession, row: Application) -> _Turn:
    found = await _row_of(session, _IN_FIELD, row, facts_version=row.facts_version)
    if found is None or not found["survey_passed"]:
        return _Turn("inspector", Role.INSPECTOR, [], "survey")
    return _Turn("applicant", Role.COMPANY_AGENT, [row.carrier_name], "escort")


async def _row_of(session: AsyncSession, view: object, row: Application, **values: object) -> dict[str, object] | None:
    source = cast("Table", view)
    query = select(source).where(source.c.application_id == row.id)
    for name, value in values.items():
        query = query.where(source.c[name] == value)
    found = (await session.execute(query)).mappings().first()
    return dict(found) if found else None


def _since(events: Sequence[AuditEvent], status: str) -> datetime | None:
    """When the case came into its present state: the last act that leads there from another one."""
    leading = {step.event for step in APPLICATION.rows if step.target == status and step.source != status}
    entered = {"draft": frozenset({"draft"}), "submitted": frozenset({"submission", "release", "idle_release"})}
    acts = entered.get(status, frozenset(leading))
    return next((event.at for event in reversed(events) if event.action in acts), None)


async def _forecast(session: AsyncSession, row: Application, events: Sequence[AuditEvent]) -> wire.Forecast | None:
    stage = STAGE_OF_STATUS.get(row.status)
    if stage is None or row.class_ is None or row.lane is None:
        return None
    known = await session.get(StageHistory, (row.authority_adcode, row.class_, row.lane, stage))
    entered = next((event.at for event in reversed(events) if STAGE_OF_ACT.get(event.action) == stage), None)
    if known is None or entered is None:
        return None
    now = utc_now()
    waited = (now - entered).total_seconds()
    ends = [now + timedelta(seconds=remaining_s(known.quantiles_s, waited, share)) for share in (0.5, 0.9)]
    return wire.Forecast(p50_at=ends[0], p90_at=ends[1], cases=known.cases, beyond=waited >= known.quantiles_s[-1])


async def histories(session: AsyncSession, caller: Caller) -> wire.StageHistories:
    """What the forecasts of the caller's authority rest on, and how many of the latest cases they held for."""
    query = select(StageHistory).where(StageHistory.authority_adcode == (caller.authority or ""))
    order = (StageHistory.class_, StageHistory.lane, StageHistory.stage)
    return wire.StageHistories(
        items=[
            wire.StageHistory.model_validate(
                {
                    "class": one.class_,
                    "lane": one.lane,
                    "stage": one.stage,
                    "cases": one.cases,
                    "p50_s": round(one.quantiles_s[len(one.quantiles_s) // 2]),
                    "p90_s": round(one.quantiles_s[len(one.quantiles_s) * 9 // 10]),
                    "tested": one.tested,
                    "within_p50": one.within_p50,
                    "within_p90": one.within_p90,
                    "computed_at": one.computed_at,
                }
            )
            for one in await session.scalars(query.order_by(*order))
        ]
    )
