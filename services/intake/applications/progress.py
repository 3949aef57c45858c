"""What comes next for an application: the step the system itself does, or who acts on it."""

from enum import StrEnum

from shared.contracts.intake import NextStep
from shared.domain.lifecycle.application import APPLICATION
from shared.schema.intake import Application

ACCEPTABLE = frozenset({"permit_required", "refusable"})
"""Outcomes a clerk may accept an application with."""


class Step(StrEnum):
    """What the driver does next."""

    LOOK_UP = "look_up"
    ASSESS = "assess"
    ROUTE = "route"
    DECIDE = "decide"
    OPEN_CASE = "open_case"


def next_step(row: Application) -> Step | None:
    """The next step of the system itself; None: it is somebody else's turn, or the end."""
    if row.status in {"submitted", "precheck", "routed"} and not row.assessments:
        return Step.LOOK_UP if row.standing is None or not row.plans else Step.ASSESS
    if row.status == "accepted":
        return Step.ROUTE
    if row.status == "routed":
        return Step.DECIDE if decides_at_once(row) else Step.OPEN_CASE
    return None


def decides_at_once(row: Application) -> bool:
    """Whether the case may be decided under the standing authority: instant lane, nothing refusable, nobody was silent."""
    known = row.standing is not None and not row.standing.get("silent")
    planned = all(plan["plan_id"] for plan in row.plans if isinstance(plan, dict))
    return row.lane == "instant" and row.outcome == "permit_required" and known and planned


_WAITS_FOR = {
    "draft": ("CA", "submission"),
    "correction": ("CA", "resubmission"),
    "accepted": ("system", "routing"),
    "survey": ("SI", "survey"),
    "review": ("RV", "conclusion"),
    "consult": ("RV", "consultation"),
    "approval": ("AP", "decision"),
    "approved": ("system", "issue"),
}


def next_actor(row: Application) -> NextStep | None:
    """Who acts next, by role, and what the act is; None: the application has ended."""
    if row.status in APPLICATION.terminal:
        return None
    if row.status == "submitted":
        waiting = ("system", "assessment") if next_step(row) else ("CK", "precheck")
    elif row.status == "precheck":
        waiting = ("system", "assessment") if next_step(row) else ("CK", _clerks_act(row))
    elif row.status == "routed":
        waiting = ("system", "decision" if decides_at_once(row) else "review")
    else:
        waiting = _WAITS_FOR[row.status]
    return NextStep(actor=waiting[0], action=waiting[1])


def _clerks_act(row: Application) -> str:
    if row.prechecked_by is None:
        return "precheck"
    return "acceptance" if row.outcome in ACCEPTABLE else "non_acceptance"
