"""Before an authority imported its network, the system starts, finds no way, and says why."""

import json

from services.route_advisory.checks.work import no_network


def test_no_way_is_known_and_a_person_must_look() -> None:
    found = no_network(7)
    answer = json.loads(found.body)
    assert (answer["verdict"], answer["needs_survey"], answer["geometry"]) == ("blocked", True, None)
    assert answer["blocked_by"][0]["advice"] == "no_network_imported"
    assert (found.segment_ids, found.restriction_seq) == ((), 7)
