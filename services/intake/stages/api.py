"""The internal endpoints by which others tell: issuance the stage of a case and the change of a permit and its pauses, classification overrides."""

from fastapi import APIRouter, Request

from services.intake.applications.changing import open_change
from services.intake.applications.overriding import take_override
from services.intake.applications.recounting import COUNT_JOB, take_pauses
from services.intake.stages.commands import mirror
from shared.contracts.changes import ChangeCaseOrder, OpenedChange
from shared.contracts.intake import MirrorAnswer, StageMirror
from shared.contracts.overrides import DayTold, OverrideAnswer, OverrideTold
from shared.contracts.pauses import PausesAnswer, PausesTold
from shared.domain.errors import Forbidden
from shared.platform.auth import ServiceCall
from shared.platform.jobs import enqueue
from shared.platform.runtime import runtime_of
from shared.platform.tokens import Caller
from shared.platform.transaction import Tx

router = APIRouter(prefix="/internal", tags=["internal"])


def _require_issuance(caller: Caller) -> None:
    if caller.service != "issuance":
        raise Forbidden("role_not_allowed", "此接口仅供审批服务调用", "only issuance tells stages and changes")


def _require_classification(caller: Caller) -> None:
    if caller.service != "classification":
        raise Forbidden("role_not_allowed", "此接口仅供分类服务调用", "only classification tells overrides and days")


@router.post("/stages")
async def stage(body: StageMirror, caller: ServiceCall, tx: Tx) -> MirrorAnswer:
    """Take over the stage of a case; an older one is ignored."""
    _require_issuance(caller)
    return MirrorAnswer(taken=await mirror(tx, body))


@router.post("/permit-changes")
async def permit_change(body: ChangeCaseOrder, caller: ServiceCall, tx: Tx, request: Request) -> OpenedChange:
    """Open and hand in the application of a change a person decides; asked again, the same one."""
    _require_issuance(caller)
    row = await open_change(tx, body, runtime_of(request).settings)
    return OpenedChange(id=row.id, number=row.number or "", status=row.status)


@router.post("/day-changes")
async def day_change(body: DayTold, caller: ServiceCall, tx: Tx) -> DayTold:
    """Have every end counted again that a changed day of the calendar touches."""
    _require_classification(caller)
    await enqueue(tx, COUNT_JOB, body)
    return body


@router.post("/overrides")
async def override(body: OverrideTold, caller: ServiceCall, request: Request) -> OverrideAnswer:
    """Let a case go by the class and lane an officer set; the same twice is taken once."""
    _require_classification(caller)
    return OverrideAnswer(taken=await take_override(runtime_of(request), body))


@router.post("/pauses")
async def pauses(body: PausesTold, caller: ServiceCall, request: Request) -> PausesAnswer:
    """Take over when the clock of a case stands still, and count its ends again; an older telling is ignored."""
    _require_issuance(caller)
    return PausesAnswer(taken=await take_pauses(runtime_of(request), body))
