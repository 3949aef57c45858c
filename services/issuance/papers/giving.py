"""Giving the paper of an act (文书): numbered and written in the act's own transaction, told to the carrier, printed after."""

from collections.abc import Mapping
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import func, select

from services.issuance.papers.wording import WORDING
from shared.domain.clock import utc_now
from shared.domain.identifiers import uuid7
from shared.platform import jobs
from shared.platform.database import WriteSession
from shared.platform.notifications import notify
from shared.schema.issuance import ActPaper, Permit, ReviewCase

PRINT_PAPER = "issuance.print_paper"


class PaperRef(BaseModel):
    """Payload of the job of a paper."""

    paper_id: UUID


async def give_of_permit(
    session: WriteSession, row: Permit, kind: str, issued_by: UUID | None, said: Mapping[str, object]
) -> str:
    """The paper of an act on a permit, whose row is locked; its number."""
    number = await _number(session, row.number, kind)
    payload: dict[str, object] = {
        "permit": row.number,
        "revision": row.revision,
        "plates": row.plates,
        "valid_from": row.valid_from.isoformat(),
        "valid_to": row.valid_to.isoformat(),
        **said,
    }
    paper = ActPaper(
        id=uuid7(),
        kind=kind,
        number=number,
        authority_adcode=row.authority_adcode,
        carrier_id=row.carrier_id,
        addressee=row.carrier_name,
        application_id=row.application_id,
        application_number=row.application_number,
        permit_number=row.number,
        payload=payload,
        issued_by=issued_by,
        issued_at=utc_now(),
    )
    await _give(session, paper)
    told = {"act": kind, "number": row.number, "paper": number, "reason": said.get("reason")}
    notify(
        session,
        service="issuance",
        template="permit.act",
        data=told,
        about=("permit", row.id),
        carrier_id=row.carrier_id,
    )
    return number


async def give_of_case(
    session: WriteSession, case: ReviewCase, kind: str, issued_by: UUID | None, said: Mapping[str, object]
) -> str:
    """The paper of an act on a case, whose row is locked; its number.

    A refusal's is told by intake with the outcome itself.
    """
    number = await _number(session, case.application_number, kind)
    payload = {"application": case.application_number, "accepted": case.accepted_at.isoformat(), **said}
    paper = ActPaper(
        id=uuid7(),
        kind=kind,
        number=number,
        authority_adcode=case.authority_adcode,
        carrier_id=case.carrier_id,
        addressee=case.carrier_name,
        application_id=case.application_id,
        application_number=case.application_number,
        permit_number=None,
        payload=payload,
        issued_by=issued_by,
        issued_at=utc_now(),
    )
    await _give(session, paper)
    if kind in {"pause", "pause_end"}:
        told = {"number": case.application_number, "paper": number, "due_at": said["due_after"]}
        about = ("application", case.application_id)
        template = f"application.{kind}"
        notify(session, service="issuance", template=template, data=told, about=about, carrier_id=case.carrier_id)
    return number


async def _number(session: WriteSession, base: str, kind: str) -> str:
    """The number of the next paper of a kind; whoever gives it holds the row that `base` names."""
    prefix = f"{base}-{WORDING.kinds[kind].series}"
    given = await session.scalar(select(func.count()).where(ActPaper.number.like(f"{prefix}%"), ActPaper.kind == kind))
    return f"{prefix}{given + 1 if given else ''}"


async def _give(session: WriteSession, paper: ActPaper) -> None:
    session.add(paper)
    await session.flush()
    await jobs.enqueue(session, PRINT_PAPER, PaperRef(paper_id=paper.id))
