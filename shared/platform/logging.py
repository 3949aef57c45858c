"""Structured logs: one JSON line an event, a fixed phrase plus fields; the request id runs through all of them."""

import logging
import sys
from collections.abc import MutableMapping
from contextvars import ContextVar

import structlog

from shared.domain.clock import clock_set_back

request_id: ContextVar[str] = ContextVar("request_id", default="-")

Log = structlog.stdlib.BoundLogger


def current_request_id() -> str:
    """Id of the request or job at hand; `-` outside of one."""
    return request_id.get()


def _add_request_id(_: object, __: str, event: MutableMapping[str, object]) -> MutableMapping[str, object]:
    event.setdefault("request_id", request_id.get())
    return event


def _without_the_past(_: object, level: str, event: MutableMapping[str, object]) -> MutableMapping[str, object]:
    """What the demonstration did weeks ago on its own clock is no news: its faults alone are told."""
    if level in {"debug", "info"} and clock_set_back():
        raise structlog.DropEvent
    return event


def configure(level: str) -> None:
    """Send this process's logs to standard error as JSON lines."""
    numeric = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            _without_the_past,
            _add_request_id,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(numeric),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=max(numeric, logging.WARNING), format="%(name)s %(levelname)s %(message)s", force=True)


def get_log(name: str) -> Log:
    """A logger; events are fixed phrases."""
    log: Log = structlog.get_logger(room=name)
    return log
