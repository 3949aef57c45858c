"""What the carriers of the living office move, on which rig and which way: the samples' facts with other cargo, plates, dates."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from random import Random
from typing import Any, Final, Literal

from demo.samples import samples
from shared.contracts.demo_office import Rig, RigKind

LoadKind = RigKind | Literal["small", "divisible", "overloaded"]
Json = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """How a sample may vary without another answer.

    Args:
        sample: the sample it is made after.
        names: cargo.
        length_mm, width_mm, height_mm, mass_kg: of the cargo, least and most.
        above_mm: how much higher the loaded vehicle is than its cargo.
        beyond_mm: how much longer; None: as long as the sample's, whatever the cargo.
    """

    sample: str
    names: tuple[str, ...]
    length_mm: tuple[int, int]
    width_mm: tuple[int, int]
    height_mm: tuple[int, int]
    mass_kg: tuple[int, int]
    above_mm: int
    beyond_mm: int | None = None


SHAPES: Final[dict[RigKind, Shape]] = {
    "low": Shape(
        "class1_generator_set",
        ("柴油发电机组", "换热器", "储气罐", "箱式变电站", "离心压缩机", "钢结构节段", "振动筛", "减速机总成"),
        (7_000, 9_200),
        (2_700, 3_000),
        (2_500, 2_900),
        (21_000, 27_000),
        1_300,
    ),
    "wide": Shape(
        "class2_excavator",
        ("挖掘机", "矿用推土机", "破碎机主机", "反应器筒体", "旋挖钻机", "球磨机筒体", "履带起重机主机", "采煤机"),
        (12_000, 18_000),
        (3_200, 3_700),
        (3_400, 3_800),
        (46_000, 53_000),
        700,
    ),
    "girder": Shape(
        "class3_launching_girder",
        ("架桥机主梁节段", "塔式容器", "煤化工反应器", "盾构机刀盘", "锅炉汽包", "气化炉筒体"),
        (14_000, 20_000),
        (4_000, 4_900),
        (3_200, 3_900),
        (26_000, 32_000),
        800,
    ),
    "blade": Shape(
        "class3_wind_blade",
        ("风电叶片", "风电叶片(2号)", "风电叶片(3号)", "备用风电叶片"),
        (76_000, 98_000),
        (4_000, 4_500),
        (3_000, 3_400),
        (24_000, 28_000),
        1_400,
        6_000,
    ),
}
AS_SAMPLED: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "small": ("not_oversize", ("钢卷", "成捆钢管", "铝锭", "轮胎", "电缆盘")),
    "divisible": (
        "not_accepted_divisible",
        ("袋装煤", "袋装水泥", "散装石料", "成垛木材", "袋装尿素", "成捆秸秆", "袋装石灰", "煤矸石", "成垛砖块"),
    ),
    "overloaded": ("refused_axle_load", ("压力容器", "重型齿轮箱", "铸钢件", "冷凝器", "锻件毛坯")),
}
"""Loads that the law answers as the sample: their vehicles and figures stay, the cargo's name varies."""


def place(adcode: str, name: str, address: str, lon: float, lat: float) -> Json:
    """A place of a trip."""
    return {"adcode": adcode, "name": name, "address": address, "lon": lon, "lat": lat}


DONGSHENG = place("150602", "东胜", "东胜区罕台镇工业园", 109.99, 39.82)
ALTAN = place("150627", "阿镇", "伊金霍洛旗阿勒腾席热镇", 109.83, 39.51)
XUEJIAWAN = place("150622", "薛家湾", "准格尔旗薛家湾镇", 111.223, 39.866)
SHULINZHAO = place("150621", "树林召", "达拉特旗树林召镇", 110.02, 40.41)
XINI = place("150625", "锡尼镇", "杭锦旗锡尼镇", 108.72, 39.84)
SHAJING = place("150624", "沙井", "鄂托克旗棋盘井镇沙井", 107.95, 39.21)
WAYS: Final[dict[RigKind, tuple[tuple[Json, Json], ...]]] = {
    "low": ((DONGSHENG, ALTAN), (DONGSHENG, XUEJIAWAN), (ALTAN, DONGSHENG), (SHULINZHAO, XINI)),
    "wide": ((DONGSHENG, XUEJIAWAN), (SHULINZHAO, XINI), (DONGSHENG, ALTAN)),
    "girder": ((SHULINZHAO, XINI), (DONGSHENG, XUEJIAWAN)),
    "blade": ((SHAJING, XUEJIAWAN),),
}


@cache
def _samples() -> dict[str, Json]:
    return {sample.name: sample.facts for sample in samples()}


def facts_of(rng: Random, rig: Rig, variant: int, start: datetime, end: datetime) -> Json:
    """A load on a rig; the same variant is the same cargo on the same way.

    Args:
        rng: for the figures.
        rig: what carries it.
        variant: which cargo and which way.
        start: of the trip.
        end: of the trip.
    """
    shape, ways = SHAPES[rig.kind], WAYS[rig.kind]
    base = _samples()[shape.sample]
    names = shape.names
    origin, destination = ways[(variant % len(names) + variant // len(names)) % len(ways)]
    cargo: Json = {
        "name": names[variant % len(names)],
        "divisible": False,
        "length_mm": rng.randrange(*shape.length_mm, 100),
        "width_mm": rng.randrange(*shape.width_mm, 50),
        "height_mm": rng.randrange(*shape.height_mm, 50),
        "mass_kg": rng.randrange(*shape.mass_kg, 100),
    }
    vehicles = base["vehicle_set"]
    tractor, trailer = vehicles["tractors"][0], vehicles["trailer"]
    gross = tractor["curb_mass_kg"] + trailer["curb_mass_kg"] + cargo["mass_kg"]
    front = vehicles["axle_loads_kg"][: tractor["axles"]]
    each, left = divmod(gross - sum(front), trailer["axles"])
    behind = [each + (index < left) for index in range(trailer["axles"])]
    length = base["loaded"]["length_mm"] if shape.beyond_mm is None else cargo["length_mm"] + shape.beyond_mm
    return {
        "trip": {**_trip(base, start, end), "origin": origin, "destination": destination},
        "cargo": cargo,
        "vehicle_set": {
            **vehicles,
            "tractors": [{**tractor, "plate": rig.tractor}],
            "trailer": {**trailer, "plate": rig.trailer},
            "axle_loads_kg": [*front, *behind],
        },
        "loaded": {
            "length_mm": length,
            "width_mm": cargo["width_mm"],
            "height_mm": cargo["height_mm"] + shape.above_mm,
            "gross_mass_kg": gross,
        },
    }


def sampled(kind: str, variant: int, start: datetime, end: datetime) -> Json:
    """A load of `AS_SAMPLED`."""
    name, names = AS_SAMPLED[kind]
    base = _samples()[name]
    return {**base, "trip": _trip(base, start, end), "cargo": {**base["cargo"], "name": names[variant % len(names)]}}


def _trip(base: Json, start: datetime, end: datetime) -> Json:
    trip: Json = base["trip"]
    return {**trip, "planned_start": start.isoformat(), "planned_end": end.isoformat()}
