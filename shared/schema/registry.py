"""Tables of `registry`: authorities, accounts, links, carriers, vehicles, papers, inbox and mail, the living office."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import String

from shared.schema.base import (
    Base,
    Code,
    Created,
    Key,
    Moment,
    Name,
    OptionalCode,
    OptionalMoment,
    OptionalRef,
    Ref,
    Serial,
    Versioned,
)


class Authority(Base):
    """An authority (主管部门) that decides, by administrative code."""

    __tablename__ = "authority"

    adcode: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[Name]
    level: Mapped[Code]


class OrgUnit(Base):
    """A unit of the organisation (机构): authority, section, detachment, brigade or station; `posts` are roles."""

    __tablename__ = "org_unit"

    code: Mapped[Code] = mapped_column(primary_key=True)
    parent_code: Mapped[OptionalCode]
    kind: Mapped[Code]
    name: Mapped[Name]
    adcode: Mapped[Code]
    posts: Mapped[list[str]] = mapped_column(ARRAY(String))
    mark: Mapped[Code]


class Deputy(Base):
    """Who stands in for whom (代理) in one role for a period; he holds it in tokens given within that period."""

    __tablename__ = "deputy"
    __table_args__ = (
        CheckConstraint("account_id <> deputy_id", name="another"),
        CheckConstraint("starts_at < ends_at", name="period"),
        Index(None, "deputy_id", "ends_at"),
    )

    id: Mapped[Key]
    account_id: Mapped[Ref]
    deputy_id: Mapped[Ref]
    role: Mapped[Code]
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    appointed_by: Mapped[Ref]
    created_at: Mapped[Created]


class Account(Versioned):
    """A person who signs in. Roles are codes; an agent belongs to a carrier, a dispatcher to an agency.

    `powers` are what an agent may do for his carrier; None: everything.
    """

    __tablename__ = "account"

    id: Mapped[Key]
    username: Mapped[Code] = mapped_column(unique=True)
    display_name: Mapped[Name]
    password_hash: Mapped[str | None]
    roles: Mapped[list[str]] = mapped_column(ARRAY(String))
    authority_adcode: Mapped[str | None]
    carrier_id: Mapped[OptionalRef]
    agency_id: Mapped[OptionalRef]
    unit_code: Mapped[OptionalCode]
    email: Mapped[str | None] = mapped_column(String(254))
    powers: Mapped[list[str] | None] = mapped_column(ARRAY(String))
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[Created]


class FailedSignIn(Base):
    """Wrong passwords in a row under a name, known or not, so that a lock tells nothing about who has an account."""

    __tablename__ = "failed_sign_in"

    name_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    failures: Mapped[int]
    forget_at: Mapped[Moment] = mapped_column(index=True)


class SignIn(Base):
    """A sign-in (登录): as long as its token lasts, or until it is ended. `client` is what the browser said of itself."""

    __tablename__ = "sign_in"
    __table_args__ = (
        Index(None, "account_id", "id"),
        Index("ix_sign_in_ended", "expires_at", postgresql_where=text("ended_at IS NOT NULL")),
    )

    id: Mapped[Key]
    account_id: Mapped[Ref]
    client: Mapped[Name]
    expires_at: Mapped[Moment]
    ended_at: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class ApiKey(Base):
    """A key (接口密钥) with which a program of a carrier gets tokens, held to its scopes; of its secret the hash alone."""

    __tablename__ = "api_key"
    __table_args__ = (UniqueConstraint("secret_sha256"), Index(None, "carrier_id", "id"))

    id: Mapped[Key]
    carrier_id: Mapped[Ref]
    name: Mapped[Name]
    scopes: Mapped[list[str]] = mapped_column(ARRAY(String))
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    created_by: Mapped[Ref]
    expires_at: Mapped[Moment]
    revoked_at: Mapped[OptionalMoment]
    last_used_at: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class OneTimeLink(Base):
    """A link that lets its holder set a password once. Without an account it makes the first administrator's."""

    __tablename__ = "one_time_link"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[OptionalRef] = mapped_column(index=True)
    expires_at: Mapped[Moment]
    used_at: Mapped[OptionalMoment]


class Carrier(Versioned):
    """A transport company (承运单位)."""

    __tablename__ = "carrier"
    __table_args__ = (CheckConstraint("credit IN ('green', 'yellow', 'red')", name="credit"),)

    id: Mapped[Key]
    name: Mapped[Name]
    credit_code_no: Mapped[Code] = mapped_column(unique=True)
    phone: Mapped[Code]
    credit: Mapped[Code] = mapped_column(default="green")
    restricted: Mapped[bool] = mapped_column(default=False)
    banned_until: Mapped[date | None]
    created_at: Mapped[Created]


class Vehicle(Versioned):
    """A tractor, truck or trailer of a carrier."""

    __tablename__ = "vehicle"
    __table_args__ = (UniqueConstraint("carrier_id", "plate"), Index(None, "plate"))

    id: Mapped[Key]
    carrier_id: Mapped[Ref]
    plate: Mapped[Code]
    kind: Mapped[Code]
    model: Mapped[Name]
    curb_mass_kg: Mapped[int]
    axles: Mapped[int]
    created_at: Mapped[Created]


class Driver(Versioned):
    """A driver (驾驶员) of a carrier."""

    __tablename__ = "driver"
    __table_args__ = (UniqueConstraint("carrier_id", "id_number"),)

    id: Mapped[Key]
    carrier_id: Mapped[Ref]
    name: Mapped[Name]
    id_number: Mapped[Code]
    phone: Mapped[Code]
    created_at: Mapped[Created]


class Paper(Versioned):
    """A paper of a carrier (owner = carrier), a vehicle or a driver: number, end of validity, who verified it."""

    __tablename__ = "paper"
    __table_args__ = (UniqueConstraint("owner_id", "kind"), Index(None, "carrier_id"), Index(None, "valid_to"))

    id: Mapped[Key]
    carrier_id: Mapped[Ref]
    owner_id: Mapped[Ref]
    kind: Mapped[Code]
    number: Mapped[Name]
    covers_oversize: Mapped[bool | None]
    valid_to: Mapped[date | None]
    verified_at: Mapped[OptionalMoment]
    verified_by: Mapped[UUID | None]
    created_at: Mapped[Created]


class PaperReminder(Base):
    """That a carrier was told, so many days before, that a paper ends; a renewed paper ends on another day."""

    __tablename__ = "paper_reminder"

    paper_id: Mapped[Ref] = mapped_column(primary_key=True)
    valid_to: Mapped[date] = mapped_column(primary_key=True)
    days: Mapped[int] = mapped_column(primary_key=True)
    told_at: Mapped[Created]


class NotificationReading(Base):
    """That somebody has read a notification."""

    __tablename__ = "notification_reading"

    account_id: Mapped[Ref] = mapped_column(primary_key=True)
    notification_id: Mapped[Ref] = mapped_column(primary_key=True)
    read_at: Mapped[Created]


class Mail(Base):
    """A notification on its way by e-mail to one account: queued until it is sent or has failed for good.

    `next_try_at` is when it may be tried (again); whoever tries it puts that off first, so that no other does.
    `reason` is why the last try failed.
    """

    __tablename__ = "mail"
    __table_args__ = (
        CheckConstraint("state IN ('queued', 'sent', 'failed')", name="state"),
        UniqueConstraint("notification_id", "account_id"),
        Index("ix_mail_queued", "next_try_at", postgresql_where=text("state = 'queued'")),
    )

    id: Mapped[Key]
    notification_id: Mapped[Ref]
    account_id: Mapped[Ref]
    address: Mapped[str] = mapped_column(String(254))
    state: Mapped[Code]
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[Moment]
    reason: Mapped[str] = mapped_column(default="")
    sent_at: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class MailCursor(Base):
    """How far the notifications have been put on their way (shared.platform.feed); one row."""

    __tablename__ = "mail_cursor"

    name: Mapped[Code] = mapped_column(primary_key=True)
    xact: Mapped[Serial]
    last_id: Mapped[Ref]


class DemonstrationOffice(Base):
    """The demonstration's living office, one row at most: from what its cases follow, and which are as they shall be.

    `done` holds the numbers of those cases; all of them follow from `seed`, `began_at` and `planned`, their number.
    """

    __tablename__ = "demonstration_office"

    id: Mapped[Key]
    seed: Mapped[int]
    began_at: Mapped[Moment]
    planned: Mapped[int]
    done: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    finished_at: Mapped[OptionalMoment]
