"""Each sample application from the draft to its end, by the people who act on it, over HTTP."""

from pathlib import Path

import pytest

from demo.carry import END, carry
from demo.office import Office
from demo.samples import Sample, samples
from shared.testing.loads import own

SAMPLES = samples()


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
async def test_sample_ends_as_it_must(office: Office, tmp_path: Path, sample: Sample) -> None:
    row = await carry(office, Sample(sample.name, own(sample.facts), sample.expect), tmp_path)
    assert row.as_expected, row
    assert row.status == END[row.outcome]
    granted = row.outcome == "permit_required"
    assert (row.permit_number is not None) is granted
    assert row.verified is (True if granted else None)
    assert (row.pdf is not None) is granted
