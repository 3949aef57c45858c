"""Life of a permit (通行证). States that follow from a date are computed here, never stored.

A travel hold (通行中止) is no state: it stands beside it. A change or renewal supersedes one revision by the next.
"""

from datetime import datetime

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

_AP = {Role.APPROVER}

PERMIT = Lifecycle(
    name=("通行证", "permit"),
    states={
        "issued": "已签发",
        "active": "有效",
        "used_up": "已用完",
        "expired": "已过期",
        "deregistered": "已注销",
        "superseded": "已换发",
        "voided": "已作废",
        "withdrawn": "已撤回",
        "revoked": "已撤销",
        "confiscated": "已没收",
    },
    terminal=frozenset({"deregistered", "superseded"}),
    rows=(
        *rows("issued", "change", "superseded", {Role.COMPANY_AGENT}, "same class and loads", "Licensing Law art. 49"),
        *rows(
            "issued",
            "decided_change",
            "superseded",
            _AP,
            "an approver granted a change's case",
            "Licensing Law art. 49",
        ),
        *rows(
            "issued", "renewal", "superseded", {Role.APPROVER}, "within the longest validity", "Licensing Law art. 50"
        ),
        *rows("issued", "last_trip", "used_up", {Role.COMPANY_AGENT, Role.ROAD_OFFICER}, "every trip ended"),
        *rows("issued", "voiding", "voided", {Role.COMPANY_AGENT}, "the holder asks; its dates have not passed"),
        *rows(
            "issued used_up", "authority_withdrawal", "withdrawn", _AP, "law or facts changed", "Licensing Law art. 8"
        ),
        *rows("issued used_up", "revocation", "revoked", _AP, "read by the legal reader", "Licensing Law art. 69"),
        *rows("issued used_up", "confiscation", "confiscated", {Role.APPROVER, Role.ROAD_OFFICER}, "", "Reg. art. 65"),
        *rows(
            "issued used_up voided withdrawn revoked confiscated",
            "deregistration",
            "deregistered",
            _AP,
            "expired, used up or ended",
            "Licensing Law art. 70",
        ),
    ),
)


def state_at(stored: str, valid_from: datetime, valid_to: datetime, moment: datetime) -> str:
    """The state shown at a moment: a stored `issued` becomes active and expired by date alone."""
    if stored != "issued" or moment < valid_from:
        return stored
    return "expired" if moment > valid_to else "active"
