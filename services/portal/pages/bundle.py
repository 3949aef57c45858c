"""The built web application: its one page and its hashed files, read once; nothing when it was not built."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import Request, Response

from shared.domain.errors import not_found

FOLDER = Path(__file__).parents[1] / "static" / "app"
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src blob:; "
    "object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Element Plus places its pop-ups by inline styles, hence 'unsafe-inline' for styles alone; scripts are ours."""

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class _File:
    """A file of the bundle; `packed` is its gzip form, where the build made one."""

    media_type: str
    plain: bytes
    packed: bytes | None


@cache
def application_page() -> bytes | None:
    """The page every address of the application opens; None: it was not built."""
    page = FOLDER / "index.html"
    return page.read_bytes() if page.is_file() else None


@cache
def _files() -> dict[str, _File]:
    found: dict[str, _File] = {}
    for path in (FOLDER / "assets").glob("*"):
        media_type = _TYPES.get(path.suffix)
        if media_type:
            packed = path.with_name(f"{path.name}.gz")
            found[path.name] = _File(media_type, path.read_bytes(), packed.read_bytes() if packed.is_file() else None)
    return found


def application_answer(page: bytes) -> Response:
    """The application's page under its content policy; always asked for anew, so that a new build is seen at once."""
    headers = {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "geolocation=(self), camera=(self), microphone=()",
    }
    return Response(page, media_type="text/html; charset=utf-8", headers=headers)


def asset(name: str, request: Request) -> Response:
    """A file of the bundle; its name holds its hash, so it may be kept for ever.

    Raises:
        NotFound: there is none.
    """
    found = _files().get(name)
    if found is None:
        raise not_found("文件", "file")
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
    if found.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, media_type=found.media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(found.plain, media_type=found.media_type, headers=headers)
