"""Previews: pictures and first pages are drawn; what cannot be drawn, or would take everything, is let go."""

import io
import zlib

import pytest
from PIL import Image

from services.intake.materials.preview import draw


def picture(form: str, size: tuple[int, int] = (400, 200)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(buffer, form)
    return buffer.getvalue()


def pdf() -> bytes:
    buffer = io.BytesIO()
    first, second = (Image.new("RGB", (300, 400), color) for color in ((30, 200, 30), (30, 30, 200)))
    first.save(buffer, "PDF", save_all=True, append_images=[second])
    return buffer.getvalue()


@pytest.mark.parametrize(("form", "kind"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
async def test_a_picture_is_drawn_whole(form: str, kind: str) -> None:
    drawn = await draw(picture(form), kind)
    assert drawn is not None
    with Image.open(io.BytesIO(drawn)) as shown:
        assert shown.size == (360, 480)
        middle, corner = (shown.convert("RGB").getpixel(at) for at in ((180, 240), (2, 2)))
    assert isinstance(middle, tuple)
    assert middle[0] > 150 > middle[1]
    assert corner == (255, 255, 255)


async def test_of_a_pdf_the_first_page_is_drawn() -> None:
    drawn = await draw(pdf(), "pdf")
    assert drawn is not None
    with Image.open(io.BytesIO(drawn)) as shown:
        middle = shown.convert("RGB").getpixel((180, 240))
    assert isinstance(middle, tuple)
    assert middle[1] > 150 > middle[2], "green is the first page"


async def test_what_is_no_picture_has_none() -> None:
    assert await draw(b"%PDF-1.7 broken", "pdf") is None
    assert await draw(b"", "png") is None


async def test_a_picture_that_would_fill_the_memory_is_let_go() -> None:
    side = 60_000
    header = b"\x89PNG\r\n\x1a\n"

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    size = side.to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    bomb = header + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(1 << 16))) + chunk(b"IEND", b"")
    assert await draw(bomb, "png") is None


async def test_time_is_bounded() -> None:
    assert await draw(picture("PNG"), "png", longest_s=0.001) is None
