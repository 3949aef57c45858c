"""The backup file: a tar of the database's dump and of folders, closed by a manifest with the hash of each part."""

import errno
import hashlib
import os
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from shared.platform.embedded.errors import ArchiveRefusedError, DiskFullError, EmbeddedError, FileFailedError

DUMP = "database.dump"
FOLDERS = "folders"
MANIFEST = "manifest.json"
SEAL = "manifest.sha256"
MANIFEST_LIMIT = 256 * 1024 * 1024
WORKING = frozenset({".restoring", ".replaced"})  # what a restore keeps inside a folder while it works
CHUNK = 1024 * 1024


class Part(BaseModel):
    """One file of the archive: bytes, SHA-256 in hexadecimal, permission bits."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    size: int
    sha256: str
    mode: int


class Facts(BaseModel):
    """What was true of the database when its dump was made; rows by quoted table name, all of one snapshot."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    made_at: AwareDatetime
    server_major: int
    tool_major: int
    alembic_heads: tuple[str, ...]
    roles: tuple[str, ...]
    rows: dict[str, int]


class Manifest(BaseModel):
    """What an archive holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    format: Literal["dajian-backup-1"] = "dajian-backup-1"
    facts: Facts
    folders: tuple[str, ...]
    parts: dict[str, Part]

    def __str__(self) -> str:
        """In a few words, for the person at the terminal."""
        rows, tables = sum(self.facts.rows.values()), len(self.facts.rows)
        size = sum(part.size for part in self.parts.values()) / 1e6
        revision = ", ".join(self.facts.alembic_heads) or "none"
        return f"{rows} rows in {tables} tables, {len(self.parts) - 1} files, {size:.1f} MB, schema revision {revision}"


class HashedReader:
    """Reads a file and hashes what was read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def read(self, size: int = CHUNK) -> bytes:
        """The next bytes."""
        data = self._file.read(size)
        self._hash.update(data)
        return data

    def digest(self) -> str:
        """SHA-256 of all that was read."""
        return self._hash.hexdigest()


def pack(archive: IO[bytes], dump: Path, folders: Mapping[str, Path], facts: Facts) -> Manifest:
    """Writes the archive. A file that vanishes between listing and reading was deleted by its owner and is left out.

    Raises:
        FileFailedError: something in a folder is no plain file or cannot be read.
        OSError: the archive cannot be written.
    """
    parts: dict[str, Part] = {}
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.PAX_FORMAT) as tar:
        parts[DUMP] = _add(tar, DUMP, dump)
        for name, folder in sorted(folders.items()):
            for file in files_of(folder):
                member = str(PurePosixPath(FOLDERS, name, *file.relative_to(folder).parts))
                try:
                    parts[member] = _add(tar, member, file)
                except FileNotFoundError:
                    continue
                except PermissionError as error:
                    raise FileFailedError(file, "Permission denied") from error
        manifest = Manifest(facts=facts, folders=tuple(sorted(folders)), parts=parts)
        text = manifest.model_dump_json(indent=1).encode()
        _add_bytes(tar, MANIFEST, text)
        _add_bytes(tar, SEAL, hashlib.sha256(text).hexdigest().encode())
    return manifest


def new_file(path: Path) -> IO[bytes]:
    """A new file, closed to other accounts from the first moment."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def files_of(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in a fixed order; none when the folder is not there.

    Raises:
        FileFailedError: a link, socket or other thing that no archive of ours can bring back, or a closed folder.
    """
    if not folder.exists():
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise FileFailedError(folder, error.strerror or str(error)) from error
    for entry in entries:
        if entry.name in WORKING:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_of(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)
        elif os.path.lexists(entry.path):
            raise FileFailedError(Path(entry.path), "neither a plain file nor a folder")


def _add(tar: tarfile.TarFile, name: str, file: Path) -> Part:
    with file.open("rb") as opened:
        status = os.fstat(opened.fileno())
        info = tarfile.TarInfo(name)
        info.size, info.mtime, info.mode = status.st_size, int(status.st_mtime), status.st_mode & 0o777
        reader = HashedReader(opened)
        tar.addfile(info, reader)
    return Part(size=info.size, sha256=reader.digest(), mode=info.mode)


def _add_bytes(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(data), 0o600
    tar.addfile(info, BytesIO(data))


def unpack(archive: Path, dump: Path, folders: Mapping[str, Path]) -> Manifest:
    """Lays the parts out (the dump as a file, folders into the given places) and holds each to the manifest.

    Raises:
        ArchiveRefusedError: anything is missing, added, altered or cut short, or the folders are not those asked for.
        FileFailedError: the archive cannot be read.
        DiskFullError: no space for the parts.
    """
    found: dict[str, Part] = {}
    closing: dict[str, bytes] = {}
    try:
        with tarfile.open(archive, mode="r:") as tar:
            for member in tar:
                stream = tar.extractfile(member) if member.isreg() else None
                if stream is None or member.name in found or member.name in closing:
                    raise ArchiveRefusedError(archive, f"unexpected {member.name}")
                if member.name in {MANIFEST, SEAL}:
                    closing[member.name] = stream.read(MANIFEST_LIMIT)
                    continue
                place = _place(member.name, dump, folders)
                if place is None:
                    raise ArchiveRefusedError(archive, f"unexpected {member.name}")
                found[member.name] = _lay_out(stream, place)
    except (tarfile.TarError, ValueError, EOFError) as error:
        raise ArchiveRefusedError(archive, str(error)) from error
    except OSError as error:
        raise file_failure(error, archive) from error
    manifest = _manifest(archive, closing)
    _hold(archive, manifest, found, folders)
    for name, part in manifest.parts.items():
        place = _place(name, dump, folders)
        if place is not None:
            place.chmod(part.mode)
    return manifest


def _place(name: str, dump: Path, folders: Mapping[str, Path]) -> Path | None:
    """Where a part goes; None for a name that no archive of ours has."""
    if name == DUMP:
        return dump
    top, *rest = name.split("/")
    if top != FOLDERS or len(rest) < 2 or rest[0] not in folders or {"", ".", ".."} & set(rest):
        return None
    return folders[rest[0]].joinpath(*rest[1:])


def _lay_out(stream: IO[bytes], place: Path) -> Part:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    reader = HashedReader(stream)
    with new_file(place) as file:
        shutil.copyfileobj(reader, file, CHUNK)
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    return Part(size=size, sha256=reader.digest(), mode=0)


def _manifest(archive: Path, closing: Mapping[str, bytes]) -> Manifest:
    if closing.keys() != {MANIFEST, SEAL}:
        raise ArchiveRefusedError(archive, "cut short or none of ours: no manifest")
    if hashlib.sha256(closing[MANIFEST]).hexdigest().encode() != closing[SEAL]:
        raise ArchiveRefusedError(archive, "its manifest was altered")
    try:
        return Manifest.model_validate_json(closing[MANIFEST])
    except ValidationError as error:
        raise ArchiveRefusedError(archive, "made by another version of this program") from error


def _hold(archive: Path, manifest: Manifest, found: Mapping[str, Part], folders: Mapping[str, Path]) -> None:
    if set(manifest.folders) != set(folders):
        names = ", ".join(manifest.folders) or "none"
        raise ArchiveRefusedError(
            archive, f"it holds the folders {names}, asked for were {', '.join(sorted(folders)) or 'none'}"
        )
    for name in sorted(manifest.parts.keys() | found.keys()):
        told, have = manifest.parts.get(name), found.get(name)
        if told is None or have is None or (told.size, told.sha256) != (have.size, have.sha256):
            raise ArchiveRefusedError(archive, f"{name} is not what the manifest says")


def file_failure(error: OSError, fallback: Path) -> EmbeddedError:
    """The error of the tree for a failed read or write."""
    file = Path(error.filename) if isinstance(error.filename, str) else fallback
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError(file)
    return FileFailedError(file, error.strerror or str(error))
