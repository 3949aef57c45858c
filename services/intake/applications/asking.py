"""What the driver's steps share: the sets, standing and plans of a row, the keys of calls, and how silence is taken."""

import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from pydantic import BaseModel

from services.intake.applications.context import route_context
from services.intake.applications.schemas import StoredPlan
from shared.clients.registry import RegistryClient
from shared.clients.route_advisory import RouteAdvisoryClient
from shared.contracts.facts import FurtherSet, TransportFacts, sets_of
from shared.contracts.issuance import CaseRoute
from shared.contracts.registry import CarrierStanding, StandingOrder
from shared.contracts.route_advisory import PlanOrder
from shared.domain.clock import shanghai_day
from shared.domain.errors import OutcomeUnknown, Unavailable
from shared.platform.database import WriteSession
from shared.platform.logging import get_log
from shared.platform.middleware import deadline
from shared.platform.runtime import Runtime
from shared.schema.base import JsonObject
from shared.schema.intake import Application

Told = TypeVar("Told")
Change = Callable[[WriteSession, Application], Awaitable[None]]
"""What a step writes, onto the locked row."""

_CUT_SHORT_S = 0.05
"""A timer may fire this much early: whatever ends so near the deadline was cut short by it."""
SILENT: JsonObject = {"silent": True}
log = get_log("drive")


def declared_sets(row: Application) -> list[TransportFacts]:
    """The facts of every vehicle set."""
    further = [FurtherSet.model_validate(one) for one in row.further_sets]
    return sets_of(TransportFacts.model_validate(row.facts), further)


def step_key(row: Application, step: str, set_index: int | None = None) -> str:
    """The key of a call."""
    end = "" if set_index is None else f":{set_index}"
    return f"{row.id}:{row.facts_version}:{step}{end}"


def time_is_up() -> bool:
    """Whether the caller's own deadline has passed: a call it cut short says nothing about the service called."""
    until = deadline.get()
    return until is not None and time.monotonic() >= until - _CUT_SHORT_S


async def or_silence(service: str, call: Awaitable[Told]) -> Told | None:
    """The answer, or None when the service is silent.

    Slowness is not silence while somebody waits for the answer: a call that took too long, or that the caller's own
    deadline cut short, is left to the job, which has more patience.
    """
    try:
        return await call
    except Unavailable as error:
        waited_for = deadline.get() is not None
        if time_is_up() or (waited_for and isinstance(error, OutcomeUnknown)):
            raise
        log.warning("service silent", service=service, error=str(error))
        return None


async def ask_standing(runtime: Runtime, row: Application) -> CarrierStanding:
    """How the carrier and its vehicles stand on the day of the start."""
    on = shanghai_day(row.planned_start)
    order = StandingOrder(carrier_id=row.carrier_id, plates=row.plates, on=on)
    return await RegistryClient(runtime).standing(order)


async def ask_plan(runtime: Runtime, row: Application, index: int, facts: TransportFacts) -> StoredPlan:
    """The plan of one vehicle set."""
    order = PlanOrder(application_id=row.id, facts_version=row.facts_version, set_index=index, facts=facts)
    plan = await RouteAdvisoryClient(runtime).plan(order, step_key(row, "plan", index))
    route = CaseRoute.of(plan.check, plan.route_hash)
    return StoredPlan(set_index=index, plan_id=plan.id, context=route_context(plan.check), route=route)


def stored_standing(row: Application) -> CarrierStanding | None:
    """How the carrier stood; None: not asked yet, or registry was silent."""
    silent = row.standing is None or row.standing.get("silent")
    return None if silent else CarrierStanding.model_validate(row.standing)


def stored_plans(row: Application) -> list[StoredPlan]:
    """The plans of the sets, in their order."""
    return [StoredPlan.model_validate(plan) for plan in row.plans]


def dumped(models: Sequence[BaseModel]) -> list[object]:
    """Models as a JSON column holds them."""
    return [model.model_dump(mode="json", by_alias=True) for model in models]
