"""Endpoints of a permit's life: how it ends, how it is struck off, holds by officers."""

from fastapi import APIRouter, Response

from services.issuance.access import Approver, AtDesk, Holder, HoldOfficer, LegalReader, Remover
from services.issuance.life import commands, holds
from services.issuance.permits.api import Number
from services.issuance.permits.queries import hold_on, permit_model
from shared.contracts.issuance import LegalReading, Permit
from shared.contracts.permit_life import (
    AuthorityWithdrawal,
    Confiscation,
    Deregistration,
    Lifting,
    PermitRevocation,
    TravelHold,
    Voiding,
)
from shared.platform.etag import IfMatch
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Tx

router = APIRouter(tags=["life of permits"])


@router.post("/permits/{number}/voiding", response_model=Permit)
async def void_permit(
    number: Number, body: Voiding, caller: Holder, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """The holder gives the permit up."""
    row = await commands.void(tx, caller, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)


@router.post("/permits/{number}/legal-reading", response_model=Permit)
async def read_permit_legally(
    number: Number, body: LegalReading, caller: LegalReader, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """The legal reader agrees to a revocation."""
    row = await commands.read_legally(tx, caller, desk=desk, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)


@router.post("/permits/{number}/revocation", response_model=Permit)
async def revoke_permit(
    number: Number, body: PermitRevocation, caller: Approver, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """An approver undoes the grant, naming the clause, after the legal reader."""
    row = await commands.revoke(tx, caller, desk=desk, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)


@router.post("/permits/{number}/authority-withdrawal", response_model=Permit)
async def withdraw_permit(
    number: Number, body: AuthorityWithdrawal, caller: Approver, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """An approver takes back a lawful grant because law or facts changed."""
    row = await commands.withdraw(tx, caller, desk=desk, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)


@router.post("/permits/{number}/confiscation", response_model=Permit)
async def confiscate_permit(
    number: Number, body: Confiscation, caller: Remover, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """A lent, transferred or misused permit is taken away."""
    row = await commands.confiscate(tx, caller, desk=desk, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)


@router.post("/permits/{number}/deregistration", response_model=Permit)
async def deregister_permit(
    number: Number, body: Deregistration, caller: Approver, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Strike off a permit that expired, is used up or has ended."""
    row = await commands.deregister(tx, caller, desk=desk, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)


@router.post("/permits/{number}/suspension", response_model=Permit)
async def suspend_permit(
    number: Number, body: TravelHold, caller: HoldOfficer, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Put a travel hold on one permit; a road officer's ends by itself unless an approver confirms it."""
    row = await holds.suspend(tx, caller, desk=desk, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)


@router.post("/permits/{number}/resumption", response_model=Permit)
async def resume_permit(
    number: Number, body: Lifting, caller: HoldOfficer, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Lift an officer's travel hold."""
    row = await holds.resume(tx, caller, desk=desk, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)
