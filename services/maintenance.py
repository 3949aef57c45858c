"""Commands beside the running system: migrate, backup, restore, service secrets."""

import sys
from pathlib import Path

from shared.platform import migrate
from shared.platform.embedded.backup import backup
from shared.platform.embedded.restore import restore
from shared.platform.place import database_beside
from shared.platform.secrets import read_or_make_secret, service_secret
from shared.platform.settings import SERVICES, PlatformSettings


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _folders(settings: PlatformSettings) -> dict[str, Path]:
    """What a backup holds beside the database."""
    return {"files": settings.files_dir, "keys": settings.keys_dir}


async def migrate_database(settings: PlatformSettings) -> int:
    """Bring the database to the newest schema."""
    async with database_beside(settings) as url:
        done = await migrate.upgrade(url)
    _say(
        f"The schema is now at revision {migrate.head()}." if done else f"The schema was at revision {migrate.head()}."
    )
    return 0


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
    _say(f"Restored and verified: {archive} ({report})")
    return 0


def print_service_secrets(settings: PlatformSettings) -> int:
    """Print the secret of each service: each gets its own as DAJIAN_SERVICE_SECRET when they run apart."""
    master = read_or_make_secret(settings.keys_dir / "service-master")
    for name in SERVICES:
        _say(f"{name} {service_secret(master, name)}")
    return 0
