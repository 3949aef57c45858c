"""Postgres itself keeps each service to its own tables; nobody changes the audit log; connections add up."""

from itertools import product
from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy import select, table, text
from sqlalchemy.exc import ProgrammingError

from services import shape
from shared.platform import database_roles
from shared.platform.embedded.launch import SETTINGS
from shared.platform.settings import SERVICES, PlatformSettings, plain_url
from shared.platform.transaction import reading, transaction
from shared.schema.ownership import LIBRARY, PUBLISHED_VIEWS, owner_of
from shared.testing.stack import Stack

OWNERS = owner_of()
APPEND_ONLY = ("audit_event", "audit_seal")
FORBIDDEN = ("DELETE FROM {}", "SELECT 1 FROM {}", "INSERT INTO {} DEFAULT VALUES")
CHANGES = ("UPDATE {} SET service = 'x'", "DELETE FROM {}", "TRUNCATE {}")
SPARE = 20
"""Connections left for administrators, backups and commands."""


def foreign(service: str) -> list[str]:
    """Tables of other services."""
    return sorted(table for table, owner in OWNERS.items() if owner not in {service, LIBRARY})


@pytest.mark.parametrize("service", database_roles.CONNECTED)
async def test_a_foreign_table_can_be_neither_written_nor_read(stack: Stack, service: str) -> None:
    database = stack.runtime(service).database
    assert len(foreign(service)) > 10
    for name, statement in product(foreign(service), FORBIDDEN):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with transaction(database) as session:
                await session.execute(text(statement.format(name)))


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_reads_what_is_published(stack: Stack, service: str) -> None:
    async with reading(stack.runtime(service).database) as session:
        for view in [view for views in PUBLISHED_VIEWS.values() for view in views]:
            await session.execute(select(text("*")).select_from(table(view)).limit(1))


@pytest.mark.parametrize(("service", "log"), list(product(database_roles.CONNECTED, APPEND_ONLY)))
async def test_the_audit_log_is_only_added_to(stack: Stack, service: str, log: str) -> None:
    for statement in CHANGES:
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with transaction(stack.runtime(service).database) as session:
                await session.execute(text(statement.format(log)))


async def test_a_role_has_its_time_limits(stack: Stack) -> None:
    async with reading(stack.runtime("intake").database) as session:
        for name, value in (("lock_timeout", "2s"), ("statement_timeout", "10s")):
            assert await session.scalar(text(f"SHOW {name}")) == value


async def test_making_roles_again_changes_nothing_and_a_role_of_ours_may_not(stack: Stack) -> None:
    prefix = f"t{uuid4().hex[:10]}"
    try:
        for _ in range(2):
            await database_roles.bootstrap(stack.url, b"master", prefix)
        assert await database_roles.enforced(stack.url, prefix)
        own = database_roles.role_url(stack.url, "intake", b"master", prefix)
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await database_roles.bootstrap(own, b"master", f"{prefix}x")
    finally:
        connection = await asyncpg.connect(plain_url(stack.url))
        for service in database_roles.CONNECTED:
            role = database_roles.role_name(service, prefix)
            await connection.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")
        await connection.close()


def test_connections_of_both_shapes_add_up() -> None:
    most = int(SETTINGS["max_connections"]) - SPARE
    jobs, live_queue = 1, 1
    one = PlatformSettings()
    together = len(database_roles.CONNECTED) * (one.pool_size + one.pool_overflow) + jobs + live_queue
    apart = sum(sum(process.pool) + (jobs if process.role == "worker" else 0) for process in shape.processes(1))
    apart += live_queue
    print(f"connections at most: {together} in one process, {apart} apart, {most} allowed")
    assert together <= most
    assert apart <= most
