"""Comparing a case: with what was asked before it, and with the carrier's decided cases of its kind."""

from collections.abc import Sequence
from typing import Final, Literal, cast
from uuid import UUID

from sqlalchemy import select

from services.issuance.comparison.differences import differences
from services.issuance.decisions.queries import permits_of, shown_state
from services.issuance.review_cases.queries import get_case, order_of
from shared.contracts.changes import ChangedPermit
from shared.contracts.comparison import Comparison, EarlierPermit, SimilarCase, VersionDifference
from shared.contracts.facts import TransportFacts
from shared.contracts.issuance import Ground, ReviewCaseOrder
from shared.platform.database import ReadSession
from shared.schema.issuance import Decision, Permit, ReviewCase

LOOKED_AT: Final = 100
"""Decided cases of the carrier and class that are looked through, newest first."""
SHOWN: Final = 5


async def compare(session: ReadSession, case_id: UUID, authority: str) -> Comparison:
    """What a case differs in.

    Raises:
        NotFound: no such case of this authority.
    """
    case = await get_case(session, case_id, authority)
    order = order_of(case)
    return Comparison(last_version=await _last_version(session, order), similar=await _similar(session, case, order))


async def _last_version(session: ReadSession, order: ReviewCaseOrder) -> VersionDifference | None:
    """What was asked before; of a change, the revision of the permit it starts from."""
    now = [one.facts for one in order.sets]
    if order.previous is not None:
        found = differences(order.previous.sets, now)
        return VersionDifference(kind=order.previous.kind, number=order.previous.number, differences=found)
    if order.changes is None:
        return None
    row = await _revision(session, order.changes)
    if row is None:
        return None
    found = differences([TransportFacts.model_validate(row.facts)], now)
    return VersionDifference(kind="permit", number=row.number, differences=found)


async def _revision(session: ReadSession, changed: ChangedPermit) -> Permit | None:
    row: Permit | None = await session.scalar(
        select(Permit).where(Permit.number == changed.number, Permit.revision == changed.revision)
    )
    return row


async def _similar(session: ReadSession, case: ReviewCase, order: ReviewCaseOrder) -> list[SimilarCase]:
    query = (
        select(ReviewCase, Decision)
        .join(Decision, Decision.review_case_id == ReviewCase.id)
        .where(
            ReviewCase.carrier_id == case.carrier_id,
            ReviewCase.authority_adcode == case.authority_adcode,
            ReviewCase.class_ == case.class_,
            ReviewCase.id != case.id,
        )
        .order_by(ReviewCase.id.desc())
        .limit(LOOKED_AT)
    )
    found: list[SimilarCase] = []
    for other, decision in await session.execute(query):
        earlier = order_of(other)
        if _places(earlier) == _places(order):
            permits = await permits_of(session, other.application_id)
            found.append(_shown(other, decision, permits, earlier, order))
        if len(found) == SHOWN:
            break
    return found


def _places(order: ReviewCaseOrder) -> tuple[tuple[str, str], ...]:
    """Between which places a case's first set runs, by area and name."""
    trip = order.sets[0].facts.trip
    return tuple((place.adcode, place.name) for place in (trip.origin, *trip.via, trip.destination))


def _shown(
    other: ReviewCase, decision: Decision, permits: Sequence[Permit], earlier: ReviewCaseOrder, order: ReviewCaseOrder
) -> SimilarCase:
    return SimilarCase(
        review_case_id=other.id,
        application_number=other.application_number,
        kind=cast("Literal['grant', 'refuse']", decision.kind),
        automatic=decision.automatic,
        decided_at=decision.decided_at,
        same_way=[one.route.hash for one in earlier.sets] == [one.route.hash for one in order.sets],
        conditions=[str(text) for text in (*other.conditions, *decision.conditions)],
        grounds=[Ground.model_validate(ground).text for ground in decision.grounds],
        permits=[
            EarlierPermit(
                number=row.number, state=shown_state(row.state, row.valid_from, row.valid_to), end_reason=row.end_reason
            )
            for row in permits
        ],
        differences=differences([one.facts for one in earlier.sets], [one.facts for one in order.sets]),
    )
