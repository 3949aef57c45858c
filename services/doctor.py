"""Doctor: looks at everything a running system needs and says in plain words what is wrong and what to do."""

import shutil
import socket
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import asyncpg
from sqlalchemy.exc import SQLAlchemyError

from services.registry.organisation.staffing import shortages, warning_of
from shared.platform import database_roles, migrate
from shared.platform.embedded import doctor as server
from shared.platform.embedded.server import attach
from shared.platform.place import make_folder
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings, plain_url

NEEDED = ("fastapi", "sqlalchemy", "asyncpg", "pgqueuer", "typst", "pyhanko", "scipy", "pylopdf-fonts-zh-cn")
LEAST_FREE_BYTES = 1 << 30
OFFICE = "SELECT cardinality(done) AS done, planned, finished_at FROM demonstration_office"
WORDS = {"fine": "ok", "note": "note", "wrong": "WRONG"}
STAFF = """
    SELECT a.id, a.roles || coalesce((SELECT array_agg(d.role) FROM deputy AS d
           WHERE d.deputy_id = a.id AND d.starts_at <= now() AND d.ends_at > now()), '{}') AS roles
    FROM account AS a WHERE a.active AND a.password_hash IS NOT NULL AND a.authority_adcode = $1
"""
HELD = "SELECT entrypoint, count(*) AS jobs FROM pgqueuer WHERE status = 'failed' GROUP BY 1 ORDER BY 1"


def _packages(_: PlatformSettings) -> str:
    missing: list[str] = []
    for name in NEEDED:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        raise PlainError(f"Packages are missing: {', '.join(missing)}. Run `make setup`.")
    return f"Python {sys.version.split()[0]}, all packages"


def _folder(settings: PlatformSettings) -> str:
    make_folder(settings.data_dir, "data folder")
    free = shutil.disk_usage(settings.data_dir).free
    if free < LEAST_FREE_BYTES:
        raise PlainError(f"Only {free >> 20} MB are free in {settings.data_dir}. Make room: at least 1 GB.")
    return f"data folder {settings.data_dir}, {free >> 30} GB free"


def _keys(settings: PlatformSettings) -> str:
    open_keys = [path for path in settings.keys_dir.rglob("*") if path.is_file() and path.stat().st_mode & 0o077]
    if open_keys:
        raise PlainError(f"Others can read the key {open_keys[0]}. Run: chmod -R go= {settings.keys_dir}")
    return "keys are closed to others"


def _port(settings: PlatformSettings) -> str:
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((settings.host, settings.port)) == 0:
            return f"port {settings.port} is answered (is it ours? see {settings.host}:{settings.port}/health/ready)"
    return f"port {settings.port} is free"


CHECKS: tuple[tuple[str, Callable[[PlatformSettings], str]], ...] = (
    ("packages", _packages),
    ("folder", _folder),
    ("keys", _keys),
    ("port", _port),
)


async def _address(settings: PlatformSettings) -> str | None:
    """Where the database is now; None: the embedded one does not run."""
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    running = attach(settings.data_dir / "postgres")
    return running.url if running else None


async def _ours(url: str) -> list[str]:
    """What the schema, the queue and the roles are like.

    Raises:
        PlainError: the schema is another than the program's, or jobs are held.
    """
    at, head = await migrate.current(url), migrate.head()
    if at != head:
        raise PlainError(f"The schema is at revision {at}, the program at {head}. Run `make migrate`.")
    connection = await asyncpg.connect(plain_url(url), timeout=5)
    try:
        held = await connection.fetch(HELD)
        office = await connection.fetchrow(OFFICE)
    finally:
        await connection.close()
    if held:
        names = ", ".join(f"{row['entrypoint']} ({row['jobs']})" for row in held)
        raise PlainError(
            f"Jobs are held, each may be a legal duty: {names}. The log says why; mend, then `python -m services requeue`."
        )
    enforced = await database_roles.enforced(url)
    ownership = "enforced" if enforced else "not enforced; `python -m services bootstrap-db` makes the services' roles"
    return [f"schema at {at}, no held jobs", f"ownership: {ownership}", *_office(office)]


def _office(row: asyncpg.Record | None) -> list[str]:
    """How far the living office of the demonstration is, where there is one."""
    if row is None:
        return []
    state = "whole" if row["finished_at"] else "being made; a start that was cut off is gone on with by the next"
    return [f"demonstration office: {row['done']} of {row['planned']} applications, {state}"]


async def _staffing(url: str, authority: str) -> list[str]:
    """Classes of case that cannot be staffed, in plain words; nothing while nobody can sign in yet."""
    connection = await asyncpg.connect(plain_url(url), timeout=5)
    try:
        rows = await connection.fetch(STAFF, authority)
    finally:
        await connection.close()
    return [warning_of(one) for one in shortages({row["id"]: row["roles"] for row in rows})] if rows else []


async def _database(settings: PlatformSettings) -> int:
    """Say what the database is like; how many things are wrong."""
    given = settings.database_url.get_secret_value() if settings.database_url else None
    findings = await server.examine(settings.data_dir / "postgres", given)
    for finding in findings:
        _say(WORDS[finding.level], "database", f"{finding.subject}: {finding.text}")
    wrong = sum(finding.level == "wrong" for finding in findings)
    url = await _address(settings)
    if url is None or wrong:
        return wrong
    try:
        for line in await _ours(url):
            _say("ok", "database", line)
        for line in await _staffing(url, settings.authority_adcode):
            _say("note", "staff", line)
    except PlainError as error:
        _say("WRONG", "database", str(error))
        return wrong + 1
    except (asyncpg.PostgresError, SQLAlchemyError, OSError) as error:
        _say("WRONG", "database", f"The database answers with a fault: {error}.")
        return wrong + 1
    return wrong


async def examine(settings: PlatformSettings) -> int:
    """Look at everything; 0: all is well, 1: something is wrong."""
    wrong = 0
    for name, check in CHECKS:
        try:
            _say("ok", name, check(settings))
        except (PlainError, OSError) as error:
            wrong += 1
            _say("WRONG", name, str(error))
    wrong += await _database(settings)
    return 1 if wrong else 0


def _say(state: str, what: str, words: str) -> None:
    sys.stdout.write(f"{state:5}  {what:9} {words}\n")
