"""The whole system as its own process on a folder: started, waited for, signed in to, ended, killed."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import httpx

from shared.contracts.demo import DEMO_PASSWORD

POSTGRES = "postgres"
START_WITHIN_S = 90
LOOK_EVERY_S = 0.01
_OURS = ("DAJIAN_", "DATABASE_URL")


class Command(NamedTuple):
    """What is started.

    Args:
        arguments: what follows `python -m services`.
        ports: how many in a row it takes.
        where: the folder the code stands in; None: here.
    """

    arguments: Sequence[str] = ()
    ports: int = 1
    where: Path | None = None


TOGETHER = Command()
"""Everything in one process."""


class DidNotStart(Exception):  # noqa: N818 - reads as a statement
    """The process ended before it was ready: its code and what it said."""


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def free_ports(number: int) -> int:
    """The first of so many ports in a row that nobody listens on now."""
    while True:
        first = free_port()
        if first + number < 1 << 16 and all(_free(first + offset) for offset in range(number)):
            return first


def _free(port: int) -> bool:
    with socket.socket() as probe, contextlib.suppress(OSError):
        probe.bind(("127.0.0.1", port))
        return True
    return False


def environment(folder: Path, port: int, **changes: str) -> dict[str, str]:
    """The environment of a system on this folder; nothing of ours is taken over from the caller's."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    given = {
        "DAJIAN_DATA_DIR": str(folder),
        "DAJIAN_PORT": str(port),
        "DAJIAN_DEMO": "accounts",
        "DAJIAN_LOG_LEVEL": "warning",
    }
    return {**own, **given, **changes}


def _children(pid: int) -> list[int]:
    """Processes a process started, of all its threads; none when it is gone."""
    found: list[int] = []
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
    return found


def command_line(pid: int) -> list[str]:
    """A process's arguments; none when it is gone."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")[:-1]
    return []


def _name(pid: int) -> str:
    """The name of a program; empty when it is gone."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    return ""


class Process:
    """A running system.

    Args:
        folder: its data folder.
        command: what is started.
        changes: further environment.
    """

    def __init__(self, folder: Path, command: Command = TOGETHER, /, **changes: str) -> None:
        self.port = free_ports(command.ports)
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = folder.with_name(f"{folder.name}.log")
        self._started = time.perf_counter()
        with self.log.open("w", encoding="utf-8") as output:
            self.popen = subprocess.Popen(
                [sys.executable, "-m", "services", *command.arguments],
                cwd=command.where,
                env=environment(folder, self.port, **changes),
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def ready(self) -> float:
        """Wait until it is ready; the seconds since its start.

        Raises:
            DidNotStart: it ended, or is not ready in time.
        """
        with httpx.Client(base_url=self.address, trust_env=False, timeout=5) as client:
            while time.perf_counter() - self._started < START_WITHIN_S:
                if self.popen.poll() is not None:
                    raise DidNotStart(f"exit {self.popen.returncode}:\n{self.said()}")
                with contextlib.suppress(httpx.TransportError):
                    if client.get("/health/ready").is_success:
                        return time.perf_counter() - self._started
                time.sleep(LOOK_EVERY_S)
        raise DidNotStart(f"not ready after {START_WITHIN_S} s:\n{self.said()}")

    def said(self) -> str:
        """What it printed, the last of it."""
        return self.log.read_text(encoding="utf-8")[-4000:]

    def signed_in(self, username: str) -> dict[str, str]:
        """Headers of a demonstration account, after a real sign-in."""
        form = {"username": username, "password": DEMO_PASSWORD}
        with httpx.Client(base_url=self.address, trust_env=False, timeout=10) as client:
            answer = client.post("/api/registry/v1/tokens", data=form).raise_for_status()
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    def family(self) -> list[int]:
        """The process and everything it started, itself first."""
        found = [self.popen.pid]
        for pid in found:
            found += _children(pid)
        return found

    def own(self) -> list[int]:
        """Its own processes: the family without Postgres."""
        return [pid for pid in self.family() if not _name(pid).startswith(POSTGRES)]

    def interrupt(self, within_s: float = 10) -> tuple[int, float]:
        """Ctrl-C; the exit code and the seconds it took."""
        began = time.perf_counter()
        self.popen.send_signal(signal.SIGINT)
        code = self.popen.wait(within_s)
        return code, time.perf_counter() - began

    def kill_everything(self) -> None:
        """kill -9 of the process and all it started, Postgres too."""
        for pid in self.family():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.popen.wait(10)

    def end(self) -> None:
        """Ended, however it stands."""
        if self.popen.poll() is None:
            try:
                self.interrupt()
            except subprocess.TimeoutExpired:
                self.kill_everything()


@contextlib.contextmanager
def running(folder: Path, /, **changes: str) -> Iterator[Process]:
    """A system that is ready, ended afterwards."""
    process = Process(folder, **changes)
    try:
        process.ready()
        yield process
    finally:
        process.end()


def failed_start(folder: Path, changes: Mapping[str, str], *, port: int | None = None) -> tuple[int, str, str]:
    """A start that is to fail: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "services"],
        env=environment(folder, port or free_port(), **changes),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
