"""What looks odd or is still missing in an application: codes and values are stored, texts are made at the edge."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict, cast

from shared.contracts.changes import NEEDS_CASE_TEXTS
from shared.contracts.facts import TransportFacts, VehicleSet
from shared.contracts.intake import OpenItem
from shared.contracts.registry import CarrierStanding, PaperGap

LARGEST_TYRES_PER_AXLE = {"rigid": 4, "flatbed": 4, "hydraulic": 8}
"""Tyres an axle (hydraulic: an axle line of two axles) usually has at most [practice]; more is asked about, never refused."""

_TEXTS = {
    "paper_missing": ("{subject}:缺少{what}", "{subject}: {what} is missing"),
    "paper_expired": ("{subject}:{what}届时已过期", "{subject}: {what} will have expired"),
    "paper_unverified": ("{subject}:{what}尚未核验", "{subject}: {what} is not verified yet"),
    "unknown_plate": ("{subject}:车辆未登记在承运人名下", "{subject}: not registered as the carrier's vehicle"),
    "registry_silent": ("资质与信用暂未核对", "papers and credit could not be looked up"),
    "route_silent": ("路线暂未核查，需人工核查", "the way could not be checked; a person has to"),
    "tyres_odd": ("轮胎数 {tyres} 与 {axles} 根轴不相称", "{tyres} tyres do not fit {axles} axles"),
    "wheelbase_odd": (
        "轴距之和 {wheelbase_mm} 毫米大于总长 {length_mm} 毫米",
        "axle spacings add up to {wheelbase_mm} mm, more than the length of {length_mm} mm",
    ),
    "vehicle_overlap": (
        "车辆 {plate} 在同一时段另有申请 {number}",
        "{plate} is in another application for an overlapping time {number}",
    ),
    "no_permit_needed": ("第 {set} 组车辆未超限，无需许可", "vehicle set {set} is not oversize: it needs no permit"),
    "road_changed": ("受理后路况有变，路线已重新核查", "the road changed after acceptance; the way was checked anew"),
    "override_lapsed": (
        "审批人员调整过类别或通道，重新评估后须再次确认",
        "an officer had set class or lane; since it was judged anew he has to look at it again",
    ),
    "person_decides": ("未能自动决定，转人工审查:{what}", "not decided automatically, a person reviews it: {what}"),
}
_PAPERS = {
    "transport_licence": ("道路运输经营许可证", "the transport licence"),
    "agent_id": ("经办人身份证件", "the agent's identity paper"),
    "authorisation": ("授权委托书", "the authorisation"),
    "vehicle_licence": ("行驶证", "the vehicle licence"),
    "temporary_plate": ("临时号牌", "the temporary plate"),
    "driving_licence": ("驾驶证", "the driving licence"),
    "driver_qualification": ("从业资格证", "the driver's qualification"),
    "oversize_trailer_plate": ("超限挂车号牌", "the oversize trailer plate"),
}

_REASONS = {
    "not_instant": ("不属即办", "it is not in the instant lane"),
    "route_missing": ("没有已核查的路线", "no way was checked"),
    "route_blocked": ("路线不可通行", "the way is closed"),
    "no_standing_authority": ("没有常设授权", "there is no standing authority"),
    "suspended": ("常设授权已暂停", "the standing authority is suspended"),
    "carrier_suspended": ("常设授权对该承运人已暂停", "the standing authority is suspended for this carrier"),
    "road_suspended": ("常设授权对所经道路已暂停", "the standing authority is suspended for a road on the way"),
    "class_not_covered": ("常设授权不包括此类别", "the standing authority does not cover this class"),
    "daily_limit": ("已达常设授权当日限额", "the standing authority's limit of the day is reached"),
    "with_a_person": ("已由人员审查", "a person reviews it already"),
    "closed": ("审查已关闭", "its review is closed"),
}
"""Why the system leaves a decision to a person; the codes are issuance's and those of a plan's lock."""
_NAMED: Mapping[str, tuple[str, str]] = {
    **_PAPERS,
    **cast("Mapping[str, tuple[str, str]]", NEEDS_CASE_TEXTS),
    **_REASONS,
}


class Item(TypedDict):
    """An open item as stored. `pointer` is that of the field in the application."""

    code: str
    pointer: str
    values: dict[str, str | int]


def item(code: str, pointer: str = "", **values: str | int) -> Item:
    """An open item."""
    return Item(code=code, pointer=pointer, values=values)


def shown(stored: Iterable[object]) -> list[OpenItem]:
    """Stored items with their texts."""
    return [_shown(one) for one in cast("Iterable[Item]", stored)]


def _shown(one: Item) -> OpenItem:
    zh, en = _TEXTS[one["code"]]
    named = _NAMED.get(str(one["values"].get("what", "")), ("", ""))
    texts = [
        template.format_map({**one["values"], "what": what}).strip()
        for template, what in zip((zh, en), named, strict=True)
    ]
    return OpenItem(code=one["code"], pointer=one["pointer"], zh=texts[0], en=texts[1])


def paper_items(standing: CarrierStanding | None, sets: Sequence[TransportFacts]) -> list[Item]:
    """Gaps of the papers; one item when registry was silent."""
    if standing is None:
        return [item("registry_silent")]
    return [_paper_item(gap, sets) for gap in standing.gaps]


def _paper_item(gap: PaperGap, sets: Sequence[TransportFacts]) -> Item:
    where = _pointer_of(gap.subject, sets)
    if gap.fault == "unknown_plate":
        return item("unknown_plate", where, subject=gap.subject)
    return item(f"paper_{gap.fault}", where, subject=gap.subject, what=gap.kind)


def _pointer_of(plate: str, sets: Sequence[TransportFacts]) -> str:
    for index, one in enumerate(sets):
        vehicles, base = one.vehicle_set, set_pointer(index)
        for place, tractor in enumerate(vehicles.tractors):
            if tractor.plate == plate:
                return f"{base}/vehicle_set/tractors/{place}/plate"
        if vehicles.trailer and vehicles.trailer.plate == plate:
            return f"{base}/vehicle_set/trailer/plate"
    return ""


def set_pointer(index: int) -> str:
    """Pointer of a vehicle set in an application: the first one is part of `facts`."""
    return f"/further_sets/{index - 1}" if index else "/facts"


def oddities(sets: Sequence[TransportFacts]) -> list[Item]:
    """What is possible but unusual in the declared vehicles."""
    found: list[Item] = []
    for index, one in enumerate(sets):
        base, vehicles = set_pointer(index), one.vehicle_set
        axles = len(vehicles.axle_loads_kg)
        if not _usual_tyres(vehicles):
            found.append(item("tyres_odd", f"{base}/vehicle_set/tyres", tyres=vehicles.tyres, axles=axles))
        wheelbase = sum(vehicles.axle_spacings_mm)
        if wheelbase > one.loaded.length_mm:
            where = f"{base}/vehicle_set/axle_spacings_mm"
            found.append(item("wheelbase_odd", where, wheelbase_mm=wheelbase, length_mm=one.loaded.length_mm))
    return found


def _usual_tyres(vehicles: VehicleSet) -> bool:
    axles, tractors = len(vehicles.axle_loads_kg), vehicles.tractor_axles
    most = tractors * LARGEST_TYRES_PER_AXLE["rigid"] + (axles - tractors) * LARGEST_TYRES_PER_AXLE[vehicles.kind]
    return 2 * axles <= vehicles.tyres <= most and vehicles.tyres % 2 == 0
