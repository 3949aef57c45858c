"""Life of a review case (审查案件) in issuance (M07)."""

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

REVIEW_CASE = Lifecycle(
    name=("审查案件", "review case"),
    states={"open": "审查", "sent_for_approval": "审批", "decided": "已决定", "closed": "已关闭"},
    terminal=frozenset({"decided", "closed"}),
    rows=(
        *rows("open", "claim", "open", {Role.REVIEWER}, "not the clerk of the pre-check"),
        *rows("open", "conclusion", "sent_for_approval", {Role.REVIEWER}, "not the clerk of the pre-check"),
        *rows("sent_for_approval", "second_reading", "sent_for_approval", {Role.REVIEWER}, "not who concluded"),
        *rows("sent_for_approval", "legal_reading", "sent_for_approval", {Role.SUPERVISOR}, "of a refusal"),
        *rows("sent_for_approval", "return", "open", {Role.APPROVER}, "with a reason"),
        *rows("sent_for_approval", "road_change", "open", {Role.SERVICE}, "a notice closed its way; planned anew"),
        *rows("sent_for_approval", "reclassification", "open", {Role.SERVICE}, "an officer set class or lane"),
        *rows("sent_for_approval", "decision", "decided", {Role.APPROVER}, "neither clerk nor reviewer of the case"),
        *rows("open", "automatic_decision", "decided", {Role.SERVICE}, "standing authority covers it"),
        *rows("open sent_for_approval", "closure", "closed", {Role.SERVICE}, "application withdrawn"),
    ),
)
