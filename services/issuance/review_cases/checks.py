"""Who may work on a case: three different people, nobody on a matter of his own (roles.md 3.8)."""

from collections.abc import Collection
from uuid import UUID

from shared.domain.errors import Conflict
from shared.platform.tokens import Caller
from shared.schema.issuance import ReviewCase


def require_another_person(case: ReviewCase, caller: Caller, before: Collection[UUID | None]) -> None:
    """Raise when the caller did an earlier step of this case, filed it for its carrier, or acts for that.

    Raises:
        Conflict: `same_person`.
    """
    if caller.id in before or str(caller.id) == case.content.get("filed_by"):
        raise Conflict(
            "same_person",
            "初审、审查、审批须由不同的人办理，您已办理过此件",
            "pre-check, review and approval need different people; you handled an earlier step",
        )
    if caller.carrier_id is not None and caller.carrier_id == case.carrier_id:
        raise Conflict(
            "same_person",
            "您是申请单位的经办人，应当回避",
            "you act for the applicant; somebody else must handle this case",
        )
