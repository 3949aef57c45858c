"""Wire models of the papers of issuance's acts."""

from datetime import datetime

from shared.contracts.classification import ReasonText
from shared.contracts.facts import Wire


class ActPaper(Wire):
    """The paper of an act; its signed PDF is fetched by its number. Without a permit: of a case."""

    number: str
    kind: str
    title: ReasonText
    permit_number: str | None
    application_number: str
    issued_at: datetime
