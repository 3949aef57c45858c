"""The QR code of a token, as one vector path for the document and as a PNG for screens."""

import io
from typing import Final

import segno

MASK: Final = 3
"""A fixed mask: trying all eight costs five times the time, and any of them decodes."""
QUIET_ZONE: Final = 4
ERROR_LEVEL: Final = "m"


def _code(token: str) -> segno.QRCode:
    return segno.make_qr(token, error=ERROR_LEVEL, mask=MASK, boost_error=False)


def qr_svg(token: str) -> str:
    """SVG of the code with its quiet zone, one unit a module.

    All runs of dark modules stand in one path, so that viewers draw no hairline between rows.

    Raises:
        segno.DataOverflowError: the token does not fit a QR code (over 4,296 characters).
    """
    rows = _code(token).matrix
    runs: list[str] = []
    for y, row in enumerate(rows, start=QUIET_ZONE):
        x = 0
        while x < len(row):
            width = 0
            while x + width < len(row) and row[x + width]:
                width += 1
            if width:
                runs.append(f"M{x + QUIET_ZONE} {y}h{width}v1h-{width}z")
            x += width + 1
    side = len(rows) + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d="{"".join(runs)}"/></svg>'
    )


def qr_png(token: str, *, scale: int = 6) -> bytes:
    """PNG of the code with its quiet zone, `scale` pixels a module."""
    buffer = io.BytesIO()
    _code(token).save(buffer, kind="png", scale=scale, border=QUIET_ZONE)
    return buffer.getvalue()
