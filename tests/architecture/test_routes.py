"""Every route has an access rule, a docstring and, where it changes state, a key."""

from collections.abc import Iterator

import pytest
from fastapi import APIRouter
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from services.catalog import load
from shared.platform.auth import Access, PublicAccess
from shared.platform.idempotency import _keyed_request

KEYLESS = (
    "/tokens",
    "/service-tokens",
    "/previews",
    "/route-checks",
    "/public/verifications",
    "/permit-matches",
    "/first-passwords",
    "/internal/",
)
"""What takes no key: dry runs, sign-in, verification; a one-time link is its own key; internal steps have constraints."""


def _walk(router: APIRouter) -> Iterator[APIRoute]:
    for route in router.routes:
        if isinstance(route, APIRoute):
            yield route
        else:
            yield from _walk(route.original_router)  # type: ignore[attr-defined]


def _routes() -> Iterator[tuple[str, APIRoute]]:
    for definition in load():
        for router in definition.routers:
            for route in _walk(router):
                yield definition.name, route


def _calls(dependant: Dependant) -> Iterator[object]:
    for dependency in dependant.dependencies:
        yield dependency.call
        yield from _calls(dependency)


ROUTES = list(_routes())
WRITING = [route for _, route in ROUTES if (route.methods or set()) & {"POST", "PATCH", "PUT", "DELETE"}]


def test_routes_were_found() -> None:
    assert len(ROUTES) > 30
    assert len(WRITING) > 15


@pytest.mark.parametrize(
    ("service", "route"), ROUTES, ids=[f"{s} {min(r.methods or ['?'])} {r.path}" for s, r in ROUTES]
)
def test_route_has_access_rule_and_docstring(service: str, route: APIRoute) -> None:
    rules = [call for call in _calls(route.dependant) if isinstance(call, Access | PublicAccess)]
    assert len(rules) == 1, "give the route one access alias"
    assert route.endpoint.__doc__, "say what the route does"
    if "/internal/" in route.path:
        assert isinstance(rules[0], Access)
        assert rules[0].services


@pytest.mark.parametrize("route", WRITING, ids=lambda route: route.path)
def test_state_change_takes_a_key(route: APIRoute) -> None:
    if any(part in route.path for part in KEYLESS):
        return
    assert _keyed_request in list(_calls(route.dependant)), f"{route.path} changes state without a key"
