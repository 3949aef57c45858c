"""Wire models of a change a person decides: issuance has a case opened in intake, which names the permit it changes."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Text, TransportFacts, Wire

NeedsCase = Literal[
    "longer_validity",
    "escort_or_survey",
    "other_vehicle",
    "other_way",
    "other_transport",
    "register_not_green",
    "no_standing_authority",
]
"""Why a change is not made at once."""
NEEDS_CASE_TEXTS: Final[Mapping[NeedsCase, tuple[str, str]]] = {
    "longer_validity": ("有效期比原证长", "the validity would be longer"),
    "escort_or_survey": ("护送或勘验按原日期安排", "escort or survey were agreed for the old days"),
    "other_vehicle": ("车型、轴数或整备质量与原车不符", "another kind of vehicle, other axles or a heavier one"),
    "other_way": ("新日期内须改走其他路线", "another way is needed on the new days"),
    "other_transport": ("变更内容超出号牌和日期", "more than plates and dates is changed"),
    "register_not_green": ("企业或车辆登记状态不符合即时办理条件", "carrier or vehicles do not stand well enough"),
    "no_standing_authority": ("目前不能自动变更", "changes are not decided automatically now"),
}


class ChangedPermit(Wire):
    """The revision of a permit a case asks to change: what is granted becomes the next revision of the same number."""

    number: str
    revision: Annotated[int, Field(ge=1)]


class ChangeBasis(ChangedPermit):
    """What an application that asks for a change rests on, and why a person decides it; `detail`: what was at fault."""

    reason: NeedsCase
    detail: str


class ChangeCaseOrder(Wire):
    """Issuance has an application opened and handed in for a holder; `id` is its id, so that asking twice opens one."""

    id: UUID
    authority_adcode: str
    carrier_id: UUID
    carrier_name: Text
    asked_by: UUID
    asked_by_name: Text
    facts: TransportFacts
    basis: ChangeBasis


class OpenedChange(Wire):
    """The application of a change."""

    id: UUID
    number: str
    status: str


class ChangeCase(Wire):
    """A change that became a case: the present revision stays in force until it is decided."""

    permit_number: str
    revision: int
    application_id: UUID
    application_number: str
    status: str
    reason: NeedsCase
    zh: str
    en: str
