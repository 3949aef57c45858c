"""The committed OpenAPI documents: written by `make openapi`, held equal to the code by a test."""

import json
import sys
from pathlib import Path

from services.catalog import load
from shared.platform.app import create_app
from shared.platform.settings import PlatformSettings

FOLDER = Path("openapi")


def documents() -> dict[str, str]:
    """Every service's document as it stands in the code, by file name."""
    settings = PlatformSettings()
    return {
        f"{definition.url_name}.json": json.dumps(
            create_app(definition, settings).openapi(), indent=1, ensure_ascii=False, sort_keys=True
        )
        + "\n"
        for definition in load()
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in documents().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"openapi/{name}\n")
