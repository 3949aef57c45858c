"""Demonstration data of route advisory: the Ordos roads with made-up structures dated back from the day of loading.

An empty database gets both once. While the network is that sample, its ratings are kept fresh: a start a week or more
after they were last dated moves them all on by the days gone by, so that a demonstration never fails on old ratings.
What an authority imported itself (`network_state.sample` false, structures with `sample` false) is never touched.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import insert, select, text, update

from services.route_advisory.network.rows import NodeRow, SegmentRow, StructureRow
from services.route_advisory.sample_roads import ATTRIBUTION, roads
from services.route_advisory.sample_structures import sample_structures
from shared.domain.clock import shanghai_day, utc_now
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.route_advisory import NetworkState, RoadNode, RoadSegment, Structure

FRESH_DAYS = 7
"""Days after which the ratings of made-up structures are dated anew."""
_ONE_AT_A_TIME = text(
    "SELECT set_config('lock_timeout', '30s', true), pg_advisory_xact_lock(hashtextextended('route_advisory.install', 0))"
)


async def install(runtime: Runtime) -> None:
    """Import the network once, and keep made-up ratings fresh; processes that start together wait for each other."""
    today = shanghai_day(utc_now())
    async with transaction(runtime.database) as session:
        await session.execute(_ONE_AT_A_TIME)
        state = await session.scalar(select(NetworkState).with_for_update(key_share=True))
        if state is None:
            await _import(session, today)
        elif state.sample and (gone := (today - state.dated_on).days) >= FRESH_DAYS:
            dated = Structure.sample.is_(True) & Structure.rated_on.is_not(None)
            await session.execute(update(Structure).where(dated).values(rated_on=Structure.rated_on + gone))
            state.dated_on, state.network_version = today, _version(today)


def _version(day: date) -> str:
    return f"ordos-sample-{day:%Y%m%d}"


async def _import(session: WriteSession, today: date) -> None:
    nodes, segments = roads()
    structures = [sample.dated(today) for sample in sample_structures(nodes, segments)]
    await write_network(session, nodes, segments, structures)
    session.add(
        NetworkState(
            id=1,
            network_version=_version(today),
            attribution=ATTRIBUTION,
            sample=True,
            dated_on=today,
            imported_at=utc_now(),
        )
    )


async def write_network(
    session: WriteSession,
    nodes: Sequence[NodeRow],
    segments: Sequence[SegmentRow],
    structures: Sequence[StructureRow],
) -> None:
    """Insert the rows of a network. Limits and bridge figures are stored as JSON, nulls included."""
    await session.execute(insert(RoadNode), [asdict(node) for node in nodes])
    await session.execute(insert(RoadSegment), [_segment(segment) for segment in segments])
    await session.execute(insert(Structure), [asdict(structure) for structure in structures])


def _segment(segment: SegmentRow) -> dict[str, object]:
    row = asdict(segment)
    row["geometry"] = [list(point) for point in row.pop("line")]
    return row
