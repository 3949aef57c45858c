"""Pytest plugin: one Postgres for the whole run, one template database, one clone a worker.

`DAJIAN_TEST_DATABASE_URL` names a server to use; unset, an embedded one is started in a temporary folder. Under
pytest-xdist the controller starts it and hands its address to the workers.
"""

import asyncio
import os
import tempfile
from pathlib import Path

import pytest
import structlog

from shared.platform.embedded.server import EmbeddedServer, start

URL_VARIABLE = "DAJIAN_TEST_DATABASE_URL"
ROOT_VARIABLE = "DAJIAN_TEST_ROOT"
_STARTED: list[EmbeddedServer] = []


def test_root() -> Path:
    """Folder of this run: keys, files, the embedded database."""
    if ROOT_VARIABLE not in os.environ:
        os.environ[ROOT_VARIABLE] = tempfile.mkdtemp(prefix="dajian-tests-")
    return Path(os.environ[ROOT_VARIABLE])


test_root.__test__ = False  # type: ignore[attr-defined]


async def server_url() -> str:
    """Address of a server to make databases on, without a database name."""
    if URL_VARIABLE not in os.environ:
        server = await start(test_root() / "postgres")
        _STARTED.append(server)
        os.environ[URL_VARIABLE] = server.url
    return os.environ[URL_VARIABLE].rsplit("/", 1)[0]


def pytest_configure(config: pytest.Config) -> None:
    """Under xdist: start the server before the workers, so that it outlives each of them."""
    # Plain lines: the library's default draws tracebacks with all their locals, which takes longer than the tests.
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ]
    )
    workers = getattr(config.option, "numprocesses", None)
    if workers and not hasattr(config, "workerinput"):
        asyncio.run(server_url())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server this process started."""
    for server in _STARTED:
        asyncio.run(server.stop())
    _STARTED.clear()
