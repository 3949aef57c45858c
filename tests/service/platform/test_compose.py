"""docker-compose.yml is the separate shape: the same processes, arguments, settings and connections, each hardened."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]
from pydantic import SecretStr

from services import maintenance, shape
from shared.platform import database_roles
from shared.platform.live import HEARTBEAT_S
from shared.platform.settings import SERVICES, PlatformSettings

ADMINISTRATOR = "postgresql://postgres:secret@postgres:5432/dajian"
MASTER = b"master"
PORT = "8000"
TEXT = Path("docker-compose.yml").read_text(encoding="utf-8")
ASKED = set(re.findall(r"\$\{(\w+):\?\}", TEXT))
"""What it asks of its environment."""
FOUND = yaml.safe_load(TEXT)["services"]
COMMANDS = ("bootstrap-db", "migrate", "install")
OF_THE_PLACE = {"DAJIAN_HOST", "DAJIAN_AUTHORITY_ADCODE", "DAJIAN_PUBLIC_URL"}
"""Settings a container has of its own; the supervisor's processes inherit them."""
SETTINGS = PlatformSettings(DATABASE_URL=SecretStr(ADMINISTRATOR), data_dir=Path("/data"), demo="none")
PROCESSES = shape.processes(int(PORT))
HAS_COMPOSE = (
    shutil.which("docker") is not None
    and subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode == 0
)


def test_it_starts_what_the_supervisor_starts_and_what_that_stands_on() -> None:
    assert set(FOUND) == {process.name for process in PROCESSES} | {"postgres", "proxy", *COMMANDS}


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.name)
def test_a_process_has_the_same_arguments_and_settings(process: shape.Process) -> None:
    found = FOUND[process.name]
    assert found["command"] == [PORT if argument.isdecimal() else argument for argument in process.arguments]
    assert found["build"]["args"] == {"SERVICE": process.service}
    expected = shape.environment(process, SETTINGS, ADMINISTRATOR, MASTER)
    assert set(found["environment"]) - OF_THE_PLACE == set(expected)
    for name in ("DAJIAN_POOL_SIZE", "DAJIAN_POOL_OVERFLOW", "DAJIAN_DATA_DIR"):
        assert str(found["environment"][name]) == expected[name]
    secret = database_roles.role_password(MASTER, database_roles.role_name(process.service))
    assert re.sub(r"\$\{\w+:\?\}", secret, found["environment"]["DATABASE_URL"]) == expected["DATABASE_URL"]


def test_services_find_each_other() -> None:
    for process in PROCESSES:
        for service in SERVICES:
            url = FOUND[process.name]["environment"][f"DAJIAN_SERVICE_URLS__{service.upper()}"]
            assert url == f"http://{shape.Process(service, 'api', 1).name}:{PORT}"


def test_everything_of_ours_is_hardened() -> None:
    for name, service in FOUND.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
    dockerfile = Path("Dockerfile").read_text(encoding="utf-8")
    assert re.search(r"^USER \d+$", dockerfile, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK", dockerfile, re.MULTILINE)
    assert re.search(rf"^EXPOSE {PORT}$", dockerfile, re.MULTILINE)


def test_the_database_is_made_ready_in_order() -> None:
    before = {name: next(iter(FOUND[name]["depends_on"])) for name in COMMANDS}
    assert before == {"bootstrap-db": "postgres", "migrate": "bootstrap-db", "install": "migrate"}
    assert all(list(FOUND[process.name]["depends_on"]) == ["install"] for process in PROCESSES)


def test_the_proxy_sends_each_address_to_its_service() -> None:
    text = Path("deploy/nginx.conf").read_text(encoding="utf-8")
    names = re.search(r"\^/api/\(\?<service>([a-z|-]+)\)/", text)
    assert names is not None
    assert names[1].split("|") == [service.replace("_", "-") for service in SERVICES]
    # Streams of events pass as they come, and are not taken for dead between two heartbeats.
    assert "proxy_buffering off;" in text
    read_timeout = re.search(r"proxy_read_timeout (\d+)s;", text)
    assert read_timeout is not None
    assert int(read_timeout[1]) > 2 * HEARTBEAT_S
    assert list(FOUND["proxy"]["ports"]) == ["${DAJIAN_PORT:-8000}:8080"]


async def test_what_it_asks_for_is_what_service_secrets_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await maintenance.print_service_secrets(PlatformSettings(data_dir=tmp_path))
    printed = dict(line.split("=", 1) for line in capsys.readouterr().out.splitlines())
    assert set(printed) == ASKED
    assert len(set(printed.values())) == len(printed)


if HAS_COMPOSE:

    def test_compose_itself_accepts_it(tmp_path: Path) -> None:
        environment = tmp_path / "env"
        environment.write_text("".join(f"{name}=x\n" for name in sorted(ASKED)), encoding="utf-8")
        command = ["docker", "compose", "--env-file", str(environment), "config", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
