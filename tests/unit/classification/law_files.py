"""The committed pages of the law: written by `python -m tests.unit.classification.law_files`, held equal by a test."""

import sys
from pathlib import Path
from typing import get_args

from services.classification.rules.law import law_page, markdown
from services.classification.rules.loading import read_source
from services.classification.rules.words import Language

FOLDER = Path("docs")


def pages() -> dict[str, str]:
    """The page of each language, by file name."""
    whole = read_source("ordos")
    return {f"law.{language}.md": markdown(law_page(whole, language), language) for language in get_args(Language)}


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")
