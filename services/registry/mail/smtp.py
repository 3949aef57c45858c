"""Speaking to the mail server: one connection a batch, in a thread; what became of each mail."""

import smtplib
import ssl
from collections.abc import Callable, Iterable, Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import NamedTuple
from uuid import UUID

from services.registry.mail.settings import SmtpSettings
from shared.contracts.notifications import Told
from shared.domain.clock import SHANGHAI, utc_now

_PERMANENT = range(500, 600)
"""Answers of a mail server that another try does not change (RFC 5321, 4.2.1)."""
_LONGEST_REASON = 300


class Letter(NamedTuple):
    """A mail to be sent."""

    id: UUID
    address: str
    told: Told


class Outcome(NamedTuple):
    """What became of a mail; `reason` None: sent. `final`: another try does not help."""

    id: UUID
    reason: str | None
    final: bool


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """The mail: Chinese first, English below. Its id follows from ours, so that one sent twice is known as one."""
    message = EmailMessage()
    message["Subject"] = _one_line(f"{letter.told.subject.zh} / {letter.told.subject.en}")
    message["From"] = Address(display_name="大件运输许可", addr_spec=sender)
    message["To"] = Address(addr_spec=letter.address)
    message["Date"] = format_datetime(utc_now().astimezone(SHANGHAI))
    message["Message-ID"] = f"<{letter.id}@{sender.rsplit('@', 1)[1]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{letter.told.body.zh}\n\n--\n\n{letter.told.body.en}\n")
    return message


def _one_line(text: str) -> str:
    return " ".join(text.split())


def send_all(settings: SmtpSettings, letters: Iterable[Letter], stopped: Callable[[], bool]) -> list[Outcome]:
    """Send mails over one connection; blocks: for a thread.

    Args:
        settings: with a host.
        letters: what to send.
        stopped: asked before each; true: the rest is left for another time.
    """
    waiting = list(letters)
    try:
        with _connection(settings) as server:
            return list(_each(server, settings.sender, waiting, stopped))
    except (OSError, smtplib.SMTPException) as error:
        return [Outcome(letter.id, _reason(error), final=False) for letter in waiting]


def _each(
    server: smtplib.SMTP, sender: str, letters: Iterable[Letter], stopped: Callable[[], bool]
) -> Iterator[Outcome]:
    lost: str | None = None
    for letter in letters:
        if stopped():
            return
        if lost is not None:
            yield Outcome(letter.id, lost, final=False)
            continue
        try:
            server.send_message(message_of(letter, sender))
            yield Outcome(letter.id, None, final=True)
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()))
            yield Outcome(letter.id, f"{code} {words.decode('utf-8', 'replace')}"[:_LONGEST_REASON], code in _PERMANENT)
        except smtplib.SMTPResponseException as error:
            yield Outcome(letter.id, _reason(error), final=error.smtp_code in _PERMANENT)
        except (OSError, smtplib.SMTPException) as error:
            lost = _reason(error)
            yield Outcome(letter.id, lost, final=False)
        except ValueError as error:  # an address no mail can carry
            yield Outcome(letter.id, _reason(error), final=True)


def _connection(settings: SmtpSettings) -> smtplib.SMTP:
    host = settings.host or ""
    if settings.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, settings.port, timeout=settings.timeout_s, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(host, settings.port, timeout=settings.timeout_s)
    try:
        if settings.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if settings.user is not None and settings.password is not None:
            server.login(settings.user, settings.password.get_secret_value())
    except BaseException:
        server.close()
        raise
    return server


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error if isinstance(error.smtp_error, str) else error.smtp_error.decode("utf-8", "replace")
        return f"{error.smtp_code} {words}"[:_LONGEST_REASON]
    return (str(error) or type(error).__name__)[:_LONGEST_REASON]
