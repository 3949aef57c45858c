"""Filling in the application form as a person does: from facts to fields."""

from typing import Any

from playwright.sync_api import Page, expect

Facts = dict[str, Any]
_SIZES = ("length_mm", "width_mm", "height_mm")


def _fill(page: Page, section: str, label: str, value: object) -> None:
    page.get_by_role("region", name=section, exact=True).get_by_label(label, exact=True).fill(str(value))


def fill_cargo(page: Page, facts: Facts, name: str) -> None:
    cargo = facts["cargo"]
    _fill(page, "货物", "货物名称", name)
    for label, key in zip(("长", "宽", "高", "质量"), (*_SIZES, "mass_kg"), strict=True):
        _fill(page, "货物", label, cargo[key])


def fill_vehicles(page: Page, facts: Facts) -> None:
    """Plates of the company's own vehicles bring the rest along."""
    vehicles = page.get_by_role("region", name="车辆", exact=True)
    tractor, trailer = facts["vehicle_set"]["tractors"][0], facts["vehicle_set"]["trailer"]
    for group, one in (("牵引车", tractor), ("挂车", trailer)):
        plate = vehicles.get_by_role("group", name=group).get_by_label("车牌号")
        plate.fill(one["plate"])
        plate.blur()
        expect(vehicles.get_by_role("group", name=group).get_by_label("整备质量")).to_have_value(
            str(one["curb_mass_kg"])
        )


def fill_loaded(page: Page, facts: Facts) -> None:
    keys = ("length_mm", "width_mm", "height_mm", "gross_mass_kg")
    for label, key in zip(("总长", "总宽", "总高", "总质量"), keys, strict=True):
        _fill(page, "车货总体", label, facts["loaded"][key])
    for index, load in enumerate(facts["vehicle_set"]["axle_loads_kg"], 1):
        page.get_by_label(f"第 {index} 轴 轴荷 kg").fill(str(load))
    for index, gap in enumerate(facts["vehicle_set"]["axle_spacings_mm"], 1):
        page.get_by_label(f"第 {index} 轴–{index + 1} 轴距 mm").fill(str(gap))
    _fill(page, "轴荷与轴距", "轮胎总数", facts["vehicle_set"]["tyres"])


def fill_trip(page: Page, facts: Facts) -> None:
    for group, place in (("起运地", facts["trip"]["origin"]), ("目的地", facts["trip"]["destination"])):
        fields = page.get_by_role("group", name=group, exact=True)
        fields.get_by_role("combobox").select_option(place["adcode"])
        fields.get_by_label("详细地址").fill(place["address"])
    _fill(page, "行程", "计划开始", facts["trip"]["planned_start"][:16])
    _fill(page, "行程", "计划结束", facts["trip"]["planned_end"][:16])


def fill(page: Page, facts: Facts, name: str) -> None:
    """The whole form."""
    fill_cargo(page, facts, name)
    fill_vehicles(page, facts)
    fill_loaded(page, facts)
    fill_trip(page, facts)
