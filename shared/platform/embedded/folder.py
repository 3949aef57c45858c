"""The data folder: what stands in it, whose it is, who may enter it, and the lock that one launcher holds."""

import errno
import fcntl
import os
import pwd
import secrets
from dataclasses import dataclass
from pathlib import Path

from shared.platform.embedded.errors import (
    AccountMissingError,
    DiskFullError,
    EmbeddedError,
    FolderForeignError,
    FolderInUseError,
    FolderNotWritableError,
)

LOCK_NAME = "launcher.lock"


@dataclass(frozen=True, slots=True)
class Account:
    """The unprivileged account a launcher run by root starts the server as."""

    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Names of everything in a data folder. `account` is None when the launcher is not root."""

    root: Path
    account: Account | None

    @property
    def cluster(self) -> Path:
        """The server's own files (PGDATA)."""
        return self.root / "cluster"

    @property
    def unfinished(self) -> Path:
        """Where initdb works; becomes `cluster` when it is done, so a killed initdb leaves no half cluster."""
        return self.root / "cluster.new"

    @property
    def password(self) -> Path:
        """Password of the superuser, generated once."""
        return self.root / "password"

    @property
    def state(self) -> Path:
        """Where the running server is: for commands that attach."""
        return self.root / "server.json"

    @property
    def log(self) -> Path:
        """What the server writes to its standard error."""
        return self.root / "postgres.log"

    def major(self) -> int | None:
        """Major version that made the data; None when there is none yet."""
        try:
            return int((self.cluster / "PG_VERSION").read_text(encoding="ascii"))
        except FileNotFoundError:
            return None

    def give(self, descriptor: int) -> None:
        """Hands an open file or folder to the account that runs the server."""
        if self.account is not None:
            os.fchown(descriptor, self.account.uid, self.account.gid)

    def write(self, target: Path, text: str) -> None:
        """Writes a private file (0600) whole or not at all."""
        partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                self.give(file.fileno())
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            partial.rename(target)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise

    def make(self, folder: Path) -> None:
        """Makes a folder (0700) of the account's."""
        folder.mkdir(mode=0o700)
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            self.give(descriptor)
        finally:
            os.close(descriptor)


def os_failure(error: OSError, folder: Path) -> EmbeddedError:
    """The error of the tree for a failed write into a folder."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError(folder)
    return FolderNotWritableError(folder, error.strerror or str(error))


def open_folder(data_dir: Path) -> DataFolder:
    """Makes the data folder if need be and settles whose it is; permissions of folders above it are left alone.

    Root never runs the server itself: an existing folder's owner does, else the account postgres, else nobody.

    Raises:
        FolderNotWritableError: it cannot be made or written.
        FolderForeignError: it holds other files, or its data belongs to another account.
        AccountMissingError: root, and no account to become.
        DiskFullError: no space left.
    """
    root = data_dir.absolute()
    try:
        root = data_dir.resolve()
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        names = {entry.name for entry in root.iterdir()} - {"lost+found"}  # a disk of its own has that one
        if names and LOCK_NAME not in names:
            raise FolderForeignError(root, "holds other files", "choose an empty folder for the database")
        folder = DataFolder(root, _account(root) if os.geteuid() == 0 else None)
        if folder.account is not None:
            os.chown(root, folder.account.uid, folder.account.gid)
        elif folder.cluster.exists() and folder.cluster.stat().st_uid != os.geteuid():
            owner = owner_name(folder.cluster)
            raise FolderForeignError(
                root, f"belongs to the account {owner}", f"start as {owner} or root, or choose another folder"
            )
    except OSError as error:
        raise os_failure(error, root) from error
    return folder


def owner_name(path: Path) -> str:
    """Name of a file's owner, or its number when the account has no name."""
    uid = path.stat().st_uid
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _account(root: Path) -> Account:
    status = root.stat()
    if status.st_uid != 0:
        return Account(status.st_uid, status.st_gid)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise AccountMissingError


def lock_folder(folder: DataFolder) -> int:
    """Takes the folder's lock and returns its open file; closing that (or dying) gives the lock back.

    Raises:
        FolderInUseError: another launcher holds it.
        FolderNotWritableError: the lock file cannot be opened.
    """
    try:
        descriptor = os.open(folder.root / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise os_failure(error, folder.root) from error
    try:
        folder.give(descriptor)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
    except BlockingIOError as error:
        holder = os.pread(descriptor, 20, 0).decode(errors="replace")
        os.close(descriptor)
        raise FolderInUseError(folder.root, holder) from error
    except OSError as error:
        os.close(descriptor)
        raise os_failure(error, folder.root) from error
    return descriptor


def may_search(account: Account, path: Path) -> bool:
    """Whether every folder above a path lets the account through, by its permission bits."""
    for parent in path.parents:
        status = parent.stat()
        if status.st_uid == account.uid:
            allowed = status.st_mode & 0o100
        elif status.st_gid == account.gid:
            allowed = status.st_mode & 0o010
        else:
            allowed = status.st_mode & 0o001
        if not allowed:
            return False
    return True
