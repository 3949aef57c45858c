"""Life of a permit drawn after its issue to be looked at again (事后抽查)."""

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

AUDIT_SAMPLE = Lifecycle(
    name=("抽查", "audit sample"),
    states={"drawn": "待核查", "passed": "合格", "defect": "有缺陷"},
    terminal=frozenset({"passed", "defect"}),
    rows=(
        *rows("drawn", "pass", "passed", {Role.SUPERVISOR}, "did not decide it"),
        *rows("drawn", "defect", "defect", {Role.SUPERVISOR}, "did not decide it"),
    ),
)
