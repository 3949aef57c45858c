"""Reading papers, and who may see whose."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts import registry as wire
from shared.platform.tokens import Caller
from shared.schema.registry import Paper


def sees_carrier(caller: Caller, carrier_id: UUID) -> bool:
    """Whether a caller may see a carrier's rows: an agent his own company's alone (row rule 1)."""
    return caller.authority is not None or caller.carrier_id == carrier_id


def paper_answer(row: Paper) -> wire.Paper:
    """A paper as it is answered."""
    return wire.Paper(
        id=row.id,
        kind=row.kind,
        number=row.number,
        covers_oversize=row.covers_oversize,
        valid_to=row.valid_to,
        verified_at=row.verified_at,
        version=row.version,
    )


async def papers_of(session: AsyncSession, owner_ids: Iterable[UUID]) -> Mapping[UUID, list[Paper]]:
    """The papers of carriers or vehicles, by owner, in the order of their kinds."""
    found: dict[UUID, list[Paper]] = {owner: [] for owner in owner_ids}
    rows = await session.scalars(select(Paper).where(Paper.owner_id.in_(found)).order_by(Paper.kind))
    for row in rows:
        found[row.owner_id].append(row)
    return found
