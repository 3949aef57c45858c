"""Which fields stand on the permit, in which order and words; the template decides only where the ink goes."""

import re
from typing import Final, TypedDict

from services.issuance.rendering import texts
from services.issuance.rendering.document import PermitDocument
from services.issuance.rendering.glyphs import printable

UNBROKEN: Final = re.compile(r"[!-~]{19,}")
"""A run of letters and digits too long for a narrow cell; it may break after every tenth character."""
BREAK_EVERY: Final = 10
BRIEF_CHARS: Final = 20
ZERO_WIDTH_SPACE: Final = "\u200b"
IN_ANNEX: Final = "内容较多，全文见附页。"


class Cell(TypedDict):
    """One labelled field.

    `short` stands on the first page when the value moves to the annex (None: it never moves); `keep` cells move last;
    `annex` is the full text as the annex prints it.
    """

    id: str
    label: str
    value: str
    short: str | None
    keep: bool
    annex: str


class Layout(TypedDict):
    """Everything the template prints. `rows` hold one wide cell or two narrow ones."""

    title: str
    number: str
    number_label: str
    revision: str
    authority: str
    page_name: str
    page_count: str
    annex_title: str
    banner: str | None
    watermark: str | None
    qr_alt: str
    hint: str
    rows: list[list[Cell]]
    signature: list[tuple[str, str]]
    seal: dict[str, str]


def layout(document: PermitDocument) -> Layout:
    """The texts of a permit, every character printable."""
    authority = document.authority
    marks = [
        *(["示范"] if document.demonstration else []),
        *(["示例数据"] if document.sample_data else []),
    ]
    return Layout(
        title=_ink(document.title),
        number=document.number,
        number_label="许可证号：",
        revision=f"第 {document.revision} 版{'（变更后换发，原版本失效）' if document.revision > 1 else ''}",
        authority=_ink(authority.name),
        page_name=f"{_ink(document.title)}　{document.number}　第 {document.revision} 版",
        page_count="第 {page} 页　共 {pages} 页",
        annex_title=f"{_ink(document.title)}附页",
        banner=_banner(document),
        watermark="　".join(marks) or None,
        qr_alt=f"许可证 {document.number} 的核验二维码",
        hint=_ink(texts.prose(document.verification_hint)),
        rows=[*_party_rows(document), *_vehicle_rows(document), *_travel_rows(document), *_order_rows(document)],
        signature=[
            ("发证单位：", _ink(authority.name)),
            ("签 发 人：", _ink(document.signer_name)),
            ("发证日期：", texts.chinese_date(document.issued_on)),
        ],
        seal={
            "name": printable(authority.name),
            "line": "示范用章" if document.demonstration else printable(authority.seal_line),
        },
    )


def _banner(document: PermitDocument) -> str | None:
    sentences = [
        *(["示范证件：由示范系统生成，不具有法律效力。"] if document.demonstration else []),
        *(["本证所依据的桥梁等构造物资料为示例数据。"] if document.sample_data else []),
    ]
    return "".join(sentences) or None


def _ink(text: str) -> str:
    """The text as it can be printed and broken: rare characters shown by code point, endless words divisible."""
    return UNBROKEN.sub(_breakable, printable(text.strip()))


def _brief(text: str) -> str:
    return text if len(text) <= BRIEF_CHARS else f"{text[:BRIEF_CHARS]}…"


def _breakable(word: re.Match[str]) -> str:
    return ZERO_WIDTH_SPACE.join(word[0][start : start + BREAK_EVERY] for start in range(0, len(word[0]), BREAK_EVERY))


def _cell(
    key: str, label: str, value: str, *, short: str | None = IN_ANNEX, keep: bool = False, annex: str | None = None
) -> Cell:
    text = _ink(value) or "无"
    return Cell(
        id=key,
        label=label,
        value=text,
        short=None if short is None else _ink(short),
        keep=keep,
        annex=text if annex is None else _ink(annex),
    )


def _fixed(key: str, label: str, value: str) -> Cell:
    """A field whose text is bounded: it always stands on the first page."""
    return _cell(key, label, value, short=None)


def _party_rows(document: PermitDocument) -> list[list[Cell]]:
    holder = document.holder
    return [
        [_cell("carrier", "承运单位", holder.name, keep=True)],
        [
            _cell("credit", "统一社会信用代码", holder.credit_code),
            _cell("licence", "道路运输经营许可证号", holder.licence_number),
        ],
        [
            _cell("phone", "联系电话", holder.phone),
            _cell("application", "申请编号", document.application_number),
        ],
    ]


def _vehicle_rows(document: PermitDocument) -> list[list[Cell]]:
    facts, vehicles = document.facts, document.facts.vehicle_set
    cargo = facts.cargo
    gross = texts.tonnes(facts.loaded.gross_mass_kg)
    return [
        [
            _cell("tractors", "牵引车号牌", "、".join(tractor.plate for tractor in vehicles.tractors), keep=True),
            _fixed("trailer", "挂车号牌", vehicles.trailer.plate if vehicles.trailer else "无"),
        ],
        [
            _fixed("kind", "车辆类型", texts.VEHICLE_KINDS[vehicles.kind]),
            _fixed("axles", "轴数 / 轮胎数", texts.axle_arrangement(vehicles, document.axle_count)),
        ],
        [_cell("goods", "货物名称", cargo.name, keep=True)],
        [
            _fixed("goods_size", "货物外廓尺寸", texts.outline(cargo)),
            _fixed("goods_mass", "货物质量", f"{texts.tonnes(cargo.mass_kg)} 吨"),
        ],
        [
            _fixed("outline", "车货总体外廓", texts.outline(facts.loaded)),
            _fixed("gross_mass", "车货总质量", f"{gross} 吨（整备质量 {texts.tonnes(document.curb_mass_kg)} 吨）"),
        ],
        [_cell("axle_loads", "轴荷分布", texts.axle_loads(vehicles))],
        [_cell("axle_spacings", "轴距", texts.axle_spacings(vehicles))],
    ]


def _travel_rows(document: PermitDocument) -> list[list[Cell]]:
    trip, route = document.facts.trip, document.route
    ends = f"{_brief(trip.origin.name)} → {_brief(trip.destination.name)}，{texts.length(route)}，逐段路线见附页。"
    return [
        [
            _fixed("validity", "有效期", f"{texts.minute(document.valid_from)}\n至 {texts.minute(document.valid_to)}"),
            _fixed("trips", "通行次数", f"{document.trips_allowed} 次"),
        ],
        [
            _cell("scope", "有效范围", document.authority.scope),
            _fixed("reviewed", "审核日期", texts.chinese_date(document.reviewed_on)),
        ],
        [_cell("route", "通行线路", texts.route(trip, route), short=ends, annex=texts.route_list(trip, route))],
        [
            _cell("speeds", "行驶速度", texts.speeds(document.speeds)),
            _cell("hours", "通行时段", texts.numbered(document.time_windows) or "有效期内不限时段"),
        ],
    ]


def _order_rows(document: PermitDocument) -> list[list[Cell]]:
    bridges = [texts.bridge_order(order) for order in document.bridge_orders]
    rows = [[_cell("escort", "护送要求", texts.escort(document.escort))]]
    if bridges:
        short = f"须按逐桥要求通过 {len(bridges)} 座桥梁，要求见附页。"
        rows.append([_cell("bridges", "桥梁通行要求", texts.numbered(bridges), short=short)])
    if document.conditions:
        short = f"另有 {len(document.conditions)} 项许可条件，全文见附页，必须遵守。"
        rows.append([_cell("conditions", "许可条件", texts.numbered(document.conditions), short=short)])
    standing = texts.numbered(document.standing_conditions)
    rows.append([_cell("standing", "必须遵守", standing, keep=True)])
    rows.append([_cell("legal_basis", "许可依据", "、".join(document.legal_basis), keep=True)])
    if document.remarks.strip():
        rows.append([_cell("remarks", "备注", texts.prose(document.remarks))])
    return rows
