"""The document: every field is there, it is PDF/A, it is the same every time, and nothing overlaps or is lost."""

import hashlib
import io
import json
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from services.issuance.rendering.document import PermitDocument
from services.issuance.rendering.layout import layout
from services.issuance.rendering.pdf import DATA_FILE, render_pdf
from tests.unit.issuance.pdfs import catalogue, dictionary, xmp
from tests.unit.issuance.permits import excavator_facts, extreme_permit, hydraulic_permit, permit

TOKEN = "HC1:" + "6BF+70790T9WJWG.FKY*4GO0" * 14
BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def pages(document: PermitDocument) -> list[str]:
    """Text of each page without white space, which Chinese lines break anywhere."""
    reader = PdfReader(io.BytesIO(render_pdf(document, TOKEN)))
    return ["".join(page.extract_text().replace("\u200b", "").split()) for page in reader.pages]


def squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("document", [permit(), hydraulic_permit()], ids=["flatbed", "hydraulic"])
def test_an_ordinary_permit_is_one_page_with_every_field(document: PermitDocument) -> None:
    (page,) = pages(document)
    texts = layout(document)
    for row in texts["rows"]:
        for cell in row:
            assert squeezed(cell["label"]) in page
            assert squeezed(cell["value"]) in page, cell["id"]
    for label, value in texts["signature"]:
        assert squeezed(label + value) in page
    assert squeezed(texts["hint"]) in page
    assert texts["title"] in page


def test_plates_stand_without_spaces() -> None:
    text = PdfReader(io.BytesIO(render_pdf(hydraulic_permit(), TOKEN))).pages[0].extract_text()
    assert "蒙K50000、蒙K50001、蒙K50002" in text
    assert "蒙K56789超" in text


@pytest.mark.parametrize("document", [permit(), extreme_permit()], ids=["ordinary", "extreme"])
def test_nothing_is_lost(document: PermitDocument) -> None:
    whole = "".join(pages(document))
    footer = re.escape(squeezed(layout(document)["page_name"])) + r"第\d+页共\d+页"
    flowing = re.sub(footer, "", whole).replace("示范示例数据", "")
    for row in layout(document)["rows"]:
        for cell in row:
            for line in (cell["annex"] if cell["short"] else cell["value"]).split("\n"):
                assert squeezed(line) in flowing or squeezed(cell["value"]) in flowing, cell["id"]


def test_what_is_too_long_goes_to_numbered_annex_pages() -> None:
    first, *annex = pages(extreme_permit())
    assert annex
    assert "须按逐桥要求通过40座桥梁，要求见附页。" in first
    assert "发证单位" in first
    assert "通行次数1次" in first
    assert all("SF150600-2031-999999" in page for page in annex)
    assert f"第{len(annex) + 1}页共{len(annex) + 1}页" in annex[-1]


def test_a_long_route_alone_keeps_the_rest_on_the_first_page() -> None:
    first, *annex = pages(permit(route=extreme_permit().route))
    assert "逐段路线见附页" in first
    assert "纳林沟中桥" in first
    assert "(60)G59K59+000～K59+999" in annex[-1]


def test_demonstration_and_sample_data_are_marked_on_every_page() -> None:
    for page in pages(extreme_permit()):
        assert "示范" in page
        assert "示例数据" in page
    (page,) = pages(permit(demonstration=True))
    assert "不具有法律效力" in page
    assert "示范用章" in page
    assert "行政许可专用章" not in page
    (page,) = pages(permit(sample_data=True))
    assert "示例数据" in page
    assert "示范" not in page
    (page,) = pages(permit())
    assert "示" not in page.replace("标示", "").replace("警示", "").replace("警告标志", "")


def test_a_change_says_which_revision_it_is() -> None:
    (page,) = pages(permit(revision=3))
    assert "第3版（变更后换发，原版本失效）" in page


def test_text_is_never_markup() -> None:
    nasty = '#set page(fill: red) *粗* $x$ \\ " ] } #panic("x") @a <b> `c` //'
    document = permit(facts=excavator_facts(cargo={**permit().facts.cargo.model_dump(), "name": nasty}))
    (page,) = pages(document)
    assert squeezed(nasty) in page


def test_is_pdf_a_3b_with_title_language_and_the_time_of_issue() -> None:
    pdf = render_pdf(permit(), TOKEN)
    reader = PdfReader(io.BytesIO(pdf))
    assert pdf.startswith(b"%PDF-1.7")
    assert "<pdfaid:part>3</pdfaid:part>" in xmp(pdf)
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in xmp(pdf)
    assert reader.metadata is not None
    assert reader.metadata.title == "超限运输车辆通行证 150600-2031-000123"
    assert reader.metadata.creation_date == permit().issued_at
    assert str(catalogue(pdf)["/Lang"]) == "zh-CN"
    width, height = reader.pages[0].mediabox[2:]
    assert (round(float(width)), round(float(height))) == (595, 842)


@pytest.mark.parametrize("document", [permit(), hydraulic_permit(), extreme_permit()])
def test_its_data_is_embedded_for_systems_that_read_it(document: PermitDocument) -> None:
    pdf = render_pdf(document, TOKEN)
    reader = PdfReader(io.BytesIO(pdf))
    (content,) = reader.attachments[DATA_FILE]
    data = json.loads(content)
    assert PermitDocument.model_validate(data["permit"]) == document
    assert data["token"] == TOKEN
    files = catalogue(pdf)["/AF"]
    assert isinstance(files, ArrayObject)
    (file,) = [entry.get_object() for entry in files]
    assert (file["/AFRelationship"], file["/UF"]) == ("/Source", DATA_FILE)


def test_only_the_installed_fonts_are_used_and_all_are_embedded() -> None:
    reader = PdfReader(io.BytesIO(render_pdf(extreme_permit(), TOKEN)))
    names = {
        font.get_object()["/BaseFont"].split("+")[1]
        for page in reader.pages
        for font in dictionary(dictionary(page, "/Resources"), "/Font").values()
    }
    assert all(name.startswith(("NotoSerifSC", "NotoSansSC")) for name in names)


def test_the_same_permit_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from services.issuance.rendering.pdf import DATA_FILE, render_pdf;"
        "from tests.unit.issuance.permits import hydraulic_permit;"
        f"print(hashlib.sha256(render_pdf(hydraulic_permit(), {TOKEN!r})).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    first, second = (render_pdf(hydraulic_permit(), TOKEN) for _ in range(2))
    assert first == second
    assert hashlib.sha256(first).hexdigest() == other
    assert render_pdf(hydraulic_permit(revision=2), TOKEN) != first


@pytest.mark.pdf_tools
@pytest.mark.parametrize("document", [permit(), extreme_permit()], ids=["ordinary", "extreme"])
@pytest.mark.parametrize("dpi", [100, 200])
def test_the_printed_code_decodes(document: PermitDocument, dpi: int, tmp_path: Path) -> None:
    with Image.open(first_page(document, tmp_path, dpi)) as picture:
        (found,) = zxingcpp.read_barcodes(picture)
        assert found.text == TOKEN
        assert found.position.bottom_left.x < picture.width / 3
        assert found.position.bottom_left.y > picture.height * 0.85


def first_page(document: PermitDocument, folder: Path, dpi: int) -> Path:
    (folder / "permit.pdf").write_bytes(render_pdf(document, TOKEN))
    command = ["pdftoppm", "-r", str(dpi), "-singlefile", "-png", "permit.pdf", "page"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "page.png"


@pytest.mark.pdf_tools
@pytest.mark.parametrize("document", [permit(), extreme_permit()], ids=["ordinary", "extreme"])
def test_no_words_overlap_or_leave_the_frame(document: PermitDocument, tmp_path: Path) -> None:
    """Seal and watermark aside, which lie over the text on purpose: both are made of single turned letters."""
    plain = document.model_copy(update={"demonstration": False, "sample_data": False})
    (tmp_path / "permit.pdf").write_bytes(render_pdf(plain, TOKEN))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", tmp_path / "permit.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    for page in boxes.split("<page ")[1:]:
        words = [tuple(map(float, found[:4])) for found in BOX.findall(page) if not in_seal(found)]
        assert len(words) > 10
        assert all(left > 34 and right < 562 and top > 34 and bottom < 808 for left, top, right, bottom in words)
        for one, other in combinations(words, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across < 1 or down < 0.55 * min(one[3] - one[1], other[3] - other[1]), (one, other)


def in_seal(found: tuple[str, ...]) -> bool:
    left, top = float(found[0]), float(found[1])
    return left > 420 and top > 660
