"""`list.*` and `search.*`: pages of the clerks' list at a million applications, and how they grow from ten thousand."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from statistics import quantiles
from uuid import uuid4

from services.intake.applications.queries import page
from services.intake.applications.schemas import ListQuery
from shared.domain.roles import Role
from shared.platform.database import Database
from shared.platform.tokens import Caller
from shared.platform.transaction import reading
from tests.bench.big_database import AUTHORITY, GOODS, WORDS, kept_database
from tests.bench.entries import Measured

SMALL, LARGE, ROUNDS = 10_000, 1_000_000, 40
CLERK = Caller(uuid4(), "受理员", frozenset({Role.CLERK}), AUTHORITY)
LISTS = (
    ListQuery(),
    ListQuery(limit=100),
    ListQuery(status="issued"),
    ListQuery(status="terminated"),
    ListQuery(class_="III"),
    ListQuery(lane="fast", status="issued"),
)


def _searches(round_: int) -> tuple[ListQuery, ...]:
    """What people type: a common word, a rarer one, a carrier's name, goods, ends of plates, what nobody has."""
    name = WORDS[round_ % 20] + WORDS[(round_ * 7 + 3) % 20]
    return (
        ListQuery(q="运输"),
        ListQuery(q=GOODS[round_ % len(GOODS)][:2]),
        ListQuery(q=name),
        ListQuery(q=f"内蒙古{name}"),
        ListQuery(q=f"{round_ * 37 % 1000:03}"),
        ListQuery(q=f"K{round_ * 4973 % 100000:05}"),
        ListQuery(q="无此"),
        ListQuery(q="大件", status="terminated"),
    )


async def _read_ms(database: Database, queries: tuple[ListQuery, ...]) -> list[float]:
    """What each page takes: query, models and JSON."""
    took: list[float] = []
    for wanted in queries:
        start = time.perf_counter()
        async with reading(database) as session:
            (await page(session, CLERK, wanted)).model_dump_json(by_alias=True)
        took.append((time.perf_counter() - start) * 1000)
    return took


def _p95(took: list[float]) -> float:
    return quantiles(took, n=20)[-1]


@asynccontextmanager
async def _filled(rows: int) -> AsyncIterator[Database]:
    async with kept_database(rows) as url:
        database = Database(url, application_name="bench")
        try:
            yield database
        finally:
            await database.close()


async def _measure() -> list[Measured]:
    """The same lists on both sizes by turns, so that what else the machine does weighs on both."""
    small: list[float] = []
    large: list[float] = []
    searches: list[float] = []
    async with _filled(SMALL) as few, _filled(LARGE) as many:
        for database in (few, many):
            await _read_ms(database, (*LISTS, *_searches(0)))
        for round_ in range(1, ROUNDS + 1):
            small += await _read_ms(few, LISTS)
            large += await _read_ms(many, LISTS)
            searches += await _read_ms(many, _searches(round_))
    floor, name = _p95(small), "the same lists at 10,000 rows"
    return [
        Measured("list.applications_1m_p95_ms", _p95(large), len(large), floor, name),
        Measured("search.applications_1m_p95_ms", _p95(searches), len(searches)),
        Measured("list.growth_10k_to_1m", _p95(large) / floor, len(large)),
    ]


def lists() -> list[Measured]:
    """`list.applications_1m_p95_ms`, `search.applications_1m_p95_ms` and `list.growth_10k_to_1m`."""
    return asyncio.run(_measure())
