"""Wire models of route advisory: route checks, the network as the engine uses it, plans, notices."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, ValidationInfo, field_validator

from shared.contracts.facts import Moment, Text, TransportFacts, Wire, custom_error

Verdict = Literal["clear", "conditions", "blocked"]
Measure = Literal["height_mm", "width_mm", "length_mm", "gross_mass_kg", "axle_load_kg", "ratio", "distance_m", "none"]
SegmentId = Annotated[int, Field(ge=1, le=2**63 - 1, strict=True)]
NoticeKind = Literal["closure", "works", "restriction", "weather", "seasonal_guarantee", "incident"]


class RouteCheckRequest(Wire):
    """What to check. `avoid` names segment ids."""

    facts: TransportFacts
    depart_at: Moment | None = None
    alternates: Annotated[int, Field(ge=0, le=3, strict=True)] = 0
    avoid: Annotated[list[SegmentId], Field(max_length=200)] = []
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


class RoadStretch(Wire):
    """A road of the route in driving order, as a permit prints it; stakes are null on a road without a number.

    `from_place` and `to_place` name the nearest town where it begins and ends, null where none is near.
    """

    road: str
    from_stake: str | None
    to_stake: str | None
    from_place: str | None
    to_place: str | None
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
    name: str | None = None
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
    """The answer of a route check; a blocked one still names the cheapest obstacles to lift.

    `roads` are the segments drawn together by road, with the places they lead by; the search itself leaves them out.
    """

    verdict: Verdict
    length_m: int
    duration_s: int
    geometry: LineString | None
    segments: list[RouteSegment]
    roads: list[RoadStretch] = []
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


class PlanHold(Wire):
    """A travel hold on a locked plan."""

    notice_id: UUID
    reason: str
    since: datetime


class RoutePlan(Wire):
    """A stored plan; `hold` tells the first closure put on it since it was locked.

    `route_hash` is the SHA-256, in hex, of the segments in driving order with the stakes driven from and to.
    """

    id: UUID
    application_id: UUID
    facts_version: int
    set_index: int
    state: Literal["checked", "locked", "superseded"]
    check: RouteCheck
    route_hash: str
    hold: PlanHold | None


class RestrictionLimits(Wire):
    """Limits a notice sets on its segments; null: none. A hard closure lets nothing pass."""

    height_mm: Annotated[int, Field(gt=0, le=20_000, strict=True)] | None = None
    width_mm: Annotated[int, Field(gt=0, le=30_000, strict=True)] | None = None
    length_mm: Annotated[int, Field(gt=0, le=300_000, strict=True)] | None = None
    gross_mass_kg: Annotated[int, Field(gt=0, le=5_000_000, strict=True)] | None = None
    axle_load_kg: Annotated[int, Field(gt=0, le=100_000, strict=True)] | None = None


class NoticeDraft(Wire):
    """A traffic notice a road officer writes; without an end it holds until it is lifted."""

    kind: NoticeKind
    title: Text
    segment_ids: Annotated[list[SegmentId], Field(min_length=1, max_length=500)]
    starts_at: Moment
    ends_at: Moment | None = None
    hard: Annotated[bool, Field(strict=True)]
    limits: RestrictionLimits = RestrictionLimits()

    @field_validator("ends_at")
    @classmethod
    def _ends_after_it_starts(cls, ends_at: datetime | None, known: ValidationInfo) -> datetime | None:
        starts_at = known.data.get("starts_at")
        if ends_at is not None and isinstance(starts_at, datetime) and ends_at < starts_at:
            raise custom_error("end_before_start")
        return ends_at


class PublicNotice(Wire):
    """A traffic notice as anyone reads it; `roads` are the roads its segments belong to."""

    id: UUID
    kind: NoticeKind
    title: str
    roads: list[str]
    segment_ids: list[int]
    starts_at: datetime
    ends_at: datetime | None
    hard: bool
    limits: RestrictionLimits
    published_at: datetime


class Notice(Wire):
    """A traffic notice and its state; `plans_held` counts the locked plans it stopped when it was published."""

    id: UUID
    kind: NoticeKind
    title: str
    segment_ids: list[int]
    starts_at: datetime
    ends_at: datetime | None
    hard: bool
    limits: RestrictionLimits
    state: Literal["draft", "published", "lifted"]
    published_at: datetime | None
    plans_held: int
    version: int


class NetworkStructure(Wire):
    """A structure on a segment; what is null is not known, or is of bridges alone."""

    id: int
    kind: str
    stake: str
    limits: RestrictionLimits
    spans_mm: list[int] | None
    continuous: bool | None
    lanes: int | None
    frequency_hz: float | None
    cq_design: float | None
    cq_load: float | None
    design_load: str | None
    condition_class: int | None
    rated_on: date | None
    sample: bool


class NetworkRestriction(Wire):
    """A published restriction that is neither lifted nor over; `id` is its notice."""

    id: UUID
    kind: NoticeKind
    hard: bool
    from_: Annotated[datetime, Field(alias="from", serialization_alias="from")]
    to: datetime | None
    limits: RestrictionLimits


class NetworkProperties(Wire):
    """A segment with its limits, structures and restrictions."""

    id: int
    from_node: int
    to_node: int
    length_m: int
    oneway: bool
    road: str
    from_stake: str
    to_stake: str
    class_: Annotated[str, Field(alias="class", serialization_alias="class")]
    lanes: int
    owner: str
    limits: RestrictionLimits
    structures: list[NetworkStructure]
    restrictions: list[NetworkRestriction]


class NetworkFeature(Wire):
    """A segment as a GeoJSON feature."""

    type: Literal["Feature"]
    id: int
    geometry: LineString
    properties: NetworkProperties


class NetworkDocument(Wire):
    """The road network as the engine uses it, a GeoJSON FeatureCollection."""

    type: Literal["FeatureCollection"]
    attribution: str
    features: list[NetworkFeature]


class RoadLines(Wire):
    """Lines of roads by kind, each a list of lon and lat in WGS 84; `local` ones have no road number."""

    expressway: list[list[tuple[float, float]]]
    main: list[list[tuple[float, float]]]
    local: list[list[tuple[float, float]]]


class RoadsPicture(Wire):
    """The roads as the ground of a map, with whose data they are."""

    attribution: str
    lines: RoadLines
