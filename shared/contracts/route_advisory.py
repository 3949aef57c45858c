"""Wire models of route advisory: route checks, the network as the engine uses it, plans, notices."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from shared.contracts.facts import Text, TransportFacts, Wire

Verdict = Literal["clear", "conditions", "blocked"]
Measure = Literal["height_mm", "width_mm", "length_mm", "gross_mass_kg", "axle_load_kg", "ratio", "distance_m", "none"]


class RouteCheckRequest(Wire):
    """What to check. `avoid` names segment ids."""

    facts: TransportFacts
    depart_at: AwareDatetime | None = None
    alternates: Annotated[int, Field(ge=0, le=3, strict=True)] = 0
    avoid: Annotated[list[int], Field(max_length=200)] = []
    optimise: Literal["distance", "time", "risk"] = "distance"


class LineString(Wire):
    """GeoJSON line, lon and lat in WGS 84."""

    type: Literal["LineString"] = "LineString"
    coordinates: list[tuple[float, float]]


class RouteSegment(Wire):
    """One segment of the route in driving order. Stakes are kilometre marks such as K12+300."""

    id: int
    road: str
    from_stake: str
    to_stake: str
    length_m: int


class Finding(Wire):
    """One limit that was compared: margin = limit - have - required clearance, in the measure's unit.

    `rule` names the row of the norms it follows from, `restriction_id` the notice it follows from; `needs_survey` is
    set where a structure, a rating or missing data has to be looked at before the way can be released.
    """

    kind: str
    structure_id: int | None
    segment_id: int | None
    restriction_id: str | None
    road: str
    stake: str
    measure: Measure
    have: float | None
    limit: float | None
    margin: float | None
    verdict: Verdict
    advice: str
    rule: str
    needs_survey: bool
    sample: bool


class BridgeVerdict(Wire):
    """One bridge by effect comparison: ratios S_b / S_d; `alone` closes the other lanes while the load passes."""

    id: int
    ratio_moment: float | None
    ratio_shear: float | None
    speed_kmh: float | None
    alone: bool
    verdict: Verdict
    rule: str
    needs_survey: bool


class Alternate(Wire):
    """Another way."""

    verdict: Verdict
    length_m: int
    duration_s: int
    geometry: LineString


class Obstacle(Wire):
    """What stands in the way where no way is open: the cheapest ones to lift."""

    kind: str
    structure_id: int | None
    segment_id: int | None
    restriction_id: str | None
    road: str
    stake: str
    measure: Measure
    have: float | None
    limit: float | None
    margin: float | None
    advice: str


class RouteCheck(Wire):
    """The answer of a route check; a blocked one still names the cheapest obstacles to lift."""

    verdict: Verdict
    length_m: int
    duration_s: int
    geometry: LineString | None
    segments: list[RouteSegment]
    findings: list[Finding]
    bridges: list[BridgeVerdict]
    alternates: list[Alternate]
    blocked_by: list[Obstacle]
    needs_survey: bool
    sample_data: bool
    network_version: str
    restriction_seq: int


class PlanOrder(Wire):
    """Intake asks for a stored plan of one vehicle set; the same order twice gives the same plan."""

    application_id: UUID
    facts_version: int
    set_index: int
    facts: TransportFacts


class RoutePlan(Wire):
    """A stored plan. `state` is checked, locked or superseded; `hold` tells a closure put on it since."""

    id: UUID
    application_id: UUID
    facts_version: int
    set_index: int
    state: Literal["checked", "locked", "superseded"]
    check: RouteCheck


class PlanHold(Wire):
    """A travel hold on a locked plan."""

    notice_id: UUID
    reason: str
    since: datetime


class RestrictionLimits(Wire):
    """Limits a notice sets on its segments; null: none. A hard closure lets nothing pass."""

    height_mm: Annotated[int, Field(gt=0, le=20_000, strict=True)] | None = None
    width_mm: Annotated[int, Field(gt=0, le=30_000, strict=True)] | None = None
    length_mm: Annotated[int, Field(gt=0, le=300_000, strict=True)] | None = None
    gross_mass_kg: Annotated[int, Field(gt=0, le=5_000_000, strict=True)] | None = None
    axle_load_kg: Annotated[int, Field(gt=0, le=100_000, strict=True)] | None = None


class NoticeDraft(Wire):
    """A traffic notice a road officer writes."""

    kind: Literal["closure", "works", "restriction", "weather", "seasonal_guarantee", "incident"]
    title: Text
    segment_ids: Annotated[list[int], Field(min_length=1, max_length=500)]
    starts_at: AwareDatetime
    ends_at: AwareDatetime | None = None
    hard: bool
    limits: RestrictionLimits = RestrictionLimits()


class Notice(Wire):
    """A traffic notice and its state."""

    id: UUID
    kind: str
    title: str
    segment_ids: list[int]
    starts_at: datetime
    ends_at: datetime | None
    hard: bool
    limits: RestrictionLimits
    state: Literal["draft", "published", "lifted"]
    plans_held: int
    version: int
