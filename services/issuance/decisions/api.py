"""Endpoints of decisions: the approver's, and the automatic one intake asks for."""

from fastapi import APIRouter, status

from services.issuance.access import Approver, AtDesk, Running
from services.issuance.decisions import automatic, batch, commands
from shared.contracts.batches import BatchOrder, BatchResult
from shared.contracts.issuance import AutomaticDecision, Decision, DecisionOrder, ReviewCaseOrder
from shared.platform.auth import ServiceCall
from shared.platform.idempotency import Keyed
from shared.platform.transaction import Tx

router = APIRouter(tags=["decisions"])


@router.post("/decisions", status_code=status.HTTP_201_CREATED)
async def decide(order: DecisionOrder, caller: Approver, keyed: Keyed, runtime: Running) -> Decision:
    """An approver grants or refuses; a grant issues one permit a vehicle set."""
    return await commands.decide(runtime, caller, keyed=keyed, order=order)


@router.post("/decisions/batches")
async def decide_batch(order: BatchOrder, caller: Approver, keyed: Keyed, runtime: Running) -> BatchResult:
    """An approver grants like cases at once; the answer says what became of each."""
    return await batch.decide_batch(runtime, caller, keyed=keyed, order=order)


@router.post("/internal/automatic-decisions")
async def decide_automatically(order: ReviewCaseOrder, _: ServiceCall, desk: AtDesk, tx: Tx) -> AutomaticDecision:
    """Open the case and decide it under the standing authority, if that covers it."""
    return await automatic.decide_automatically(tx, desk, order)
