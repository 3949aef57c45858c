"""What people are told: templates in Chinese and English from `notifications.toml`, filled at the edge; the inbox on the wire."""

import string
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.classification import ReasonText
from shared.contracts.facts import Wire
from shared.domain.clock import SHANGHAI

MOMENT: Final = "_at"
"""End of the names whose values are moments."""
DAY: Final = "_on"
"""End of the names whose values are days."""
Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")


class Wording(Wire):
    """One template in one language; names in braces stand for data."""

    subject: str
    body: str

    @property
    def names(self) -> frozenset[str]:
        """The names it needs."""
        found = string.Formatter().parse(self.subject + self.body)
        return frozenset(name for _, name, _, _ in found if name)


class Template(Wire):
    """What is told of one act; `mail`: also by e-mail."""

    mail: bool
    zh: Wording
    en: Wording


class Templates(Wire):
    """All of it; `words` tell codes in words, by name and code."""

    templates: dict[str, Template]
    words: dict[str, dict[str, ReasonText]]


TEMPLATES: Final = Templates.model_validate(
    tomllib.loads((Path(__file__).parent / "notifications.toml").read_text(encoding="utf-8"))
)


class Told(Wire):
    """A filled template: subject and body in both languages."""

    subject: ReasonText
    body: ReasonText


def names_of(template: str) -> frozenset[str]:
    """The data a template needs.

    Raises:
        KeyError: there is no such template.
    """
    found = TEMPLATES.templates[template]
    return found.zh.names | found.en.names


def fill(template: str, data: Mapping[str, object]) -> Told:
    """A template filled with its data, in both languages; a value that is missing is shown as a dash.

    Raises:
        KeyError: there is no such template.
    """
    found, names = TEMPLATES.templates[template], names_of(template)
    shown = {language: {name: _shown(name, data.get(name), language) for name in names} for language in LANGUAGES}
    return Told(
        subject=ReasonText(zh=found.zh.subject.format_map(shown["zh"]), en=found.en.subject.format_map(shown["en"])),
        body=ReasonText(zh=found.zh.body.format_map(shown["zh"]), en=found.en.body.format_map(shown["en"])),
    )


def _shown(name: str, value: object, language: Language) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, list):
        lines = [str(one) for one in value]
        return "\n".join(f"{index}. {line}" for index, line in enumerate(lines, start=1))
    if name.endswith(MOMENT):
        local = datetime.fromisoformat(str(value)).astimezone(SHANGHAI)
        day = f"{local.year}年{local.month}月{local.day}日" if language == "zh" else f"{local:%Y-%m-%d}"
        return f"{day} {local:%H:%M}"
    if name.endswith(DAY):
        on = date.fromisoformat(str(value))
        return f"{on.year}年{on.month}月{on.day}日" if language == "zh" else on.isoformat()
    word = TEMPLATES.words.get(name, {}).get(str(value))
    return getattr(word, language) if word else str(value)


class MailState(Wire):
    """How a notification fares by e-mail; `reason`: why the last try failed."""

    state: Literal["queued", "sent", "failed"]
    tries: int
    reason: str
    sent_at: datetime | None


class Notice(Wire):
    """A notification in somebody's inbox. `mail` is None when it does not go to him by e-mail."""

    id: UUID
    template: str
    subject: ReasonText
    body: ReasonText
    about: Literal["application", "carrier", "permit", "account"]
    about_id: UUID
    at: datetime
    read: bool
    mail: MailState | None


class Inbox(Wire):
    """A page of an inbox, newest first, and how many are unread (at most 100 are counted)."""

    items: list[Notice]
    next_cursor: str | None
    unread: int


class Readings(Wire):
    """The notifications somebody has read."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=100)]


class ReadingsAnswer(Wire):
    """How many are unread now."""

    unread: int
