"""The backup file without a database: what goes in comes out, and nothing else comes out."""

import tarfile
import tempfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.platform.embedded.archive import Facts, Manifest, files_of, pack, unpack
from shared.platform.embedded.errors import ArchiveRefusedError, FileFailedError

FACTS = Facts(
    made_at=datetime(2026, 12, 1, tzinfo=UTC), server_major=18, tool_major=18, alembic_heads=(), roles=(), rows={}
)
CONTENT = {"ab/permit.pdf": b"PDF" * 500, "ab/cd/大件.pdf": b"", "top": bytes(range(256))}


def lay(root: Path, content: dict[str, bytes]) -> Path:
    """A folder with these files."""
    for name, data in content.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def read(root: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {str(file.relative_to(root)): file.read_bytes() for file in files_of(root)}


def packed(work: Path, content: dict[str, bytes] = CONTENT) -> bytes:
    """An archive of a dump and one folder."""
    (work / "dump").write_bytes(b"dump" * 1000)
    stream = BytesIO()
    pack(stream, work / "dump", {"files": lay(work / "source", content)}, FACTS)
    return stream.getvalue()


def unpacked(work: Path, data: bytes) -> tuple[Manifest, dict[str, bytes], bytes]:
    """What comes out of an archive."""
    (work / "archive").write_bytes(data)
    target = Path(tempfile.mkdtemp(dir=work))
    manifest = unpack(work / "archive", target / "dump", {"files": target / "files"})
    return manifest, read(target / "files"), (target / "dump").read_bytes()


def test_what_goes_in_comes_out_with_its_permissions(tmp_path: Path) -> None:
    lay(tmp_path / "source", CONTENT)
    (tmp_path / "source" / "top").chmod(0o640)
    (tmp_path / "archive").write_bytes(packed(tmp_path))
    manifest = unpack(tmp_path / "archive", tmp_path / "out.dump", {"files": tmp_path / "out"})
    assert read(tmp_path / "out") == CONTENT
    assert (tmp_path / "out.dump").read_bytes() == b"dump" * 1000
    assert (tmp_path / "out" / "top").stat().st_mode & 0o777 == 0o640
    assert manifest.facts == FACTS
    assert len(manifest.parts) == 1 + len(CONTENT)


def test_a_folder_that_is_not_there_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / "dump").write_bytes(b"dump")
    stream = BytesIO()
    assert pack(stream, tmp_path / "dump", {"files": tmp_path / "none"}, FACTS).parts.keys() == {"database.dump"}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A good archive."""
    return packed(tmp_path_factory.mktemp("whole"))


@settings(max_examples=150, deadline=None)
@given(place=st.integers(min_value=0), bit=st.integers(0, 7))
def test_any_flipped_bit_is_refused_or_harmless(whole: bytes, place: int, bit: int) -> None:
    altered = bytearray(whole)
    altered[place % len(whole)] ^= 1 << bit
    with tempfile.TemporaryDirectory() as work:
        try:
            manifest, content, dump = unpacked(Path(work), bytes(altered))
        except ArchiveRefusedError:
            return
    assert content == CONTENT
    assert dump == b"dump" * 1000
    assert manifest.facts == FACTS


@settings(max_examples=40, deadline=None)
@given(length=st.integers(min_value=0))
def test_an_archive_cut_short_is_refused_unless_only_padding_is_gone(whole: bytes, length: int) -> None:
    cut = whole[: length % len(whole)]
    with tempfile.TemporaryDirectory() as work:
        try:
            _, content, dump = unpacked(Path(work), cut)
        except ArchiveRefusedError:
            return
    assert content == CONTENT
    assert dump == b"dump" * 1000
    assert not whole[len(cut) :].strip(b"\0")


def rebuilt(data: bytes, *, leave_out: str = "", add: tuple[str, bytes] | None = None, link: str = "") -> bytes:
    """The archive with members added or left out by a knowing hand."""
    stream = BytesIO()
    with tarfile.open(fileobj=BytesIO(data)) as source, tarfile.open(fileobj=stream, mode="w") as target:
        if add is not None:
            info = tarfile.TarInfo(add[0])
            info.size = len(add[1])
            target.addfile(info, BytesIO(add[1]))
        if link:
            info = tarfile.TarInfo(link)
            info.type, info.linkname = tarfile.SYMTYPE, "/etc"
            target.addfile(info)
        for member in source:
            if member.name != leave_out:
                target.addfile(member, source.extractfile(member))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("a part left out", {"leave_out": "folders/files/top"}),
        ("the dump left out", {"leave_out": "database.dump"}),
        ("no manifest", {"leave_out": "manifest.json"}),
        ("no seal", {"leave_out": "manifest.sha256"}),
        ("a part added", {"add": ("folders/files/more", b"x")}),
        ("a part twice", {"add": ("folders/files/top", CONTENT["top"])}),
        ("a way out", {"add": ("folders/files/../../escaped", b"x")}),
        ("an absolute name", {"add": ("/escaped", b"x")}),
        ("a folder nobody asked for", {"add": ("folders/keys/token.pem", b"x")}),
        ("a link", {"link": "folders/files/link"}),
    ],
)
def test_an_archive_somebody_worked_on_is_refused(
    whole: bytes, tmp_path: Path, name: str, change: dict[str, str]
) -> None:
    with pytest.raises(ArchiveRefusedError):
        unpacked(tmp_path, rebuilt(whole, **change))  # type: ignore[arg-type]
    assert not list(tmp_path.rglob("escaped"))


def test_other_folders_than_asked_for_are_refused(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "archive").write_bytes(whole)
    with pytest.raises(ArchiveRefusedError, match="it holds the folders files, asked for were files, keys"):
        unpack(tmp_path / "archive", tmp_path / "dump", {"files": tmp_path / "f", "keys": tmp_path / "k"})


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\0" * 20480, b"PK\3\4" + b"x" * 5000])
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArchiveRefusedError):
        unpacked(tmp_path, data)


def test_an_archive_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileFailedError, match="No such file"):
        unpack(tmp_path / "none", tmp_path / "dump", {})


def test_a_link_in_a_folder_stops_the_backup(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hostname")
    with pytest.raises(FileFailedError, match="neither a plain file nor a folder"):
        list(files_of(tmp_path))
