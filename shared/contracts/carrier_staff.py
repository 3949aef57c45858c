"""Wire models of a carrier's own people: its drivers with their papers, its agents and what they may do."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from shared.contracts.facts import Text, Wire, custom_error
from shared.contracts.registry import Paper, Username
from shared.domain.national_id import is_national_id

Power = Literal["file", "manage"]
"""To file applications and act for the carrier; to make and close its users and keys."""


def _national_id(value: str) -> str:
    if not is_national_id(value.upper()):
        raise custom_error("national_id")
    return value.upper()


class DriverDraft(Wire):
    """A driver (驾驶员) of a carrier."""

    name: Text
    id_number: Annotated[str, Field(max_length=18), AfterValidator(_national_id)]
    phone: Annotated[str, Field(pattern=r"^[0-9+ -]{5,20}$")]


class Driver(Wire):
    """A driver as stored, with his papers; of the identity number the last characters alone are shown."""

    id: UUID
    carrier_id: UUID
    name: str
    id_number: str
    phone: str
    papers: list[Paper]
    version: int


class CarrierUserDraft(Wire):
    """A colleague who is to act for the carrier; he sets his password by a one-time link."""

    username: Username
    display_name: Text
    powers: Annotated[list[Power], Field(max_length=2)] = ["file"]


class CarrierUser(Wire):
    """An agent of the carrier; without the power to file he reads alone."""

    id: UUID
    username: str
    display_name: str
    powers: list[str]
    active: bool
    password_set: bool
    version: int


class CarrierUsers(Wire):
    """The agents of a carrier, by name."""

    items: list[CarrierUser]


class CarrierInvitation(Wire):
    """A new agent and the one-time token he sets his password with; the token is shown here alone."""

    user: CarrierUser
    token: str


class Powers(Wire):
    """What an agent may do from now on."""

    powers: Annotated[list[Power], Field(max_length=2)]
