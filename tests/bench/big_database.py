"""A database of its own for a measurement: an embedded server, the migrations, applications made by SQL.

An application a minute, two years of them; ids begin with the moment as those of the system do.
"""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from shared.platform import migrate
from shared.platform.embedded.server import start
from shared.platform.settings import plain_url
from shared.testing.stack import sample

AUTHORITY = "150600"
CARRIERS = 3_000
GOODS = ("变压器", "风电叶片", "挖掘机", "反应器", "塔筒", "压力容器", "盾构机", "发电机组", "换热器", "矿用自卸车")
WORDS = "远大鑫通顺达恒泰宏运盛龙腾飞昌隆瑞祥金诚"
_TERMS = """
    CREATE FUNCTION bench_terms(names text, plates text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
        SELECT array_agg(DISTINCT term ORDER BY term) FROM (
            SELECT substr(names, at, 2) AS term FROM generate_series(1, length(names) - 1) AS at
            UNION ALL
            SELECT '|' || substr(lower(plate), at)
            FROM unnest(plates) AS plate, generate_series(1, length(plate) - 1) AS at
        ) AS terms
    $$
"""
_ROWS = """
    INSERT INTO application (
        id, version, authority_adcode, number, carrier_id, carrier_name, created_by, status, "class", lane, facts,
        further_sets, facts_version, planned_start, planned_end, cargo_name, plates, terms, duplicate_keys,
        assessments, plans, permits, open_items, outcome, corrections, deemed_accepted, stage_seq, submitted_at,
        received_at, due_at, notice_due_at, created_at)
    SELECT
        CAST(lpad(to_hex(1699920000000 + n * 60000), 12, '0') || '7' || substr(md5(n || 'a'), 1, 3) || '8'
             || substr(md5(n || 'b'), 1, 15) AS uuid),
        1, $1, 'A' || lpad(n::text, 19, '0'), CAST(md5('carrier' || carrier) AS uuid), carrier_name,
        CAST(md5('agent' || carrier) AS uuid), status, class, lane, CAST($2 AS jsonb), '[]', 1,
        moment, moment + interval '5 hours', cargo_name, plates, bench_terms(carrier_name || cargo_name, plates),
        ARRAY[md5(n::text)], '[]', '[]', '[]', '[]', 'permit_required', 0, false, 0, moment, moment,
        moment + interval '5 days', now() + interval '5 days', moment
    FROM (
        SELECT n, carrier, '内蒙古' || substr($3, 1 + carrier % 20, 1) || substr($3, 1 + carrier / 20 % 20, 1)
                   || substr($3, 1 + carrier / 400 % 20, 1) || '大件运输有限公司' AS carrier_name,
               ($4::text[])[1 + n % 10] AS cargo_name,
               ARRAY['蒙K' || lpad((n * 7919 % 100000)::text, 5, '0'), '蒙K' || lpad((n * 31 % 10000)::text, 4, '0') || '挂']
                   AS plates,
               CASE WHEN n > $6 - $7 THEN 'submitted'
                    ELSE (ARRAY['issued','issued','issued','issued','issued','rejected','terminated','withdrawn'])[1 + n % 8]
               END AS status,
               (ARRAY['I', 'I', 'I', 'II', 'III'])[1 + n % 5] AS class,
               (ARRAY['instant', 'instant', 'instant', 'fast', 'survey'])[1 + n % 5] AS lane,
               timestamptz '2023-11-14 00:00+00' + n * interval '1 minute' AS moment
        FROM (SELECT n, CAST(n * 104729 % $5 AS int) AS carrier FROM generate_series(CAST(1 AS bigint), $6) AS n) AS numbered
    ) AS made
"""


KEPT = Path("build/bench")
"""Where what takes minutes to build is kept between runs."""


@asynccontextmanager
async def kept_database(rows: int) -> AsyncIterator[str]:
    """The address of a migrated database with so many applications, built once and only read afterwards."""
    folder = KEPT / f"applications-{rows}"
    made = folder / "made"
    if not made.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    server = await start(folder.resolve() / "postgres")
    try:
        await migrate.upgrade(server.url)
        if not made.exists():
            await fill(server.url, rows)
            made.touch()
        yield server.url
    finally:
        await server.stop()


@asynccontextmanager
async def own_database() -> AsyncIterator[str]:
    """The address of an empty, migrated database that is gone afterwards."""
    with TemporaryDirectory(prefix="dajian-bench-") as place:
        server = await start(Path(place) / "postgres")
        try:
            await migrate.upgrade(server.url)
            yield server.url
        finally:
            await server.stop()


async def fill(url: str, rows: int, *, waiting: int = 0) -> None:
    """Put so many applications in, the last ones waiting in the queue; indexes are built afterwards, as after a load."""
    connection = await asyncpg.connect(plain_url(url))
    try:
        indexes = await connection.fetch(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'application' AND indexname LIKE 'ix_%'"
        )
        for index in indexes:
            await connection.execute(f'DROP INDEX "{index["indexname"]}"')
        await connection.execute(_TERMS)
        facts = json.dumps(sample("class1_generator_set"), ensure_ascii=False)
        await connection.execute(_ROWS, AUTHORITY, facts, WORDS, list(GOODS), CARRIERS, rows, waiting, timeout=1800)
        await connection.execute("SET maintenance_work_mem = '512MB'")
        for index in indexes:
            await connection.execute(index["indexdef"], timeout=1800)
        await connection.execute("VACUUM (ANALYZE) application", timeout=1800)
    finally:
        await connection.close()
