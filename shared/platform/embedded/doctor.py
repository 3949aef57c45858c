"""The database's part of `doctor`: what is wrong with it and what to do, in plain sentences. Changes nothing."""

import asyncio
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import asyncpg

from shared.platform.embedded.address import Address, Connection
from shared.platform.embedded.backup import alembic_heads
from shared.platform.embedded.binaries import MAJORS, client_binaries, server_binaries
from shared.platform.embedded.errors import EmbeddedError
from shared.platform.embedded.folder import DataFolder
from shared.platform.embedded.server import attach

SPACE_BYTES = 1024**3
CONNECTIONS = 100
CLOCK_S = 2.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. A note works but should be known; wrong needs doing what the text says."""

    subject: str
    level: Literal["fine", "note", "wrong"]
    text: str


async def examine(data_dir: Path, url: str | None, extensions: Iterable[str] = ()) -> list[Finding]:
    """Looks at the database that would be used: the one of `url`, else the embedded one of the data folder.

    Args:
        data_dir: data folder of the embedded server.
        url: DATABASE_URL, None when unset.
        extensions: those the migrations create.
    """
    findings: list[Finding] = []
    if url is None:
        findings, url = await asyncio.to_thread(_embedded, data_dir)
        if url is None:
            return findings
    try:
        async with Address.of(url).connected() as connection:
            findings += await _server(connection, extensions)
    except EmbeddedError as error:
        findings.append(Finding("connection", "wrong", str(error)))
    except asyncpg.PostgresError as error:
        findings.append(
            Finding("connection", "wrong", f"The database refused a question ({error}): check this account's rights.")
        )
    return findings


def _embedded(data_dir: Path) -> tuple[list[Finding], str | None]:
    """Findings on binaries and data folder, and the address of the server when one runs."""
    findings: list[Finding] = []
    folder = DataFolder(data_dir.resolve(), None)
    try:
        binaries = server_binaries(folder.root, folder.major())
        findings.append(Finding("binaries", "fine", f"Postgres {binaries.major} in {binaries.folder}."))
        findings.append(_folder(folder))
        server = attach(data_dir)
    except EmbeddedError as error:
        return [*findings, Finding("embedded server", "wrong", str(error))], None
    except PermissionError:
        text = f"The data folder {folder.root} is closed to this account: call this as the account that runs the server, or as root."
        return [*findings, Finding("data folder", "wrong", text)], None
    if server is None:
        return [*findings, Finding("embedded server", "note", "It is not running; `make run` starts it.")], None
    return [
        *findings,
        Finding("embedded server", "fine", f"It runs on port {server.port} (process {server.pid})."),
    ], server.url


def _folder(folder: DataFolder) -> Finding:
    standing = folder.root
    while not standing.exists():
        standing = standing.parent
    if not os.access(standing, os.W_OK | os.X_OK):
        text = f"{standing} cannot be written by this account: choose another data folder or give it the right to write there."
        return Finding("data folder", "wrong", text)
    free = shutil.disk_usage(standing).free
    if free < SPACE_BYTES:
        text = f"Only {free // 1024**2} MB are free on the disk that holds {folder.root}: free some space."
        return Finding("data folder", "wrong", text)
    return Finding("data folder", "fine", f"{folder.root}, {free // 1024**3} GB free.")


async def _server(connection: Connection, extensions: Iterable[str]) -> list[Finding]:
    major = connection.get_server_version().major
    if major in MAJORS:
        version = Finding("version", "fine", f"Postgres {major}.")
    else:
        version = Finding(
            "version", "wrong", f"The server is Postgres {major}: use one of {MAJORS.start} to {MAJORS.stop - 1}."
        )
    return [
        version,
        *await _settings(connection),
        await _clock(connection),
        await _extensions(connection, extensions),
        await _schema(connection),
        await asyncio.to_thread(_tools, major),
    ]


async def _settings(connection: Connection) -> list[Finding]:
    row = await connection.fetchrow(
        "SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,"
        " current_setting('max_connections')::int AS connections,"
        " (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS may_create_roles"
    )
    if row is None:
        raise RuntimeError("a SELECT without FROM gave no row")
    findings = []
    if row["encoding"] != "UTF8":
        text = f"The database's encoding is {row['encoding']}: make one with encoding UTF8, Chinese names do not fit otherwise."
        findings.append(Finding("encoding", "wrong", text))
    if row["fsync"] != "on":
        findings.append(Finding("fsync", "wrong", "fsync is off, a power cut would lose permits: set it on."))
    if row["connections"] < CONNECTIONS:
        text = f"max_connections is {row['connections']}: set it to {CONNECTIONS} or more if services run separately."
        findings.append(Finding("connections", "note", text))
    if not row["may_create_roles"]:
        text = "This account may not create roles: an administrator runs `python -m services bootstrap-db` once."
        findings.append(Finding("roles", "note", text))
    return findings or [Finding("settings", "fine", "Encoding, durability, connections and rights are as needed.")]


async def _clock(connection: Connection) -> Finding:
    apart = abs((await connection.fetchval("SELECT clock_timestamp()") - datetime.now(UTC)).total_seconds())
    if apart > CLOCK_S:
        text = f"The clocks of the database's machine and of this one are {apart:.0f} s apart: set both by network time, due dates hang on it."
        return Finding("clock", "wrong", text)
    return Finding("clock", "fine", "The database's clock agrees with this machine's.")


async def _extensions(connection: Connection, wanted: Iterable[str]) -> Finding:
    rows = await connection.fetch("SELECT name FROM pg_available_extensions")
    missing = sorted(set(wanted) - {row["name"] for row in rows})
    if missing:
        text = f"The server lacks the extensions {', '.join(missing)}: install its contrib package."
        return Finding("extensions", "wrong", text)
    return Finding("extensions", "fine", "All that are needed can be had.")


async def _schema(connection: Connection) -> Finding:
    heads = await alembic_heads(connection)
    if not heads:
        return Finding("schema", "note", "The database holds no tables of ours yet; `make run` makes them.")
    if len(heads) > 1:
        return Finding(
            "schema", "wrong", f"The schema stands at several revisions ({', '.join(heads)}): restore a backup."
        )
    return Finding("schema", "fine", f"At revision {heads[0]}.")


def _tools(server_major: int) -> Finding:
    try:
        binaries = client_binaries(server_major)
    except EmbeddedError as error:
        return Finding("backup tools", "note", f"Backups cannot be made here. {error}")
    return Finding("backup tools", "fine", f"pg_dump {binaries.major} in {binaries.folder}.")
