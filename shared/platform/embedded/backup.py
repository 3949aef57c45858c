"""Backs up a running database and the folders that belong to it into one file."""

import asyncio
import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from shared.platform.embedded import tools
from shared.platform.embedded.address import Address, Connection
from shared.platform.embedded.archive import Facts, Manifest, file_failure, new_file, pack
from shared.platform.embedded.binaries import client_binaries
from shared.platform.embedded.errors import TargetExistsError, ToolFailedError

LOCK_WAIT_MS = 30_000

TABLES = """
    SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     ORDER BY 1
"""
# Every role that something in this database is granted to; owners are left out, the restoring account owns all.
ROLES = """
    SELECT DISTINCT r.rolname::text AS name
      FROM pg_shdepend s JOIN pg_roles r ON r.oid = s.refobjid
     WHERE s.refclassid = 'pg_authid'::regclass AND s.deptype IN ('a', 'r')
       AND s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
     ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What was written: the archive, its size in bytes, the time it took in seconds, what it holds."""

    archive: Path
    size: int
    seconds: float
    manifest: Manifest

    def __str__(self) -> str:
        """In a few words, for the person at the terminal."""
        return f"{self.manifest}, {self.seconds:.1f} s"


async def backup(url: str, target: Path, folders: Mapping[str, Path]) -> BackupReport:
    """Writes one archive of a database in use and of folders, as they were at one moment.

    Dump and row counts come from the same snapshot. The folders are read after it: a row never names a file that is
    missing, since files are written before the rows that name them and never altered.

    Args:
        url: `postgresql+asyncpg://...`, an account that may read every table.
        target: file to write, closed to other accounts (0600); must not exist.
        folders: folders to include, by the names under which `restore` will ask for them.

    Raises:
        UnreachableError: no connection.
        BinariesMissingError: no pg_dump as new as the server.
        TargetExistsError: the target is there already.
        FileFailedError, DiskFullError: a file cannot be read, or the archive cannot be written.
        ToolFailedError, DatabaseBusyError: pg_dump failed, or waited too long for a lock.
    """
    began = time.monotonic()
    address = Address.of(url)
    try:
        await asyncio.to_thread(_must_be_new, target)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as scratch:
            dump = Path(scratch, "dump")
            facts = await _dump(address, dump)
            manifest, size = await asyncio.to_thread(_write, Path(scratch, "archive"), target, dump, folders, facts)
    except OSError as error:
        raise file_failure(error, target) from error
    return BackupReport(target, size, time.monotonic() - began, manifest)


async def _dump(address: Address, dump: Path) -> Facts:
    """Writes the dump and tells what the database held in the snapshot it was made from."""
    async with address.connected() as connection:
        server_major = connection.get_server_version().major
        binaries = await asyncio.to_thread(client_binaries, server_major)
        try:
            async with connection.transaction(isolation="repeatable_read", readonly=True):
                snapshot = await connection.fetchval("SELECT pg_export_snapshot()")
                command = [
                    binaries.program("pg_dump"),
                    "--format=custom",
                    "-B",
                    f"--snapshot={snapshot}",
                    f"--lock-wait-timeout={LOCK_WAIT_MS}",
                    f"--file={dump}",
                ]
                await tools.run(command, address, dump)
                return Facts(
                    made_at=await connection.fetchval("SELECT now()"),
                    server_major=server_major,
                    tool_major=binaries.major,
                    alembic_heads=await alembic_heads(connection),
                    roles=tuple(row["name"] for row in await connection.fetch(ROLES)),
                    rows=await _count(connection),
                )
        except asyncpg.PostgresError as error:
            raise ToolFailedError("Reading the database", str(error)) from error


async def alembic_heads(connection: Connection) -> tuple[str, ...]:
    """Revisions the schema stands at; empty without a migration history."""
    if await connection.fetchval("SELECT to_regclass('alembic_version')") is None:
        return ()
    rows = await connection.fetch("SELECT version_num::text AS name FROM alembic_version ORDER BY 1")
    return tuple(row["name"] for row in rows)


async def _count(connection: Connection) -> dict[str, int]:
    names = [row["name"] for row in await connection.fetch(TABLES)]
    return {name: await connection.fetchval(f"SELECT count(*) FROM ONLY {name}") for name in names}  # noqa: S608 - quoted by the server


def _must_be_new(target: Path) -> None:
    if target.exists():
        raise TargetExistsError(target)


def _write(partial: Path, target: Path, dump: Path, folders: Mapping[str, Path], facts: Facts) -> tuple[Manifest, int]:
    """Writes the archive beside its final place and gives it its name when it is whole and on the disk."""
    with new_file(partial) as file:
        manifest = pack(file, dump, folders, facts)
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    _must_be_new(target)
    partial.rename(target)
    directory = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
    return manifest, size
