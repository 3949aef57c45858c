"""The permit as a PDF: PDF/A-3b on A4 by the template, its data embedded; the same bytes every time for the same permit."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import typst

from services.issuance.rendering.document import PermitDocument
from services.issuance.rendering.glyphs import font_folder
from services.issuance.rendering.layout import layout
from services.issuance.rendering.qr import qr_svg

TEMPLATES: Final = Path(__file__).parent / "templates"
STANDARD: Final = "a-3b"
DATA_FILE: Final = "permit.json"
"""The embedded file a system reads instead of the page: the whole document as JSON, and its token."""


@cache
def _fonts() -> typst.Fonts:
    """The two fonts of the installation, read once: nothing of the machine decides how a permit looks."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])


def warm_fonts() -> None:
    """Read the fonts and set one line, so that the first permit is made as fast as any."""
    line = '#set text(font: ("Noto Serif SC", "Noto Sans SC"))\n许可 0123456789 ABC'
    typst.compile(line.encode(), font_paths=_fonts(), ignore_system_fonts=True, pdf_standards=STANDARD)


def render_pdf(document: PermitDocument, qr_token: str) -> bytes:
    """The permit before signing, bit-identical for the same permit and token.

    Args:
        document: the permit.
        qr_token: text of the QR code.

    Raises:
        FileNotFoundError: the fonts are not installed.
        segno.DataOverflowError: the token is too long for a QR code.
    """
    data = json.dumps({"permit": document.model_dump(mode="json"), "token": qr_token}, ensure_ascii=False, indent=1)
    inputs = {
        "permit": json.dumps(layout(document), ensure_ascii=False),
        "qr": qr_svg(qr_token),
        "data": data,
        "data_file": DATA_FILE,
    }
    return compiled("permit.typ", inputs, document.issued_at)


def compiled(template: str, inputs: dict[str, str], made_at: datetime) -> bytes:
    """A template filled in, bit-identical for the same inputs and moment.

    Raises:
        FileNotFoundError: the fonts are not installed.
    """
    return typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=STANDARD,
        timestamp=int(made_at.timestamp()),
    )
