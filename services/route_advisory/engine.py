"""What route advisory keeps ready: the arrays of the network in a folder the CPU workers map, and warm workers."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Select, select

from services.route_advisory.checks.work import warm
from services.route_advisory.network.build import build
from services.route_advisory.network.rows import NodeRow, SegmentRow, StructureRow
from shared.platform.database import ReadSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.route_advisory import RoadNode, RoadSegment, Structure

Row = TypeVar("Row")

_NODES: Final = TypeAdapter(list[NodeRow])
_SEGMENTS: Final = TypeAdapter(list[SegmentRow])
_STRUCTURES: Final = TypeAdapter(list[StructureRow])


@dataclass(frozen=True)
class Engine:
    """The network this process checks routes on: a folder of memory-mapped arrays named by their hash.

    None: no network was imported yet; no way is found then, and every case goes to a person.
    """

    folder: Path | None


async def prepare(runtime: Runtime) -> None:
    """Make the arrays from the rows, and let every CPU worker map them, so that the first check is as fast as any.

    Raises:
        InvalidRows: the rows contradict each other.
    """
    async with reading(runtime.database) as session:
        rows = await read_network(session)
    if not rows[1]:
        runtime.keep(Engine(None))
        return
    folder = build(*rows).save(runtime.settings.data_dir / "network")
    runtime.keep(Engine(folder))
    await asyncio.gather(*(runtime.cpu.run(warm, str(folder)) for _ in range(runtime.settings.cpu_workers)))


async def read_network(session: ReadSession) -> tuple[list[NodeRow], list[SegmentRow], list[StructureRow]]:
    """The network as plain rows: their fields are the columns, a segment's `line` is its geometry."""
    columns = [column for column in RoadSegment.__table__.columns if column.name != "geometry"]
    return (
        await _rows(session, _NODES, select(*RoadNode.__table__.columns)),
        await _rows(session, _SEGMENTS, select(*columns, RoadSegment.geometry.label("line"))),
        await _rows(session, _STRUCTURES, select(*Structure.__table__.columns)),
    )


async def _rows(session: ReadSession, adapter: TypeAdapter[list[Row]], query: Select[tuple[object, ...]]) -> list[Row]:
    return adapter.validate_python([dict(row) for row in (await session.execute(query)).mappings()])
