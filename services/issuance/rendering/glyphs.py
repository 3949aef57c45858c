"""Which characters the installed fonts can print, and what stands in for those they cannot.

PDF/A forbids a missing glyph, and names hold rare characters: such a character is printed as its code point in
brackets, such as 〔U+2A6D6〕, so that nobody takes the name for complete without it.
"""

import struct
import unicodedata
from functools import cache
from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path, serif_path

INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories never printed as they are: bidi overrides and zero-width marks could make a name read otherwise."""
LINE_FEED = "\n"


def font_folder() -> Path:
    """Folder of the two font files (Noto Serif SC, Noto Sans SC; SIL Open Font License)."""
    folder = serif_path().parent
    if not sans_path().is_file() or not serif_path().is_file():
        raise FileNotFoundError(
            f"The fonts of the package pylopdf-fonts-zh-cn are missing in {folder}; install it again."
        )
    return folder


def code_points(font: bytes) -> frozenset[int]:
    """Code points with a glyph, from the font's full Unicode character map (OpenType `cmap`, format 12).

    Raises:
        ValueError: the font has no such map.
    """
    tables = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    cmap = next((offset for tag, _, offset, _ in entries if tag == b"cmap"), None)
    if cmap is None:
        raise ValueError("the font has no cmap table")
    for index in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * index)[2]
        if struct.unpack_from(">H", font, start)[0] == 12:
            return _groups(font, start)
    raise ValueError("the font has no cmap of format 12")


def _groups(font: bytes, start: int) -> frozenset[int]:
    count = struct.unpack_from(">I", font, start + 12)[0]
    points: set[int] = set()
    for first, last, _ in struct.iter_unpack(">III", font[start + 16 : start + 16 + 12 * count]):
        points.update(range(first, last + 1))
    return frozenset(points)


@cache
def printable_points() -> frozenset[int]:
    """Code points at least one of the two fonts can print."""
    font_folder()
    return code_points(serif_path().read_bytes()) | code_points(sans_path().read_bytes())


def printable(text: str) -> str:
    """The text with every character that cannot be printed replaced by 〔U+XXXX〕; line feeds stay."""
    points = printable_points()
    return "".join(
        char
        if char == LINE_FEED or (ord(char) in points and unicodedata.category(char) not in INVISIBLE)
        else f"〔U+{ord(char):04X}〕"
        for char in text
    )
