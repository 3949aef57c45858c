"""Life of an application (申请): from draft to issued permit or another end (M01)."""

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

_CA, _CK, _SYSTEM = {Role.COMPANY_AGENT}, {Role.CLERK}, {Role.SERVICE}

_FILERS = {Role.COMPANY_AGENT, Role.CLERK}
"""The carrier's agent, or the clerk who filed it for him at the window."""

APPLICATION = Lifecycle(
    name=("申请", "application"),
    states={
        "draft": "草稿",
        "submitted": "收件",
        "precheck": "初审",
        "correction": "待补正",
        "accepted": "受理",
        "routed": "已分流",
        "survey": "待勘验/护送",
        "review": "审查",
        "consult": "征求意见",
        "approval": "审批",
        "approved": "已批准",
        "issued": "已发证",
        "terminated": "终止",
        "not_accepted": "不予受理",
        "rejected": "不予许可",
        "withdrawn": "撤回",
        "deemed_withdrawn": "视为撤回",
    },
    terminal=frozenset({"terminated", "not_accepted", "rejected", "issued", "withdrawn", "deemed_withdrawn"}),
    rows=(
        *rows("draft", "submission", "submitted", _FILERS, "facts valid; start not in the past; no duplicate"),
        *rows("submitted", "claim", "precheck", _CK),
        *rows("precheck", "release", "submitted", _CK, "claimed by the caller"),
        *rows("submitted precheck", "precheck", "precheck", _CK, "claims it"),
        *rows(
            "precheck", "fix", "precheck", _CK, "claimed by the caller; slips, no measures", "Licensing Law art. 32(3)"
        ),
        *rows("precheck", "lookup", "precheck", _CK, "claimed by the caller; registers asked again, judged anew"),
        *rows(
            "precheck",
            "correction_notice",
            "correction",
            {Role.CLERK, Role.SUPERVISOR},
            "every item at once; a further notice by a supervisor alone",
            "Licensing Law art. 32(4)",
        ),
        *rows("correction", "resubmission", "precheck", _FILERS, "facts valid; start not in the past; no duplicate"),
        *rows(
            "submitted precheck",
            "deemed_acceptance",
            "accepted",
            _SYSTEM,
            "no notice in time; permit required or refusable",
            "Licensing Law art. 32(4)",
        ),
        *rows("precheck", "handover", "precheck", _CK, "claimed by the caller; to another clerk"),
        *rows("submitted precheck", "assignment", "precheck", {Role.SUPERVISOR}, "to a clerk, or the one with least"),
        *rows("precheck", "idle_release", "submitted", _SYSTEM, "no act of its holder for the time set"),
        *rows("precheck", "acceptance", "accepted", _CK, "permit required or refusable", "Licensing Law art. 32(5)"),
        *rows("submitted", "automatic_acceptance", "accepted", _SYSTEM, "instant lane", "Licensing Law art. 34(2)"),
        *rows("precheck", "non_acceptance", "not_accepted", _CK, "a ground of art. 11 or 32", "Order 62 art. 11"),
        *rows(
            "submitted precheck",
            "no_permit_needed",
            "not_accepted",
            _SYSTEM,
            "not oversize",
            "Licensing Law art. 32(1)",
        ),
        *rows("precheck", "termination", "terminated", _CK, "wrong facts; reason and guidance"),
        *rows("accepted", "routing", "routed", _SYSTEM, "lane known"),
        *rows("routed", "review_opened", "review", _SYSTEM, "fast lane, or an instant case a person must see"),
        *rows("routed", "survey_requested", "survey", _SYSTEM, "survey lane"),
        *rows("routed", "automatic_decision", "issued", _SYSTEM, "instant lane under the standing authority"),
        *rows("review", "survey_added", "survey", _SYSTEM, "an officer set the survey lane"),
        *rows("survey", "survey_waived", "review", _SYSTEM, "an officer set a faster lane"),
        *rows("survey", "survey_completed", "review", _SYSTEM, "survey passes and escort accepted"),
        *rows("survey review", "sent_for_approval", "approval", _SYSTEM, "mirrors issuance"),
        *rows("approval", "return", "review", _SYSTEM, "mirrors issuance"),
        *rows("survey review approval", "issue", "issued", _SYSTEM, "mirrors issuance"),
        *rows("survey review approval", "refusal", "rejected", _SYSTEM, "mirrors issuance", "Licensing Law art. 38"),
        *rows(
            "submitted precheck correction accepted routed survey review consult approval",
            "withdrawal",
            "withdrawn",
            _CA,
            "before the decision",
        ),
    ),
)
