"""Commands beside the running system: roles, schema, base data, backup, restore, service secrets."""

import sys
from pathlib import Path

import asyncpg

from services.catalog import load
from shared.contracts.demo import DEMO_ACCOUNTS, DEMO_PASSWORD
from shared.platform import database_roles, feed, migrate
from shared.platform.embedded.backup import backup
from shared.platform.embedded.restore import restore
from shared.platform.host import Host, build_host
from shared.platform.jobs import requeue_held
from shared.platform.place import database_beside
from shared.platform.plain import PlainError
from shared.platform.secrets import master_secret, service_secret
from shared.platform.settings import PlatformSettings


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _folders(settings: PlatformSettings) -> dict[str, Path]:
    """What a backup holds beside the database."""
    return {"files": settings.files_dir, "keys": settings.keys_dir}


async def bootstrap(settings: PlatformSettings, url: str) -> None:
    """Make the services' roles with their rights.

    Raises:
        PlainError: this account may not make roles.
    """
    try:
        await database_roles.bootstrap(url, master_secret(settings))
    except asyncpg.InsufficientPrivilegeError as error:
        raise PlainError(
            f"This account may not make the services' roles ({error}). An administrator of the database runs"
            " `python -m services bootstrap-db` once."
        ) from error


async def bootstrap_database(settings: PlatformSettings) -> int:
    """Make the services' roles and give them their rights."""
    async with database_beside(settings) as url:
        await bootstrap(settings, url)
    roles = ", ".join(database_roles.role_name(service) for service in database_roles.CONNECTED)
    _say(f"The roles {roles} are there, each with its own rights.")
    return 0


async def requeue_jobs(settings: PlatformSettings) -> int:
    """Give every held job another chance, once its cause is mended."""
    async with database_beside(settings) as url:
        jobs = await requeue_held(url)
    for entrypoint, number in jobs:
        _say(f"{entrypoint}: {number} queued again")
    if not jobs:
        _say("No job is held.")
    return 0


async def migrate_database(settings: PlatformSettings) -> int:
    """Bring the database to the newest schema; roles that exist get their rights on it."""
    async with database_beside(settings) as url:
        done = await migrate.upgrade(url)
        if await database_roles.enforced(url):
            await database_roles.grant(url)
    _say(
        f"The schema is now at revision {migrate.head()}." if done else f"The schema was at revision {migrate.head()}."
    )
    return 0


async def install_data(settings: PlatformSettings) -> int:
    """Put base data and, if set, demonstration data, each service on its own role where roles exist."""
    async with database_beside(settings) as url:
        urls = await database_roles.urls(settings, url)
        host = build_host(load(), settings, url, urls)
        try:
            await host.install(demonstration=settings.demonstration != "none")
            for line in [*await greetings(host), *demonstration_lines(settings)]:
                _say(f"  {line}")
        finally:
            await host.close()
    return 0


async def greetings(host: Host) -> list[str]:
    """What services have to tell whoever started the system."""
    lines: list[str] = []
    for definition in host.definitions:
        if definition.greet:
            lines += await definition.greet(host.runtimes[definition.name])
    return lines


def demonstration_lines(settings: PlatformSettings) -> list[str]:
    """The demonstration accounts, if they are there."""
    if settings.demonstration == "none":
        return []
    names = ", ".join(account.username for account in DEMO_ACCOUNTS)
    return [f"Demonstration accounts (password {DEMO_PASSWORD}): {names}"]


async def write_backup(settings: PlatformSettings, target: Path) -> int:
    """Write a backup of database, files and keys, while the system runs or not."""
    async with database_beside(settings) as url:
        report = await backup(url, target, _folders(settings))
    _say(f"Backup written: {target} ({report})")
    return 0


async def read_backup(settings: PlatformSettings, archive: Path, *, replace: bool) -> int:
    """Restore a backup and check it against its manifest."""
    async with database_beside(settings) as url:
        report = await restore(url, archive, _folders(settings), replace=replace)
        await migrate.upgrade(url)
        await feed.rebase(url)
        if await database_roles.enforced(url):
            await bootstrap(settings, url)  # the restored master secret gives other passwords
    _say(f"Restored and verified: {archive} ({report})")
    return 0


async def print_service_secrets(settings: PlatformSettings) -> int:
    """Print what services need to run apart, as an environment file: compose reads it as `.env`.

    Each service gets its own secret and database password alone; registry and the commands get the master secret.
    """
    master = master_secret(settings)
    _say(f"DAJIAN_SERVICE_MASTER={master.decode()}")
    _say(f"POSTGRES_PASSWORD={database_roles.role_password(master, 'postgres')}")
    for name in database_roles.CONNECTED:
        password = database_roles.role_password(master, database_roles.role_name(name))
        _say(f"{name.upper()}_DATABASE_PASSWORD={password}")
        _say(f"{name.upper()}_SERVICE_SECRET={service_secret(master, name)}")
    return 0
