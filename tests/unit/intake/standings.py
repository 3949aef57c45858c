"""A carrier's standing for tests without registry."""

from datetime import date

from shared.contracts.registry import CarrierStanding
from shared.domain.identifiers import uuid7

STANDING = CarrierStanding(
    carrier_id=uuid7(),
    name="某公司",
    credit_code_no="911506000000000000",
    licence_number="1",
    phone="0477-1",
    credit="green",
    restricted=True,
    banned_until=date(2027, 1, 1),
    licence_covers=True,
    papers_verified=True,
    gaps=[],
)
