"""Identifiers sort by time, numbers have their national form."""

from datetime import date
from uuid import RFC_4122

from shared.domain.identifiers import application_number, permit_number, uuid7


def test_uuid7_has_version_and_variant_and_sorts_by_time() -> None:
    many = [uuid7() for _ in range(500)]
    assert {(one.version, one.variant) for one in many} == {(7, RFC_4122)}
    assert len(set(many)) == len(many)
    stamps = [one.int >> 80 for one in many]
    assert stamps == sorted(stamps)


def test_numbers() -> None:
    assert application_number("150600", date(2031, 12, 7), 42) == "A1506002031120700042"
    assert len(application_number("150600", date(2031, 12, 7), 1)) == 20
    assert permit_number("ES{year}-{serial:06d}", year=2031, serial=7) == "ES2031-000007"
