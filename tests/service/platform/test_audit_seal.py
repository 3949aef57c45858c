"""The audit log under attack: whatever a superuser of the database does to it, `audit verify` finds."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.domain.identifiers import uuid7
from shared.platform import migrate
from shared.platform.audit import FIRST_HASH, SYSTEM, event_hash, record
from shared.platform.audit_check import Report, verify
from shared.platform.database import Database
from shared.platform.feed import rebase
from shared.platform.runtime import Runtime
from shared.platform.seal import _CONTEXT, kept_head, published_head, seal_hash, seal_new
from shared.platform.transaction import transaction
from shared.schema.library import AuditEvent, AuditSeal
from shared.testing.stack import Stack, admin, settled

SERVICE = "intake"
AGGREGATES, EVENTS, SEALS = 3, 4, 3


@dataclass
class Log:
    """A sealed log on a database of its own."""

    runtime: Runtime
    keys_dir: Path
    ids: list[UUID]

    async def verified(self) -> Report:
        return await verify(self.runtime.database.url, self.keys_dir)

    async def act(self, aggregate_id: UUID, action: str, **data: object) -> None:
        async with transaction(self.runtime.database) as session:
            names = {"service": SERVICE, "aggregate": "application", "aggregate_id": aggregate_id}
            await record(session, **names, action=action, actor=SYSTEM, data=data)  # type: ignore[arg-type]

    async def events(self, session: AsyncSession, aggregate_id: UUID) -> list[AuditEvent]:
        chain = select(AuditEvent).where(AuditEvent.aggregate_id == aggregate_id).order_by(AuditEvent.seq)
        return list(await session.scalars(chain))


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def own_database(stack: Stack) -> AsyncIterator[Database]:
    name = f"audit_{uuid4().hex[:12]}"
    base = stack.url.rsplit("/", 1)[0]
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'CREATE DATABASE "{name}"'))
    await migrate.upgrade(f"{base}/{name}")
    database = Database(f"{base}/{name}", application_name="test")
    yield database
    await database.close()


async def seal(runtime: Runtime) -> None:
    """Seal what there is, once every earlier transaction of the server has ended: other tests' may still run on it."""
    await settled(runtime, "audit_event")
    await seal_new(runtime)


@pytest_asyncio.fixture
async def log(stack: Stack, own_database: Database, tmp_path: Path) -> Log:
    """Three aggregates of twelve events each under three seals."""
    async with transaction(own_database) as session:
        await session.execute(delete(AuditEvent))
        await session.execute(delete(AuditSeal))
    base = stack.runtime(SERVICE)
    runtime = replace(base, database=own_database, settings=base.settings.model_copy(update={"data_dir": tmp_path}))
    made = Log(runtime, tmp_path / "keys", [uuid7() for _ in range(AGGREGATES)])
    for stretch in range(SEALS):
        for number in range(EVENTS):
            for aggregate_id in made.ids:
                await made.act(aggregate_id, f"act_{stretch}_{number}", number=number, note="备注")
        await seal(runtime)
    return made


def rehash(chain: list[AuditEvent]) -> None:
    """What an attacker who knows how the log works does after a change."""
    previous = FIRST_HASH
    for seq, event in enumerate(chain, start=1):
        event.seq, event.previous_hash = seq, previous
        event.hash = previous = event_hash(event)


async def test_an_honest_log_is_found_whole(log: Log) -> None:
    report = await log.verified()
    assert report.wrong == []
    assert (report.events, report.chains, report.seals) == (AGGREGATES * EVENTS * SEALS, AGGREGATES, SEALS)
    await log.act(log.ids[0], "late")
    assert (await log.verified()).unsealed == 1
    await seal(log.runtime)
    await seal(log.runtime)
    report = await log.verified()
    assert (report.unsealed, report.seals, report.wrong) == (0, SEALS + 1, [])
    head = await published_head(log.runtime)
    assert head == kept_head(log.keys_dir, SERVICE)


async def test_an_altered_event_is_found(log: Log) -> None:
    async with transaction(log.runtime.database) as session:
        chain = await log.events(session, log.ids[1])
        chain[5].actor_name = "另一人"
    assert any("was altered" in line for line in (await log.verified()).wrong)


async def test_a_rewritten_chain_is_found_by_its_seal(log: Log) -> None:
    async with transaction(log.runtime.database) as session:
        chain = await log.events(session, log.ids[1])
        chain[5].data = {"note": "never happened"}
        rehash(chain)
    wrong = (await log.verified()).wrong
    assert wrong
    assert all("not those that were sealed" in line for line in wrong)


@pytest.mark.parametrize("which", [0, 5, EVENTS * SEALS - 1])
async def test_a_dropped_event_is_found(log: Log, which: int) -> None:
    """First, middle and last; the last one no chain misses, but its seal does."""
    async with transaction(log.runtime.database) as session:
        await session.delete((await log.events(session, log.ids[0]))[which])
    assert any("are there" in line for line in (await log.verified()).wrong)


async def test_a_dropped_aggregate_is_found(log: Log) -> None:
    async with transaction(log.runtime.database) as session:
        await session.execute(delete(AuditEvent).where(AuditEvent.aggregate_id == log.ids[2]))
    assert len((await log.verified()).wrong) == SEALS


async def test_reordered_events_are_found(log: Log) -> None:
    """Two acts change places and the chain is made to hold again."""
    async with transaction(log.runtime.database) as session:
        chain = await log.events(session, log.ids[0])
        chain[1].action, chain[2].action = chain[2].action, chain[1].action
        rehash(chain)
    assert (await log.verified()).wrong
    async with transaction(log.runtime.database) as session:
        chain = await log.events(session, log.ids[1])
        chain[0].xact, chain[1].xact = chain[1].xact, chain[0].xact
    assert any("in that order" in line for line in (await log.verified()).wrong)


async def test_an_event_slipped_into_the_past_is_found(log: Log) -> None:
    await log.act(log.ids[0], "slipped_in")
    async with transaction(log.runtime.database) as session:
        chain = await log.events(session, log.ids[0])
        chain[-1].xact = chain[2].xact
    assert any("are there" in line for line in (await log.verified()).wrong)


async def test_seals_cut_off_with_their_events_are_found(log: Log) -> None:
    async with transaction(log.runtime.database) as session:
        seals = list(await session.scalars(select(AuditSeal).order_by(AuditSeal.day, AuditSeal.seq)))
        await session.delete(seals[-1])
        await session.execute(delete(AuditEvent).where(AuditEvent.xact > seals[-2].last_xact))
    wrong = (await log.verified()).wrong
    assert [line for line in wrong if "kept beside the key" in line] == wrong != []


async def test_a_seal_taken_out_is_found(log: Log) -> None:
    async with transaction(log.runtime.database) as session:
        seals = list(await session.scalars(select(AuditSeal).order_by(AuditSeal.day, AuditSeal.seq)))
        await session.delete(seals[0])
        await session.execute(delete(AuditEvent).where(AuditEvent.xact <= seals[0].last_xact))
    assert any("seals are gone" in line for line in (await log.verified()).wrong)


async def test_everything_rewritten_with_another_key_is_found(log: Log) -> None:
    """Events, chains and seals made anew without a fault, but for the key."""
    forger = Ed25519PrivateKey.generate()
    async with transaction(log.runtime.database) as session:
        chain = await log.events(session, log.ids[0])
        chain[0].action = "forged"
        rehash(chain)
        events = list(await session.scalars(select(AuditEvent).order_by(AuditEvent.xact, AuditEvent.id)))
        seals = list(await session.scalars(select(AuditSeal).order_by(AuditSeal.day, AuditSeal.seq)))
        for seal in seals:
            covered, events = events[: seal.events], events[seal.events :]
            seal.hash = seal_hash(seal, [event.hash for event in covered])
            seal.signature = forger.sign(_CONTEXT + seal.hash)
        for before, seal in pairwise(seals):
            seal.previous_hash = before.hash
    assert sum("not signed" in line for line in (await log.verified()).wrong) == SEALS


COLUMNS: dict[str, Callable[[object], object]] = {
    "service": lambda _: "registry",
    "aggregate": lambda value: f"{value}x",
    "aggregate_id": lambda _: uuid7(),
    "seq": lambda value: int(str(value)) + 100,
    "action": lambda value: f"{value}x",
    "actor_name": lambda value: f"{value}x",
    "actor_role": lambda value: f"{value}x",
    "actor_id": lambda _: uuid7(),
    "request_id": lambda value: f"{value}x",
    "data": lambda _: {"note": "x"},
    "hash": lambda _: bytes(range(32)),
    "previous_hash": lambda _: bytes(range(32)),
}


@pytest.mark.parametrize("column", sorted(COLUMNS))
async def test_no_column_can_be_changed_unseen(log: Log, column: str) -> None:
    async with transaction(log.runtime.database) as session:
        event = (await log.events(session, log.ids[0]))[3]
        setattr(event, column, COLUMNS[column](getattr(event, column)))
    assert (await log.verified()).wrong


async def test_a_restored_log_goes_on(log: Log) -> None:
    """On another server transaction numbers begin anew: the old rows stay before the new ones, sealed as they were."""
    await rebase(log.runtime.database.url)
    assert (await log.verified()).wrong == []
    await log.act(log.ids[0], "after")
    await seal(log.runtime)
    await rebase(log.runtime.database.url)
    await rebase(log.runtime.database.url)
    report = await log.verified()
    assert (report.unsealed, report.seals, report.wrong) == (0, SEALS + 1, [])


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5).filter(str.isalnum), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(data=st.dictionaries(st.text("abc", min_size=1), JSON, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_data_keeps_its_hash_in_the_database(log: Log, data: dict[str, object]) -> None:
    aggregate_id = uuid7()
    await log.act(aggregate_id, "any", **data)
    async with transaction(log.runtime.database) as session:
        event = (await log.events(session, aggregate_id))[0]
        assert event.hash == event_hash(event)
