"""Starts, attaches to and stops the embedded Postgres server: what the rest of the project calls."""

import asyncio
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from shared.platform.embedded.errors import FolderForeignError
from shared.platform.embedded.folder import DataFolder, lock_folder, open_folder, os_failure, owner_name
from shared.platform.embedded.launch import DATABASE, HOST, SUPERUSER, bring_up
from shared.platform.embedded.process import ServerProcess, read_pid_file, runs_here


@dataclass(slots=True)
class EmbeddedServer:
    """A running server.

    Attributes:
        url: address of its database `dajian` as superuser, `postgresql+asyncpg://...`; it holds the password.
        port: on 127.0.0.1.
        data_dir: the data folder.
        owned: launched by this process, which may stop it; False when merely attached.
    """

    url: str = field(repr=False)
    port: int
    data_dir: Path
    owned: bool
    _process: ServerProcess = field(repr=False)
    _lock: int | None = field(repr=False)

    @property
    def alive(self) -> bool:
        """Whether the server still runs."""
        return self._process.alive()

    @property
    def pid(self) -> int:
        """Number of the server's main process."""
        return self._process.pid

    async def stop(self) -> None:
        """Ends the server cleanly and gives the folder back; does nothing when merely attached or stopped before."""
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        try:
            await self._process.stop()
        finally:
            os.close(lock)


async def start(data_dir: Path) -> EmbeddedServer:
    """Starts the server of a data folder, making its files on the first call; returns when it takes connections.

    A live server left behind by a launcher that is gone is used as it is. After a crash Postgres recovers by itself.
    On Linux the server ends when the calling thread does, so call this from one that lives as long as the program.

    Raises:
        EmbeddedError: one of its kinds, saying what to do.
    """
    folder = await asyncio.to_thread(open_folder, data_dir)
    lock = lock_folder(folder)
    try:
        process, port = await bring_up(folder)
        return EmbeddedServer(_url(folder, port), port, folder.root, owned=True, _process=process, _lock=lock)
    except OSError as error:
        os.close(lock)
        raise os_failure(error, folder.root) from error
    except BaseException:
        os.close(lock)
        raise


def attach(data_dir: Path) -> EmbeddedServer | None:
    """The server that a launcher runs on this data folder, for a command beside it; None when none takes connections.

    Raises:
        FolderForeignError: the folder belongs to another account.
    """
    folder = DataFolder(data_dir.resolve(), None)
    try:
        state = json.loads(folder.state.read_text(encoding="utf-8"))
        found = read_pid_file(folder)
        if found is None or found.status != "ready" or found.pid != state["pid"] or not runs_here(found.pid, folder):
            return None
        url = _url(folder, found.port)
    except FileNotFoundError:
        return None
    except PermissionError as error:
        owner = owner_name(folder.root)
        reason, remedy = f"belongs to the account {owner}", f"call this as {owner} or as root"
        raise FolderForeignError(folder.root, reason, remedy) from error
    process = ServerProcess(folder, found.pid, None)
    return EmbeddedServer(url, found.port, folder.root, owned=False, _process=process, _lock=None)


def _url(folder: DataFolder, port: int) -> str:
    password = folder.password.read_text(encoding="utf-8")
    return f"postgresql+asyncpg://{SUPERUSER}:{password}@{HOST}:{port}/{DATABASE}"
