"""What route advisory keeps ready: the arrays of the network in a folder the CPU workers map, and a warm worker."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from services.route_advisory.checks.work import warm
from services.route_advisory.network.build import build
from services.route_advisory.network.rows import BridgeData, Limits, NodeRow, SegmentRow, StructureRow
from shared.platform.database import ReadSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.route_advisory import RoadNode, RoadSegment, Structure


@dataclass(frozen=True)
class Engine:
    """The network this process checks routes on: a folder of memory-mapped arrays named by their hash."""

    folder: Path


async def prepare(runtime: Runtime) -> None:
    """Make the arrays from the rows, and let every CPU worker map them, so that the first check is as fast as any.

    Raises:
        InvalidRows: the network is empty or its rows contradict each other.
    """
    async with reading(runtime.database) as session:
        nodes, segments, structures = await read_network(session)
    folder = build(nodes, segments, structures).save(runtime.settings.data_dir / "network")
    runtime.keep(Engine(folder))
    await asyncio.gather(*(runtime.cpu.run(warm, str(folder)) for _ in range(runtime.settings.cpu_workers)))


async def read_network(session: ReadSession) -> tuple[list[NodeRow], list[SegmentRow], list[StructureRow]]:
    """The network as plain rows."""
    nodes = await session.execute(select(RoadNode.__table__))
    segments = await session.execute(select(RoadSegment.__table__))
    structures = await session.execute(select(Structure.__table__))
    return (
        [NodeRow(**row) for row in nodes.mappings()],
        [_segment(row) for row in segments.mappings()],
        [_structure(row) for row in structures.mappings()],
    )


def _segment(row: Mapping[str, object]) -> SegmentRow:
    values = dict(row)
    line = values.pop("geometry")
    values["limits"] = Limits(**values["limits"])
    return SegmentRow(**values, line=tuple((lon, lat) for lon, lat in line))


def _structure(row: Mapping[str, object]) -> StructureRow:
    values = dict(row)
    values["limits"] = Limits(**values["limits"])
    if bridge := values["bridge"]:
        values["bridge"] = BridgeData(**{**bridge, "spans_mm": tuple(bridge["spans_mm"])})
    return StructureRow(**values)
