"""Verifying the audit log: each aggregate's chain, each service's seals and signatures; finds what was done to it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.pool import NullPool

from shared.domain.clock import utc_now
from shared.domain.identifiers import moment_of
from shared.platform.audit import FIRST_HASH, event_hash
from shared.platform.seal import kept_head, seal_hash, signed_by, verifying_keys
from shared.platform.settings import SERVICES, async_url
from shared.schema.library import AuditEvent, AuditSeal

UNSEALED_AFTER = timedelta(minutes=10)
"""An event so old must have a seal: a worker seals every minute."""
_FETCH = 500


@dataclass
class Report:
    """What was looked at, and what is wrong, in plain words."""

    events: int = 0
    chains: int = 0
    seals: int = 0
    unsealed: int = 0
    wrong: list[str] = field(default_factory=list)


async def verify(url: str, keys_dir: Path) -> Report:
    """Look at the whole log, in one snapshot.

    Args:
        url: a database account that may read the log.
        keys_dir: the installation's keys; what has no key here is reported.
    """
    report = Report()
    async with _snapshot(url) as session:
        await _chains(session, report)
        for service in SERVICES:
            await _sealed(session, service, keys_dir, report)
    return report


@asynccontextmanager
async def _snapshot(url: str) -> AsyncIterator[AsyncSession]:
    engine = create_async_engine(async_url(url), poolclass=NullPool, isolation_level="REPEATABLE READ")
    try:
        async with AsyncSession(engine) as session:
            yield session
    finally:
        await engine.dispose()


async def _chains(session: AsyncSession, report: Report) -> None:
    """Each aggregate's events: numbered without a gap, each hash over the event and the hash before it."""
    events = select(AuditEvent).order_by(AuditEvent.aggregate_id, AuditEvent.seq)
    aggregate, seq, previous = None, 0, FIRST_HASH
    async for row in await session.stream_scalars(events.execution_options(yield_per=_FETCH)):
        report.events += 1
        if row.aggregate_id != aggregate:
            aggregate, seq, previous = row.aggregate_id, 0, FIRST_HASH
            report.chains += 1
        what = f"{row.service}: {row.aggregate} {row.aggregate_id}, event {row.seq} ({row.action})"
        if row.seq != seq + 1:
            report.wrong.append(f"{what}: events {seq + 1} to {row.seq - 1} are gone.")
        elif row.previous_hash != previous:
            report.wrong.append(f"{what}: does not follow the event before it.")
        if row.hash != event_hash(row):
            report.wrong.append(f"{what}: was altered.")
        seq, previous = row.seq, row.hash


async def _sealed(session: AsyncSession, service: str, keys_dir: Path, report: Report) -> None:
    """A service's seals: chained, signed, and over exactly the events that are there; then those without a seal."""
    chain = select(AuditSeal).where(AuditSeal.service == service).order_by(AuditSeal.day, AuditSeal.seq)
    seals = (await session.scalars(chain)).all()
    _links(seals, service, keys_dir, report)
    columns = (AuditEvent.xact, AuditEvent.id, AuditEvent.hash)
    events = select(*columns).where(AuditEvent.service == service).order_by(AuditEvent.xact, AuditEvent.id)
    waiting = iter(seals)
    seal, covered = next(waiting, None), list[bytes]()
    oldest_unsealed = None
    async for row in await session.stream(events.execution_options(yield_per=_FETCH)):
        while seal is not None and (row.xact, row.id) > (seal.last_xact, seal.last_id):
            _compare(seal, covered, report)
            seal, covered = next(waiting, None), []
        if seal is not None:
            covered.append(row.hash)
        else:
            report.unsealed += 1
            written = moment_of(row.id)
            oldest_unsealed = min(written, oldest_unsealed or written)
    while seal is not None:
        _compare(seal, covered, report)
        seal, covered = next(waiting, None), []
    if oldest_unsealed is not None and oldest_unsealed < utc_now() - UNSEALED_AFTER:
        report.wrong.append(
            f"{service}: events since {oldest_unsealed:%Y-%m-%d %H:%M} UTC have no seal; does its worker run?"
        )


def _name(seal: AuditSeal) -> str:
    return f"{seal.service}: seal {seal.seq} of {seal.day}"


def _compare(seal: AuditSeal, covered: list[bytes], report: Report) -> None:
    if len(covered) != seal.events:
        report.wrong.append(f"{_name(seal)} covers {seal.events} events, {len(covered)} are there.")
    elif seal_hash(seal, covered) != seal.hash:
        report.wrong.append(f"{_name(seal)}: its events are not those that were sealed, or not in that order.")


def _links(seals: Sequence[AuditSeal], service: str, keys_dir: Path, report: Report) -> None:
    keys = verifying_keys(keys_dir, service)
    previous: AuditSeal | None = None
    for seal in seals:
        report.seals += 1
        seq = previous.seq + 1 if previous and previous.day == seal.day else 1
        if seal.seq != seq or seal.previous_hash != (previous.hash if previous else FIRST_HASH):
            report.wrong.append(f"{_name(seal)} does not follow the one before it: seals are gone or were rewritten.")
        if not keys:
            report.wrong.append(f"{_name(seal)} cannot be checked: its key is not in {keys_dir}/audit.")
        elif not signed_by(keys, seal):
            report.wrong.append(f"{_name(seal)} is not signed with the service's key.")
        previous = seal
    head = kept_head(keys_dir, service)
    if head and not any((seal.day, seal.seq, seal.hash.hex()) == (head.day, head.seq, head.hash) for seal in seals):
        report.wrong.append(f"{service}: seal {head.seq} of {head.day}, kept beside the key, is gone or was rewritten.")
