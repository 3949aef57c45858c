"""Granting the case of a change: its permit becomes the next revision of the same number, no new one is taken."""

from uuid import UUID

from sqlalchemy import ColumnElement

from services.issuance.changes.checks import require_longest_validity
from services.issuance.changes.revising import Revision, revise
from services.issuance.decisions.issuing import plan_of
from services.issuance.decisions.queries import shown_state
from services.issuance.desk import Desk
from services.issuance.permits.queries import lock_permit
from services.issuance.rendering.document import PermitDocument
from shared.contracts.changes import ChangedPermit
from shared.contracts.issuance import ReviewCaseOrder
from shared.domain.errors import Conflict
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.permit import PERMIT
from shared.domain.roles import Role
from shared.platform.audit import Actor
from shared.platform.database import WriteSession
from shared.schema.issuance import Permit


async def lock_changed(session: WriteSession, order: ReviewCaseOrder, seen: ColumnElement[bool]) -> Permit | None:
    """The permit a case changes, its row locked before the case's, as every act on a permit does; None: no change.

    Raises:
        NotFound: not of this authority.
    """
    return None if order.changes is None else await lock_permit(session, order.changes.number, seen)


def _require_unchanged(row: Permit, changes: ChangedPermit | None) -> None:
    if changes is None or row.revision != changes.revision:
        raise Conflict(
            "permit_changed",
            "通行证在申请之后已另行变更，须按现证重新申请",
            "the permit was changed after this was asked for; it must be asked for anew from the present one",
        )
    PERMIT.step(row.state, "decided_change", (Role.APPROVER,))
    if shown_state(row.state, row.valid_from, row.valid_to) == "expired":
        raise Conflict("permit_ended", "通行证已过期，请重新申请", "the permit has expired; apply anew")


async def issue_changed(
    session: WriteSession,
    desk: Desk,
    row: Permit,
    order: ReviewCaseOrder,
    document: PermitDocument,
    *,
    decision_id: UUID,
    actor: Actor,
) -> Permit:
    """Write the revision a granted change leads to.

    Raises:
        Conflict: `permit_changed`, it is another revision by now; `permit_ended`, its dates have passed;
            `transition_not_allowed`, it was given up, withdrawn or revoked meanwhile; `runs_used`, more runs are over
            than would be allowed.
        Invalid: the validity is beyond the longest one.
    """
    _require_unchanged(row, order.changes)
    one = order.sets[0]
    require_longest_validity(row, document.valid_from, document.valid_to)
    if document.trips_allowed < row.trips_used:
        raise Conflict("runs_used", "已使用次数多于变更后的次数", "more runs are over than would be allowed")
    kept = {"number": row.number, "revision": row.revision + 1, "application_number": row.application_number}
    said = {"kind": "decided_change", "automatic": False, "application_id": str(order.application_id)}
    revision = Revision(
        id=uuid7(),
        document=document.model_copy(update=kept),
        plan_id=plan_of(one),
        class_=order.class_,
        decision_id=decision_id,
        change={**said, "application_number": order.application_number},
    )
    return await revise(session, desk, row, revision, actor)
