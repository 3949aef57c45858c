"""Wire models of registry: sign-in, accounts, carriers, and what intake asks before it decides."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Adcode, Plate, Text, Wire
from shared.domain.roles import Role

PaperKind = Literal[
    "transport_licence",
    "agent_id",
    "authorisation",
    "vehicle_licence",
    "temporary_plate",
    "oversize_trailer_plate",
    "driving_licence",
    "driver_qualification",
]


class TokenAnswer(Wire):
    """A bearer token; `expires_in` in seconds."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int


Email = Annotated[
    str, Field(max_length=254, pattern=r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")
]
"""An address for e-mail, as browsers check it."""


class Me(Wire):
    """Who is signed in; `email`: where he is told what his inbox holds."""

    id: UUID
    username: str
    display_name: str
    roles: list[str]
    authority_adcode: str | None
    carrier_id: UUID | None
    agency_id: UUID | None
    email: str | None
    version: int


class OwnAccount(Wire):
    """What one sets of one's own account; None: no e-mail."""

    email: Email | None


class PublicKey(Wire):
    """One public key that checks tokens (RFC 8037)."""

    kty: Literal["OKP"]
    crv: Literal["Ed25519"]
    use: Literal["sig"]
    kid: str
    x: str


class PublicKeySet(Wire):
    """The keys that check tokens (RFC 7517), the one that signs now first."""

    keys: list[PublicKey]


Username = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.-]{2,39}$")]
"""The name one signs in with."""


class FirstPassword(Wire):
    """What the holder of a one-time link sets. The first administrator also chooses a name; others were given theirs."""

    token: Annotated[str, Field(min_length=20, max_length=200)]
    username: Username | None = None
    display_name: Text | None = None
    password: Annotated[str, Field(min_length=12, max_length=200)]


class AccountDraft(Wire):
    """An account the administrator makes; its holder sets the password by a one-time link."""

    username: Username
    display_name: Text
    roles: Annotated[list[Role], Field(min_length=1, max_length=10)]
    authority_adcode: Adcode | None = None
    carrier_id: UUID | None = None
    agency_id: UUID | None = None
    unit_code: Annotated[str | None, Field(max_length=40)] = None
    email: Email | None = None


class Account(Wire):
    """An account as the administrator sees it; `password_set` tells whether its holder has used his link."""

    id: UUID
    username: str
    display_name: str
    roles: list[str]
    authority_adcode: str | None
    carrier_id: UUID | None
    agency_id: UUID | None
    unit_code: str | None
    email: str | None
    active: bool
    password_set: bool
    created_at: datetime
    version: int


class Invitation(Wire):
    """An account and the one-time token its holder sets a password with; the token is shown here alone."""

    account: Account
    token: str
    expires_at: datetime


class PaperDraft(Wire):
    """A paper handed in. `covers_oversize` matters for a transport licence alone."""

    kind: PaperKind
    number: Text
    covers_oversize: bool | None = None
    valid_to: date | None = None


class Paper(Wire):
    """A paper and whether it was verified."""

    id: UUID
    kind: str
    number: str
    covers_oversize: bool | None
    valid_to: date | None
    verified_at: datetime | None
    version: int


class CarrierDraft(Wire):
    """A transport company."""

    name: Text
    credit_code_no: Annotated[str, Field(pattern=r"^([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}|[1-9]\d{14})$")]
    phone: Annotated[str, Field(pattern=r"^[0-9+ -]{5,20}$")]


class Carrier(Wire):
    """A transport company as stored."""

    id: UUID
    name: str
    credit_code_no: str
    phone: str
    credit: Literal["green", "yellow", "red"]
    restricted: bool
    banned_until: date | None
    papers: list[Paper]
    version: int


class VehicleDraft(Wire):
    """A tractor, truck or trailer."""

    plate: Plate
    kind: Literal["tractor", "rigid", "flatbed", "hydraulic"]
    model: Text
    curb_mass_kg: Annotated[int, Field(gt=0, le=500_000, strict=True)]
    axles: Annotated[int, Field(ge=1, le=400, strict=True)]


class Vehicle(Wire):
    """A vehicle as stored, with its papers."""

    id: UUID
    carrier_id: UUID
    plate: str
    kind: str
    model: str
    curb_mass_kg: int
    axles: int
    papers: list[Paper]
    version: int


class StandingOrder(Wire):
    """Intake asks how a carrier and these plates stand on a day."""

    carrier_id: UUID
    plates: Annotated[list[Plate], Field(max_length=200)]
    on: date


class PaperGap(Wire):
    """A paper that is missing, expired, unverified, or a plate that is not the carrier's."""

    subject: str
    kind: str
    fault: Literal["missing", "expired", "unverified", "unknown_plate"]


class VehicleMeasures(Wire):
    """What the register says of a vehicle's weight and axles."""

    plate: str
    kind: str
    curb_mass_kg: int
    axles: int


class CarrierStanding(Wire):
    """How a carrier stands: name, credit, scope of its licence, bans, and what is wrong with its papers.

    Credit code, licence number and telephone are what a permit prints of its holder.
    """

    carrier_id: UUID
    name: str
    credit_code_no: str
    licence_number: str | None
    phone: str
    credit: Literal["green", "yellow", "red"]
    restricted: bool
    banned_until: date | None
    licence_covers: bool | None
    papers_verified: bool
    gaps: list[PaperGap]
    vehicles: list[VehicleMeasures] = []


class Officer(Wire):
    """An officer who may be given a case; `carrier_id`: the company he belongs to, whose matters are not his."""

    id: UUID
    name: str
    carrier_id: UUID | None


class Officers(Wire):
    """Officers of an authority who hold a role."""

    items: list[Officer]


class DemonstrationOffice(Wire):
    """How far the demonstration's living office is: so many of its applications are as they shall be."""

    planned: int
    done: int
    began_at: datetime
    finished_at: datetime | None
