"""The server as a process: starting it tied to the launcher's life, recognising it, ending it."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shared.platform.embedded.folder import DataFolder

TRAMPOLINE = Path(__file__).with_name("trampoline.py")
POLL_S = 0.01
STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class PidFile:
    """What `postmaster.pid` says; it may be left over from a server long gone."""

    pid: int
    port: int
    status: str


def read_pid_file(folder: DataFolder) -> PidFile | None:
    """The pid file; None when there is none or it is not yet written to the end."""
    try:
        lines = (folder.cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return None
    if len(lines) < 8 or not lines[3].strip():
        return None
    return PidFile(int(lines[0]), int(lines[3]), lines[7].strip())


def folder_mark(folder: DataFolder) -> str:
    """A setting on the server's command line by which it is known to be this folder's, wherever it believes to stand."""
    return f"embedded.folder={folder.cluster}"


def runs_here(pid: int, folder: DataFolder) -> bool:
    """Whether that process is a live server of this folder, not another one that got an old number."""
    return folder_mark(folder) in _command_line(pid)


def _command_line(pid: int) -> list[str]:
    """Arguments of a process; empty when it is gone or a zombie."""
    if STATUS.exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
        except (FileNotFoundError, ProcessLookupError):
            return []
    command = ["/bin/ps", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()  # noqa: S603 - a number


@dataclass(slots=True)
class ServerProcess:
    """A running server: our own child, or one left behind by an earlier launcher (`child` is None)."""

    folder: DataFolder
    pid: int
    child: subprocess.Popen[bytes] | None

    def alive(self) -> bool:
        """Whether it still runs."""
        if self.child is not None:
            return self.child.poll() is None
        return runs_here(self.pid, self.folder)

    async def ended(self, within_s: float) -> bool:
        """Waits for its end; False when it still runs after that time."""
        deadline = time.monotonic() + within_s
        while self.alive():
            if time.monotonic() > deadline:
                return False
            await asyncio.sleep(POLL_S)
        return True

    async def stop(self) -> None:
        """Fast shutdown (a checkpoint, then the end); a server that does not obey is cut off and recovers at its next start."""
        for number, patience_s in ((signal.SIGINT, 4.0), (signal.SIGQUIT, 1.0), (signal.SIGKILL, 1.0)):
            if not self.alive():
                return
            os.kill(self.pid, number)
            if await self.ended(patience_s):
                return


@dataclass(frozen=True, slots=True)
class Starter:
    """How programs are started for a folder: as which account, and how it gets past closed folders above its own.

    Root's data often stands under folders closed to the account (/root, a temporary folder). So the program is started
    inside the data folder and told to use the place where it stands, which no folder above can bar.
    """

    folder: DataFolder

    def place(self, where: Path) -> str:
        """The name by which the program calls the folder it is started in."""
        from_inside = self.folder.account is not None and STATUS.exists()
        return "/proc/self/cwd" if from_inside else str(where)

    def popen(
        self, command: Sequence[str], where: Path, output: int, *, death_signal: signal.Signals
    ) -> subprocess.Popen[bytes]:
        """Starts a program in a folder, in a session of its own so that Ctrl-C at the terminal does not reach it.

        It gets `death_signal` when the *thread* that calls this ends, on Linux; so call it from one that stays.
        """
        account = self.folder.account
        uid, gid = (account.uid, account.gid) if account else (-1, -1)
        tied = [str(number) for number in (os.getpid(), int(death_signal), uid, gid)]
        trampoline = [sys.executable, "-I", "-S", str(TRAMPOLINE), *tied]
        # PG* variables of the caller must not reach the server.
        environment = {"PATH": os.defpath, "LC_ALL": "C"}
        if libraries := os.environ.get("LD_LIBRARY_PATH"):
            environment["LD_LIBRARY_PATH"] = libraries
        return subprocess.Popen(  # noqa: S603 - our own script and Postgres' programs
            [*trampoline, *command],
            cwd=where,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
