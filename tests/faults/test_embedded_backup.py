"""Backups of a database in use and their restoring into another server: all of it, or nothing."""

import asyncio
import contextlib
import os
import secrets
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from shared.platform.embedded import archive as archive_module
from shared.platform.embedded import restore as restore_module
from shared.platform.embedded import tools
from shared.platform.embedded.address import Address
from shared.platform.embedded.archive import Facts, files_of, pack
from shared.platform.embedded.backup import BackupReport, backup
from shared.platform.embedded.errors import (
    ArchiveRefusedError,
    DatabaseBusyError,
    FileFailedError,
    NotEmptyError,
    RolesMissingError,
    TargetExistsError,
    ToolFailedError,
)
from shared.platform.embedded.restore import restore
from shared.platform.embedded.server import EmbeddedServer, start

pytestmark = pytest.mark.embedded

HELD = 'jobs."Held\' $name$"'
# One of each kind that a dump has to carry: quoted names, partitions, an exclusion constraint, rights, a sequence.
SCHEMA = f"""
    CREATE SCHEMA jobs;
    CREATE EXTENSION btree_gist;
    CREATE TABLE alembic_version (version_num text NOT NULL);
    INSERT INTO alembic_version VALUES ('0003_permits');
    CREATE TABLE {HELD} (id int PRIMARY KEY, words text);
    INSERT INTO {HELD} SELECT i, '大件 ' || md5(i::text) FROM generate_series(1, 5000) i;
    CREATE TABLE weighing (station int, on_day date) PARTITION BY RANGE (on_day);
    CREATE TABLE weighing_2026 PARTITION OF weighing FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
    INSERT INTO weighing VALUES (1, '2026-05-05'), (2, '2026-06-06');
    CREATE TABLE slot (road int, held tstzrange, EXCLUDE USING gist (road WITH =, held WITH &&));
    CREATE SEQUENCE numbers;
    SELECT setval('numbers', 41);
    CREATE VIEW v_weighing AS SELECT station FROM weighing;
"""  # noqa: S608 - a name of the test's own


@dataclass
class Database:
    """A database of a test's own and the folders that go with it."""

    url: str
    folders: dict[str, Path]

    @contextlib.asynccontextmanager
    async def connected(self) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
        connection = await asyncpg.connect(self.url.replace("+asyncpg", ""))
        try:
            yield connection
        finally:
            await connection.close()

    async def execute(self, sql: str) -> None:
        async with self.connected() as connection:
            await connection.execute(sql)

    async def value(self, sql: str) -> object:
        async with self.connected() as connection:
            return await connection.fetchval(sql)

    def files(self) -> dict[str, bytes]:
        """Content of all folders."""
        return {
            f"{name}/{file.relative_to(folder)}": file.read_bytes()
            for name, folder in self.folders.items()
            for file in files_of(folder)
        }


async def fresh(server: EmbeddedServer, root: Path) -> Database:
    """An empty database on a server, with empty folders."""
    name = f"d_{secrets.token_hex(6)}"
    await Database(server.url, {}).execute(f"CREATE DATABASE {name} STRATEGY file_copy")
    return Database(server.url.rsplit("/", 1)[0] + f"/{name}", {key: root / name / key for key in ("files", "keys")})


@pytest_asyncio.fixture(scope="module")
async def servers(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[list[EmbeddedServer]]:
    """Two servers, so that nothing of the first can help the second."""
    root = tmp_path_factory.mktemp("servers")
    both = list(await asyncio.gather(start(root / "a"), start(root / "b")))
    yield both
    await asyncio.gather(*(server.stop() for server in both))


@pytest_asyncio.fixture(scope="module")
async def source(servers: list[EmbeddedServer], tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database with content, rights for a role, and files."""
    database = await fresh(servers[0], tmp_path_factory.mktemp("source"))
    await database.execute(SCHEMA + f"CREATE ROLE dajian_intake; GRANT SELECT, INSERT ON {HELD} TO dajian_intake")
    await database.execute("GRANT USAGE ON SCHEMA jobs TO dajian_intake")
    permit = database.folders["files"] / "ab" / "许可证.pdf"
    permit.parent.mkdir(parents=True)
    permit.write_bytes(os.urandom(300_000))
    key = database.folders["keys"] / "token.pem"
    key.parent.mkdir(mode=0o700)
    key.write_bytes(b"secret")
    key.chmod(0o600)
    return database


@pytest_asyncio.fixture(scope="module")
async def made(source: Database, tmp_path_factory: pytest.TempPathFactory) -> BackupReport:
    """A backup of it."""
    return await backup(source.url, tmp_path_factory.mktemp("made") / "monday.backup", source.folders)


@pytest_asyncio.fixture
async def target(servers: list[EmbeddedServer], tmp_path: Path) -> Database:
    """An empty database on the other server."""
    return await fresh(servers[1], tmp_path)


async def fingerprint(database: Database) -> object:
    """A hash over the rows of the big table."""
    return await database.value(f"SELECT md5(string_agg(words, ',' ORDER BY id)) FROM {HELD}")  # noqa: S608 - a name of the test's own


class TestRoundTrip:
    async def test_what_the_backup_says_of_itself(self, made: BackupReport) -> None:
        assert stat.S_IMODE(made.archive.stat().st_mode) == 0o600
        assert made.archive.stat().st_size == made.size
        assert made.manifest.facts.rows == {
            HELD: 5000,
            "public.alembic_version": 1,
            "public.slot": 0,
            "public.weighing_2026": 2,
        }
        assert made.manifest.facts.alembic_heads == ("0003_permits",)
        assert made.manifest.facts.roles == ("dajian_intake",)
        assert made.manifest.parts.keys() == {
            "database.dump",
            "folders/files/ab/许可证.pdf",
            "folders/keys/token.pem",
        }
        assert str(made).startswith("5003 rows in 4 tables, 2 files, ")
        assert [file.name for file in made.archive.parent.iterdir()] == ["monday.backup"]

    async def test_everything_comes_back_on_another_server(
        self, made: BackupReport, source: Database, target: Database
    ) -> None:
        await restore(target.url, made.archive, target.folders)
        assert await fingerprint(target) == await fingerprint(source)
        assert target.files() == source.files()
        assert stat.S_IMODE((target.folders["keys"] / "token.pem").stat().st_mode) == 0o600
        assert stat.S_IMODE(target.folders["keys"].stat().st_mode) == 0o700
        assert await target.value("SELECT nextval('numbers')") == 42
        assert await target.value("SELECT count(*) FROM v_weighing") == 2
        rights = "SELECT relacl::text FROM pg_class WHERE relname LIKE 'Held%name$'"
        assert "dajian_intake=ar/" in str(await target.value(rights))
        assert await target.value("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'dajian_intake'") is False
        with pytest.raises(asyncpg.ExclusionViolationError):
            await target.execute("INSERT INTO slot SELECT 1, '[2026-01-01,2026-02-01)' FROM generate_series(1, 2)")

    async def test_it_is_one_moment_while_others_write(
        self, source: Database, target: Database, tmp_path: Path
    ) -> None:
        """Two tables always hold as many rows as each other; so does every backup."""
        await source.execute("CREATE TABLE left_one (i int); CREATE TABLE right_one (i int)")
        done = asyncio.Event()

        async def write() -> int:
            rows = 0
            async with source.connected() as connection:
                while not done.is_set():
                    rows += 1
                    async with connection.transaction():
                        await connection.execute("INSERT INTO left_one VALUES ($1)", rows)
                        await connection.execute("INSERT INTO right_one VALUES ($1)", rows)
            return rows

        writer = asyncio.create_task(write())
        report = await backup(source.url, tmp_path / "live.backup", source.folders)
        done.set()
        written = await writer
        await source.execute("DROP TABLE left_one, right_one")
        rows = report.manifest.facts.rows
        assert rows["public.left_one"] == rows["public.right_one"] < written
        await restore(target.url, report.archive, target.folders)
        assert await target.value("SELECT count(*) FROM left_one") == rows["public.left_one"]

    async def test_the_one_setting_older_servers_do_not_know_is_left_out_of_the_head_alone(
        self, tmp_path: Path
    ) -> None:
        setting = b"SET transaction_timeout = 0;\n"
        script = b"SET lock_timeout = 0;\n" + setting + b"COPY t FROM stdin;\n" + b"x" * 3000 + b"\n" + setting
        (tmp_path / "script").write_bytes(script)
        address, pipe = Address.of("postgresql://127.0.0.1/x"), asyncio.subprocess.PIPE
        async with (
            tools.started(["/bin/cat", str(tmp_path / "script")], address, stdout=pipe) as reader,
            tools.started(["/bin/cat"], address, stdin=pipe, stdout=pipe) as writer,
        ):
            assert writer.stdin is not None
            assert writer.stdout is not None
            assert not await restore_module._pump(reader, writer)
            writer.stdin.close()
            carried = await writer.stdout.read()
        assert carried == script.replace(setting, b"", 1)


class TestRefusals:
    async def test_an_older_backup_is_never_overwritten(self, made: BackupReport, source: Database) -> None:
        before = made.archive.read_bytes()
        with pytest.raises(TargetExistsError, match="give the backup another name"):
            await backup(source.url, made.archive, source.folders)
        assert made.archive.read_bytes() == before

    async def test_a_place_that_cannot_be_written_is_told(self, source: Database, tmp_path: Path) -> None:
        with pytest.raises(FileFailedError, match="No such file"):
            await backup(source.url, tmp_path / "none" / "x.backup", source.folders)

    async def test_an_altered_archive_touches_nothing(
        self, made: BackupReport, target: Database, tmp_path: Path
    ) -> None:
        altered = bytearray(made.archive.read_bytes())
        altered[altered.index(b"PGDMP") + 2000] ^= 1
        (tmp_path / "altered").write_bytes(altered)
        with pytest.raises(ArchiveRefusedError, match=r"database\.dump is not what the manifest says"):
            await restore(target.url, tmp_path / "altered", target.folders)
        assert await target.value("SELECT to_regclass('weighing')::text") is None
        assert not any(folder.exists() and any(folder.iterdir()) for folder in target.folders.values())

    async def test_what_is_there_is_kept_unless_told(self, made: BackupReport, target: Database) -> None:
        await target.execute("CREATE TABLE mine (i int)")
        with pytest.raises(NotEmptyError, match="The database is not empty"):
            await restore(target.url, made.archive, target.folders)
        await target.execute("DROP TABLE mine")
        (target.folders["files"]).mkdir(parents=True)
        (target.folders["files"] / "mine").write_text("kept")
        with pytest.raises(NotEmptyError, match="files is not empty"):
            await restore(target.url, made.archive, target.folders)
        assert target.files() == {"files/mine": b"kept"}

    async def test_told_to_replace_it_does(self, made: BackupReport, source: Database, target: Database) -> None:
        await target.execute("CREATE SCHEMA other; CREATE TABLE other.mine (i int); CREATE TABLE weighing (x text)")
        (target.folders["files"]).mkdir(parents=True)
        (target.folders["files"] / "ab").write_text("in the way")
        await restore(target.url, made.archive, target.folders, replace=True)
        assert await fingerprint(target) == await fingerprint(source)
        assert await target.value("SELECT to_regnamespace('other')::text") is None
        assert target.files() == source.files()
        assert {entry.name for entry in target.folders["files"].iterdir()} == {"ab"}
        usage = "SELECT has_schema_privilege('dajian_intake', 'public', 'USAGE')"
        assert await target.value(usage) is True

    @pytest.mark.parametrize("fault", ["rows", "dump"])
    async def test_a_restore_that_fails_half_way_puts_everything_back(
        self, made: BackupReport, source: Database, target: Database, tmp_path: Path, fault: str
    ) -> None:
        """Archives with right hashes whose dump lacks a row they tell of, or whose dump pg_restore cannot read."""
        dump = tmp_path / "dump"
        archive_module.unpack(made.archive, dump, {name: tmp_path / "unpacked" / name for name in ("files", "keys")})
        facts = made.manifest.facts.model_dump()
        if fault == "rows":
            facts["rows"]["public.slot"] = 1
        else:
            dump.write_bytes(dump.read_bytes()[:-5000])
        stream = BytesIO()
        pack(stream, dump, source.folders, Facts(**facts))
        (tmp_path / "wrong").write_bytes(stream.getvalue())
        await target.execute("CREATE TABLE mine AS SELECT 7 AS i")
        (target.folders["keys"]).mkdir(parents=True)
        (target.folders["keys"] / "old.pem").write_text("old")
        with pytest.raises(ToolFailedError, match="0 rows in public.slot, not 1" if fault == "rows" else "pg_restore"):
            await restore(target.url, tmp_path / "wrong", target.folders, replace=True)
        assert await target.value("SELECT i FROM mine") == 7
        assert await target.value("SELECT to_regclass('weighing')::text") is None
        assert target.files() == {"keys/old.pem": b"old"}
        assert {entry.name for entry in target.folders["keys"].iterdir()} == {"old.pem"}

    async def test_sessions_in_the_way_are_told_of(
        self, made: BackupReport, target: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(restore_module, "LOCK_WAIT", "100ms")
        await target.execute("CREATE TABLE mine AS SELECT 7 AS i")
        async with target.connected() as session, session.transaction():
            await session.execute("SELECT * FROM mine")
            with pytest.raises(DatabaseBusyError, match="stop the services"):
                await restore(target.url, made.archive, target.folders, replace=True)
        assert await target.value("SELECT i FROM mine") == 7

    async def test_missing_roles_are_named_to_who_may_not_make_them(
        self, source: Database, target: Database, tmp_path: Path
    ) -> None:
        await source.execute('CREATE ROLE "dajian_rare"; GRANT SELECT ON slot TO "dajian_rare"')
        report = await backup(source.url, tmp_path / "roles.backup", source.folders)
        await source.execute('DROP OWNED BY "dajian_rare"; DROP ROLE "dajian_rare"')
        await target.execute("CREATE ROLE clerk LOGIN PASSWORD 'clerk'")
        before, after = target.url.split("@")
        plain = before.rsplit("//", 1)[0] + "//clerk:clerk@" + after
        with pytest.raises(RolesMissingError, match=r"lacks the roles .*dajian_rare"):
            await restore(plain, report.archive, target.folders)

    async def test_tables_that_may_not_be_read_are_told_of(self, source: Database, tmp_path: Path) -> None:
        await source.execute("CREATE ROLE visitor LOGIN PASSWORD 'visitor'")
        before, after = source.url.split("@")
        with pytest.raises(ToolFailedError, match=r"pg_dump failed, saying: .*permission denied"):
            await backup(before.rsplit("//", 1)[0] + "//visitor:visitor@" + after, tmp_path / "x", {})
        assert not list(files_of(tmp_path))
