"""The demonstration's vehicles are those of the sample applications."""

import json
from pathlib import Path

from services.registry.demo_data import DEMO_VEHICLES, DemoVehicle


def test_every_vehicle_of_the_samples_and_no_other() -> None:
    found: set[DemoVehicle] = set()
    for path in Path("demo/applications").glob("*.json"):
        vehicles = json.loads(path.read_text(encoding="utf-8"))["vehicle_set"]
        trailer = vehicles["trailer"]
        found |= {DemoVehicle(t["plate"], "tractor", t["curb_mass_kg"], t["axles"]) for t in vehicles["tractors"]}
        if trailer:
            found.add(DemoVehicle(trailer["plate"], vehicles["kind"], trailer["curb_mass_kg"], trailer["axles"]))
    assert found == set(DEMO_VEHICLES)
    assert len({vehicle.plate for vehicle in DEMO_VEHICLES}) == len(DEMO_VEHICLES)
