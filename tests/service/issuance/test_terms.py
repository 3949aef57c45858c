"""What a permit says, without a database: conditions, bridge orders, numbers, verdicts in every order of faults."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from services.issuance.conditions import CONDITIONS
from services.issuance.rendering.token import TokenClaims
from services.issuance.settings import NUMBER, IssuanceSettings, number_of
from services.issuance.terms import _bridge_orders, _route
from services.issuance.verification.seen import SeenPermit
from services.issuance.verification.verdicts import ENDED, verdict_on
from shared.contracts.issuance import CaseRoute
from shared.domain.lifecycle.permit import PERMIT

START = datetime(2031, 3, 3, tzinfo=UTC)
END = START + timedelta(days=2)


@pytest.mark.parametrize(
    "template",
    ["{year}-{serial:06d}", "{adcode}-{year}-{serial:09d}", "许{adcode}{year}{serial:05d}", "{adcode}_{year}{serial}"],
)
def test_a_template_gives_numbers_other_systems_take(template: str) -> None:
    with pytest.raises(ValidationError):
        IssuanceSettings(number_template=template)


def test_demonstration_numbers_never_look_real() -> None:
    with pytest.raises(ValidationError):
        IssuanceSettings(demonstration_template=IssuanceSettings().number_template)


@given(
    serial=st.integers(1, 999_999), year=st.integers(2000, 2999), adcode=st.from_regex(r"[1-9][0-9]{5}", fullmatch=True)
)
def test_numbers_are_told_apart(serial: int, year: int, adcode: str) -> None:
    settings = IssuanceSettings()
    made = {
        number_of(template, adcode=adcode, year=year, serial=which)
        for template in (settings.number_template, settings.demonstration_template)
        for which in (serial, serial + 1 if serial < 999_999 else serial - 1)
    }
    assert len(made) == 4
    assert all(NUMBER.fullmatch(number) for number in made)


def _bridge(id_: int, speed_kmh: float | None, *, alone: bool) -> dict[str, object]:
    return {
        "id": id_,
        "ratio_moment": 0.9,
        "ratio_shear": 0.8,
        "speed_kmh": speed_kmh,
        "alone": alone,
        "verdict": "conditions",
        "rule": "bridges.mode",
        "needs_survey": False,
    }


def test_bridges_with_an_order_are_printed_and_no_speed_is_rounded_up() -> None:
    bridges = [_bridge(1, None, alone=False), _bridge(2, 20.9, alone=False), _bridge(3, 0.4, alone=True)]
    orders = _bridge_orders(CaseRoute.model_validate({"bridges": bridges}))
    assert [(order.name, order.speed_kmh, order.alone) for order in orders] == [
        ("2 号桥", 20, False),
        ("3 号桥", 1, True),
    ]


def test_a_road_without_a_name_is_printed_so() -> None:
    stretch = {"road": " ", "from_stake": "", "to_stake": "", "length_m": 12}
    route = _route(CaseRoute.model_validate({"roads": [stretch], "length_m": 12}))
    assert route.legs[0].road == "无编号道路"


def test_every_code_of_an_escort_has_a_text_and_an_unknown_one_is_not_dropped() -> None:
    assert CONDITIONS.escort_text("trial_run") == "起运前组织试运行"
    assert CONDITIONS.escort_text("something_new") == "something_new"
    assert CONDITIONS.hours_of("I") == ()
    assert all(speed.clause for speed in CONDITIONS.speeds)
    assert all(item.clause for item in CONDITIONS.escort_extra)


def _seen(**changes: object) -> SeenPermit:
    fields: dict[str, object] = {
        "number": "N",
        "revision": 1,
        "state": "issued",
        "plates": ["蒙K12345"],
        "length_mm": 1,
        "width_mm": 2,
        "height_mm": 3,
        "gross_mass_kg": 4,
        "valid_from": START,
        "valid_to": END,
        "demonstration": True,
        "hold": False,
    }
    return SeenPermit(**{**fields, **changes})  # type: ignore[arg-type]


CLAIMS = TokenClaims(
    kid="00",
    adcode="150600",
    number="N",
    revision=1,
    demonstration=True,
    valid_from=START,
    valid_to=END,
    issued_at=START,
    plates=("蒙K12345",),
    length_mm=1,
    width_mm=2,
    height_mm=3,
    gross_mass_kg=4,
    axle_count=6,
    trips_allowed=1,
    condition_codes=(),
    route_digest="",
    conditions_digest="",
)


@given(
    state=st.sampled_from([name for name in PERMIT.states if name not in {"active", "expired"}]),
    revision=st.integers(1, 3),
    hold=st.booleans(),
    height=st.sampled_from([3, 5]),
    moment=st.datetimes(datetime(2031, 3, 1), datetime(2031, 3, 9), timezones=st.just(UTC)),
)
def test_a_valid_verdict_means_that_nothing_stands_against_it(
    state: str, revision: int, hold: bool, height: int, moment: datetime
) -> None:
    verdict = verdict_on(CLAIMS, _seen(state=state, revision=revision, hold=hold, height_mm=height), moment)
    clean = state == "issued" and revision == 1 and not hold and height == 3 and START <= moment <= END
    assert (verdict == "valid") == clean
    if state in ENDED and not (revision == 1 and height != 3):
        assert verdict == "revoked"


def test_the_edges_of_the_dates_are_valid() -> None:
    assert [verdict_on(CLAIMS, _seen(), moment) for moment in (START, END)] == ["valid", "valid"]
    assert verdict_on(CLAIMS, None, START) == "forged"
    assert verdict_on(CLAIMS.model_copy(update={"revision": 2}), _seen(), START) == "altered"


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAJIAN_ISSUANCE_AUTHORITY_NAME", "试验市交通运输局")
    assert IssuanceSettings().authority_name == os.environ["DAJIAN_ISSUANCE_AUTHORITY_NAME"]
