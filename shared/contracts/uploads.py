"""Wire models of uploads in parts: begun, gone on with from where it stands, completed into a material."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Text, Wire
from shared.contracts.intake import MaterialCode


class UploadOrder(Wire):
    """What is to come: the material, the name of the file, its size and, if known, the hash of the whole."""

    code: MaterialCode
    name: Text
    pointer: Annotated[str | None, Field(max_length=200, pattern=r"^(/[^/]+)+$")] = None
    size_bytes: Annotated[int, Field(gt=0)]
    sha256: Annotated[str | None, Field(pattern=r"^[0-9a-f]{64}$")] = None


class Upload(Wire):
    """An upload under way: the next part begins at `received_bytes`; what is not completed by then is forgotten."""

    id: UUID
    code: MaterialCode
    name: str
    size_bytes: int
    received_bytes: int
    part_max_bytes: int
    expires_at: datetime
