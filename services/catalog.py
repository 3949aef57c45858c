"""Which services this installation has: those whose folder is here."""

from importlib import import_module
from importlib.util import find_spec

from shared.platform.runtime import ServiceDefinition
from shared.platform.settings import SERVICES

NAMES = (*SERVICES, "portal")


def present() -> tuple[str, ...]:
    """Names of the services whose code is here."""
    return tuple(name for name in NAMES if find_spec(f"services.{name}") and find_spec(f"services.{name}.main"))


def load(names: tuple[str, ...] | None = None) -> tuple[ServiceDefinition, ...]:
    """The definitions of services by name; None: all that are here."""
    found: list[ServiceDefinition] = []
    for name in names or present():
        definition = import_module(f"services.{name}.main").SERVICE
        if not isinstance(definition, ServiceDefinition):
            raise TypeError(f"services.{name}.main has no SERVICE")
        found.append(definition)
    return tuple(found)
