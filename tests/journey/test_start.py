"""`python -m services` as people start it: on an empty folder, again, after a kill of everything; and when it cannot."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from shared.testing.loads import own
from shared.testing.process import Process, environment, failed_start, free_port, running
from shared.testing.stack import keyed, sample
from tests.journey.calls import APPLICATIONS

pytestmark = [pytest.mark.embedded, pytest.mark.timeout(240)]
STOPS_WITHIN_S = 5.0


def _issued(process: Process) -> dict[str, Any]:
    """A permit, got over HTTP after a real sign-in."""
    with httpx.Client(base_url=process.address, headers=process.signed_in("carrier"), timeout=30) as carrier:
        facts = own(sample("class1_generator_set"))
        draft = carrier.post(APPLICATIONS, json={"facts": facts}, headers=keyed()).raise_for_status().json()
        path = f"{APPLICATIONS}/{draft['id']}"
        answer = carrier.post(f"{path}/submission", headers=keyed(draft["version"])).raise_for_status()
        assert answer.json()["status"] == "issued", answer.text
        number = answer.json()["permits"][0]["number"]
        permit: dict[str, Any] = carrier.get(f"/api/issuance/v1/permits/{number}").raise_for_status().json()
        return permit


def _verdict(process: Process, permit: dict[str, Any]) -> str:
    """What anyone is told who scans the permit."""
    with httpx.Client(base_url=process.address, timeout=30) as public:
        shown = public.get(f"/api/issuance/v1/public/permits/{permit['number']}").raise_for_status().json()
        assert shown["state"] == permit["state"]
        answer = public.post("/api/issuance/v1/public/verifications", json={"token": permit["token"]})
        return str(answer.raise_for_status().json()["verdict"])


def _command(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "services", *arguments],
        env=environment(folder, free_port()),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_starts_keeps_its_data_and_comes_back_from_a_backup(tmp_path: Path) -> None:
    folder, archive = tmp_path / "data", tmp_path / "dajian.backup"
    with running(folder) as first:
        said = first.said()
        assert f"http://127.0.0.1:{first.port}" in said
        assert "Stop with Ctrl-C" in said
        assert str(folder) in said
        # One after the other: the first document ever made must not hold up the application behind it.
        permit, *_ = [_issued(first) for _ in range(3)]
        code, took = first.interrupt()
        assert (code, took < STOPS_WITHIN_S) == (0, True), took
    with running(folder) as second:
        assert _verdict(second, permit) == "not_yet_valid"
        assert "Backup written" in _command(folder, "backup", str(archive))
        second.kill_everything()
    with running(folder) as third:
        assert _verdict(third, permit) == "not_yet_valid"
        assert _issued(third)["number"] != permit["number"]
    elsewhere = tmp_path / "elsewhere"
    assert "Restored and verified" in _command(elsewhere, "restore", str(archive))
    with running(elsewhere) as restored:
        assert _verdict(restored, permit) == "not_yet_valid"
        code, took = restored.interrupt()
        assert (code, took < STOPS_WITHIN_S) == (0, True), took


@contextmanager
def _taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def _one_plain_line(done: tuple[int, str, str], *words: str) -> None:
    code, _, said = done
    assert code == 1, said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1, said
    for word in words:
        assert word in said


def test_a_port_that_is_taken_is_one_plain_line(tmp_path: Path) -> None:
    with _taken() as port:
        _one_plain_line(failed_start(tmp_path / "data", {}, port=port), str(port), "DAJIAN_PORT")


def test_a_folder_that_cannot_be_written_is_one_plain_line(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder", encoding="utf-8")
    _one_plain_line(failed_start(blocked / "data", {}), str(blocked), "DAJIAN_DATA_DIR")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"DATABASE_URL": "postgresql://dajian:secret@127.0.0.1:{port}/dajian"}, ("cannot be reached", "DATABASE_URL")),
        ({"DATABASE_URL": "mysql://127.0.0.1/dajian"}, ("DATABASE_URL", "postgresql://")),
        ({"DATABASE_URL": "postgresql://[broken"}, ("DATABASE_URL",)),
        ({"DAJIAN_LOG_LEVEL": "loud"}, ("DAJIAN_LOG_LEVEL",)),
        ({"DAJIAN_AUTHORITY_ADCODE": "Ordos"}, ("DAJIAN_AUTHORITY_ADCODE",)),
    ],
    ids=["database away", "another database", "no address", "log level", "authority"],
)
def test_a_wrong_setting_is_one_plain_line(tmp_path: Path, changes: dict[str, str], words: tuple[str, ...]) -> None:
    given = {name: value.format(port=free_port()) for name, value in changes.items()}
    done = failed_start(tmp_path / "data", given)
    _one_plain_line(done, *words)
    assert "secret" not in done[2]
