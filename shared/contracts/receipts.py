"""Wire models of receipts: the numbered papers of legal acts."""

from datetime import datetime
from typing import Literal

from shared.contracts.classification import ReasonText
from shared.contracts.facts import Wire

ReceiptKind = Literal["acceptance", "correction", "non_acceptance", "termination", "withdrawal"]


class Receipt(Wire):
    """A receipt; its signed PDF is fetched by its number."""

    kind: ReceiptKind
    number: str
    title: ReasonText
    issued_at: datetime


class Receipts(Wire):
    """The receipts of an application, oldest first."""

    items: list[Receipt]
