"""`list.*` and `search.*`: pages of the clerks' list at a million applications, and how they grow from ten thousand."""

import asyncio
import time
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

SMALL, LARGE, ROUNDS = 10_000, 1_000_000, 20
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


async def _p95_ms(database: Database, rounds: list[tuple[ListQuery, ...]]) -> tuple[float, int]:
    """The 95th percentile of a page: query, models and JSON; and how many pages were read."""
    took: list[float] = []
    for queries in rounds:
        for wanted in queries:
            start = time.perf_counter()
            async with reading(database) as session:
                (await page(session, CLERK, wanted)).model_dump_json(by_alias=True)
            took.append((time.perf_counter() - start) * 1000)
    return quantiles(took, n=20)[-1], len(took)


async def _measure(rows: int) -> tuple[float, float, int]:
    async with kept_database(rows) as url:
        database = Database(url, application_name="bench")
        try:
            await _p95_ms(database, [LISTS, _searches(0)])
            lists, runs = await _p95_ms(database, [LISTS] * ROUNDS)
            searches, _ = await _p95_ms(database, [_searches(one) for one in range(1, ROUNDS + 1)])
        finally:
            await database.close()
        return lists, searches, runs


def lists() -> list[Measured]:
    """`list.applications_1m_p95_ms`, `search.applications_1m_p95_ms` and `list.growth_10k_to_1m`."""
    small, _, _ = asyncio.run(_measure(SMALL))
    large, searches, runs = asyncio.run(_measure(LARGE))
    return [
        Measured("list.applications_1m_p95_ms", large, runs, small, "the same lists at 10,000 rows"),
        Measured("search.applications_1m_p95_ms", searches, runs),
        Measured("list.growth_10k_to_1m", large / small, runs),
    ]
