"""Life of a permit (通行证). States that follow from a date are computed here and in the view, never stored."""

from datetime import datetime

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

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
    terminal=frozenset({"deregistered", "superseded", "voided", "withdrawn", "revoked", "confiscated"}),
    rows=(
        *rows("issued", "voiding", "voided", {Role.COMPANY_AGENT}, "the holder asks"),
        *rows("issued", "revocation", "revoked", {Role.APPROVER}, "reason and clause", "Licensing Law art. 69"),
    ),
)


def state_at(stored: str, valid_from: datetime, valid_to: datetime, moment: datetime) -> str:
    """The state shown at a moment: a stored `issued` becomes active and expired by date alone."""
    if stored != "issued" or moment < valid_from:
        return stored
    return "expired" if moment > valid_to else "active"
