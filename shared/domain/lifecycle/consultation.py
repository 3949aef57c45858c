"""Life of a consultation (征求意见) of another party; being overdue follows from its date and is computed."""

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

CONSULTATION = Lifecycle(
    name=("征求意见", "consultation"),
    states={"asked": "待答复", "overdue": "逾期未答复", "answered": "已答复", "withdrawn": "已撤回"},
    terminal=frozenset({"answered", "withdrawn"}),
    rows=(
        *rows("asked overdue", "answer", "answered", {Role.SERVICE}, "by its link, once"),
        *rows("asked overdue", "withdrawal", "withdrawn", {Role.REVIEWER}, "with a reason"),
    ),
)
