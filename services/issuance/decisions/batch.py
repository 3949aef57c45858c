"""Granting like cases at once: each is decided for itself, by the same command and under a key of its own."""

import hashlib

from sqlalchemy import select

from services.issuance.decisions.commands import decide
from services.issuance.desk import desk_of
from shared.contracts.batches import BatchCase, BatchOrder, BatchOutcome, BatchResult
from shared.contracts.issuance import DecisionOrder
from shared.domain.errors import Conflict, Problem
from shared.platform.idempotency import KeyedRequest
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading
from shared.schema.issuance import ReviewCase


async def decide_batch(runtime: Runtime, caller: Caller, *, keyed: KeyedRequest, order: BatchOrder) -> BatchResult:
    """Grant cases of one class and lane; one that cannot be granted leaves the others alone.

    Raises:
        Conflict: `cases_not_alike`, classes or lanes differ, or one is of the survey lane; `case_twice`.
    """
    await _require_alike(runtime, caller, order)
    outcomes = [await _one(runtime, caller, keyed, order, one) for one in order.cases]
    return BatchResult(outcomes=outcomes)


async def _require_alike(runtime: Runtime, caller: Caller, order: BatchOrder) -> None:
    ids = [one.review_case_id for one in order.cases]
    if len(set(ids)) != len(ids):
        raise Conflict("case_twice", "同一案件重复选择", "a case stands twice")
    mine = ReviewCase.authority_adcode == desk_of(runtime).authority_of(caller)
    async with reading(runtime.database) as session:
        found = await session.execute(
            select(ReviewCase.class_, ReviewCase.lane).where(ReviewCase.id.in_(ids), mine).distinct()
        )
        kinds = found.all()
    if len(kinds) > 1 or any(lane == "survey" for _, lane in kinds):
        raise Conflict(
            "cases_not_alike",
            "批量审批仅限类别和办理方式相同的案件，勘验类案件须逐件审批",
            "only cases of one class and lane are granted together, and none of the survey lane",
        )


async def _one(
    runtime: Runtime, caller: Caller, keyed: KeyedRequest, order: BatchOrder, case: BatchCase
) -> BatchOutcome:
    single = DecisionOrder(
        review_case_id=case.review_case_id, version=case.version, kind="grant", conditions=order.conditions
    )
    own = KeyedRequest(
        service=keyed.service,
        scope_hash=hashlib.sha256(keyed.scope_hash + case.review_case_id.bytes).digest(),
        body_hash=hashlib.sha256(single.model_dump_json().encode()).digest(),
    )
    try:
        made = await decide(runtime, caller, keyed=own, order=single)
    except Problem as problem:
        return BatchOutcome(review_case_id=case.review_case_id, decision=None, code=problem.code, detail=problem.zh)
    return BatchOutcome(review_case_id=case.review_case_id, decision=made, code=None, detail=None)
