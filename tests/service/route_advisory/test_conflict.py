"""What SQL says of a notice and a plan is what the search says of the restriction and the load."""

import json
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import insert, select, text

from services.route_advisory.conflict import least_limits, touches
from services.route_advisory.engine import Engine
from services.route_advisory.network.arrays import Network
from services.route_advisory.network.masks import judge
from services.route_advisory.network.rows import MEASURES, Limits, Load, RestrictionRow
from shared.contracts.facts import TransportFacts
from shared.domain.identifiers import uuid7
from shared.schema.route_advisory import Restriction, RoutePlanRow
from shared.testing.stack import Stack, admin, sample

CASES = 300
DAY = datetime(2041, 5, 1, tzinfo=UTC)
_FACTS = TransportFacts.model_validate(sample("class2_excavator"))
_HAVE = least_limits(_FACTS)


def _moment(random: Random) -> datetime:
    return DAY + timedelta(hours=random.randint(0, 12))


def _restriction(random: Random, segment: int) -> RestrictionRow:
    """A restriction whose limits and window lie at, just beside or far from those of the load and its trip."""
    starts_at = _moment(random)
    values = {
        name: _HAVE[name] + random.choice((-500, -1, 0, 1, 500)) if random.random() < 0.4 else None for name in MEASURES
    }
    return RestrictionRow(
        id=str(uuid7()),
        kind="works",
        segment_ids=(segment,),
        hard=random.random() < 0.2,
        starts_at=starts_at,
        ends_at=random.choice((None, starts_at + timedelta(hours=random.randint(1, 6)))),
        limits=Limits(**values),
    )


async def test_sql_and_search_agree(stack: Stack) -> None:
    random = Random(20261121)
    folder = stack.runtime("route_advisory").own(Engine).folder
    assert folder is not None
    network = Network.load(folder)
    load = Load.of(_FACTS, mass_excess=False)
    expected: dict[str, bool] = {}
    async with admin(stack.url) as connection:
        for number in range(CASES):
            segment = int(network.seg_id[number])
            row, start = _restriction(random, segment), _moment(random)
            end = start + timedelta(hours=random.randint(0, 4))
            found = judge(network, load, (start, end), [row], []).overlay
            expected[row.id] = bool(found.blocked.any())
            plan = {
                "id": uuid7(),
                "application_id": uuid7(),
                "facts_version": 1,
                "set_index": 0,
                "state": "checked",
                "segment_ids": [segment, 8_000_000_000],
                "restriction_seq": 0,
                "network_version": "conflict",
                "valid_from": start,
                "valid_to": end,
                "measures": _HAVE,
                "check": {},
                "route_hash": bytes(32),
                "created_at": DAY,
            }
            restriction = {
                "notice_id": row.id,
                "kind": row.kind,
                "segment_ids": list(row.segment_ids),
                "starts_at": row.starts_at,
                "ends_at": row.ends_at,
                "hard": row.hard,
                "limits": dict(zip(MEASURES, row.limits.values(), strict=True)),
            }
            await connection.execute(insert(RoutePlanRow).values(plan))
            await connection.execute(insert(Restriction).values(restriction))
        ids = list(expected)
        pairs = select(Restriction.notice_id).join(RoutePlanRow, touches())
        mine = pairs.where(RoutePlanRow.network_version == "conflict", Restriction.notice_id.in_(ids))
        said = {str(one) for one in (await connection.execute(mine)).scalars()}
        await connection.execute(
            text("UPDATE restriction SET lifted_at = now() WHERE notice_id = ANY(CAST(:ids AS uuid[]))"), {"ids": ids}
        )
    agreed = {one for one, blocked in expected.items() if blocked}
    assert said == agreed
    assert 30 < len(agreed) < CASES - 30, json.dumps(len(agreed))
