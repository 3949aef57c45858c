"""The command line: serve, run-separate, bootstrap-db, migrate, install, requeue, doctor, backup, restore, service-secrets."""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path

from pydantic import ValidationError

from services.catalog import NAMES
from shared.domain.errors import Problem
from shared.platform.embedded.errors import EmbeddedError
from shared.platform.embedded.trampoline import end_with_parent
from shared.platform.logging import configure
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings

SUPERVISOR = "DAJIAN_SUPERVISOR"
"""Set by the supervisor for its processes, to its own number: they end when it does."""
PLAIN = {
    "run-separate": ("separate:run_separate", "run each service and worker as its own process, for development"),
    "bootstrap-db": ("maintenance:bootstrap_database", "make the services' database roles and give them their rights"),
    "migrate": ("maintenance:migrate_database", "bring the database to the newest schema"),
    "install": ("maintenance:install_data", "put base data and, if set, demonstration data into the database"),
    "requeue": ("maintenance:requeue_jobs", "give held jobs another chance, once their cause is mended"),
    "doctor": ("doctor:examine", "say in plain words what is wrong"),
    "service-secrets": (
        "maintenance:print_service_secrets",
        "print secrets and passwords for running services apart, as .env for compose",
    ),
}
"""Commands that take no arguments: what does it, in a module of this package, and what it is for."""


def _loaded(place: str) -> Callable[..., Awaitable[int]]:
    """A command's function. Its module is loaded now: a service's process holds nothing of the other commands."""
    module, name = place.split(":")
    function: Callable[..., Awaitable[int]] = getattr(import_module(f"services.{module}"), name)
    return function


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
    for name, (_, words) in PLAIN.items():
        commands.add_parser(name, help=words)
    audit = commands.add_parser("audit", help="verify the audit log: chains, seals, signatures")
    audit.add_argument("action", choices=["verify"])
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
    port = arguments.port or settings.port
    if arguments.command in PLAIN:
        return await _loaded(PLAIN[arguments.command][0])(settings)
    if arguments.command == "audit":
        return await _loaded("audit:verify_log")(settings)
    if arguments.command == "backup":
        return await _loaded("maintenance:write_backup")(settings, arguments.file)
    if arguments.command == "restore":
        return await _loaded("maintenance:read_backup")(settings, arguments.file, replace=arguments.replace)
    if "all" in arguments.target:
        return await _loaded("together:run")(settings, role=arguments.role, port=port)
    return await _loaded("alone:run")(settings, tuple(arguments.target), role=arguments.role, port=port)


def main() -> None:
    """Run a command; set-up faults are one plain line and exit code 1."""
    arguments = _parser().parse_args()
    if supervisor := os.environ.get(SUPERVISOR):
        end_with_parent(int(supervisor), signal.SIGTERM)
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
