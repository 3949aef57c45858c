"""Values as they are written on a permit."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.issuance.rendering import texts
from services.issuance.rendering.document import EscortDuty
from services.issuance.rendering.form import FORM
from services.issuance.rendering.glyphs import code_points, printable
from services.issuance.rendering.layout import layout
from tests.unit.issuance.permits import extreme_permit, hydraulic_permit, permit


@pytest.mark.parametrize(("kg", "written"), [(49_000, "49"), (70_805, "70.805"), (13_210, "13.21"), (5, "0.005")])
def test_tonnes(kg: int, written: str) -> None:
    assert texts.tonnes(kg) == written


@pytest.mark.parametrize(("mm", "written"), [(4950, "4.95"), (4955, "4.955"), (24_000, "24.00"), (4500, "4.50")])
def test_metres(mm: int, written: str) -> None:
    assert texts.metres(mm) == written


@given(st.integers(0, 5_000_000))
def test_masses_and_lengths_lose_nothing(value: int) -> None:
    assert round(float(texts.tonnes(value)) * 1000) == value
    assert round(float(texts.metres(value)) * 1000) == value


def test_axle_loads_front_to_back() -> None:
    vehicles = hydraulic_permit().facts.vehicle_set
    assert texts.axle_loads(vehicles).startswith("4 + 4.5×2 + 4 + 4.5×2 + 4 + 4.5×2 + 13.214×28 吨")


@given(st.lists(st.integers(1, 3), min_size=1, max_size=40))
def test_series_can_be_read_back(values: list[int]) -> None:
    read: list[int] = []
    for part in texts.series([str(value) for value in values], " + ").split(" + "):
        value, _, count = part.partition("×")
        read += [int(value)] * int(count or 1)
    assert read == values


def test_times_are_shanghai_times() -> None:
    assert texts.minute(datetime(2031, 2, 28, 17, 30, tzinfo=UTC)) == "2031年3月1日 01:30"
    assert permit().issued_on.isoformat() == "2031-03-01"


def test_escort_says_when_there_is_none() -> None:
    assert texts.escort(EscortDuty(required=False)) == "无需护送"


def test_ascii_marks_between_chinese_become_chinese() -> None:
    assert texts.prose("绕行大桥,限速;慢行") == "绕行大桥\N{FULLWIDTH COMMA}限速\N{FULLWIDTH SEMICOLON}慢行"
    assert texts.prose("G109,K3 至 17:00") == "G109,K3 至 17:00"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("龘䶮", "龘䶮"),
        ("𠮷野", "〔U+20BB7〕野"),
        ("正\u202e反", "正〔U+202E〕反"),
        ("空\u200b宽", "空〔U+200B〕宽"),
        ("\ue000", "〔U+E000〕"),
        ("😀", "〔U+1F600〕"),
    ],
)
def test_what_cannot_be_printed_is_shown(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_a_font_without_a_character_map_is_refused() -> None:
    with pytest.raises(ValueError, match="cmap"):
        code_points(b"OTTO\x00\x00" + bytes(20))


def test_every_sentence_of_the_form_has_a_clause() -> None:
    sentences = [FORM.title, FORM.verification_hint, *FORM.legal_basis, *FORM.standing_conditions]
    assert all(sentence.clause for sentence in sentences)
    assert not any("," in sentence.text or ";" in sentence.text for sentence in sentences)


@pytest.mark.parametrize("document", [permit(), hydraulic_permit(), extreme_permit()])
def test_fields_have_names_of_their_own(document: object) -> None:
    cells = [cell["id"] for row in layout(document)["rows"] for cell in row]  # type: ignore[arg-type]
    assert len(cells) == len(set(cells))
