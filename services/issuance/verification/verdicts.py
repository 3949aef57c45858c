"""Verdicts on tokens and on vehicles met on the road: pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from services.issuance.rendering.token import TokenClaims
from services.issuance.settings import IssuanceSettings
from services.issuance.verification.seen import SeenPermit
from shared.contracts.verification import MatchOrder, Mismatch, MismatchCode, Verdict

ENDED: Final = frozenset({"revoked", "withdrawn", "voided", "confiscated", "deregistered"})
_PER_MILLE: Final = 1000


def verdict_on(claims: TokenClaims, row: SeenPermit | None, moment: datetime) -> Verdict:
    """The verdict on a token whose signature holds, against the permit as it stands.

    A genuine token for a permit that was never issued here is `forged`: its key was used outside the office. The row
    decides before the dates do, so that nobody reads "expired" where a permit was revoked.
    """
    if row is None:
        return "forged"
    # The first that holds is the verdict.
    judged: tuple[tuple[bool, Verdict], ...] = (
        (row.revision < claims.revision or (row.revision == claims.revision and _differs(claims, row)), "altered"),
        (row.state in ENDED, "revoked"),
        (row.revision > claims.revision or row.state == "superseded", "superseded"),
        (row.hold, "on_hold"),
        (moment < row.valid_from, "not_yet_valid"),
        (moment > row.valid_to or row.state != "issued", "expired"),
    )
    return next((verdict for holds, verdict in judged if holds), "valid")


def _differs(claims: TokenClaims, row: SeenPermit) -> bool:
    said = (claims.plates, claims.length_mm, claims.width_mm, claims.height_mm, claims.gross_mass_kg)
    return said != (tuple(row.plates), row.length_mm, row.width_mm, row.height_mm, row.gross_mass_kg)


def mismatches(order: MatchOrder, row: SeenPermit, settings: IssuanceSettings) -> list[Mismatch]:
    """What a vehicle breaks of one permit; measures below the permit's are within it."""
    found: list[Mismatch] = []
    if not set(order.plates) <= set(row.plates):
        found.append(Mismatch(code="plate", have=None, allowed=None))
    if not row.valid_from <= order.at <= row.valid_to:
        found.append(Mismatch(code="dates", have=None, allowed=None))
    measured, size = order.measured, settings.match_size_tolerance_mm
    heaviest = max(measured.axle_loads_kg) if measured.axle_loads_kg else None
    compared: tuple[tuple[MismatchCode, int | None, int], ...] = (
        ("size_height", measured.height_mm, row.height_mm + size),
        ("size_width", measured.width_mm, row.width_mm + size),
        ("size_length", measured.length_mm, row.length_mm + size),
        ("mass", measured.gross_mass_kg, _with_tolerance(row.gross_mass_kg, settings)),
        ("axle_load", heaviest, _with_tolerance(max(row.axle_loads_kg, default=0), settings)),
    )
    found += [
        Mismatch(code=code, have=have, allowed=allowed)
        for code, have, allowed in compared
        if have is not None and have > allowed
    ]
    if row.hold:
        found.append(Mismatch(code="hold", have=None, allowed=None))
    return found


def _with_tolerance(mass_kg: int, settings: IssuanceSettings) -> int:
    return mass_kg * (_PER_MILLE + settings.match_mass_tolerance_per_mille) // _PER_MILLE


def best_match(
    order: MatchOrder, rows: Sequence[SeenPermit], settings: IssuanceSettings
) -> tuple[SeenPermit, list[Mismatch]] | None:
    """The permit the vehicle fits best, the newest among equals; None: there is none for it."""
    judged = [(row, mismatches(order, row, settings)) for row in rows]
    return min(judged, key=lambda one: len(one[1]), default=None)
