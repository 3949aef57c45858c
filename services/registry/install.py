"""Base data of registry: the authorities, from `authorities.toml`."""

import tomllib
from pathlib import Path
from typing import Final, Literal

from sqlalchemy.dialects.postgresql import insert

from shared.contracts.facts import Adcode, Text, Wire
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.registry import Authority


class AuthorityRow(Wire):
    """An authority (主管部门) as written in the file."""

    adcode: Adcode
    name: Text
    level: Literal["province", "prefecture", "county"]


AUTHORITIES: Final = tuple(
    AuthorityRow.model_validate(row)
    for row in tomllib.loads((Path(__file__).parent / "authorities.toml").read_text(encoding="utf-8"))["authority"]
)


async def install(runtime: Runtime) -> None:
    """Put the authorities that are not there yet."""
    async with transaction(runtime.database) as session:
        rows = [row.model_dump() for row in AUTHORITIES]
        await session.execute(insert(Authority).values(rows).on_conflict_do_nothing())
