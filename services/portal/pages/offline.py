"""The page that checks permits without a network, and its service worker: files of their own, kept by the phone."""

from pathlib import Path
from typing import Final

from fastapi import Response

from shared.domain.errors import not_found

POLICY: Final = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
    " media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_TYPES: Final = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_FOLDER: Final = Path(__file__).parents[1] / "static" / "offline"
_FILES: Final = {path.name: (path.read_bytes(), _TYPES[path.suffix]) for path in _FOLDER.iterdir()}


def offline_file(name: str) -> Response:
    """A file of the page; asked for anew each time, so that a phone with a network never keeps an old check.

    Raises:
        NotFound: there is none.
    """
    found = _FILES.get(name)
    if found is None:
        raise not_found("文件", "file")
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": POLICY}
    return Response(found[0], media_type=found[1], headers=headers)
