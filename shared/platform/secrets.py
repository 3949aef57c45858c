"""The installation's master secret and the service secrets derived from it."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from shared.domain.roles import Role
from shared.platform.settings import PlatformSettings
from shared.platform.tokens import Caller


def read_or_make_secret(path: Path) -> bytes:
    """The master secret in a file only its owner reads; made on first use, by one process alone."""
    return read_or_make(path, lambda: secrets.token_hex(32).encode())


def read_or_make(path: Path, make: Callable[[], bytes]) -> bytes:
    """What a file holds that only its owner reads; made on first use, whole, by one process alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    if not path.exists():
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # another process was first: its secret is the one
        finally:
            draft.unlink()
    return path.read_bytes()


def master_secret(settings: PlatformSettings) -> bytes:
    """The installation's master secret: given, or the one of its key folder."""
    if settings.service_master is not None:
        return settings.service_master.get_secret_value().encode()
    return read_or_make_secret(settings.keys_dir / "service-master")


def service_secret(master: bytes, service: str) -> str:
    """The secret of one service: it knows its own, registry can tell all."""
    return hmac.new(master, f"service:{service}".encode(), hashlib.sha256).hexdigest()


def service_caller(service: str) -> Caller:
    """The caller a service is to others."""
    return Caller(id=service_id(service), name=service, roles=frozenset({Role.SERVICE}), service=service)


def service_id(service: str) -> UUID:
    """A service's fixed account id."""
    return uuid5(NAMESPACE_URL, f"dajian:service:{service}")
