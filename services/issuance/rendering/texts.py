"""How the values of a permit are written in Chinese: masses, measures, axle loads, times, routes, orders."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from services.issuance.rendering.document import SHANGHAI, BridgeOrder, EscortDuty, PermittedRoute, RouteLeg, SpeedRule
from shared.contracts.facts import Cargo, Loaded, Trip, VehicleSet

KG_PER_TONNE = 1000
MM_PER_METRE = 1000
M_PER_KM = 1000
VEHICLE_KINDS = {"rigid": "整体式货车", "flatbed": "普通平板车组", "hydraulic": "多轴多轮液压平板车组"}
_FULL_WIDTH = str.maketrans({",": "\N{FULLWIDTH COMMA}", ";": "\N{FULLWIDTH SEMICOLON}", ":": "\N{FULLWIDTH COLON}"})
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff\u300b\u201d\uff09])[,;:](?=[\u4e00-\u9fff\u300a\u201c\uff08]|$)")


def prose(text: str) -> str:
    """A written text with Chinese punctuation where an ASCII mark stands between Chinese characters."""
    return _BETWEEN_CHINESE.sub(lambda mark: mark[0].translate(_FULL_WIDTH), text.strip())


def _decimal(value: int, per_unit: int, least_places: int) -> str:
    whole, rest = divmod(value, per_unit)
    places = f"{rest:03d}".rstrip("0").ljust(least_places, "0")
    return f"{whole}.{places}" if places else str(whole)


def tonnes(mass_kg: int) -> str:
    """A mass in tonnes, exact to the kilogram: 13214 -> 13.214, 49000 -> 49."""
    return _decimal(mass_kg, KG_PER_TONNE, 0)


def metres(length_mm: int) -> str:
    """A length in metres with two decimals, exact to the millimetre: 4950 -> 4.95, 4955 -> 4.955."""
    return _decimal(length_mm, MM_PER_METRE, 2)


def outline(size: Loaded | Cargo) -> str:
    """Length, width, height in metres."""
    return f"长 {metres(size.length_mm)} × 宽 {metres(size.width_mm)} × 高 {metres(size.height_mm)} 米"


def series(values: Sequence[str], joint: str) -> str:
    """Values front to back, equal neighbours counted: 4 + 4.5 × 2 + 13.214 × 28."""
    groups = ((value, sum(1 for _ in same)) for value, same in groupby(values))
    return joint.join(f"{value}×{count}" if count > 1 else value for value, count in groups)


def axle_loads(vehicles: VehicleSet) -> str:
    """Loads of axles, hydraulic ones of axle lines, front to back (轴荷分布)."""
    unit = "吨（液压挂车按轴线）" if vehicles.kind == "hydraulic" else "吨"
    return f"{series([tonnes(load) for load in vehicles.axle_loads_kg], ' + ')} {unit}"


def axle_spacings(vehicles: VehicleSet) -> str:
    """Spacings front to back (轴距)."""
    return (
        f"{series([metres(gap) for gap in vehicles.axle_spacings_mm], ' - ')} 米" if vehicles.axle_spacings_mm else "无"
    )


def axle_arrangement(vehicles: VehicleSet, axle_count: int) -> str:
    """Axles, lines and tyres."""
    lines = vehicles.trailer.axle_lines if vehicles.trailer else 0
    return f"{axle_count} 轴{f'（{lines} 轴线）' if lines else ''} / {vehicles.tyres} 胎"


def chinese_date(day: date) -> str:
    """2027年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def minute(moment: datetime) -> str:
    """2027年3月1日06:00 in Asia/Shanghai."""
    local = moment.astimezone(SHANGHAI)
    return f"{chinese_date(local.date())} {local:%H:%M}"


def _leg(leg: RouteLeg) -> str:
    ends = list(dict.fromkeys(town for town in (leg.from_town, leg.to_town) if town))
    where = [*(["至".join(ends)] if ends else []), *([f"经{'、'.join(leg.towns)}"] if leg.towns else [])]
    towns = f"（{'，'.join(where)}）" if where else ""
    note = f"【{prose(leg.note)}】" if leg.note else ""
    if leg.from_stake and leg.to_stake:
        return f"{leg.road} {leg.from_stake}～{leg.to_stake}{towns}{note}"
    return f"{leg.road}{f'约 {leg.length_m / M_PER_KM:.1f} 公里' if leg.length_m else ''}{towns}{note}"


def route(trip: Trip, permitted: PermittedRoute) -> str:
    """The set route in driving order, with stakes, towns and conditions in 【】."""
    parts = [prose(trip.origin.name), *(_leg(leg) for leg in permitted.legs), prose(trip.destination.name)]
    return f"{' → '.join(parts)}。{length(permitted)}。"


def route_list(trip: Trip, permitted: PermittedRoute) -> str:
    """The same route, one line a stretch."""
    legs = "\n".join(f"({index}) {_leg(leg)}" for index, leg in enumerate(permitted.legs, start=1))
    return f"起点：{prose(trip.origin.name)}\n{legs}\n终点：{prose(trip.destination.name)}。{length(permitted)}。"


def length(permitted: PermittedRoute) -> str:
    """Length of the route in kilometres."""
    return f"全程约 {permitted.length_m / M_PER_KM:.1f} 公里"


def speeds(rules: Sequence[SpeedRule]) -> str:
    """Set speeds."""
    return "；".join(f"{prose(rule.where)}不超过 {rule.kmh} km/h" for rule in rules) or "按道路限速"


def escort(duty: EscortDuty) -> str:
    """Escort duty."""
    if not duty.required:
        return "无需护送"
    cars = f"前导车 {duty.front} 辆，后卫车 {duty.rear} 辆"
    agency = f"护送单位：{duty.agency}" if duty.agency else ""
    return "；".join([cars, *(prose(item) for item in duty.extra), *([agency] if agency else [])])


def bridge_order(order: BridgeOrder) -> str:
    """How one bridge is crossed."""
    speed = [f"限速 {order.speed_kmh} km/h"] if order.speed_kmh is not None else []
    alone = ["单车居中匀速通过，禁止其他车辆同时上桥"] if order.alone else []
    note = [prose(order.note)] if order.note else []
    return f"{order.road} {order.stake} {order.name}：{'，'.join([*speed, *alone, *note]) or '按通行要求通过'}"


def numbered(items: Sequence[str]) -> str:
    """One line an item, counted when there are several."""
    if len(items) < 2:
        return "".join(prose(item) for item in items)
    return "\n".join(f"{index}. {prose(item)}" for index, item in enumerate(items, start=1))
