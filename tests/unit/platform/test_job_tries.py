"""How often a job is tried: until a cause has passed, a few times with another service's fault, else not again."""

import httpx
import pytest
from pydantic import BaseModel

from shared.clients.registry import RegistryClient
from shared.domain.errors import Conflict, Faulty, OutcomeUnknown, Unavailable
from shared.platform.jobs import may_pass

PROBLEM = {"type": "https://dajian.dev/problems/some", "title": "t", "status": 0, "detail": "d", "request_id": "r"}


class Answered(BaseModel):
    """What the service is expected to answer."""

    done: bool


def _read(status: int, body: object) -> Answered:
    client = object.__new__(RegistryClient)
    return client._read(httpx.Response(status, json=body), Answered)


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (503, PROBLEM, Unavailable),
        (502, "no problem document", Unavailable),
        (504, "no problem document", Unavailable),
        (500, PROBLEM, Faulty),
        (200, {"done": "perhaps"}, Faulty),
        (409, PROBLEM, Conflict),
    ],
)
def test_a_fault_is_told_from_an_absence(status: int, body: object, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        _read(status, body)
    assert type(caught.value) is error


@pytest.mark.parametrize(
    ("kind", "attempts", "again"),
    [
        (Unavailable, 0, True),
        (Unavailable, 1000, True),
        (OutcomeUnknown, 1000, True),
        (Faulty, 0, True),
        (Faulty, 4, True),
        (Faulty, 5, False),
        (Conflict, 0, False),
    ],
)
def test_a_job_is_tried_again_while_that_may_help(kind: type[Unavailable], attempts: int, again: bool) -> None:
    assert may_pass(kind("some", "某", "some"), attempts) is again


def test_an_unforeseen_fault_of_its_own_holds_a_job_at_once() -> None:
    assert not may_pass(LookupError("a bug"), 0)
