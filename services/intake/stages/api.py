"""The internal endpoint by which issuance tells the stage of a case."""

from fastapi import APIRouter

from services.intake.stages.commands import mirror
from shared.contracts.intake import MirrorAnswer, StageMirror
from shared.domain.errors import Forbidden
from shared.platform.auth import ServiceCall
from shared.platform.transaction import Tx

router = APIRouter(prefix="/internal", tags=["internal"])


@router.post("/stages")
async def stage(body: StageMirror, caller: ServiceCall, tx: Tx) -> MirrorAnswer:
    """Take over the stage of a case; an older one is ignored."""
    if caller.service != "issuance":
        raise Forbidden("role_not_allowed", "此接口仅供审批服务调用", "only issuance tells stages")
    return MirrorAnswer(taken=await mirror(tx, body))
