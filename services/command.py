"""The command line: serve, migrate, doctor, backup, restore, service-secrets."""

import argparse
import asyncio
import sys
from pathlib import Path

from pydantic import ValidationError

from services import maintenance, serve
from services.catalog import NAMES
from services.doctor import examine
from shared.domain.errors import Problem
from shared.platform.embedded.errors import EmbeddedError
from shared.platform.logging import configure
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m services", description="Dajian (大件): oversize-cargo road permits"
    )
    commands = parser.add_subparsers(dest="command")
    run = commands.add_parser("serve", help="run services (the default)")
    for target in (parser, run):
        target.add_argument(
            "--target", nargs="+", default=["all"], choices=["all", *NAMES], help="services to run here"
        )
        target.add_argument("--role", choices=["both", "api", "worker"], default="both", help="answer, work, or both")
        target.add_argument("--port", type=int, help="port to answer on (default: DAJIAN_PORT)")
    commands.add_parser("migrate", help="bring the database to the newest schema")
    commands.add_parser("doctor", help="say in plain words what is wrong")
    commands.add_parser("service-secrets", help="print the secret of each service, for running them apart")
    for name, words in (("backup", "write a backup to FILE"), ("restore", "restore a backup from FILE")):
        command = commands.add_parser(name, help=words)
        command.add_argument("file", type=Path)
    commands.choices["restore"].add_argument("--replace", action="store_true", help="replace what the database holds")
    return parser


def _settings() -> PlatformSettings:
    try:
        return PlatformSettings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        variable = name if name == "DATABASE_URL" else f"DAJIAN_{name}"
        raise PlainError(f"The setting {variable} is not valid: {first['msg']}. Correct it and start again.") from error


async def _run(arguments: argparse.Namespace, settings: PlatformSettings) -> int:
    match arguments.command:
        case "migrate":
            return await maintenance.migrate_database(settings)
        case "doctor":
            return await examine(settings)
        case "service-secrets":
            return maintenance.print_service_secrets(settings)
        case "backup":
            return await maintenance.write_backup(settings, arguments.file)
        case "restore":
            return await maintenance.read_backup(settings, arguments.file, replace=arguments.replace)
        case _:
            names = None if "all" in arguments.target else tuple(arguments.target)
            return await serve.serve(settings, names, role=arguments.role, port=arguments.port or settings.port)


def main() -> None:
    """Run a command; set-up faults are one plain line and exit code 1."""
    arguments = _parser().parse_args()
    try:
        settings = _settings()
        configure(settings.log_level)
        sys.exit(asyncio.run(_run(arguments, settings)))
    except (PlainError, EmbeddedError) as error:
        sys.exit(str(error))
    except Problem as problem:
        sys.exit(problem.en)
    except KeyboardInterrupt:
        sys.exit(130)
