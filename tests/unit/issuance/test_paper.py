"""Official papers: everything is printed, nothing is lost over pages, the same bytes each time, PDF/A."""

import io
from datetime import UTC, datetime
from typing import Any

from pypdf import PdfReader

from services.issuance.rendering.document import IssuingAuthority
from services.issuance.rendering.paper import render_paper
from shared.contracts.official import OfficialPaper
from tests.unit.issuance.pdfs import xmp

AUTHORITY = IssuingAuthority(name="鄂尔多斯市交通运输局", adcode="150600", scope="鄂尔多斯市行政区域内")


def paper(**changes: Any) -> OfficialPaper:
    base: dict[str, Any] = {
        "title": "行政许可申请补正通知书",
        "number": "A15060020270301000012-BZ",
        "addressee": "内蒙古示范大件运输有限公司",
        "body": ["经审查，申请材料不齐全。", "现一次性告知："],
        "items": ["补充轮廓图", "补充护送方案"],
        "closing": ["请补正后重新提交。"],
        "remedies": "如不服本决定，可以依法申请行政复议。",
        "file_name": "申请编号 A15060020270301000012",
        "issued_at": datetime(2027, 2, 28, 16, 30, tzinfo=UTC),
    }
    return OfficialPaper.model_validate({**base, **changes})


def pages(one: OfficialPaper, *, demonstration: bool = False) -> list[str]:
    reader = PdfReader(io.BytesIO(render_paper(one, AUTHORITY, demonstration=demonstration)))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def test_everything_is_printed_on_one_page() -> None:
    (page,) = pages(paper())
    wanted = [*paper().body, *paper().items, *paper().closing, paper().remedies, "2027年3月1日", AUTHORITY.name]
    for text in (*wanted, paper().title, f"编号：{paper().number}", f"{paper().addressee}："):
        assert "".join(text.split()) in page
    assert page.index("1.补充轮廓图") < page.index("2.补充护送方案")
    assert "示范文书" not in page


def test_a_demonstration_says_so() -> None:
    (page,) = pages(paper(), demonstration=True)
    assert "不具有法律效力" in page
    assert "示范用章" in page


def test_a_long_paper_goes_on_and_the_seal_stands_at_its_end() -> None:
    items = [f"第{index}项须补正的内容：{'说明' * 60}" for index in range(40)]
    found = pages(paper(items=items))
    assert len(found) > 2
    whole = "".join(found)
    assert all(f"第{index}项须补正的内容" in whole for index in range(40))
    assert "2027年3月1日" in found[-1]
    assert f"第{len(found)}页共{len(found)}页" in found[-1]


def test_what_fonts_cannot_print_is_shown_by_code_point() -> None:
    assert "〔U+2A6D6〕" in pages(paper(addressee="\U0002a6d6氏公司"))[0]


def test_the_same_paper_is_the_same_file_and_pdf_a() -> None:
    first = render_paper(paper(), AUTHORITY, demonstration=False)
    assert first == render_paper(paper(), AUTHORITY, demonstration=False)
    assert "<pdfaid:part>3</pdfaid:part>" in xmp(first)
