"""Route advisory's limit of gross mass is the one of classification's rules, for every vehicle set."""

from hypothesis import given

from services.classification.rules.art3 import axle_count, mass_limit
from services.classification.rules.loading import load_rules
from services.route_advisory.checks.mass import mass_excess, mass_limit_kg
from shared.contracts.facts import TransportFacts
from shared.testing.strategies import transport_facts

RULES = load_rules("ordos")


@given(transport_facts())
def test_both_services_hold_the_same_limit(facts: TransportFacts) -> None:
    vehicles = facts.vehicle_set
    limit = mass_limit(vehicles, axle_count(vehicles), RULES).limit_kg
    assert mass_limit_kg(vehicles) == limit
    assert mass_excess(facts) == (facts.loaded.gross_mass_kg > limit)
