"""The embedded server through starts, crashes, rivals and damage: what was acknowledged stays."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from shared.platform.embedded import launch
from shared.platform.embedded.doctor import examine
from shared.platform.embedded.errors import (
    FolderInUseError,
    MajorMismatchError,
    PasswordMissingError,
    ServerFailedError,
)
from shared.platform.embedded.folder import DataFolder
from shared.platform.embedded.process import ServerProcess, runs_here
from shared.platform.embedded.server import EmbeddedServer, attach, start

pytestmark = pytest.mark.embedded
ROOT = Path(__file__).parents[2]

# Starts a server, then inserts rows one by one and tells each once it is acknowledged.
LAUNCHER = """
import asyncio, sys
from pathlib import Path
import asyncpg
from shared.platform.embedded.server import start

async def main():
    server = await start(Path(sys.argv[1]))
    connection = await asyncpg.connect(server.url.replace("+asyncpg", ""))
    await connection.execute("CREATE TABLE IF NOT EXISTS told (number int PRIMARY KEY)")
    number = await connection.fetchval("SELECT coalesce(max(number), 0) FROM told")
    print(server.pid, flush=True)
    while True:
        number += 1
        await connection.execute("INSERT INTO told VALUES ($1)", number)
        print(number, flush=True)

asyncio.run(main())
"""


def launcher(data_dir: Path) -> "subprocess.Popen[str]":
    """A launcher in a process of its own."""
    command = [sys.executable, "-c", LAUNCHER, str(data_dir)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed_after(rows: int, data_dir: Path, *, with_server: bool = False) -> tuple[int, int]:
    """Runs a launcher until so many rows are acknowledged, kills it; the server's pid and the last row it told."""
    with launcher(data_dir) as child:
        assert child.stdout is not None
        pid = int(child.stdout.readline())
        for _ in range(rows):
            child.stdout.readline()
        if with_server:
            os.kill(pid, signal.SIGKILL)
        child.kill()
        told = [int(line) for line in child.stdout.read().split()]
    return pid, told[-1] if told else rows


@contextlib.asynccontextmanager
async def connected(server: EmbeddedServer) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    connection = await asyncpg.connect(server.url.replace("+asyncpg", ""))
    try:
        yield connection
    finally:
        await connection.close()


async def told(server: EmbeddedServer) -> int:
    """Rows of the launchers' table; they are numbered without a gap."""
    async with connected(server) as connection:
        row = await connection.fetchrow("SELECT count(*) AS rows, max(number) AS last FROM told")
    assert row is not None
    assert row["rows"] == row["last"]
    return int(row["last"])


def status_of(server: EmbeddedServer) -> dict[str, str]:
    """What the system says of the server's process."""
    text = Path(f"/proc/{server.pid}/status").read_text()
    return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)


@pytest_asyncio.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[EmbeddedServer]:
    """A server that tests look at and leave as it is."""
    server = await start(tmp_path_factory.mktemp("running") / "data")
    yield server
    await server.stop()


class TestStarting:
    async def test_cold_and_warm(self, tmp_path: Path) -> None:
        began = time.perf_counter()
        server = await start(tmp_path / "data")
        cold = time.perf_counter()
        await server.stop()
        stopped = time.perf_counter()
        assert not server.alive
        again = await start(tmp_path / "data")
        warm = time.perf_counter()
        assert again.port == server.port
        await again.stop()
        await again.stop()
        print(f"cold {cold - began:.2f} s, stop {stopped - cold:.2f} s, warm {warm - stopped:.2f} s")
        assert cold - began < 5
        assert stopped - cold < 5
        assert warm - stopped < 2

    async def test_what_the_server_is(self, running: EmbeddedServer) -> None:
        async with connected(running) as connection:
            names = [
                "listen_addresses",
                "unix_socket_directories",
                "max_connections",
                "fsync",
                "full_page_writes",
                "synchronous_commit",
                "timezone",
                "server_encoding",
                "password_encryption",
            ]
            values = [await connection.fetchval("SELECT current_setting($1)", name) for name in names]
            assert values == ["127.0.0.1", "", "100", "on", "on", "on", "UTC", "UTF8", "scram-sha-256"]
            rules = await connection.fetch("SELECT DISTINCT auth_method FROM pg_hba_file_rules")
            assert [rule["auth_method"] for rule in rules] == ["scram-sha-256"]
            order = await connection.fetch(
                "SELECT name FROM (VALUES ('b'), ('B'), ('中'), ('a')) AS t(name) ORDER BY name"
            )
            assert [row["name"] for row in order] == ["B", "a", "b", "中"]
            assert await connection.fetchval("SELECT upper('ä')") == "Ä"

    async def test_a_wrong_password_opens_nothing(self, running: EmbeddedServer) -> None:
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(host="127.0.0.1", port=running.port, user="postgres", password="postgres")

    async def test_secrets_are_closed_to_others_and_not_shown(self, running: EmbeddedServer) -> None:
        password = (running.data_dir / "password").read_text()
        assert password not in repr(running)
        for file in running.data_dir.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file

    async def test_the_server_never_runs_as_root_nor_in_our_session(self, running: EmbeddedServer) -> None:
        assert "0" not in status_of(running)["Uid"].split()
        # Ctrl-C at the terminal goes to our process group alone.
        assert os.getsid(running.pid) != os.getsid(0)

    async def test_a_closed_parent_is_no_hindrance(self, tmp_path: Path) -> None:
        """The server stands inside its folder, which no folder above can bar, and holds no capability."""
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o700)
        before = closed.stat()
        server = await start(closed / "data")
        async with connected(server) as connection:
            await connection.execute("CREATE EXTENSION btree_gist; CREATE TABLE kept AS SELECT 1 AS one; CHECKPOINT")
        assert {int(status_of(server)[name], 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")} == {0}
        assert attach(server.data_dir) is not None
        os.kill(server.pid, signal.SIGKILL)
        await server.stop()
        again = await start(closed / "data")
        async with connected(again) as connection:
            assert await connection.fetchval("SELECT one FROM kept") == 1
        await again.stop()
        assert (closed.stat().st_mode, closed.stat().st_uid) == (before.st_mode, before.st_uid)

    async def test_a_port_taken_since_we_looked_is_tried_around(
        self, tmp_path: Path, running: EmbeddedServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ports, free = [running.port], launch._free_port
        monkeypatch.setattr(launch, "_free_port", lambda folder: ports.pop() if ports else free(folder))
        server = await start(tmp_path / "data")
        assert server.port != running.port
        assert not ports
        await server.stop()


class TestCrashes:
    async def test_nothing_acknowledged_is_lost_when_everything_is_killed(self, tmp_path: Path) -> None:
        """Launcher alone (its server ends with it), then both at once; each start finds all rows told before."""
        data, last = tmp_path / "data", 0
        folder = DataFolder(data, None)
        for with_server in (False, True):
            pid, last = await asyncio.to_thread(killed_after, 300, data, with_server=with_server)
            assert await ServerProcess(folder, pid, None).ended(5)
            server = await start(data)
            assert await told(server) >= last
            await server.stop()

    async def test_a_start_right_after_the_kill_waits_for_the_old_server(self, tmp_path: Path) -> None:
        _, last = await asyncio.to_thread(killed_after, 50, tmp_path / "data")
        server = await start(tmp_path / "data")
        assert await told(server) >= last
        async with connected(server) as connection:
            await connection.execute("INSERT INTO told SELECT max(number) + 1 FROM told")
        assert server.alive
        await server.stop()

    async def test_a_killed_server_is_noticed_and_started_again(self, tmp_path: Path) -> None:
        server = await start(tmp_path / "data")
        async with connected(server) as connection:
            await connection.execute("CREATE TABLE told AS SELECT generate_series(1, 1000) AS number")
        os.kill(server.pid, signal.SIGKILL)
        assert await server._process.ended(5)
        assert not server.alive
        assert attach(server.data_dir) is None
        await server.stop()
        again = await start(tmp_path / "data")
        assert await told(again) == 1000
        await again.stop()

    async def test_a_start_cut_off_leaves_no_half_cluster(self, tmp_path: Path) -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await start(tmp_path / "data")
        assert not (tmp_path / "data" / "cluster").exists()
        (tmp_path / "data" / "cluster.new" / "base").mkdir(parents=True, exist_ok=True)
        server = await start(tmp_path / "data")
        assert not (tmp_path / "data" / "cluster.new").exists()
        await server.stop()


def orphan(server: EmbeddedServer) -> "subprocess.Popen[bytes]":
    """Makes a server look as if its launcher were gone; the process to reap in the end."""
    assert server._lock is not None
    assert server._process.child is not None
    os.close(server._lock)
    server._lock = None
    return server._process.child


class TestLeftBehind:
    async def test_a_live_server_left_behind_is_used_as_it_is(self, tmp_path: Path) -> None:
        first = await start(tmp_path / "data")
        child = orphan(first)
        second = await start(tmp_path / "data")
        assert (second.pid, second.port, second.owned) == (first.pid, first.port, True)
        await second.stop()
        child.wait(5)
        assert not runs_here(first.pid, first._process.folder)

    async def test_one_that_is_ending_is_waited_for(self, tmp_path: Path) -> None:
        first = await start(tmp_path / "data")
        child = orphan(first)
        os.kill(first.pid, signal.SIGINT)
        second, _ = await asyncio.gather(start(tmp_path / "data"), asyncio.to_thread(child.wait, 5))
        assert second.pid != first.pid
        await second.stop()

    async def test_a_number_that_now_belongs_to_another_server_is_not_trusted(
        self, tmp_path: Path, running: EmbeddedServer
    ) -> None:
        """Postgres alone would refuse to start: the pid file names a live process of the same account."""
        server = await start(tmp_path / "data")
        await server.stop()
        shutil.copy(running.data_dir / "cluster" / "postmaster.pid", tmp_path / "data" / "cluster")
        (tmp_path / "data" / "server.json").write_text(json.dumps({"pid": running.pid, "port": running.port}))
        assert attach(tmp_path / "data") is None
        again = await start(tmp_path / "data")
        assert again.pid != running.pid
        assert again.port != running.port
        assert running.alive
        await again.stop()


class TestRivals:
    async def test_of_two_launchers_one_gets_the_folder(self, tmp_path: Path) -> None:
        outcomes = await asyncio.gather(*(start(tmp_path / "data") for _ in range(3)), return_exceptions=True)
        servers = [outcome for outcome in outcomes if isinstance(outcome, EmbeddedServer)]
        refused = [outcome for outcome in outcomes if isinstance(outcome, FolderInUseError)]
        assert (len(servers), len(refused)) == (1, 2)
        assert f"run by process {os.getpid()}: stop that process first" in str(refused[0])
        await servers[0].stop()

    async def test_a_launcher_in_another_process_is_named(self, running: EmbeddedServer) -> None:
        with launcher(running.data_dir) as child:
            _, said = await asyncio.to_thread(child.communicate)
        assert f"FolderInUseError: The database in {running.data_dir} is already run by process {os.getpid()}" in said

    async def test_commands_attach_and_cannot_stop_it(self, running: EmbeddedServer) -> None:
        attached = attach(running.data_dir)
        assert attached is not None
        assert (attached.url, attached.pid, attached.owned) == (running.url, running.pid, False)
        await attached.stop()
        assert running.alive
        assert attach(running.data_dir / "nowhere") is None


class TestDamage:
    async def test_a_damaged_file_is_told_in_the_servers_words(self, tmp_path: Path) -> None:
        server = await start(tmp_path / "data")
        await server.stop()
        control = tmp_path / "data" / "cluster" / "global" / "pg_control"
        whole = control.read_bytes()
        control.write_bytes(b"")
        with pytest.raises(
            ServerFailedError, match=r"Starting Postgres failed, saying: could not read file .*pg_control"
        ):
            await start(tmp_path / "data")
        control.write_bytes(whole)
        (tmp_path / "data" / "password").rename(tmp_path / "password")
        with pytest.raises(PasswordMissingError, match="put it back"):
            await start(tmp_path / "data")
        (tmp_path / "password").rename(tmp_path / "data" / "password")
        (tmp_path / "data" / "cluster" / "PG_VERSION").write_text("14\n")
        with pytest.raises(MajorMismatchError, match="made by Postgres 14"):
            await start(tmp_path / "data")
        # After each of them the folder is free again.
        (tmp_path / "data" / "cluster" / "PG_VERSION").write_text("18\n")
        again = await start(tmp_path / "data")
        await again.stop()


class TestDoctor:
    async def test_a_running_server_is_found_well(self, running: EmbeddedServer) -> None:
        findings = await examine(running.data_dir, None, ["btree_gist", "pg_trgm"])
        assert {finding.subject for finding in findings if finding.level != "fine"} == {"schema"}

    async def test_what_is_wrong_is_said(self, running: EmbeddedServer, tmp_path: Path) -> None:
        missing = await examine(running.data_dir, running.url, ["postgis"])
        assert [finding.text for finding in missing if finding.level == "wrong"] == [
            "The server lacks the extensions postgis: install its contrib package."
        ]
        nobody = await examine(tmp_path, "postgresql://a@127.0.0.1:1/x")
        assert [(finding.subject, finding.level) for finding in nobody] == [("connection", "wrong")]
        stopped = await examine(tmp_path / "none" / "data", None)
        assert [(finding.subject, finding.level) for finding in stopped] == [
            ("binaries", "fine"),
            ("data folder", "fine"),
            ("embedded server", "note"),
        ]
        assert not (tmp_path / "none").exists()
