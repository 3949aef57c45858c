"""Official papers (文书): what a service has issuance print, and what all of them share: sentences as data, remedies."""

import string
import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

from pydantic import AwareDatetime, Base64Bytes, Field

from shared.contracts.classification import Mark
from shared.contracts.facts import Text, Wire
from shared.contracts.intake import Prose
from shared.domain.clock import SHANGHAI


class Sentence(Wire):
    """A sentence, the clause it rests on and how firmly that is known."""

    zh: str
    clause: str
    mark: Mark


class Remedies(Wire):
    """What may be done against an adverse act, and who reconsiders it, by the adcode of the authority that acted."""

    remedies: Sentence
    reconsideration: dict[str, str]

    def against(self, authority: str) -> str:
        """The remedies against an act of an authority, as a paper tells them."""
        named = self.reconsideration.get(authority, self.reconsideration["default"])
        return filled(self.remedies.zh, {"reconsideration": named})


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """A sentence with its names filled in; what is filled in is never itself taken for a name.

    Raises:
        KeyError: the values lack what the sentence names.
    """
    return string.Formatter().vformat(sentence, (), dict(values))


def chinese_day(moment: str) -> str:
    """The Shanghai day of a moment in ISO 8601, as papers write it."""
    local = datetime.fromisoformat(moment).astimezone(SHANGHAI)
    return f"{local.year}年{local.month}月{local.day}日"


REMEDIES: Final = Remedies.model_validate(
    tomllib.loads((Path(__file__).parent / "remedies.toml").read_text(encoding="utf-8"))
)


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
