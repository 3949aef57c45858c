"""Life of a rule set (规则集) in classification; what follows from its date (in force, replaced) is computed."""

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

RULE_SET = Lifecycle(
    name=("规则集", "rule set"),
    states={"draft": "草案", "reviewed": "已复核", "enacted": "已发布"},
    terminal=frozenset({"enacted"}),
    rows=(
        *rows("draft", "change", "draft", {Role.ADMIN}),
        *rows("draft", "review", "reviewed", {Role.SUPERVISOR}, "wrote nothing of it"),
        *rows("reviewed", "return", "draft", {Role.SUPERVISOR, Role.ADMIN}, "with a reason"),
        *rows("reviewed", "enactment", "enacted", {Role.ADMIN, Role.SUPERVISOR}, "is not who reviewed it"),
    ),
)
