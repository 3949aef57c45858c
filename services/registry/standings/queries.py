"""How a carrier and its plates stand on a day."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.registry.papers.queries import papers_of
from services.registry.settings import PAPER_RULES
from services.registry.standings.judgement import by_kind, gaps_of, licence_covers
from shared.contracts.registry import CarrierStanding, PaperGap, StandingOrder, VehicleMeasures
from shared.domain.errors import not_found
from shared.schema.registry import Carrier, Vehicle


async def standing(session: AsyncSession, order: StandingOrder) -> CarrierStanding:
    """How a carrier stands: credit, bans, scope of its licence, and every fault of its papers and its plates'.

    Raises:
        NotFound: no such carrier.
    """
    carrier = await session.get(Carrier, order.carrier_id)
    if carrier is None:
        raise not_found("承运单位", "carrier")
    plates = list(dict.fromkeys(order.plates))
    fleet = select(Vehicle).where(Vehicle.carrier_id == carrier.id, Vehicle.plate.in_(plates))
    registered = (await session.scalars(fleet.order_by(Vehicle.plate))).all()
    vehicles = {row.plate: row.id for row in registered}
    papers = await papers_of(session, [carrier.id, *vehicles.values()])
    own = by_kind(papers[carrier.id])
    gaps = gaps_of(carrier.name, own, PAPER_RULES.carrier, order.on, PAPER_RULES)
    for plate in plates:
        if plate in vehicles:
            held = by_kind(papers[vehicles[plate]])
            gaps += gaps_of(plate, held, PAPER_RULES.vehicle, order.on, PAPER_RULES)
        else:
            gaps.append(PaperGap(subject=plate, kind=PAPER_RULES.vehicle.groups[0][0], fault="unknown_plate"))
    return CarrierStanding.model_validate(
        {
            "carrier_id": carrier.id,
            "name": carrier.name,
            "credit_code_no": carrier.credit_code_no,
            "licence_number": own["transport_licence"].number if "transport_licence" in own else None,
            "phone": carrier.phone,
            "credit": carrier.credit,
            "restricted": carrier.restricted,
            "banned_until": carrier.banned_until,
            "licence_covers": licence_covers(own, order.on),
            "papers_verified": not gaps,
            "gaps": gaps,
            "vehicles": [VehicleMeasures.model_validate(row, from_attributes=True) for row in registered],
        }
    )
