"""Restores a backup into a database and its folders: all of it, verified, or nothing."""

import asyncio
import contextlib
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from shared.platform.embedded import tools
from shared.platform.embedded.address import Address, Connection
from shared.platform.embedded.archive import WORKING, Manifest, file_failure, unpack
from shared.platform.embedded.binaries import client_binaries
from shared.platform.embedded.errors import NotEmptyError, RolesMissingError, ToolFailedError

LOCK_WAIT = "10s"
HEADER = 2048  # a dump's settings stand in its first lines
UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"

SCHEMAS = """
    SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1
"""
OCCUPIED = """
    SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                      AND NOT EXISTS (SELECT FROM pg_depend d
                                       WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
"""
# public as initdb leaves it, which is what a dump presumes
PUBLIC = """
CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
"""


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was restored and the time it took in seconds."""

    seconds: float
    manifest: Manifest

    def __str__(self) -> str:
        """In a few words, for the person at the terminal."""
        return f"{self.manifest}, {self.seconds:.1f} s"


async def restore(url: str, archive: Path, folders: Mapping[str, Path], *, replace: bool = False) -> RestoreReport:
    """Restores an archive into a running server's database and into folders.

    Hashes are checked before anything is touched. The database is restored and its row counts checked in one
    transaction; the folders are put in place before it and put back if it fails. All objects belong to the restoring
    account afterwards; roles the archive grants rights to are made without login when they are missing.

    Args:
        url: `postgresql+asyncpg://...`, an account that may create everything.
        archive: written by `backup`.
        folders: where its folders go, by name; all of them and no other.
        replace: drop what database and folders hold; otherwise they must be empty.

    Raises:
        UnreachableError: no connection.
        ArchiveRefusedError: the archive is damaged, altered, none of ours, or holds other folders.
        NotEmptyError: there is something, and `replace` was not said.
        RolesMissingError: roles are missing and this account may not make them.
        BinariesMissingError: no psql and pg_restore as new as the archive's pg_dump.
        DatabaseBusyError: sessions keep tables locked.
        ToolFailedError, FileFailedError, DiskFullError: it could not be done; everything is as it was.
    """
    began = time.monotonic()
    address = Address.of(url)
    try:
        async with address.connected() as connection:
            prelude = await _prelude(connection, replace=replace)
            with tempfile.TemporaryDirectory(prefix="dajian-restore-") as scratch, contextlib.ExitStack() as stack:
                staged = {
                    name: stack.enter_context(_staged(folder, replace=replace)) for name, folder in folders.items()
                }
                dump = Path(scratch, "dump")
                manifest = await asyncio.to_thread(unpack, archive, dump, staged)
                prelude += await _missing_roles(connection, manifest)
                for folder in folders.values():
                    stack.enter_context(_swapped(folder))
                await _fill(address, manifest, dump, prelude)
    except OSError as error:
        raise file_failure(error, archive) from error
    except asyncpg.PostgresError as error:
        raise ToolFailedError("Reading the database", str(error)) from error
    return RestoreReport(time.monotonic() - began, manifest)


async def _prelude(connection: Connection, *, replace: bool) -> str:
    """SQL that makes room for the dump, once it is certain that there may be room made."""
    occupied = await connection.fetchval(OCCUPIED)
    if not occupied:
        return ""
    if not replace:
        raise NotEmptyError("The database")
    schemas = [row["name"] for row in await connection.fetch(SCHEMAS)]
    drops = "".join(f"DROP SCHEMA {name} CASCADE;\n" for name in schemas)
    return f"SET client_min_messages = warning;\nSET lock_timeout = '{LOCK_WAIT}';\n{drops}{PUBLIC}"


async def _missing_roles(connection: Connection, manifest: Manifest) -> str:
    rows = await connection.fetch(
        "SELECT name, quote_ident(name) AS quoted FROM unnest($1::text[]) AS name WHERE to_regrole(quote_ident(name)) IS NULL ORDER BY 1",
        list(manifest.facts.roles),
    )
    may_create = await connection.fetchval(
        "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    )
    if rows and not may_create:
        raise RolesMissingError(row["name"] for row in rows)
    return "".join(f"CREATE ROLE {row['quoted']} NOLOGIN;\n" for row in rows)


async def _fill(address: Address, manifest: Manifest, dump: Path, prelude: str) -> None:
    """One transaction: make room, restore, count. Ends without a trace unless all of it succeeds."""
    binaries = await asyncio.to_thread(client_binaries, manifest.facts.tool_major)
    before, after = dump.with_name("before.sql"), dump.with_name("after.sql")
    before.write_text(prelude, encoding="utf-8")
    after.write_text(_verification(manifest), encoding="utf-8")
    psql = [
        binaries.program("psql"),
        "-X",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "--single-transaction",
        f"--file={before}",
        "--file=-",
        f"--file={after}",
    ]
    reading = [binaries.program("pg_restore"), "--no-owner", "--exit-on-error", "--file=-", str(dump)]
    pipe = asyncio.subprocess.PIPE
    async with (
        tools.started(psql, address, stdin=pipe) as writer,
        tools.started(reading, address, stdout=pipe) as reader,
    ):
        complaints = asyncio.gather(_everything(writer.stderr), _everything(reader.stderr))
        ended_early = await _pump(reader, writer)
        # psql takes the end of its input for success and commits: it must not see one that a failed reader made.
        if not ended_early and await reader.wait() != 0:
            tools.kill(writer)
            raise tools.failure("pg_restore", (await complaints)[1], dump)
        if ended_early:
            tools.kill(reader)
        if writer.stdin is not None:
            writer.stdin.close()
        code = await writer.wait()
        said = (await complaints)[0]
    if code != 0:
        raise tools.failure("psql", said, dump)


async def _everything(stream: asyncio.StreamReader | None) -> bytes:
    return await stream.read() if stream is not None else b""


async def _pump(reader: asyncio.subprocess.Process, writer: asyncio.subprocess.Process) -> bool:
    """Carries the script across, less the one setting servers before 17 do not know; True when the writer ended first."""
    if reader.stdout is None or writer.stdin is None:
        raise ValueError("both programs need pipes")
    try:
        head = await reader.stdout.readexactly(HEADER)
    except asyncio.IncompleteReadError as error:
        head = error.partial
    chunk = head.replace(UNKNOWN_BEFORE_17, b"", 1)
    try:
        while chunk:
            writer.stdin.write(chunk)
            await writer.stdin.drain()
            chunk = await reader.stdout.read(tools.CHUNK)
    except (BrokenPipeError, ConnectionResetError):
        return True
    return False


def _verification(manifest: Manifest) -> str:
    """SQL that fails unless each table holds as many rows as when the dump was made; then the planner's statistics."""
    tag = f"$v{secrets.token_hex(8)}$"  # no table's name holds that
    checks: list[str] = []
    for name, count in manifest.facts.rows.items():
        literal = "'" + name.replace("'", "''") + "'"
        checks.append(f"SELECT count(*) INTO n FROM ONLY {name};\n")  # noqa: S608 - quoted by the server it came from
        checks.append(f"IF n <> {count} THEN RAISE EXCEPTION '% rows in %, not {count}', n, {literal}; END IF;\n")
    return f"DO {tag}\nDECLARE n bigint;\nBEGIN\n{''.join(checks)}END {tag};\nANALYZE;\n"


@contextlib.contextmanager
def _staged(folder: Path, *, replace: bool) -> Iterator[Path]:
    """A place inside the folder, so on the same disk, to lay its new files out."""
    restoring, replaced = (folder / name for name in sorted(WORKING, reverse=True))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if replaced.exists():
        raise NotEmptyError(f"{replaced}, where a restore that was cut off left the files from before,")
    if not replace and any(entry.name not in WORKING for entry in folder.iterdir()):
        raise NotEmptyError(f"The folder {folder}")
    if restoring.exists():
        shutil.rmtree(restoring)
    restoring.mkdir(mode=0o700)
    try:
        yield restoring
    finally:
        shutil.rmtree(restoring, ignore_errors=True)  # the next restore removes what is left


@contextlib.contextmanager
def _swapped(folder: Path) -> Iterator[None]:
    """Puts the laid-out files in place of the old ones; puts the old ones back when the block fails."""
    restoring, replaced = (folder / name for name in sorted(WORKING, reverse=True))
    replaced.mkdir(mode=0o700)
    try:
        _move(folder, replaced)
        _move(restoring, folder)
        yield
    except BaseException:
        _move(folder, restoring)
        _move(replaced, folder)
        replaced.rmdir()
        raise
    # The database has it all by now: an error here must not bring old files back. The next restore tells of the rest.
    shutil.rmtree(replaced, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    for entry in list(source.iterdir()):
        if entry.name not in WORKING:
            entry.rename(target / entry.name)
