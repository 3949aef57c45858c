"""Base of all models: naming convention, column kinds, and the owner every table names."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, MetaData, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from shared.domain.clock import utc_now
from shared.domain.identifiers import uuid7

JsonObject = dict[str, object]
"""A JSON object as a column holds it."""

Key = Annotated[UUID, mapped_column(PG_UUID(as_uuid=True), primary_key=True, default=uuid7)]
Ref = Annotated[UUID, mapped_column(PG_UUID(as_uuid=True))]
OptionalRef = Annotated[UUID | None, mapped_column(PG_UUID(as_uuid=True))]
Moment = Annotated[datetime, mapped_column(DateTime(timezone=True))]
Created = Annotated[datetime, mapped_column(DateTime(timezone=True), default=utc_now)]
OptionalMoment = Annotated[datetime | None, mapped_column(DateTime(timezone=True))]
Serial = Annotated[int, mapped_column(BigInteger)]
Json = Annotated[JsonObject, mapped_column(JSONB)]
OptionalJson = Annotated[JsonObject | None, mapped_column(JSONB)]
JsonList = Annotated[list[object], mapped_column(JSONB)]
Code = Annotated[str, mapped_column(String(40))]
OptionalCode = Annotated[str | None, mapped_column(String(40))]
Name = Annotated[str, mapped_column(String(200))]
OptionalName = Annotated[str | None, mapped_column(String(200))]


class Base(DeclarativeBase):
    """Base of every model. Constraint names follow one convention, so that a broken one maps to a problem by name."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Versioned(Base):
    """An aggregate whose version is its ETag: raised by every ORM write, checked by every ORM write."""

    __abstract__ = True

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, object]:  # noqa: N805 - SQLAlchemy hands the class
        """SQLAlchemy counts the version and adds it to every UPDATE."""
        return {"version_id_col": cls.version}


class FeedRow(Base):
    """A row that is read as a feed (shared.platform.feed): it carries the number of the transaction that made it."""

    __abstract__ = True

    id: Mapped[Key]
    xact: Mapped[Serial] = mapped_column(server_default=text("(pg_current_xact_id()::text)::bigint"))


class Documented(Base):
    """A row whose signed document is made once and kept by its hash (shared.platform.documents); None: not yet."""

    __abstract__ = True

    id: Mapped[Key]
    document_sha256: Mapped[str | None]
