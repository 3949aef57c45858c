"""Settings of e-mail, from the environment (`DAJIAN_SMTP_*`); without a host nothing is sent: the inbox alone tells."""

from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class SmtpSettings(BaseSettings):
    """The mail server and how patiently it is tried. All bounds are our own default [assumed].

    Args:
        host: the mail server; unset: no mail.
        port: its port.
        security: `starttls` (default), `tls` from the first byte, or `none`.
        user: to sign in with; unset: without.
        password: of the user.
        sender: address mails come from.
        timeout_s: longest wait for the server.
        first_pause_s: pause after the first failed try; doubled after each.
        longest_pause_s: longest pause between two tries.
        tries_max: tries after which a mail has failed for good.
        oldest_h: notifications older than these hours are not mailed any more when the server comes back.
    """

    model_config = SettingsConfigDict(env_prefix="DAJIAN_SMTP_", frozen=True, extra="ignore")

    host: str | None = None
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: SecretStr | None = None
    sender: str = Field(default="dajian@localhost", pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)
    timeout_s: float = Field(default=10, gt=0, le=60)
    first_pause_s: int = Field(default=60, ge=0, le=3600)
    longest_pause_s: int = Field(default=7200, ge=1, le=86_400)
    tries_max: int = Field(default=10, ge=1, le=50)
    oldest_h: int = Field(default=48, ge=1, le=720)

    @model_validator(mode="after")
    def _password_is_kept_secret(self) -> Self:
        if self.user is not None and self.password is None:
            raise ValueError("DAJIAN_SMTP_USER needs DAJIAN_SMTP_PASSWORD")
        if self.user is not None and self.security == "none" and self.host not in _LOCAL:
            raise ValueError("DAJIAN_SMTP_SECURITY=none would send the password in clear; use starttls or tls")
        return self
