"""The part of a route check that runs in a CPU worker: maps the network, searches, and writes the answer as JSON.

Imports nothing of the web or the database, so that a worker stays small.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from services.route_advisory.checks.stretches import stretches
from services.route_advisory.network.arrays import Network
from services.route_advisory.network.check import check
from services.route_advisory.network.norms import norms
from services.route_advisory.network.rows import RestrictionRow
from shared.contracts.route_advisory import Obstacle, RouteCheck, RouteCheckRequest, RouteSegment


@dataclass(frozen=True, slots=True)
class CheckedRoute:
    """What a worker hands back.

    Args:
        body: the RouteCheck as JSON, ready to be sent.
        segment_ids: segments of the way in driving order, each once.
        route_hash: SHA-256 of the way.
        restriction_seq: the newest restriction that was known.
        network_version: hash of the arrays it was searched on.
    """

    body: bytes
    segment_ids: tuple[int, ...]
    route_hash: bytes
    restriction_seq: int
    network_version: str


@lru_cache(maxsize=2)
def _network(folder: str) -> Network:
    return Network.load(Path(folder))


def warm(folder: str) -> None:
    """Map the network and read the norms, so that the first check need not."""
    network = _network(folder)
    _ = network.segment_index, network.spans, norms()


def check_route(
    folder: str,
    request: RouteCheckRequest,
    mass_excess: bool,
    restrictions: tuple[RestrictionRow, ...],
    restriction_seq: int,
) -> CheckedRoute:
    """Look for a way on the network of a folder.

    Args:
        folder: saved arrays.
        request: facts and wishes.
        mass_excess: whether bridges are compared by effects.
        restrictions: those in force in the trip's window.
        restriction_seq: the newest restriction when they were read.
    """
    network = _network(folder)
    found = check(network, request, mass_excess=mass_excess, restrictions=restrictions, restriction_seq=restriction_seq)
    found = found.model_copy(update={"roads": stretches(network, found)})
    return CheckedRoute(
        found.model_dump_json(by_alias=True).encode(),
        tuple(dict.fromkeys(segment.id for segment in found.segments)),
        route_hash(found.segments),
        restriction_seq,
        network.version,
    )


def no_network(restriction_seq: int) -> CheckedRoute:
    """The answer while no network was imported: no way is known, a person must survey it."""
    missing = Obstacle(
        kind="network",
        structure_id=None,
        segment_id=None,
        restriction_id=None,
        road="",
        stake="",
        measure="none",
        have=None,
        limit=None,
        margin=None,
        advice="no_network_imported",
    )
    found = RouteCheck(
        verdict="blocked",
        length_m=0,
        duration_s=0,
        geometry=None,
        segments=[],
        findings=[],
        bridges=[],
        alternates=[],
        blocked_by=[missing],
        needs_survey=True,
        sample_data=False,
        network_version="none",
        restriction_seq=restriction_seq,
    )
    return CheckedRoute(found.model_dump_json(by_alias=True).encode(), (), route_hash([]), restriction_seq, "none")


def route_hash(segments: Iterable[RouteSegment]) -> bytes:
    """SHA-256 over the segments in driving order with the stakes driven from and to, which tell the direction."""
    lines = (f"{segment.id} {segment.from_stake} {segment.to_stake}\n" for segment in segments)
    return hashlib.sha256("".join(lines).encode()).digest()
