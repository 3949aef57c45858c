"""Order 62 (62号令) art. 3: the mass limit of a vehicle, the advisory axle sum, and vehicles exempt by GB 1589."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from services.classification.rules.model import CompiledRules, Finding, MassRow, Measures
from services.classification.rules.source_limits import AxlePermits
from shared.contracts.facts import VehicleSet

PAIR, TRIPLE = 2, 3
"""Axles of a two- and a three-axle group (二轴组, 三轴组)."""

_up_to, _below = attrgetter("up_to_mm"), attrgetter("below_mm")


def axle_count(vehicles: VehicleSet) -> int:
    """Axles of the whole set; a group of two or three counts as two or three (note 1)."""
    axles = vehicles.trailer.axles if vehicles.trailer else 0
    for tractor in vehicles.tractors:
        axles += tractor.axles
    return axles


def bare_single_axles(vehicles: VehicleSet) -> int:
    """Axles with a single tyre per side and no wide tyres (note 2); wide ones are counted among the single ones."""
    return max(0, vehicles.single_tyre_axles - vehicles.wide_tyre_axles)


def mass_limit(vehicles: VehicleSet, axles: int, rules: CompiledRules) -> MassRow:
    """Limit of the gross mass, kg, with its row's rule.

    A train counts as single-drive when any of its tractors has no more than one drive axle: the strictest reading.
    A licence mass limits a low-speed truck (note 4) and never raises what the table gives.
    """
    table = rules.mass
    if vehicles.trailer is None:
        column = table.truck
    elif any(tractor.drive_axles <= table.single_drive_max for tractor in vehicles.tractors):
        column = table.train_single_drive
    else:
        column = table.train
    row = column[min(axles, len(column)) - 1]
    limit = row.limit_kg
    if bare := bare_single_axles(vehicles):
        limit = max(0, limit - bare * rules.source.oversize.single_tyre_reduction_kg)
    licence = vehicles.licence_gross_mass_kg
    if licence is not None and vehicles.body in rules.source.licence_mass.bodies:
        limit = min(limit, licence)
    if limit == row.limit_kg:
        return row
    reduced, first = row.oversize._replace(gross_mass_kg=limit), row.class_one._replace(gross_mass_kg=limit)
    return MassRow(limit, reduced, first, row.art3)


def advice(vehicles: VehicleSet, mass: int, axles: int, rules: CompiledRules, out: list[Finding]) -> None:
    """Adds the findings that warn and change nothing: notes 3 and 4, and the licence mass of two-axle trucks."""
    licence, table = vehicles.licence_gross_mass_kg, rules.source.licence_mass
    if vehicles.body in table.bodies:
        out.append((rules.rules["art3.licence_mass_known"], licence, None, licence is not None))
    elif licence is not None and vehicles.trailer is None and axles == table.advisory_axles:
        out.append((rules.rules["gb1589.licence_mass"], mass, licence, mass <= licence))
    if vehicles.kind != "hydraulic":
        permitted = permitted_axle_sum(vehicles, rules.source.axle_permits)
        permitted -= bare_single_axles(vehicles) * rules.source.oversize.single_tyre_reduction_kg
        permitted = max(0, permitted)
        out.append((rules.rules["art3.axle_permits"], mass, permitted, mass <= permitted))


def permitted_axle_sum(vehicles: VehicleSet, permits: AxlePermits) -> int:
    """Sum of the permitted loads of axles and axle groups, kg, before any reduction for single tyres (GB 1589; O-10).

    Axles of one role closer than the group spacing form groups of three, where the table of triples reaches, else two.
    """
    total = position = 0
    spacings = vehicles.axle_spacings_mm
    for tractor in vehicles.tractors:
        steering = tractor.axles - tractor.drive_axles
        total += steering * permits.steering_kg
        position += steering
        total += _group_sum(
            spacings[position : position + tractor.drive_axles - 1], tractor.drive_axles, permits, vehicles
        )
        position += tractor.drive_axles
    if vehicles.trailer:
        total += _group_sum(spacings[position:], vehicles.trailer.axles, permits, None)
    return total


def _group_sum(spacings: list[int], axles: int, permits: AxlePermits, drive: VehicleSet | None) -> int:
    single = permits.drive_kg if drive else permits.single_kg
    widest = permits.triple[-1].up_to_mm
    total = index = 0
    while index < axles:
        near = spacings[index] if index < len(spacings) else permits.group_spacing_mm
        if near >= permits.group_spacing_mm:
            total += single
            index += 1
        elif index + 1 < len(spacings) and (worst := max(near, spacings[index + 1])) <= widest:
            triple = permits.triple[bisect_left(permits.triple, worst, key=_up_to)]
            total += triple.permit_kg
            index += TRIPLE
        else:
            pair = permits.pair[bisect_right(permits.pair, near, key=_below)]
            total += pair.drive_air_kg if drive and drive.air_suspension else pair.permit_kg
            index += PAIR
    return total


def gb1589_limits(vehicles: VehicleSet, axles: int, base_kg: int, rules: CompiledRules) -> Measures | None:
    """Limits of GB 1589 for a vehicle note 5 may exempt, or None where they allow nothing beyond art. 3.

    `base_kg` is the mass limit of art. 3 with all reductions. Hydraulic sets never meet the standard.
    """
    values, trailer = rules.source.gb1589, vehicles.trailer
    body = vehicles.body
    if vehicles.kind == "hydraulic" or not (trailer or vehicles.air_suspension or body in values.bodies):
        return None
    mass = base_kg
    if trailer is None:
        length = values.rigid_length_mm
        if vehicles.air_suspension and axles in values.air_truck_axles:
            mass += values.air_truck_bonus_kg
    elif body == "drawbar":
        length = values.drawbar_length_mm
    elif body == "centre_axle":
        length = values.centre_axle_length_mm
    else:
        length = values.articulated_length_mm
        own = vehicles.axle_spacings_mm[len(vehicles.axle_spacings_mm) - trailer.axles + 1 :]
        apart = bool(own) and min(own) >= values.air_train_trailer_spacing_mm
        if vehicles.air_suspension and axles == values.air_train_axles and apart and not vehicles.single_tyre_axles:
            mass = max(mass, values.air_train_limit_kg)
    width = values.refrigerated_width_mm if body == "refrigerated" else values.width_mm
    limits = Measures(values.height_mm, width, length, mass)
    art3 = rules.oversize
    wider = limits.height_mm > art3.height_mm or limits.width_mm > art3.width_mm or limits.length_mm > art3.length_mm
    return limits if wider or mass > base_kg else None
