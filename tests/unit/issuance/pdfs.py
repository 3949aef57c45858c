"""What a PDF reader finds in the catalogue of a document."""

import io

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject


def catalogue(pdf: bytes) -> DictionaryObject:
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    return root


def xmp(pdf: bytes) -> str:
    metadata = catalogue(pdf)["/Metadata"]
    assert isinstance(metadata, StreamObject)
    return metadata.get_data().decode()


def dictionary(holder: DictionaryObject, key: str) -> DictionaryObject:
    found = holder[key]
    assert isinstance(found, DictionaryObject)
    return found
