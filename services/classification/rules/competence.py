"""Who decides a trip: Protection Regulation (公路安全保护条例) art. 36 as a table, by the adcodes of its places."""

from datetime import date

from services.classification.rules.model import Competence, CompetenceRule, CompiledRules, Finding
from services.classification.rules.source import Scope
from shared.contracts.facts import Trip


def scope_of(trip: Trip, rules: CompiledRules) -> Scope:
    """How far origin, via and destination lie apart. The areas the route crosses between them are not looked at."""
    table = rules.source.competence
    origin = trip.origin.adcode
    others = [trip.destination.adcode, *(place.adcode for place in trip.via)] if trip.via else [trip.destination.adcode]
    for digits, scope in (
        (table.province_digits, "cross_province"),
        (table.prefecture_digits, "one_province"),
        (table.county_digits, "one_prefecture"),
    ):
        head = origin[:digits]
        for other in others:
            if other[:digits] != head:
                return scope  # type: ignore[return-value]
    return "one_county"


def competence_of(trip: Trip, scope: Scope, on: date, rules: CompiledRules, out: list[Finding]) -> Competence:
    """The body that decides on the day of submission, and the finding whether it is this installation."""
    row = _row_in_force(trip.origin.adcode, scope, on, rules.competence)
    area = row.origin or trip.origin.adcode[: row.digits]
    own = rules.source.competence.own
    here = area in own
    # The finding compares areas, so that it stays true of its values for an installation with several authorities.
    out.append((row.rule, area, area if here else ",".join(own), here))
    return Competence(row.level, area, rules.authority_name(area), here)


def _row_in_force(origin: str, scope: Scope, on: date, rows: tuple[CompetenceRule, ...]) -> CompetenceRule:
    return next(
        row
        for row in rows
        if row.scope == scope and row.since <= on <= row.until and (row.origin is None or origin.startswith(row.origin))
    )
