"""Brings a locked data folder to a server that takes connections: makes its files, reuses what is left, or starts it."""

import asyncio
import contextlib
import json
import os
import re
import secrets
import shutil
import signal
import socket
import time
from collections.abc import AsyncIterator

import asyncpg

from shared.platform.embedded import log
from shared.platform.embedded.binaries import Binaries, executable_by, server_binaries
from shared.platform.embedded.errors import DiskFullError, PasswordMissingError, ServerFailedError
from shared.platform.embedded.folder import DataFolder
from shared.platform.embedded.process import (
    POLL_S,
    PidFile,
    ServerProcess,
    Starter,
    folder_mark,
    read_pid_file,
    runs_here,
)

HOST = "127.0.0.1"
SUPERUSER = "postgres"
DATABASE = "dajian"
CLUSTER_BYTES = 80 * 1024 * 1024  # what a new cluster with our database takes
START_S = 120.0  # crash recovery may have much to replay
ATTEMPTS = 10
BUILTIN_LOCALE_SINCE = 17
PASSING = re.compile(r"could not bind|pre-existing shared memory|still in use|lock file .* already exists")

SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "fsync": "on",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
}


async def bring_up(folder: DataFolder) -> tuple[ServerProcess, int]:
    """A server of this folder that takes connections and holds our database, and its port. The caller has the lock.

    Raises:
        EmbeddedError: one of its kinds.
        OSError: a file of the folder cannot be read or written.
    """
    binaries = await asyncio.to_thread(server_binaries, folder.root, folder.major())
    if folder.account is not None:
        binaries = await asyncio.to_thread(executable_by, folder.account, binaries)
    starter = Starter(folder)
    if folder.major() is None:
        await _make_cluster(folder, starter, binaries)
    if not folder.password.exists():
        raise PasswordMissingError(folder.password)
    left = await _left_behind(folder)
    if left is not None:
        return left
    process, port = await _launch(folder, starter, binaries)
    async with _stopped_on_failure(process):
        await _make_database(folder, port)
        _publish(folder, process, port)
    return process, port


@contextlib.asynccontextmanager
async def _stopped_on_failure(process: ServerProcess) -> AsyncIterator[None]:
    try:
        yield
    except BaseException:
        await process.stop()
        raise


async def _make_cluster(folder: DataFolder, starter: Starter, binaries: Binaries) -> None:
    """Runs initdb beside the final place and moves the result there whole."""
    if folder.unfinished.exists():
        await asyncio.to_thread(shutil.rmtree, folder.unfinished)
    if shutil.disk_usage(folder.root).free < CLUSTER_BYTES:
        raise DiskFullError(folder.root)
    folder.make(folder.unfinished)
    folder.write(folder.password, secrets.token_urlsafe(24))
    place = starter.place(folder.unfinished)
    password = f"--pwfile={place}/../{folder.password.name}"
    # Before 17 Postgres has no locale of its own; C.UTF-8 is then the C library's.
    builtin = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    locale = builtin if binaries.major >= BUILTIN_LOCALE_SINCE else ["--locale=C.UTF-8"]
    command = [
        binaries.program("initdb"),
        "-D",
        place,
        "-U",
        SUPERUSER,
        "--auth=scram-sha-256",
        password,
        "--encoding=UTF8",
    ]
    offset = log.size(folder)
    with log.opened(folder) as output:
        child = starter.popen([*command, *locale], folder.unfinished, output, death_signal=signal.SIGTERM)
    process = ServerProcess(folder, child.pid, child)
    async with _stopped_on_failure(process):
        if not await process.ended(START_S):
            await process.stop()
    if child.returncode != 0:
        raise log.failure(folder, "Making the database's files", log.since(folder, offset))
    folder.unfinished.rename(folder.cluster)


async def _left_behind(folder: DataFolder) -> tuple[ServerProcess, int] | None:
    """A live server of this folder whose launcher is gone, once it takes connections; None when it is ending or gone.

    It is ours when the process the pid file names was started on this very folder and knows the folder's password. A
    pid file whose number now belongs to some other program is removed: Postgres would take that program for a server.
    Any other stale file is left for Postgres to judge.
    """
    try:
        pid = int((folder.cluster / "postmaster.pid").read_text(encoding="utf-8").partition("\n")[0])
    except (FileNotFoundError, ValueError):
        return None
    if not runs_here(pid, folder):
        if _exists(pid):
            (folder.cluster / "postmaster.pid").unlink()
        return None
    process = ServerProcess(folder, pid, None)
    found = await _ready(folder, process)
    if found is None:
        return None
    try:
        await _make_database(folder, found.port)
    except (OSError, ServerFailedError):
        if not await process.ended(START_S):
            raise
        return None  # its launcher died this moment and it was told to end
    if await _ready(folder, process) is None:
        return None
    _publish(folder, process, found.port)
    return process, found.port


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


async def _launch(folder: DataFolder, starter: Starter, binaries: Binaries) -> tuple[ServerProcess, int]:
    """Starts the server and waits until it takes connections.

    Tries again what passes by itself: a port taken since we looked, processes of a killed server on their way out.
    """
    settings = [f"-c{name}={value}" for name, value in SETTINGS.items()]
    command = [binaries.program("postgres"), "-D", starter.place(folder.cluster), *settings, "-c", folder_mark(folder)]
    said = ""
    for _ in range(ATTEMPTS):
        port = _free_port(folder)
        offset = log.size(folder)
        with log.opened(folder) as output:
            child = starter.popen([*command, f"-cport={port}"], folder.cluster, output, death_signal=signal.SIGINT)
        process = ServerProcess(folder, child.pid, child)
        async with _stopped_on_failure(process):
            found = await _ready(folder, process)
        if found is not None:
            return process, found.port
        said = log.since(folder, offset)
        if not PASSING.search(said):
            break
        await asyncio.sleep(0.3)
    raise log.failure(folder, "Starting Postgres", said)


async def _ready(folder: DataFolder, process: ServerProcess) -> PidFile | None:
    """Waits until the server says it is ready; None when it ends instead."""
    deadline = time.monotonic() + START_S
    while process.alive():
        found = read_pid_file(folder)
        if found is not None and found.pid == process.pid and found.status == "ready":
            return found
        if time.monotonic() > deadline:
            raise ServerFailedError("Starting Postgres", f"not ready after {START_S:.0f} s", folder.log)
        await asyncio.sleep(POLL_S)
    return None


async def _make_database(folder: DataFolder, port: int) -> None:
    """Makes our database unless it is there; shows at the same time that this server knows the folder's password."""
    password = folder.password.read_text(encoding="utf-8")
    try:
        connection = await asyncpg.connect(
            host=HOST, port=port, user=SUPERUSER, password=password, database="postgres", ssl=False, timeout=10
        )
        try:
            if await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", DATABASE) is None:
                await connection.execute(f"CREATE DATABASE {DATABASE}")
        finally:
            await connection.close()
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise ServerFailedError("Opening the database", str(error), folder.log) from error


def _publish(folder: DataFolder, process: ServerProcess, port: int) -> None:
    """Says where the server is, for commands that attach and for the next start."""
    folder.write(folder.state, json.dumps({"pid": process.pid, "port": port}))


def _free_port(folder: DataFolder) -> int:
    """The port of the last time if it is free, else any."""
    before = json.loads(folder.state.read_text(encoding="utf-8"))["port"] if folder.state.exists() else 0
    for wanted in (before, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):  # taken: any other will do
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, wanted))
            port: int = probe.getsockname()[1]
            return port
    raise ServerFailedError("Starting Postgres", f"no free port on {HOST}", folder.log)
