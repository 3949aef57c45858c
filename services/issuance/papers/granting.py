"""The paper of a grant: written after the decision, whose last lock is the counter of numbers; one a decision."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from services.issuance.papers.wording import WORDING
from shared.domain.errors import not_found
from shared.domain.identifiers import uuid7
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.issuance import ActPaper, Decision, Permit, ReviewCase

_SHOWN = "{number}（车辆：{plates}）"


async def give_of_grant(runtime: Runtime, permit_id: UUID) -> None:
    """Give the paper of the decision a first revision rests on, unless it is given; later revisions have their own."""
    async with transaction(runtime.database) as session:
        permit = await session.get(Permit, permit_id)
        if permit is None:
            raise not_found("通行证", "permit")
        if permit.revision != 1:
            return
        decision = await session.get_one(Decision, permit.decision_id)
        case = await session.get_one(ReviewCase, decision.review_case_id)
        first = (Permit.application_id == permit.application_id, Permit.revision == 1)
        permits = await session.scalars(select(Permit).where(*first).order_by(Permit.set_index))
        shown = [_SHOWN.format(number=one.number, plates="、".join(one.plates)) for one in permits]
        paper = {
            "id": uuid7(),
            "kind": "grant",
            "number": f"{case.application_number}-{WORDING.kinds['grant'].series}",
            "authority_adcode": case.authority_adcode,
            "carrier_id": case.carrier_id,
            "addressee": case.carrier_name,
            "application_id": case.application_id,
            "application_number": case.application_number,
            "permit_number": None,
            "payload": {
                "application": case.application_number,
                "accepted": case.accepted_at.isoformat(),
                "permits": shown,
            },
            "issued_by": decision.approver_id,
            "issued_at": decision.decided_at,
        }
        await session.execute(insert(ActPaper).values(paper).on_conflict_do_nothing(index_elements=["number"]))
