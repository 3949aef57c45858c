"""The commands that make a database ready, look at it and verify its log, on a server an administrator gave."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio
from pydantic import SecretStr
from sqlalchemy import text

from services import audit, doctor, maintenance
from shared.platform import database_roles
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings
from shared.testing.plugin import server_url
from shared.testing.stack import admin

Captured = pytest.CaptureFixture[str]


@pytest_asyncio.fixture(loop_scope="session")
async def settings(tmp_path: Path) -> AsyncIterator[PlatformSettings]:
    """A server without anything of ours: an empty database; the services' roles are dropped afterwards."""
    base, name = await server_url(), f"commands_{uuid4().hex[:12]}"
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'CREATE DATABASE "{name}"'))
    made = PlatformSettings(DATABASE_URL=SecretStr(f"{base}/{name}"), data_dir=tmp_path, demo="none")
    yield made
    async with admin(f"{base}/{name}") as connection:
        for service in database_roles.CONNECTED:
            role = database_roles.role_name(service)
            if await connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}):
                await connection.execute(text(f"DROP OWNED BY {role}"))
                await connection.execute(text(f"DROP ROLE {role}"))
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))


async def test_from_an_empty_server_to_a_checked_system(settings: PlatformSettings, capsys: Captured) -> None:
    assert await doctor.examine(settings) == 1
    assert "Run `make migrate`" in capsys.readouterr().out

    assert await maintenance.migrate_database(settings) == 0
    assert await doctor.examine(settings) == 0
    assert "ownership: not enforced" in capsys.readouterr().out

    for _ in range(2):
        assert await maintenance.bootstrap_database(settings) == 0
    assert await maintenance.migrate_database(settings) == 0
    assert await maintenance.install_data(settings) == 0
    assert "first-passwords" in capsys.readouterr().out
    assert await doctor.examine(settings) == 0
    told = capsys.readouterr().out
    assert "ownership: enforced" in told
    assert "no held jobs" in told

    stranger = settings.model_copy(update={"service_master": SecretStr("another")})
    with pytest.raises(PlainError, match="another master secret"):
        await maintenance.install_data(stranger)

    assert await audit.verify_log(settings) == 0
    assert "nothing was altered" in capsys.readouterr().out


async def test_held_jobs_and_an_altered_log_are_told(settings: PlatformSettings, capsys: Captured) -> None:
    await maintenance.migrate_database(settings)
    assert settings.database_url is not None
    async with admin(settings.database_url.get_secret_value()) as connection:
        await connection.execute(
            text("INSERT INTO pgqueuer (priority, status, entrypoint) VALUES (0, 'failed', 'intake.drive')")
        )
        await connection.execute(
            text(
                "INSERT INTO audit_event (id, service, aggregate, aggregate_id, seq, action, actor_name, actor_role, at,"
                " request_id, data, previous_hash, hash) VALUES (gen_random_uuid(), 'intake', 'application',"
                " gen_random_uuid(), 1, 'forged', 'x', 'CK', now(), '-', '{}', '\\x00', '\\x00')"
            )
        )
    assert await doctor.examine(settings) == 1
    assert "intake.drive (1)" in capsys.readouterr().out
    assert await audit.verify_log(settings) == 1
    assert "was altered" in capsys.readouterr().out
