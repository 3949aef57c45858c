"""Wire models of the thread between applicant and office about one application."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Wire
from shared.contracts.intake import Prose


class CaseMessageDraft(Wire):
    """A message to the other side."""

    text: Annotated[Prose, Field(min_length=1)]


class CaseMessage(Wire):
    """A message about an application; names of officers are shown to staff alone."""

    id: UUID
    side: Literal["applicant", "office"]
    author: str | None
    mine: bool
    text: str
    at: datetime


class CaseMessages(Wire):
    """The thread of an application, oldest first."""

    items: list[CaseMessage]
