"""Base data of registry: the authorities, from `authorities.toml`, and the organisation's tree."""

import tomllib
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field
from sqlalchemy.dialects.postgresql import insert

from shared.contracts.classification import Mark
from shared.contracts.facts import Adcode, Text, Wire
from shared.domain.roles import Role
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.registry import Authority, OrgUnit


class AuthorityRow(Wire):
    """An authority (主管部门) as written in the file."""

    adcode: Adcode
    name: Text
    level: Literal["province", "prefecture", "county"]


AUTHORITIES: Final = tuple(
    AuthorityRow.model_validate(row)
    for row in tomllib.loads((Path(__file__).parent / "authorities.toml").read_text(encoding="utf-8"))["authority"]
)


class UnitRow(Wire):
    """A unit of the organisation (机构) as written in the file; `posts` are the roles that work there."""

    code: Annotated[str, Field(pattern=r"^[1-9][0-9]{5}(-[A-Z0-9]{1,6})?$")]
    parent: str | None = None
    kind: Literal["authority", "section", "detachment", "brigade", "station"]
    name: Text
    adcode: Adcode
    posts: tuple[Role, ...]
    mark: Mark


UNITS: Final = tuple(
    UnitRow.model_validate(row)
    for row in tomllib.loads(
        (Path(__file__).parent / "organisation" / "organisation.toml").read_text(encoding="utf-8")
    )["unit"]
)


async def install(runtime: Runtime) -> None:
    """Put the authorities and units that are not there yet."""
    units = [{**row.model_dump(exclude={"parent"}), "parent_code": row.parent} for row in UNITS]
    async with transaction(runtime.database) as session:
        rows = [row.model_dump() for row in AUTHORITIES]
        await session.execute(insert(Authority).values(rows).on_conflict_do_nothing())
        await session.execute(insert(OrgUnit).values(units).on_conflict_do_nothing())
