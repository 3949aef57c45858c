"""Wire models of the organisation: units, staffing, deputies."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from shared.contracts.classification import Mark
from shared.contracts.facts import Moment, Wire, custom_error
from shared.domain.roles import Role


class OrgUnit(Wire):
    """A unit of the organisation; `posts` are the roles that work there."""

    code: str
    parent_code: str | None
    kind: Literal["authority", "section", "detachment", "brigade", "station"]
    name: str
    adcode: str
    posts: list[str]
    mark: Mark


class Organisation(Wire):
    """The tree, parents before their children."""

    units: list[OrgUnit]


class StaffShortage(Wire):
    """A class that cannot be staffed, and the posts for which nobody is left."""

    class_: Annotated[Literal["I", "II", "III"], Field(alias="class", serialization_alias="class")]
    posts: list[str]

    model_config = {"populate_by_name": True}


class Staffing(Wire):
    """What an office cannot staff today; empty: it can staff every class."""

    shortages: list[StaffShortage]


class DeputyOrder(Wire):
    """Who stands in for whom, in which role, from when to when."""

    account_id: UUID
    deputy_id: UUID
    role: Role
    starts_at: Moment
    ends_at: Moment

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise custom_error("end_before_start")
        return self


class Deputy(Wire):
    """A deputy as appointed; `lasting`: at this moment."""

    id: UUID
    account_id: UUID
    name: str
    deputy_id: UUID
    deputy_name: str
    role: str
    starts_at: Moment
    ends_at: Moment
    lasting: bool


class Deputies(Wire):
    """Deputies whose time is not over, the next to end first."""

    items: list[Deputy]
