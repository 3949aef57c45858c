"""The automatic decision: one permit however often it is asked for, the switch at once, numbers without gaps."""

from shared.testing.stack import Stack
from tests.service.issuance.cases import API, automatic, case_order


async def test_an_instant_case_gets_its_permit(stack: Stack) -> None:
    order = await case_order(stack)
    answer = await automatic(stack, order)
    assert answer["decided"], answer
