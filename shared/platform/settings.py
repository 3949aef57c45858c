"""Settings every service shares, from the environment (`DAJIAN_*`, `DATABASE_URL`); frozen once read."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

SERVICES = ("registry", "intake", "classification", "route_advisory", "issuance", "fieldwork")
"""Services that own tables, in the order they are made ready."""


def default_data_dir() -> Path:
    """The folder data lies in unless told: `/var/lib/dajian` for root, else a folder of the user's data home."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/var/lib/dajian")
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(home) / "dajian"


class PlatformSettings(BaseSettings):
    """What the platform needs to run.

    Args:
        port: the single origin when all runs in one process.
        data_dir: keys, files, logs and the embedded database.
        database_url: a Postgres 15 to 18; unset: the embedded one.
        embedded_database: DATABASE_URL leads to an embedded database: `run-separate` tells its processes so.
        demo: which demonstration data to load; None: `full` when embedded, `none` otherwise.
        demo_office: how many applications the living office of `full` has.
        authority_adcode: the authority this installation decides for.
        public_url: address printed on documents for checking a permit.
        service_secret: this service's secret for calls to others; unset in one process, where it is derived.
        service_master: the installation's master secret; unset: a file of the key folder, made on first use.
        development_proxy: the portal sends `/api/*` on to the services; in production a stock proxy does.
        service_urls: where each service answers when they run apart, by name.
        object_store: URL of an S3 bucket for files; unset: a folder under data_dir.
        submit_budget_s: time a submission may take before it is answered with 202.
        submit_inline_max: submissions driven inline at once, per process.
        hop_timeout_s: longest a call to another service may take while somebody waits for the answer.
        job_hop_timeout_s: the same for a job, which nobody waits for.
        cpu_workers: processes for work above 5 ms.
        max_json_bytes: largest JSON body.
    """

    model_config = SettingsConfigDict(env_prefix="DAJIAN_", frozen=True, extra="ignore", env_nested_delimiter="__")

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    data_dir: Path = Field(default_factory=default_data_dir)
    database_url: SecretStr | None = Field(default=None, validation_alias="DATABASE_URL")
    embedded_database: bool = False
    demo: Literal["full", "accounts", "none"] | None = None
    demo_office: int = Field(default=200, ge=1, le=1000)
    authority_adcode: str = Field(default="150600", pattern=r"^[1-9][0-9]{5}$")
    public_url: str = "http://127.0.0.1:8000"
    service_secret: SecretStr | None = None
    service_master: SecretStr | None = None
    development_proxy: bool = False
    service_urls: dict[str, str] = {}
    object_store: str | None = None
    submit_budget_s: float = Field(default=2.5, gt=0, le=60)
    submit_inline_max: int = Field(default=4, ge=0, le=100)
    hop_timeout_s: float = Field(default=1.0, gt=0, le=30)
    job_hop_timeout_s: float = Field(default=8.0, gt=0, le=60)
    cpu_workers: int = Field(default=1, ge=1, le=16)
    max_json_bytes: int = Field(default=1_048_576, ge=1024)
    pool_size: int = Field(default=2, ge=1, le=50)
    pool_overflow: int = Field(default=3, ge=0, le=50)
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @property
    def embedded(self) -> bool:
        """Whether the embedded Postgres is used."""
        return self.database_url is None

    @property
    def own_database(self) -> bool:
        """Whether the database is an embedded one: only there may demonstration accounts be."""
        return self.embedded or self.embedded_database

    @property
    def demonstration(self) -> Literal["full", "accounts", "none"]:
        """Which demonstration data to load."""
        return self.demo or ("full" if self.embedded else "none")

    @property
    def keys_dir(self) -> Path:
        """Folder of signing keys and secrets."""
        return self.data_dir / "keys"

    @property
    def files_dir(self) -> Path:
        """Folder of stored files when no object store is set."""
        return self.data_dir / "files"


def async_url(url: str) -> str:
    """A database address as SQLAlchemy's asyncpg driver wants it."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+asyncpg://" + url.removeprefix(prefix)
    return url


def plain_url(url: str) -> str:
    """A database address as asyncpg and the Postgres tools want it."""
    return "postgresql://" + url.split("://", 1)[1]
