"""The organisation's tree is sound; who can staff what, whoever holds which roles."""

from itertools import permutations
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registry.install import AUTHORITIES, UNITS
from services.registry.organisation.staffing import NEEDS, Shortage, shortages, warning_of
from shared.contracts.demo import DEMO_ACCOUNTS
from shared.domain.roles import Role

CK, RV, AP, SI = Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.INSPECTOR
PEOPLE = st.lists(st.sets(st.sampled_from([CK, RV, AP, SI])), max_size=6)


def staff(*roles: set[Role]) -> dict[UUID, set[Role]]:
    return {uuid4(): one for one in roles}


def test_every_unit_has_its_parent_and_stands_in_one_tree() -> None:
    parents = {unit.code: unit.parent for unit in UNITS}
    assert len(parents) == len(UNITS)
    for unit in UNITS:
        seen: list[str] = []
        at: str | None = unit.code
        while at is not None:
            assert at not in seen, "a circle"
            seen.append(at)
            at = parents[at]
        assert seen[-1] == "150600"
    assert {unit.adcode for unit in UNITS} == {one.adcode for one in AUTHORITIES}
    assert {unit.code for unit in UNITS if unit.kind == "authority"} == {one.adcode for one in AUTHORITIES}


def test_the_demonstration_office_can_staff_every_class() -> None:
    assert shortages({account.id: [account.role] for account in DEMO_ACCOUNTS}) == []


@pytest.mark.parametrize(
    ("people", "missing"),
    [
        (staff({CK}, {RV}), {"I": (AP,), "II": (AP,), "III": (AP, SI, SI)}),
        (staff({CK}, {RV}, {AP}), {"III": (SI, SI)}),
        (staff({CK, RV, AP}, {CK, RV}, {CK}, {SI}, {SI}), {}),
        (staff({CK, RV, AP}, {CK, RV, AP}), {"I": (AP,), "II": (AP,), "III": (AP, SI, SI)}),
        ({}, {"I": (CK, RV, AP), "II": (CK, RV, AP), "III": (CK, RV, AP, SI, SI)}),
    ],
)
def test_one_person_fills_one_post(people: dict[UUID, set[Role]], missing: dict[str, tuple[Role, ...]]) -> None:
    assert {one.class_: one.posts for one in shortages(people)} == missing


@given(PEOPLE)
def test_nobody_is_missing_when_some_order_of_people_fills_every_post(roles: list[set[Role]]) -> None:
    found = {one.class_ for one in shortages(staff(*roles))}
    for need in NEEDS:
        staffed = any(
            all(post in person for post, person in zip(need.posts, order, strict=True))
            for order in permutations(roles, len(need.posts))
        )
        assert staffed is (need.class_ not in found)


def test_a_warning_says_what_to_do() -> None:
    assert "approver (审批)" in warning_of(Shortage("II", (AP,)))
