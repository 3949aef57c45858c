"""A database role for each service, which may write its own tables alone: who may do what follows from ownership.py.

Library tables take every service's rows: audit events are added and read, never changed. Views are read by all.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterable
from urllib.parse import quote, urlsplit, urlunsplit

import asyncpg

from shared.platform.database import LOCK_TIMEOUT, STATEMENT_TIMEOUT
from shared.platform.plain import PlainError
from shared.platform.secrets import master_secret
from shared.platform.settings import SERVICES, PlatformSettings, async_url, plain_url
from shared.schema.ownership import LIBRARY, PUBLISHED_VIEWS, QUEUE_TABLES, owner_of

PREFIX = "dajian"
CONNECTED = (*SERVICES, "portal")
"""Who has a role: the portal too, which reads alone."""
_LOCK = 0x0DA71A2
"""Advisory lock under which one process at a time makes roles and gives rights."""
_LIBRARY_RIGHTS = {
    "audit_event": "SELECT, INSERT",
    "audit_seal": "SELECT, INSERT",
    "idempotency_record": "SELECT, INSERT, DELETE",
    "file_object": "SELECT, INSERT",
    "notification": "SELECT, INSERT",
}
_SETTINGS = {
    "lock_timeout": LOCK_TIMEOUT,
    "statement_timeout": STATEMENT_TIMEOUT,
    "idle_in_transaction_session_timeout": STATEMENT_TIMEOUT,
}


def role_name(service: str, prefix: str = PREFIX) -> str:
    """The role of a service."""
    return f"{prefix}_{service}"


def role_password(master: bytes, role: str) -> str:
    """A role's password: follows from the master secret, so that it is stored nowhere else."""
    return hmac.new(master, f"database:{role}".encode(), hashlib.sha256).hexdigest()


def role_url(url: str, service: str, master: bytes, prefix: str = PREFIX) -> str:
    """The address of the same database for a service's own role."""
    parts = urlsplit(plain_url(url))
    role = role_name(service, prefix)
    place = parts.netloc.rsplit("@", 1)[-1]
    login = f"{quote(role, safe='')}:{role_password(master, role)}"
    return async_url(urlunsplit(parts._replace(netloc=f"{login}@{place}")))


def rights(service: str) -> Iterable[tuple[str, str]]:
    """What a service may do: (rights, table or view)."""
    for table, owner in sorted(owner_of().items()):
        if owner == service:
            yield "SELECT, INSERT, UPDATE, DELETE", table
        elif owner == LIBRARY:
            yield _LIBRARY_RIGHTS[table], table
    for table in QUEUE_TABLES:
        yield "SELECT, INSERT, UPDATE, DELETE, TRUNCATE", table
    for views in PUBLISHED_VIEWS.values():
        for view in views:
            yield "SELECT", view
    yield "SELECT", "alembic_version"


async def bootstrap(url: str, master: bytes, prefix: str = PREFIX) -> None:
    """Make the roles and give them their rights on this database; idempotent, one process at a time.

    Raises:
        asyncpg.InsufficientPrivilegeError: the account of `url` may not make roles.
    """
    connection = await asyncpg.connect(plain_url(url))
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        for service in CONNECTED:
            await _make_role(connection, role_name(service, prefix), master)
        await _grant(connection, prefix)
    finally:
        await connection.close()


async def grant(url: str, prefix: str = PREFIX) -> None:
    """Give the roles that exist their rights on this database, as after a migration; idempotent."""
    connection = await asyncpg.connect(plain_url(url))
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        await _grant(connection, prefix)
    finally:
        await connection.close()


async def _make_role(connection: "asyncpg.Connection[asyncpg.Record]", role: str, master: bytes) -> None:
    verb = "ALTER" if await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role) else "CREATE"
    await connection.execute(f"{verb} ROLE {role} LOGIN NOSUPERUSER PASSWORD '{role_password(master, role)}'")
    for name, value in _SETTINGS.items():
        await connection.execute(f"ALTER ROLE {role} SET {name} = '{value}'")


async def _grant(connection: "asyncpg.Connection[asyncpg.Record]", prefix: str) -> None:
    """Give every role that exists its rights, and take all others away; tables not made yet are passed over."""
    here = {
        row[0]
        for row in await connection.fetch("SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('public')")
    }
    for service in CONNECTED:
        role = role_name(service, prefix)
        if not await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role):
            continue
        statements = [
            f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
            f"GRANT USAGE ON SCHEMA public TO {role}",
            f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
            *(f'GRANT {what} ON "{table}" TO {role}' for what, table in rights(service) if table in here),
        ]
        await connection.execute(";".join(statements))  # several statements at once are one transaction


async def urls(settings: PlatformSettings, url: str) -> Callable[[str], str] | None:
    """Gives each service's own address of the database; None: the roles were not made.

    Raises:
        PlainError: they were made with another master secret than ours.
    """
    if not await enforced(url):
        return None
    master = master_secret(settings)
    try:
        await (await asyncpg.connect(plain_url(role_url(url, SERVICES[0], master)), timeout=5)).close()
    except asyncpg.InvalidAuthorizationSpecificationError as error:
        raise PlainError(
            "The services' database roles were made with another master secret. Set DAJIAN_SERVICE_MASTER to that one,"
            " or run `python -m services bootstrap-db` as the database's administrator to give them ours."
        ) from error
    return lambda service: role_url(url, service, master)


async def enforced(url: str, prefix: str = PREFIX) -> bool:
    """Whether the services' roles exist on this server."""
    connection = await asyncpg.connect(plain_url(url))
    try:
        names = [role_name(service, prefix) for service in SERVICES]
        found = await connection.fetchval("SELECT count(*) FROM pg_roles WHERE rolname = ANY($1)", names)
    finally:
        await connection.close()
    return bool(found == len(names))
