"""Wire models of official papers (文书): what a service has issuance print under the authority's seal and signature."""

from typing import Annotated

from pydantic import AwareDatetime, Base64Bytes, Field

from shared.contracts.facts import Text, Wire
from shared.contracts.intake import Prose


class OfficialPaper(Wire):
    """A notice or decision in Chinese, complete: its PDF follows from it and the issuing office alone.

    Args:
        title: such as 受理通知书.
        number: 文书编号; unique among papers.
        addressee: whom it is given to.
        body: paragraphs before the items.
        items: counted, such as what has to be corrected.
        closing: paragraphs after the items.
        remedies: what the addressee may do against it; empty: nothing is decided against him.
        file_name: what it belongs to, such as 申请编号; printed at the foot.
        issued_at: the moment of the act; sets the date.
    """

    title: Annotated[Text, Field(max_length=30)]
    number: Annotated[Text, Field(max_length=60)]
    addressee: Text
    body: Annotated[list[Prose], Field(min_length=1, max_length=20)]
    items: Annotated[list[Prose], Field(max_length=100)] = []
    closing: Annotated[list[Prose], Field(max_length=20)] = []
    remedies: Prose = ""
    file_name: Text
    issued_at: AwareDatetime


class PrintedPaper(Wire):
    """The signed PDF of an official paper."""

    pdf: Base64Bytes
