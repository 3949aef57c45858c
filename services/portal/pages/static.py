"""Files the pages need, read once."""

from pathlib import Path

from fastapi import Response

from shared.domain.errors import not_found

_TYPES = {".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
_FOLDER = Path(__file__).parents[1] / "static"
_FILES = {path.name: (path.read_bytes(), _TYPES[path.suffix]) for path in _FOLDER.iterdir() if path.suffix in _TYPES}


def static_file(name: str) -> Response:
    """A file by name.

    Raises:
        NotFound: there is none.
    """
    found = _FILES.get(name)
    if found is None:
        raise not_found("文件", "file")
    return Response(found[0], media_type=found[1], headers={"Cache-Control": "public, max-age=3600"})
