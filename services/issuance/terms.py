"""From a case to what its permits say, and from a permit's row back to its document: pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from services.issuance.conditions import CONDITIONS
from services.issuance.desk import Desk
from services.issuance.rendering import texts
from services.issuance.rendering.document import (
    BridgeOrder,
    EscortDuty,
    Holder,
    IssuingAuthority,
    PermitDocument,
    PermittedRoute,
    RouteLeg,
)
from services.issuance.rendering.form import FORM
from shared.contracts.classification import EscortRequirement
from shared.contracts.issuance import CaseRoute, CaseSet, ReviewCaseOrder
from shared.schema.issuance import Permit

UNKNOWN: Final = "未登记"
"""Printed where the register gave nothing."""
UNNUMBERED: Final = "无编号道路"
_TO_BE_NUMBERED: Final = "0"
_COLUMNS: Final = {
    "number",
    "revision",
    "demonstration",
    "application_number",
    "facts",
    "valid_from",
    "valid_to",
    "trips_allowed",
    "signer_name",
    "issued_at",
}
"""Fields of a document that stand in columns of their own; the others are the row's `terms`."""


@dataclass(frozen=True, slots=True)
class FieldFindings:
    """What fieldwork adds to a permit: conditions of a survey that passed with conditions, the agency that accepted."""

    conditions: tuple[str, ...]
    escort_agency: str | None


NOTHING_FOUND: Final = FieldFindings((), None)


def draft(
    order: ReviewCaseOrder,
    one: CaseSet,
    desk: Desk,
    *,
    signer_name: str,
    reviewed_on: date,
    issued_at: datetime,
    conditions: Sequence[str],
    field: FieldFindings = NOTHING_FOUND,
) -> PermitDocument:
    """The permit of one vehicle set, complete but for its number: that is taken last.

    Args:
        order: the case.
        one: the set.
        desk: the issuing office.
        signer_name: 签发人, the approver or the officer who granted the standing authority.
        reviewed_on: Shanghai day the review ended.
        issued_at: the moment of the decision.
        conditions: what reviewer and approver set.
        field: what the survey asks for and who escorts.
    """
    trip = one.facts.trip
    return PermitDocument(
        number=_TO_BE_NUMBERED,
        revision=1,
        demonstration=desk.demonstration,
        sample_data=one.route.sample_data,
        application_number=order.application_number,
        holder=_holder(order),
        facts=one.facts,
        valid_from=trip.planned_start.astimezone(UTC),
        valid_to=trip.planned_end.astimezone(UTC),
        trips_allowed=trip.trip_count,
        route=_route(one.route),
        speeds=CONDITIONS.speed_rules(),
        time_windows=CONDITIONS.hours_of(order.class_),
        escort=_escort(one.assessment.escort, field.escort_agency),
        bridge_orders=_bridge_orders(one.route),
        conditions=tuple(dict.fromkeys([*(f"勘验要求：{text}" for text in field.conditions), *conditions])),
        authority=IssuingAuthority(
            name=desk.settings.authority_name, adcode=order.authority_adcode, scope=desk.settings.scope
        ),
        signer_name=signer_name,
        reviewed_on=reviewed_on,
        issued_at=issued_at,
        verification_hint=f"{FORM.verification_hint.text}查询网址：{desk.public_url}",
    )


def terms_of(document: PermitDocument) -> dict[str, object]:
    """What the row keeps as `terms`."""
    return document.model_dump(mode="json", exclude=_COLUMNS)


def document_of(row: Permit) -> PermitDocument:
    """The document of a permit: a function of its row alone."""
    return PermitDocument.model_validate(row.terms | {field: getattr(row, field) for field in _COLUMNS})


def conditions_of(document: PermitDocument) -> list[str]:
    """Everything the holder must observe, as sentences: the standing conditions first, then what was set for this load."""
    return [
        *document.standing_conditions,
        f"行驶速度：{texts.speeds(document.speeds)}",
        *(f"通行时段：{window}" for window in document.time_windows),
        f"护送要求：{texts.escort(document.escort)}",
        *(f"桥梁通行要求：{texts.bridge_order(order)}" for order in document.bridge_orders),
        *document.conditions,
    ]


def route_terms(route: CaseRoute) -> dict[str, object]:
    """The fields of a document that follow from its way."""
    return {"route": _route(route), "bridge_orders": _bridge_orders(route), "sample_data": route.sample_data}


def _holder(order: ReviewCaseOrder) -> Holder:
    known = order.holder
    return Holder(
        name=order.carrier_name,
        credit_code=known.credit_code if known else UNKNOWN,
        licence_number=known.licence_number if known else UNKNOWN,
        phone=known.phone if known else UNKNOWN,
    )


def _route(route: CaseRoute) -> PermittedRoute:
    legs = tuple(
        RouteLeg(
            road=stretch.road.strip() or UNNUMBERED,
            from_stake=stretch.from_stake or "",
            to_stake=stretch.to_stake or "",
            length_m=stretch.length_m,
            from_town=stretch.from_place,
            to_town=stretch.to_place,
        )
        for stretch in route.roads
    )
    return PermittedRoute(legs=legs, length_m=max(route.length_m, 1))


def _escort(needed: EscortRequirement, agency: str | None) -> EscortDuty:
    return EscortDuty(
        agency=agency,
        required=needed.required,
        front=needed.front,
        rear=needed.rear,
        extra=tuple(CONDITIONS.escort_text(code) for code in needed.extra),
    )


def _bridge_orders(route: CaseRoute) -> tuple[BridgeOrder, ...]:
    """Bridges to be crossed slowly or alone; a speed is rounded down, the safe side."""
    places = {found.structure_id: found for found in route.findings if found.structure_id is not None}
    orders: list[BridgeOrder] = []
    for bridge in route.bridges:
        if bridge.speed_kmh is None and not bridge.alone:
            continue
        place = places.get(bridge.id)
        orders.append(
            BridgeOrder(
                road=(place.road.strip() if place else "") or UNNUMBERED,
                stake=place.stake if place else "",
                name=(bridge.name or "").strip() or f"{bridge.id} 号桥",
                speed_kmh=None if bridge.speed_kmh is None else max(int(bridge.speed_kmh), 1),
                alone=bridge.alone,
            )
        )
    return tuple(orders)
