"""The network as told: exactly the fields of the contract, every row, and the restrictions in force."""

from shared.contracts.route_advisory import NetworkDocument
from shared.testing.stack import Stack
from tests.service.route_advisory.roads import BASE, closing, facts_of_their_own, lifted, published


async def _document(stack: Stack) -> NetworkDocument:
    async with stack.client("reviewer") as reviewer:
        answer = await reviewer.get(f"{BASE}/network")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    return NetworkDocument.model_validate_json(answer.content)


async def test_it_tells_every_segment_and_structure_as_stored(stack: Stack) -> None:
    document = await _document(stack)
    told = {feature.id: feature.properties for feature in document.features}
    rows = await stack.rows("SELECT * FROM road_segment")
    assert set(told) == {row["id"] for row in rows}
    for row in rows:
        segment = told[int(str(row["id"]))]
        assert (segment.class_, segment.length_m, segment.lanes) == (row["road_class"], row["length_m"], row["lanes"])
        assert segment.limits.model_dump() == row["limits"]
    structures = {one.id: one for segment in told.values() for one in segment.structures}
    stored = await stack.rows("SELECT * FROM structure")
    assert set(structures) == {row["id"] for row in stored}
    for row in stored:
        structure = structures[int(str(row["id"]))]
        assert (structure.kind, structure.rated_on, structure.condition_class, structure.sample) == (
            row["kind"],
            row["rated_on"],
            row["condition_class"],
            row["sample"],
        )
        bridge = row["bridge"]
        assert (structure.spans_mm is None) == (bridge is None)
        if isinstance(bridge, dict):
            assert structure.spans_mm == bridge["spans_mm"]
            assert structure.frequency_hz == bridge["frequency_hz"]
    assert "OpenStreetMap" in document.attribution


async def test_it_tells_restrictions_until_they_are_lifted(stack: Stack) -> None:
    facts = facts_of_their_own("class1_generator_set")
    segment_id = (await _document(stack)).features[7].id
    async with stack.client("officer") as officer:
        notice = await published(officer, closing(facts, [segment_id], hard=False, limits={"height_mm": 4000}))
        told = [r for f in (await _document(stack)).features for r in f.properties.restrictions if f.id == segment_id]
        mine = [restriction for restriction in told if str(restriction.id) == notice["id"]]
        assert [(one.hard, one.limits.height_mm, one.kind) for one in mine] == [(False, 4000, "closure")]
        await lifted(officer, notice)
    after = [str(r.id) for feature in (await _document(stack)).features for r in feature.properties.restrictions]
    assert notice["id"] not in after


async def test_it_is_for_staff(stack: Stack) -> None:
    for account in ("clerk", "reviewer", "approver", "supervisor", "officer", "admin"):
        async with stack.client(account) as staff:
            assert (await staff.get(f"{BASE}/network")).status_code == 200, account
    for account in ("carrier", "escort", "agent"):
        async with stack.client(account) as other:
            assert (await other.get(f"{BASE}/network")).status_code == 403, account
