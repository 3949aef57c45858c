"""What a permit says: the fields of the 超限运输车辆通行证, before they are laid out, hashed or signed."""

import hashlib
import json
from datetime import date
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AwareDatetime, Field, model_validator

from services.issuance.rendering.form import FORM
from shared.contracts.facts import Text, TransportFacts, Wire, custom_error

SHANGHAI = ZoneInfo("Asia/Shanghai")
DIGEST_BYTES = 16

PermitNumber = Annotated[str, Field(pattern=r"^[A-Z0-9-]{1,20}$", examples=["150600-2027-000001"])]


def _paragraph(value: str) -> str:
    if not value.strip():
        raise custom_error("text_blank")
    return value


Paragraph = Annotated[str, Field(max_length=2000), AfterValidator(_paragraph)]
"""A text an officer wrote: any characters; what the fonts cannot print is shown as its code point."""


OfficeName = Annotated[Text, Field(max_length=80)]
"""Name of an authority or officer: what the foot of the first page and the seal have room for."""


class Holder(Wire):
    """The carrier (承运单位, 持证主体) as registered."""

    name: Text
    credit_code: Text
    licence_number: Text
    phone: Text


class IssuingAuthority(Wire):
    """Who issues (发证单位); `seal_line` is the word below the star of the seal."""

    name: OfficeName
    adcode: Annotated[str, Field(pattern=r"^[1-9][0-9]{5}$")]
    scope: Text
    seal_line: Annotated[Text, Field(max_length=10)] = "行政许可专用章"


class RouteLeg(Wire):
    """A stretch of one road in driving order, with kilometre stakes and the towns it passes.

    A road without a number has no stakes (empty); its length in m is printed instead. `from_town` and `to_town` are the
    towns near its ends, where one changes the road.
    """

    road: Text
    from_stake: str
    to_stake: str
    length_m: Annotated[int, Field(ge=0)] = 0
    from_town: Text | None = None
    to_town: Text | None = None
    towns: tuple[Text, ...] = ()
    note: str = ""


class PermittedRoute(Wire):
    """The set route (通行线路)."""

    legs: Annotated[tuple[RouteLeg, ...], Field(min_length=1)]
    length_m: Annotated[int, Field(gt=0)]


class SpeedRule(Wire):
    """A set speed and where it holds, such as 高速公路 or 桥梁."""

    where: Text
    kmh: Annotated[int, Field(gt=0, le=120)]


class EscortDuty(Wire):
    """Escort (护送) as set: cars in front and behind, what else, and who was agreed."""

    required: bool
    front: Annotated[int, Field(ge=0)] = 0
    rear: Annotated[int, Field(ge=0)] = 0
    extra: tuple[Text, ...] = ()
    agency: Text | None = None


class BridgeOrder(Wire):
    """How one bridge is crossed; `alone` keeps other vehicles off it, `speed_kmh` None leaves the speed rules."""

    road: Text
    stake: str
    name: Text
    speed_kmh: Annotated[int, Field(gt=0, le=120)] | None
    alone: bool
    note: str = ""


class PermitDocument(Wire):
    """One revision of a permit (超限运输车辆通行证), complete: the PDF and the token follow from it alone.

    Fields after the practice of national permits plus the speed, hours, escort and bridge orders that Order 62
    art. 18 asks the authority to set. 打印日期 is not printed: it would make two prints of one permit differ.

    Args:
        number: permit number; demonstration permits have a series of their own.
        revision: 1 at issue, one more with every change.
        demonstration: made in a demonstration system: marked 示范 on every page and in the token.
        sample_data: route or bridges rest on sample structures: marked 示例数据.
        facts: the goods, the vehicles and the measures that are permitted.
        valid_from, valid_to: the validity; days are shown in Asia/Shanghai.
        reviewed_on: day the review ended (审核日期).
        issued_at: moment of issue; sets the date of the document and the time stamp inside the PDF.
        signer_name: 签发人; for automatic decisions the officer who holds the standing authority.
        verification_hint: where and how the permit can be checked.
    """

    number: PermitNumber
    revision: Annotated[int, Field(ge=1)]
    demonstration: bool
    sample_data: bool
    application_number: Text
    holder: Holder
    facts: TransportFacts
    valid_from: AwareDatetime
    valid_to: AwareDatetime
    trips_allowed: Annotated[int, Field(ge=1)]
    route: PermittedRoute
    speeds: tuple[SpeedRule, ...]
    time_windows: tuple[Text, ...]
    escort: EscortDuty
    bridge_orders: tuple[BridgeOrder, ...]
    conditions: tuple[Paragraph, ...]
    remarks: str = ""
    authority: IssuingAuthority
    signer_name: OfficeName
    reviewed_on: date
    issued_at: AwareDatetime
    title: Annotated[Text, Field(max_length=16)] = FORM.title.text
    standing_conditions: tuple[Paragraph, ...] = tuple(sentence.text for sentence in FORM.standing_conditions)
    legal_basis: tuple[Text, ...] = tuple(sentence.text for sentence in FORM.legal_basis)
    verification_hint: Text = FORM.verification_hint.text

    @model_validator(mode="after")
    def _validity_runs_forward(self) -> Self:
        if self.valid_to < self.valid_from:
            raise custom_error("end_before_start")
        return self

    @property
    def issued_on(self) -> date:
        """Day of issue (发证日期) in Asia/Shanghai."""
        return self.issued_at.astimezone(SHANGHAI).date()

    @property
    def axle_count(self) -> int:
        """Axles of all vehicles (轴数); a line of a hydraulic trailer counts the axles it has."""
        vehicles = self.facts.vehicle_set
        return vehicles.tractor_axles + (vehicles.trailer.axles if vehicles.trailer else 0)

    @property
    def curb_mass_kg(self) -> int:
        """Curb mass (整备质量) of all vehicles together."""
        vehicles = self.facts.vehicle_set
        trailer = vehicles.trailer.curb_mass_kg if vehicles.trailer else 0
        return sum(tractor.curb_mass_kg for tractor in vehicles.tractors) + trailer

    def route_digest(self) -> bytes:
        """First 16 bytes of the SHA-256 of the route, for comparison with a printed or stored route."""
        trip = self.facts.trip
        places = [place.model_dump(mode="json") for place in (trip.origin, *trip.via, trip.destination)]
        return _digest([places, self.route.model_dump(mode="json")])

    def conditions_digest(self) -> bytes:
        """First 16 bytes of the SHA-256 of everything the holder must observe."""
        bound = self.model_dump(
            mode="json",
            include={"speeds", "time_windows", "escort", "bridge_orders", "conditions", "standing_conditions"},
        )
        return _digest(bound)


def _digest(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:DIGEST_BYTES]
