"""The committed OpenAPI documents equal the code."""

import pytest

from tests.contract.openapi_files import FOLDER, documents

DOCUMENTS = documents()


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_document_is_committed(name: str) -> None:
    committed = FOLDER / name
    assert committed.exists(), "run `make openapi`"
    assert committed.read_text(encoding="utf-8") == DOCUMENTS[name], "the API changed: run `make openapi`"


def test_no_stray_documents() -> None:
    assert {path.name for path in FOLDER.glob("*.json")} == set(DOCUMENTS)
