"""What can go wrong with the embedded server and its archives, each as one sentence that says what to do.

EmbeddedError
├── BinariesMissingError      no Postgres binaries, or not the tool asked for
├── AccountMissingError       root has no unprivileged account to run the server as
├── FolderNotWritableError    the data folder cannot be made or written
├── FolderForeignError        the data folder holds other files or belongs to another account
├── FolderInUseError          another launcher holds the data folder
├── MajorMismatchError        the data was made by another major version than the binaries
├── PasswordMissingError      the data is there, its password file is not
├── DiskFullError             no space left
├── ServerFailedError         the server did not start; carries its last words
├── UnreachableError          no connection to the database of an address
└── BackupError               making or reading an archive
    ├── TargetExistsError     the archive to write is there already
    ├── FileFailedError       a file of a folder, or the archive, cannot be read or written
    ├── ArchiveRefusedError   the archive is not what its manifest says, or not what was asked for
    ├── NotEmptyError         the database or a folder to restore into holds something
    ├── RolesMissingError     the archive grants rights to roles the server lacks
    ├── DatabaseBusyError     other sessions keep tables locked
    └── ToolFailedError       pg_dump, pg_restore or psql failed; carries their last words
"""

from collections.abc import Iterable
from pathlib import Path


class EmbeddedError(Exception):
    """Root of the tree; its text is one plain sentence for the person at the terminal."""


class BinariesMissingError(EmbeddedError):
    """No folder with the wanted Postgres program was found."""

    def __init__(self, program: str, looked_in: Iterable[str]) -> None:
        self.program = program
        self.looked_in = tuple(looked_in)
        super().__init__(
            f"No Postgres 15 to 18 with the program {program} was found (looked in {', '.join(self.looked_in)}): "
            "install the project's requirements again, or set POSTGRES_BIN to a folder that holds it."
        )


class AccountMissingError(EmbeddedError):
    """Postgres refuses to run as root and there is nobody else to run it."""

    def __init__(self) -> None:
        super().__init__(
            "Postgres does not run as root and neither the account postgres nor nobody exists: "
            "start as an ordinary user, or set DATABASE_URL."
        )


class FolderNotWritableError(EmbeddedError):
    """The data folder cannot be made, entered or written."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        self.reason = reason
        super().__init__(
            f"The data folder {folder} cannot be written ({reason}): choose another folder or give this account the right to write there."
        )


class FolderForeignError(EmbeddedError):
    """The data folder is not this launcher's to use."""

    def __init__(self, folder: Path, reason: str, remedy: str) -> None:
        self.folder = folder
        self.reason = reason
        super().__init__(f"The data folder {folder} {reason}: {remedy}.")


class FolderInUseError(EmbeddedError):
    """Another launcher holds the lock of the data folder."""

    def __init__(self, folder: Path, holder: str) -> None:
        self.folder = folder
        self.holder = holder
        super().__init__(
            f"The database in {folder} is already run by process {holder or 'unknown'}: stop that process first, or choose another data folder."
        )


class MajorMismatchError(EmbeddedError):
    """No binaries of the major version that made the data."""

    def __init__(self, folder: Path, major: int, found: Iterable[int]) -> None:
        self.folder = folder
        self.major = major
        self.found = tuple(found)
        names = ", ".join(map(str, self.found)) or "none"
        super().__init__(
            f"The data in {folder} was made by Postgres {major} but the binaries found are {names}: install Postgres {major} "
            "and set POSTGRES_BIN to its bin folder, or restore a backup into a new data folder."
        )


class PasswordMissingError(EmbeddedError):
    """The data folder has lost the file that opens it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        super().__init__(
            f"The database's password file {file} is gone: put it back, or restore a backup into a new data folder."
        )


class DiskFullError(EmbeddedError):
    """A write failed for want of space."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"There is no space left on the disk that holds {folder}: free some and try again.")


class ServerFailedError(EmbeddedError):
    """The server, or the making of its first files, ended with an error nobody foresaw."""

    def __init__(self, what: str, last_words: str, log: Path) -> None:
        self.what = what
        self.last_words = last_words
        self.log = log
        super().__init__(f"{what} failed, saying: {last_words or 'nothing'} (see {log}).")


class UnreachableError(EmbeddedError):
    """No connection to the database of an address."""

    def __init__(self, where: str, reason: str) -> None:
        self.where = where
        self.reason = reason
        super().__init__(
            f"The database at {where} cannot be reached ({reason}): check that it runs and that DATABASE_URL is right."
        )


class BackupError(EmbeddedError):
    """Root of what backup and restore raise."""


class TargetExistsError(BackupError):
    """A backup never overwrites an older one."""

    def __init__(self, target: Path) -> None:
        self.target = target
        super().__init__(f"The file {target} exists already: give the backup another name.")


class FileFailedError(BackupError):
    """A file of a folder, or the archive, cannot be read or written."""

    def __init__(self, file: Path, reason: str) -> None:
        self.file = file
        self.reason = reason
        super().__init__(f"The file {file} cannot be read or written ({reason}): mend that and try again.")


class ArchiveRefusedError(BackupError):
    """The archive was altered, cut short, is none of ours or holds other folders. Nothing was restored."""

    def __init__(self, archive: Path, reason: str) -> None:
        self.archive = archive
        self.reason = reason
        super().__init__(f"The archive {archive} cannot be used ({reason}), nothing was restored: use another backup.")


class NotEmptyError(BackupError):
    """Restoring would overwrite what is there. Nothing was restored."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(
            f"{what} is not empty, nothing was restored: restore into an empty one, or say that it is to be replaced."
        )


class RolesMissingError(BackupError):
    """The archive grants rights to roles that are not there and may not be made by this account."""

    def __init__(self, roles: Iterable[str]) -> None:
        self.roles = tuple(roles)
        super().__init__(
            f"The server lacks the roles {', '.join(self.roles)}, nothing was restored: make them first by `python -m services bootstrap-db`."
        )


class DatabaseBusyError(BackupError):
    """Other sessions keep tables locked."""

    def __init__(self) -> None:
        super().__init__("Other sessions keep tables of the database locked: stop the services and try again.")


class ToolFailedError(BackupError):
    """One of Postgres' own tools failed. After a failed restore the database is as it was before."""

    def __init__(self, tool: str, last_words: str) -> None:
        self.tool = tool
        self.last_words = last_words
        super().__init__(f"{tool} failed, saying: {last_words or 'nothing'}; mend that and try again.")
