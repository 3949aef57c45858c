"""The QR code holds the token."""

import io

import pytest
import segno
import zxingcpp
from PIL import Image

from services.issuance.rendering.qr import qr_png, qr_svg

TOKEN = "HC1:" + "6BF+70790T9WJWG.FKY*4GO0" * 14


def test_decodes() -> None:
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(qr_png(TOKEN))))
    assert found.text == TOKEN


def test_svg_covers_exactly_the_dark_modules() -> None:
    path = qr_svg(TOKEN).rsplit('d="', 1)[1]
    widths = [int(run.split("h")[1].split("v")[0]) for run in path.split("M")[1:]]
    dark = sum(sum(row) for row in segno.make_qr(TOKEN, error="m", mask=3, boost_error=False).matrix)
    assert sum(widths) == dark


def test_what_no_code_can_hold_is_refused() -> None:
    with pytest.raises(segno.DataOverflowError):
        qr_svg("A" * 5000)
