"""The signed lists for checks without a network: what may not be used, what is in force; signed once, kept, handed out.

They lag behind what is asked online by no more than `revocations_every_s`; each says until when it may be relied on.
"""

import asyncio
import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, cast

from pydantic import BaseModel
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from services.issuance.desk import Desk, desk_of
from services.issuance.verification.queries import permits_in_force, revoked_permits
from services.issuance.verification.seen import EndedPermit, SeenPermit
from shared.contracts.verification import ActiveExtract, ExtractEntry, Revocation, RevocationList
from shared.domain.clock import shanghai_day, utc_now
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.issuance import SignedList

ListKind = Literal["revocations", "extract"]
KINDS: Final[tuple[ListKind, ...]] = ("revocations", "extract")
TYPES: Final[dict[ListKind, str]] = {"revocations": "dajian-revocations+jws", "extract": "dajian-extract+jws"}
RevokedState = Literal[
    "used_up", "deregistered", "superseded", "voided", "withdrawn", "revoked", "confiscated", "on_hold"
]


@dataclass(frozen=True, slots=True)
class Handed:
    """A list as it is handed out: its JSON, and the moment it was signed."""

    body: bytes
    issued_at: datetime


async def current_list(runtime: Runtime, kind: ListKind) -> Handed:
    """The list that was signed last, signed anew if it is too old."""
    async with reading(runtime.database) as session:
        row = await session.get(SignedList, kind)
    if row is not None and not _old(row, desk_of(runtime), utc_now()):
        return Handed(row.body, row.issued_at)
    return await sign_anew(runtime, kind)


async def refresh_lists(runtime: Runtime) -> None:
    """The timer: sign what is old, so that nobody waits for it."""
    for kind in KINDS:
        await current_list(runtime, kind)


async def sign_anew(runtime: Runtime, kind: ListKind) -> Handed:
    """Sign a list unless another process was first; those that ask meanwhile wait for that one."""
    desk = desk_of(runtime)
    async with transaction(runtime.database) as session:
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"signed_list:{kind}", 0))))
        row, moment = await session.get(SignedList, kind), utc_now()
        if row is not None and not _old(row, desk, moment):
            return Handed(row.body, row.issued_at)
        # In a thread: 10,000 entries take 35 ms, and the key that signs does not cross to another process.
        if kind == "revocations":
            ended = await revoked_permits(session, moment)
            until, body = await asyncio.to_thread(revocation_list, ended, desk, moment)
        else:
            ahead = moment + timedelta(hours=desk.settings.extract_valid_h)
            in_force = await permits_in_force(session, moment, ahead)
            until, body = await asyncio.to_thread(active_extract, in_force, desk, moment)
        values = {"body": body, "issued_at": moment, "next_update": until}
        fresh = insert(SignedList).values(kind=kind, **values)
        await session.execute(fresh.on_conflict_do_update(index_elements=["kind"], set_=values))
    return Handed(body, moment)


def _old(row: SignedList, desk: Desk, moment: datetime) -> bool:
    if row.kind == "extract":
        return shanghai_day(row.issued_at) != shanghai_day(moment)
    return moment - row.issued_at >= timedelta(seconds=desk.settings.revocations_every_s)


def revocation_list(rows: Sequence[EndedPermit], desk: Desk, moment: datetime) -> tuple[datetime, bytes]:
    """Until when it may be relied on, and the JSON of the revocation list with its signature."""
    issued_at = moment.replace(microsecond=0)
    until = issued_at + timedelta(hours=desk.settings.revocations_valid_h)
    entries = [_entry(row) for row in rows]
    unsigned = RevocationList(issued_at=issued_at, next_update=until, entries=entries, jws="")
    return until, _signed(unsigned, desk, "revocations")


def active_extract(rows: Sequence[SeenPermit], desk: Desk, moment: datetime) -> tuple[datetime, bytes]:
    """The same for the extract of permits in force."""
    issued_at = moment.replace(microsecond=0)
    until = issued_at + timedelta(hours=desk.settings.extract_valid_h)
    entries = [ExtractEntry.model_validate(row, from_attributes=True) for row in rows]
    unsigned = ActiveExtract(issued_at=issued_at, next_update=until, entries=entries, jws="")
    return until, _signed(unsigned, desk, "extract")


def _signed(unsigned: BaseModel, desk: Desk, kind: ListKind) -> bytes:
    """The JSON with its JWS (RFC 7515, EdDSA by RFC 8037), made with the key that signs tokens.

    The signing input is ASCII and a token's is CBOR, so that neither can stand for the other; the type in the header
    tells one list from the other.
    """
    payload = unsigned.model_dump_json(exclude={"jws"}).encode()
    return unsigned.model_copy(update={"jws": _jws(payload, desk, kind)}).model_dump_json().encode()


def _entry(row: EndedPermit) -> Revocation:
    ended = row.state != "issued"
    return Revocation(
        number=row.number,
        revision=row.revision,
        state=cast("RevokedState", row.state if ended else "on_hold"),
        since=row.ended_at if ended else row.held_since,
    )


def _jws(payload: bytes, desk: Desk, kind: ListKind) -> str:
    key = desk.keys.signing
    header = {"alg": "EdDSA", "kid": key.kid.hex(), "typ": TYPES[kind]}
    head = json.dumps(header, separators=(",", ":")).encode()
    signing_input = f"{_base64url(head)}.{_base64url(payload)}"
    return f"{signing_input}.{_base64url(key.cose.sign(signing_input.encode()))}"


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
