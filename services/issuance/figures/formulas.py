"""The figures made of counts: names, ratios with both their parts, rounding half up. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from shared.contracts.figures import Figure

_PER_CENT: Final = 100
NAMES: Final[dict[str, tuple[str, str]]] = {
    "accepted_and_reviewed": ("受理并审查", "accepted and reviewed"),
    "decided": ("作出决定", "decided"),
    "refused": ("不予许可", "refused"),
    "decided_on_time": ("按期决定", "decided on time"),
    "decided_automatically": ("自动决定", "decided automatically"),
    "overdue_open": ("逾期未决", "open and overdue"),
    "issued": ("发证", "permits issued"),
    "changed": ("换发", "further revisions issued"),
    "change_requests": ("变更申请", "changes asked for"),
    "revoked": ("撤销", "revoked"),
    "voided": ("作废", "given up"),
    "cancelled_total": ("撤销和作废合计", "revoked and given up"),
    "withdrawn": ("撤回", "withdrawn by the authority"),
    "confiscated": ("没收", "confiscated"),
    "deregistered": ("注销", "struck off"),
    "terminated": ("终止", "applications terminated"),
    "consultations_asked": ("征求意见", "consultations asked"),
    "consultations_timed_out": ("征求意见逾期", "consultations answered late or not"),
    "verify_calls": ("核验次数", "verifications"),
}
DAYS, WORKING_DAYS = "days", "working_days"


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio of counts: numerator and denominator are sums of counts or days.

    Args:
        code, zh, en: its name.
        num, den: codes that are added up.
        percent: in per cent.
        places: decimals kept.
    """

    code: str
    zh: str
    en: str
    num: tuple[str, ...]
    den: tuple[str, ...]
    percent: bool = True
    places: int = 2


RATIOS: Final = (
    Ratio("daily_average", "日平均（日历日）", "a calendar day", ("accepted_and_reviewed",), (DAYS,), False),
    Ratio("daily_average_wd", "日平均（工作日）", "a working day", ("accepted_and_reviewed",), (WORKING_DAYS,), False),
    Ratio(
        "issue_per_application",
        "每件申请发证数",
        "permits an application",
        ("issued",),
        ("accepted_and_reviewed",),
        False,
        4,
    ),
    Ratio("refusal_rate", "不予许可率", "refusal rate", ("refused",), ("decided",)),
    Ratio("on_time_rate", "按期办结率", "on-time rate", ("decided_on_time",), ("decided", "overdue_open")),
    Ratio("automatic_rate", "自动决定率", "automatic rate", ("decided_automatically",), ("decided",)),
    Ratio("cancel_ratio", "撤销作废比", "cancel ratio", ("cancelled_total",), ("issued",)),
    Ratio("change_rate", "变更率", "change rate", ("change_requests",), ("issued",)),
    Ratio("termination_rate", "终止率", "termination rate", ("terminated",), ("accepted_and_reviewed", "terminated")),
    Ratio(
        "consult_timeout_rate",
        "征求意见逾期率",
        "consultation timeout rate",
        ("consultations_timed_out",),
        ("consultations_asked",),
    ),
)


def figures_of(counts: Mapping[str, int]) -> list[Figure]:
    """The counts, then the ratios; `counts` holds every count and both kinds of days."""
    plain = [
        Figure(code=code, zh=zh, en=en, num=counts[code], den=None, value=str(counts[code]), percent=False)
        for code, (zh, en) in NAMES.items()
    ]
    return [*plain, *(_ratio(one, counts) for one in RATIOS)]


def _ratio(one: Ratio, counts: Mapping[str, int]) -> Figure:
    num, den = (sum(counts[code] for code in codes) for codes in (one.num, one.den))
    value = divided(num, den, percent=one.percent, places=one.places)
    return Figure(code=one.code, zh=one.zh, en=one.en, num=num, den=den, value=value, percent=one.percent)


def divided(num: int, den: int, *, percent: bool, places: int) -> str | None:
    """Num / den as text, rounded half up; None: nothing to divide by."""
    if den == 0:
        return None
    exact = Decimal(num * (_PER_CENT if percent else 1)) / Decimal(den)
    return str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
