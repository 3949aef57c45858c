"""Permits for the tests of rendering: an ordinary one, a hydraulic one with bridge orders, and the extremes."""

from datetime import UTC, date, datetime, timedelta, timezone

from services.issuance.rendering.document import (
    BridgeOrder,
    EscortDuty,
    Holder,
    IssuingAuthority,
    PermitDocument,
    PermittedRoute,
    RouteLeg,
    SpeedRule,
)
from shared.contracts.facts import TransportFacts

CHINA = timezone(timedelta(hours=8))


def place(name: str, adcode: str = "150602") -> dict[str, object]:
    return {"adcode": adcode, "name": name, "address": name, "lon": 109.99, "lat": 39.82}


def excavator_facts(**changes: object) -> TransportFacts:
    facts: dict[str, object] = {
        "trip": {
            "origin": place("东胜"),
            "destination": place("薛家湾", "150622"),
            "planned_start": "2031-03-03T06:00:00+08:00",
            "planned_end": "2031-03-07T20:00:00+08:00",
        },
        "cargo": {
            "name": "液压挖掘机",
            "divisible": False,
            "length_mm": 11900,
            "width_mm": 3700,
            "height_mm": 3400,
            "mass_kg": 47805,
        },
        "vehicle_set": {
            "kind": "flatbed",
            "tractors": [{"plate": "蒙K12345", "curb_mass_kg": 9000, "axles": 3, "drive_axles": 2}],
            "trailer": {"plate": "蒙K5678超", "curb_mass_kg": 14000, "axles": 5, "axle_lines": 0},
            "axle_spacings_mm": [3200, 1400, 7000, 1200, 1200, 1200, 1200],
            "axle_loads_kg": [6805, 9000, 9000, 9200, 9200, 9200, 9200, 9200],
            "tyres": 58,
        },
        "loaded": {"length_mm": 24000, "width_mm": 3700, "height_mm": 4500, "gross_mass_kg": 70805},
    }
    return TransportFacts.model_validate({**facts, **changes})


def permit(**changes: object) -> PermitDocument:
    """An ordinary class II permit."""
    fields: dict[str, object] = {
        "number": "150600-2031-000123",
        "revision": 1,
        "demonstration": False,
        "sample_data": False,
        "application_number": "A1506002031030100017",
        "holder": Holder(
            name="鄂尔多斯市远驰大件运输有限公司",
            credit_code="91150602MA0N1A2B3C",
            licence_number="150602004321",
            phone="0477-8123456",
        ),
        "facts": excavator_facts(),
        "valid_from": datetime(2031, 3, 3, 6, 0, tzinfo=CHINA),
        "valid_to": datetime(2031, 3, 7, 20, 0, tzinfo=CHINA),
        "trips_allowed": 1,
        "route": PermittedRoute(
            legs=(
                RouteLeg(road="G109", from_stake="K612+300", to_stake="K655+080", towns=("罕台", "塔拉壕")),
                RouteLeg(road="S214", from_stake="K0+000", to_stake="K38+450", towns=("暖水",), note="绕行暖水大桥"),
                RouteLeg(road="G18", from_stake="K540+100", to_stake="K571+900"),
            ),
            length_m=113_030,
        ),
        "speeds": (SpeedRule(where="高速公路", kmh=60), SpeedRule(where="其他道路", kmh=40)),
        "time_windows": ("每日 07:00 至 17:00，法定节假日停止通行",),
        "escort": EscortDuty(required=True, front=1, rear=1, agency="鄂尔多斯市平安护送服务有限公司"),
        "bridge_orders": (
            BridgeOrder(road="G109", stake="K630+215", name="罕台川大桥", speed_kmh=20, alone=False),
            BridgeOrder(road="S214", stake="K12+040", name="纳林沟中桥", speed_kmh=5, alone=True),
        ),
        "conditions": ("装载状态在起运地经核查相符后方可起运。", "遇六级以上大风停止通行。"),
        "authority": IssuingAuthority(name="鄂尔多斯市交通运输局", adcode="150600", scope="鄂尔多斯市行政区域内"),
        "signer_name": "王建国",
        "reviewed_on": date(2031, 2, 28),
        "issued_at": datetime(2031, 2, 28, 17, 30, tzinfo=UTC),
    }
    return PermitDocument.model_validate({**fields, **changes})


def hydraulic_permit(**changes: object) -> PermitDocument:
    """Three tractors, 28 hydraulic lines, sample structures, demonstration series."""
    loads = [4000, 4500, 4500] * 3 + [13214] * 28
    facts = excavator_facts(
        cargo={
            "name": "1000千伏变压器",
            "divisible": False,
            "length_mm": 12600,
            "width_mm": 5250,
            "height_mm": 4950,
            "mass_kg": 265_000,
        },
        vehicle_set={
            "kind": "hydraulic",
            "tractors": [
                {"plate": f"蒙K5000{index}", "curb_mass_kg": 13000, "axles": 3, "drive_axles": 2} for index in range(3)
            ],
            "trailer": {"plate": "蒙K56789超", "curb_mass_kg": 105_000, "axles": 56, "axle_lines": 28},
            "axle_spacings_mm": [3300, 1400, 6000, 3300, 1400, 6000, 3300, 1400, 9000, *[1550] * 27],
            "axle_loads_kg": loads,
            "tyres": 260,
        },
        loaded={"length_mm": 97450, "width_mm": 5250, "height_mm": 4950, "gross_mass_kg": 409_000},
    )
    return permit(
        **{"facts": facts, "number": "SF150600-2031-000007", "demonstration": True, "sample_data": True, **changes}
    )


def extreme_permit() -> PermitDocument:
    """The longest of everything: names of 60 to 200 characters, 8 tractors, uneven axle loads, rare characters, 60 legs."""
    spread = [5000 + 37 * index for index in range(40)]
    gross = sum(spread) + 8 * 8 * 3000
    loads = [3000] * 64 + spread
    facts = excavator_facts(
        trip={
            **permit().facts.trip.model_dump(),
            "origin": place("起" * 200),
            "destination": place("讫" * 200, "150622"),
        },
        cargo={
            "name": "龘䶮𠮷" * 20 + "X" * 140,
            "divisible": False,
            "length_mm": 300_000,
            "width_mm": 300_000,
            "height_mm": 300_000,
            "mass_kg": gross - 8 * 24_000 - 30_000,
        },
        vehicle_set={
            "kind": "hydraulic",
            "tractors": [
                {"plate": f"蒙K{index}AB99超", "curb_mass_kg": 24_000, "axles": 8, "drive_axles": 4}
                for index in range(8)
            ],
            "trailer": {"plate": "蒙KZZ999超", "curb_mass_kg": 30_000, "axles": 80, "axle_lines": 40},
            "axle_spacings_mm": [1000 + 13 * index for index in range(103)],
            "axle_loads_kg": loads,
            "tyres": 4000,
        },
        loaded={"length_mm": 300_000, "width_mm": 300_000, "height_mm": 300_000, "gross_mass_kg": gross},
    )
    legs = tuple(
        RouteLeg(
            road=f"G{index}",
            from_stake=f"K{index}+000",
            to_stake=f"K{index}+999",
            towns=("阿勒腾席热镇", "伊金霍洛"),
            note="限高四米五",
        )
        for index in range(60)
    )
    orders = tuple(
        BridgeOrder(road=f"G{index}", stake=f"K{index}+500", name="无定河特大桥" * 4, speed_kmh=5, alone=True)
        for index in range(40)
    )
    return permit(
        number="SF150600-2031-999999",
        revision=12,
        demonstration=True,
        sample_data=True,
        facts=facts,
        holder=Holder(name="大" * 60, credit_code="9" * 200, licence_number="蒙" * 200, phone="1" * 200),
        route=PermittedRoute(legs=legs, length_m=999_999),
        bridge_orders=orders,
        conditions=tuple(f"第{index}项，" + "必须由持证人派员全程监护并随时报告" * 8 for index in range(12)),
        authority=IssuingAuthority(
            name="内蒙古自治区鄂尔多斯市交通运输综合行政执法" * 3, adcode="150600", scope="全" * 200
        ),
        signer_name="欧阳" * 40,
        verification_hint="核" * 200,
        standing_conditions=("必" * 2000, "须" * 2000),
        legal_basis=("依据" * 100,) * 5,
        time_windows=("每日七时至十七时通行" * 20,) * 3,
        remarks="备注说明" * 60,
    )
