"""Identifiers: UUIDv7 keys that sort by time, and readable numbers."""

import secrets
import time
from datetime import UTC, date, datetime
from uuid import UUID


def uuid7() -> UUID:
    """A new UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & ((1 << 48) - 1)) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def moment_of(identity: UUID) -> datetime:
    """When a UUIDv7 was made, to the millisecond."""
    return datetime.fromtimestamp((identity.int >> 80) / 1000, UTC)


def application_number(adcode: str, day: date, serial: int) -> str:
    """Application number (申请编号): A, adcode, Shanghai day, five digits; the national form (rules 4.1)."""
    return f"A{adcode}{day:%Y%m%d}{serial:05d}"


def permit_number(template: str, *, year: int, serial: int) -> str:
    """Permit number (许可证号) by an authority's template, such as `ES{year}-{serial:06d}`; at most 20 characters."""
    return template.format(year=year, serial=serial)
