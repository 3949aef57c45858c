"""Wire model of RFC 9457 problems: what every error answer looks like."""

from pydantic import BaseModel, ConfigDict


class ProblemField(BaseModel):
    """A fault of one field: JSON pointer and text in the caller's language."""

    pointer: str
    code: str
    detail: str


class ProblemBody(BaseModel):
    """An error answer (`application/problem+json`); `type` ends in the stable code."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[ProblemField] = []
