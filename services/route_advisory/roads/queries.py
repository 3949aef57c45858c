"""The road network as text: Postgres writes each GeoJSON feature, so that no event loop is held up by JSON."""

import json
from collections.abc import AsyncIterator
from typing import Final

from sqlalchemy import select, text

from shared.platform.database import Database, ReadSession
from shared.platform.transaction import reading
from shared.schema.route_advisory import NetworkState

_BATCH: Final = 500
_STAKE: Final = (
    "CASE WHEN {0} < 0 THEN '-' ELSE '' END || 'K' || abs({0}) / 1000 || '+' || lpad((abs({0}) % 1000)::text, 3, '0')"
)
_BRIDGE: Final = ", ".join(
    f"'{name}', bridge -> '{name}'"
    for name in ("spans_mm", "continuous", "lanes", "frequency_hz", "cq_design", "cq_load", "design_load")
)
_FEATURES: Final = text(f"""
    SELECT s.id, json_build_object(
        'type', 'Feature', 'id', s.id,
        'geometry', json_build_object('type', 'LineString', 'coordinates', s.geometry),
        'properties', json_build_object(
            'id', s.id, 'from_node', s.from_node, 'to_node', s.to_node, 'length_m', s.length_m, 'oneway', s.oneway,
            'road', s.road, 'from_stake', {_STAKE.format("s.from_stake_m")}, 'to_stake', {_STAKE.format("s.to_stake_m")},
            'class', s.road_class, 'lanes', s.lanes, 'owner', s.owner, 'limits', s.limits,
            'structures', coalesce(structures.listed, '[]'), 'restrictions', coalesce(restrictions.listed, '[]')
        ))::text AS feature
    FROM road_segment AS s
    LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object(
            'id', id, 'kind', kind, 'stake', {_STAKE.format("stake_m")}, 'limits', limits, {_BRIDGE},
            'condition_class', condition_class, 'rated_on', rated_on, 'sample', sample
        ) ORDER BY stake_m, id) AS listed
        FROM structure WHERE segment_id = s.id
    ) AS structures ON true
    LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object(
            'id', notice_id, 'kind', kind, 'hard', hard, 'from', starts_at, 'to', ends_at, 'limits', limits
        ) ORDER BY seq) AS listed
        FROM restriction
        WHERE segment_ids @> ARRAY[s.id] AND lifted_at IS NULL AND (ends_at IS NULL OR ends_at > now())
    ) AS restrictions ON true
    WHERE s.id > :after ORDER BY s.id LIMIT :batch
""")  # noqa: S608 - only the constants above are put in


async def network_document(database: Database) -> AsyncIterator[str]:
    """The network as pieces of one GeoJSON document, by ascending segment.

    A session is open only while a batch is read, never while a slow reader takes it.
    """
    async with reading(database) as session:
        attribution = await session.scalar(select(NetworkState.attribution))
    yield f'{{"type":"FeatureCollection","attribution":{json.dumps(attribution or "")},"features":['
    after, separator = 0, ""
    while True:
        async with reading(database) as session:
            rows = (await session.execute(_FEATURES, {"after": after, "batch": _BATCH})).all()
        if rows:
            yield separator + ",".join(row.feature for row in rows)
            after, separator = rows[-1].id, ","
        if len(rows) < _BATCH:
            break
    yield "]}"


_PICTURE: Final = text("""
    SELECT json_build_object(
        'expressway', coalesce(json_agg(geometry ORDER BY id) FILTER (WHERE road_class = 'expressway'), '[]'),
        'main', coalesce(json_agg(geometry ORDER BY id) FILTER (WHERE road_class <> 'expressway' AND road <> ''), '[]'),
        'local', coalesce(json_agg(geometry ORDER BY id) FILTER (WHERE road_class <> 'expressway' AND road = ''), '[]')
    )::text FROM road_segment
""")


async def roads_picture(session: ReadSession) -> str:
    """The roads' lines by kind and whose data they are, as JSON text: the ground a map is drawn on, without limits."""
    attribution = await session.scalar(select(NetworkState.attribution))
    lines = await session.scalar(_PICTURE)
    return f'{{"attribution":{json.dumps(attribution or "")},"lines":{lines}}}'
