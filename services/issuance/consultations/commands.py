"""Asking other parties, taking their answers once, taking a question back."""

import secrets
from uuid import UUID

from sqlalchemy import select

from services.issuance.conditions import CONDITIONS
from services.issuance.consultations.queries import consultation_model, secret_hash, state_of
from services.issuance.desk import desk_of
from services.issuance.review_cases.commands import note
from services.issuance.review_cases.queries import get_case, lock_case
from shared.clients.classification import ClassificationClient
from shared.contracts.classification import DueDate, DueOrder
from shared.contracts.consultations import ConsultationAnswer, ConsultationAsked, ConsultationOrder
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Conflict, not_found
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.consultation import CONSULTATION
from shared.domain.roles import Role
from shared.platform.audit import Actor, acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.idempotency import KeyedRequest
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading, transaction
from shared.schema.issuance import Consultation, ReviewCase

_SECRET_BYTES = 32


async def ask(
    runtime: Runtime, caller: Caller, *, case_id: UUID, keyed: KeyedRequest, order: ConsultationOrder
) -> ConsultationAsked:
    """Ask a party; its link is given once, a repeated request is told that it was.

    Raises:
        NotFound: not of the caller's authority.
        Conflict: `not_in_review`, the case is not open; `asked_already`, this request was done before.
    """
    desk = desk_of(runtime)
    authority = desk.authority_of(caller)
    async with reading(runtime.database) as session:
        _require_open(await get_case(session, case_id, authority))
    limit = DueOrder(accepted_on=shanghai_day(utc_now()), working_days=CONDITIONS.answer_days(order.party))
    due = await ClassificationClient.of(runtime).due(limit)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    async with transaction(runtime.database) as session:
        row = _row(caller, case_id, authority, order, due, secret)
        if not await keyed.begin_driven(session, row.id):
            raise Conflict(
                "asked_already",
                "该征求意见已发出，链接只显示一次；如遗失请撤回后重发",
                "this was asked; its link was shown once: withdraw it and ask again if it is lost",
            )
        case = await lock_case(session, case_id, authority)
        _require_open(case)
        session.add(row)
        said: dict[str, object] = {**order.model_dump(mode="json"), "consultation_id": row.id, "due_at": row.due_at}
        await note(session, case, "consultation", acting(caller, Role.REVIEWER), said)
        await session.flush()
        url = f"{desk.public_url}/consultation/{secret}"
        return ConsultationAsked(consultation=consultation_model(row), secret=secret, url=url)


def _row(
    caller: Caller, case_id: UUID, authority: str, order: ConsultationOrder, due: DueDate, secret: str
) -> Consultation:
    return Consultation(
        id=uuid7(),
        review_case_id=case_id,
        authority_adcode=authority,
        party=order.party,
        party_name=order.party_name,
        question=order.question,
        required=order.required,
        asked_by=caller.id,
        asked_at=utc_now(),
        due_at=due.due_at,
        due_provisional=due.provisional,
        secret_sha256=secret_hash(secret),
        answer_conditions=[],
    )


def _require_open(case: ReviewCase) -> None:
    if case.state != "open":
        raise Conflict("not_in_review", "案件不在审查中", "the case is not in review")


async def answer(session: WriteSession, *, secret: str, given: ConsultationAnswer) -> Consultation:
    """A party answers by its link, once; also when it is late.

    Raises:
        NotFound: no such link.
        Conflict: `transition_not_allowed`, it was answered or taken back.
    """
    row: Consultation | None = await session.scalar(
        select(Consultation).where(Consultation.secret_sha256 == secret_hash(secret)).with_for_update(key_share=True)
    )
    if row is None:
        raise not_found("征求意见", "consultation")
    CONSULTATION.step(state_of(row, utc_now()), "answer", (Role.SERVICE,))
    row.opinion, row.answer, row.answer_conditions = given.opinion, given.text, list(given.conditions)
    row.answered_by, row.answered_at = given.name, utc_now()
    await _note_on_case(session, row, "consultation_answer", Actor(None, given.name, "TP"), given.model_dump())
    await session.flush()
    return row


async def withdraw(
    session: WriteSession, caller: Caller, *, consultation_id: UUID, authority: str, version: int, reason: str
) -> Consultation:
    """Take a question back: its link is dead.

    Raises:
        NotFound, Stale, Conflict: `transition_not_allowed`.
    """
    query = select(Consultation).where(Consultation.id == consultation_id, Consultation.authority_adcode == authority)
    row: Consultation | None = await session.scalar(query.with_for_update(key_share=True))
    if row is None:
        raise not_found("征求意见", "consultation")
    require_version(row.version, version)
    CONSULTATION.step(state_of(row, utc_now()), "withdrawal", caller.roles)
    row.withdrawn_at, row.withdrawn_reason = utc_now(), reason
    await _note_on_case(session, row, "consultation_withdrawal", acting(caller, Role.REVIEWER), {"reason": reason})
    await session.flush()
    return row


async def _note_on_case(
    session: WriteSession, row: Consultation, action: str, actor: Actor, data: dict[str, object]
) -> None:
    """Write an act into the case's chain; the case is locked after the consultation."""
    case = await lock_case(session, row.review_case_id, row.authority_adcode)
    await note(session, case, action, actor, {"consultation_id": row.id, "party": row.party_name, **data})
