"""Where a notice touches a plan: the one condition in SQL that locking, publishing and planning all use.

It says what the search says of a restriction (`network/masks.py`): same segment, windows that meet, and either a hard
closure or a limit below what the plan's load needs. A property test holds the two together.
"""

from sqlalchemy import BigInteger, ColumnElement, and_, or_

from services.route_advisory.network.norms import norms
from services.route_advisory.network.rows import MEASURES, ROAD_CLASSES, Load
from shared.contracts.facts import TransportFacts
from shared.schema.route_advisory import Restriction, RoutePlanRow


def least_limits(facts: TransportFacts) -> dict[str, int]:
    """The least limit a notice may set for each measure without touching the load: what it has, and the clearance."""
    load = Load.of(facts, mass_excess=False)  # matters to bridges alone
    required = [
        max(norms().clearances.required(measure, "restriction", road_class).required for road_class in ROAD_CLASSES)
        for measure in MEASURES
    ]
    return {measure: have + more for measure, have, more in zip(MEASURES, load.values(), required, strict=True)}


def touches() -> ColumnElement[bool]:
    """Whether a restriction that is not lifted touches a plan; both tables stand in the query."""
    limits = [
        RoutePlanRow.measures[measure].astext.cast(BigInteger) > Restriction.limits[measure].astext.cast(BigInteger)
        for measure in MEASURES
    ]
    return and_(
        Restriction.lifted_at.is_(None),
        Restriction.segment_ids.overlap(RoutePlanRow.segment_ids),
        Restriction.starts_at <= RoutePlanRow.valid_to,
        or_(Restriction.ends_at.is_(None), Restriction.ends_at > RoutePlanRow.valid_from),
        or_(Restriction.hard, *limits),
    )
