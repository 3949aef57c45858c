"""Tables of states: complete, reachable, closed, and strict about who."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.errors import Conflict, Forbidden
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.lifecycle.base import Lifecycle, Transition
from shared.domain.lifecycle.fieldwork import ASSIGNMENT, SURVEY
from shared.domain.lifecycle.permit import PERMIT, state_at
from shared.domain.lifecycle.review_case import REVIEW_CASE
from shared.domain.lifecycle.route import NOTICE, ROUTE_PLAN
from shared.domain.roles import Role

ALL = (APPLICATION, REVIEW_CASE, PERMIT, SURVEY, ASSIGNMENT, NOTICE, ROUTE_PLAN)
LATER = {"correction", "consult", "approved", "deemed_withdrawn"}
"""States the contract names whose steps come with later work."""
BY_DATE = {"active", "used_up", "expired", "deregistered", "superseded", "withdrawn", "confiscated"}
"""States of a permit that follow from a date or from later work."""


@pytest.mark.parametrize("life", ALL, ids=lambda life: life.name[1])
def test_every_row_is_between_known_states_and_terminal_ones_end(life: Lifecycle) -> None:
    for row in life.rows:
        assert {row.source, row.target} <= set(life.states), row
        assert row.source not in life.terminal, row
        assert row.who, row


@pytest.mark.parametrize("life", ALL, ids=lambda life: life.name[1])
def test_every_state_is_reached(life: Lifecycle) -> None:
    first = next(iter(life.states))
    reached = {first} | {row.target for row in life.rows}
    assert set(life.states) - reached <= LATER | BY_DATE


@pytest.mark.parametrize("life", ALL, ids=lambda life: life.name[1])
def test_whatever_the_table_does_not_name_is_refused(life: Lifecycle) -> None:
    known = {(row.source, row.event) for row in life.rows}
    for state in life.states:
        for event in {row.event for row in life.rows}:
            if (state, event) not in known:
                with pytest.raises(Conflict) as refused:
                    life.step(state, event, list(Role))
                assert refused.value.code == "transition_not_allowed"


@pytest.mark.parametrize("life", ALL, ids=lambda life: life.name[1])
def test_only_the_named_roles_may(life: Lifecycle) -> None:
    for row in life.rows:
        assert life.step(row.source, row.event, row.who) == row.target
        others = set(Role) - row.who
        with pytest.raises(Forbidden):
            life.step(row.source, row.event, others)


def test_two_rows_for_one_event_are_refused() -> None:
    row = Transition("a", "go", "b", frozenset({Role.CLERK}))
    with pytest.raises(ValueError, match="share a source"):
        Lifecycle(("x", "x"), {"a": "a", "b": "b"}, frozenset({"b"}), (row, row))


def test_a_permit_becomes_active_and_expires_by_date_alone() -> None:
    begin = datetime(2031, 3, 3, 6, tzinfo=UTC)
    end = begin + timedelta(days=2)
    second = timedelta(seconds=1)
    assert state_at("issued", begin, end, begin - second) == "issued"
    assert state_at("issued", begin, end, begin) == "active"
    assert state_at("issued", begin, end, end) == "active"
    assert state_at("issued", begin, end, end + second) == "expired"
    assert state_at("revoked", begin, end, begin) == "revoked"
