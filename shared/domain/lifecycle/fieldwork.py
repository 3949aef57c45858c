"""Lives of a survey (勘验) and of an escort assignment (护送任务) (M05, M06)."""

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

SURVEY = Lifecycle(
    name=("勘验", "survey"),
    states={
        "requested": "待勘验",
        "reported": "已报告",
        "cancelled": "已取消",
    },
    terminal=frozenset(),
    rows=(
        *rows("requested", "report", "reported", {Role.INSPECTOR}, "two inspectors", "Licensing Law art. 34"),
        *rows("reported", "redo", "requested", {Role.REVIEWER}, "with a reason"),
        *rows("requested reported", "cancellation", "cancelled", {Role.SERVICE}, "ended, or no survey lane any more"),
        *rows("cancelled", "request", "requested", {Role.SERVICE}, "in the survey lane again"),
    ),
)

ASSIGNMENT = Lifecycle(
    name=("护送任务", "escort assignment"),
    states={
        "offered": "待应答",
        "accepted": "已接受",
        "declined": "已拒绝",
        "expired": "已过期",
        "cancelled": "已取消",
    },
    terminal=frozenset({"declined", "expired", "cancelled"}),
    rows=(
        *rows("offered", "acceptance", "accepted", {Role.ESCORT_DISPATCHER}, "own agency, before the answer is due"),
        *rows("offered", "decline", "declined", {Role.ESCORT_DISPATCHER}, "own agency"),
        *rows("offered", "expiry", "expired", {Role.SERVICE}, "no answer when it was due"),
        *rows("offered accepted", "cancellation", "cancelled", {Role.COMPANY_AGENT, Role.SERVICE}, "before the permit"),
    ),
)
