"""Sealing the audit log: every minute a service's new events get a link in its daily chain, signed with its own key.

Who can change rows but has not the key cannot make the chain hold again. The newest head is kept beside the key too, so
that seals dropped from the end are missed, and is published by every service, so that others can keep it.
"""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import BaseModel
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.domain.clock import shanghai_day, utc_now
from shared.platform.audit import FIRST_HASH
from shared.platform.database import WriteSession
from shared.platform.feed import START, Position, after, settled
from shared.platform.runtime import Runtime, Timer
from shared.platform.secrets import read_or_make
from shared.platform.transaction import reading, transaction
from shared.schema.library import AuditEvent, AuditSeal

EVERY_S = 60
_BATCH = 5000
_CONTEXT = b"dajian audit seal\0"


class AuditHead(BaseModel):
    """The newest seal of a service's audit log: whoever keeps it can show later that the log was cut."""

    service: str
    day: date
    seq: int
    events: int
    hash: str
    sealed_at: datetime
    key_id: str
    signature: str


@dataclass(frozen=True, slots=True)
class SealKey:
    """A service's own key; its id is the head of the SHA-256 of the public key."""

    id: str
    private: Ed25519PrivateKey

    def sign(self, seal_hash: bytes) -> bytes:
        """The signature of a seal."""
        return self.private.sign(_CONTEXT + seal_hash)


def folder_of(keys_dir: Path) -> Path:
    """Where the keys and the kept heads are."""
    return keys_dir / "audit"


def _key_id(key: Ed25519PublicKey) -> str:
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def _new_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def signing_key(keys_dir: Path, service: str) -> SealKey:
    """A service's key, made on first use.

    Raises:
        ValueError: the file holds no Ed25519 key.
    """
    path = folder_of(keys_dir) / f"{service}.pem"
    key = serialization.load_pem_private_key(read_or_make(path, _new_key), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path} holds no Ed25519 key")  # noqa: TRY004 - the file's content, not an argument's type
    return SealKey(_key_id(key.public_key()), key)


def verifying_keys(keys_dir: Path, service: str) -> Mapping[str, Ed25519PublicKey]:
    """All keys of a service, by id: the signing one, and those before it, renamed to `<service>-<anything>.pem`."""
    folder, found = folder_of(keys_dir), {}
    for path in [folder / f"{service}.pem", *folder.glob(f"{service}-*.pem")]:
        if path.exists():
            key = serialization.load_pem_private_key(path.read_bytes(), password=None)
            if isinstance(key, Ed25519PrivateKey):
                found[_key_id(key.public_key())] = key.public_key()
    return found


def signed_by(keys: Mapping[str, Ed25519PublicKey], seal: AuditSeal) -> bool:
    """Whether one of the keys signed the seal."""
    key = keys.get(seal.key_id)
    if key is None:
        return False
    try:
        key.verify(seal.signature, _CONTEXT + seal.hash)
    except InvalidSignature:
        return False
    return True


def seal_hash(seal: AuditSeal, event_hashes: Iterable[bytes]) -> bytes:
    """SHA-256 over the seal before, this one's own fields and the hashes of its events, in their order."""
    fields = [seal.service, seal.day.isoformat(), seal.seq, seal.events]
    moment = seal.sealed_at.astimezone(UTC).isoformat(timespec="microseconds")
    digest = hashlib.sha256(seal.previous_hash + json.dumps([*fields, moment]).encode())
    for event_hash in event_hashes:
        digest.update(event_hash)
    return digest.digest()


async def newest_seal(session: AsyncSession, service: str) -> AuditSeal | None:
    """The last seal of a service."""
    newest = select(AuditSeal).where(AuditSeal.service == service).order_by(AuditSeal.day.desc(), AuditSeal.seq.desc())
    return (await session.scalars(newest.limit(1))).one_or_none()


async def _seal_some(session: WriteSession, service: str, key: SealKey) -> AuditSeal | None:
    """One more seal; None: there is nothing new, or another process is at it."""
    lock = func.pg_try_advisory_xact_lock(func.hashtextextended(f"audit.seal:{service}", 0))
    if not await session.scalar(select(lock)):
        return None
    last = await newest_seal(session, service)
    position = Position(last.last_xact, last.last_id) if last else START
    new = select(AuditEvent.xact, AuditEvent.id, AuditEvent.hash).where(
        AuditEvent.service == service, settled(AuditEvent), after(AuditEvent, position)
    )
    rows = (await session.execute(new.order_by(AuditEvent.xact, AuditEvent.id).limit(_BATCH))).all()
    if not rows:
        return None
    now = utc_now()
    # A clock that was set back must not put a seal before the last one.
    day = max(shanghai_day(now), last.day) if last else shanghai_day(now)
    seal = AuditSeal(
        service=service,
        day=day,
        seq=last.seq + 1 if last and last.day == day else 1,
        events=len(rows),
        last_xact=rows[-1].xact,
        last_id=rows[-1].id,
        sealed_at=now,
        previous_hash=last.hash if last else FIRST_HASH,
        key_id=key.id,
    )
    seal.hash = seal_hash(seal, (row.hash for row in rows))
    seal.signature = key.sign(seal.hash)
    session.add(seal)
    return seal


async def seal_new(runtime: Runtime) -> None:
    """Seal every settled event of this service that has no seal yet."""
    keys_dir = runtime.settings.keys_dir
    key = signing_key(keys_dir, runtime.service)
    while True:
        async with transaction(runtime.database) as session:
            seal = await _seal_some(session, runtime.service, key)
        if seal is None:
            return
        _keep(folder_of(keys_dir) / f"{runtime.service}.head", head_of(seal))


def head_of(seal: AuditSeal) -> AuditHead:
    """A seal as it is published and kept."""
    return AuditHead(
        service=seal.service,
        day=seal.day,
        seq=seal.seq,
        events=seal.events,
        hash=seal.hash.hex(),
        sealed_at=seal.sealed_at,
        key_id=seal.key_id,
        signature=base64.b64encode(seal.signature).decode(),
    )


def _keep(path: Path, head: AuditHead) -> None:
    """Write the newest head beside the key, whole or not at all."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(head.model_dump_json())
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)


def kept_head(keys_dir: Path, service: str) -> AuditHead | None:
    """The head kept beside the key; None: nothing was sealed here yet."""
    path = folder_of(keys_dir) / f"{service}.head"
    return AuditHead.model_validate_json(path.read_bytes()) if path.exists() else None


async def published_head(runtime: Runtime) -> AuditHead | None:
    """The newest head of a service, for everybody."""
    async with reading(runtime.database) as session:
        seal = await newest_seal(session, runtime.service)
    return head_of(seal) if seal else None


def timer(service: str) -> Timer:
    """The timer that seals a service's log."""
    return Timer(f"{service}.audit_seal", EVERY_S, seal_new)
