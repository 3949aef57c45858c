"""The wording of receipts: every kind is told whole, remedies where something is decided against somebody."""

from datetime import UTC, datetime
from typing import Any, get_args
from uuid import UUID

import pytest

from services.intake.receipts.wording import WORDING, paper_of
from shared.contracts.intake import NonAcceptance, Termination
from shared.contracts.receipts import ReceiptKind
from shared.schema.intake import Receipt

AT = datetime(2027, 2, 28, 16, 30, tzinfo=UTC)
ABOUT = {
    "application": "A15060020270226000012",
    "authority": "150600",
    "carrier": "内蒙古示范大件运输有限公司",
    "cargo": "挖掘机{reason}",
    "origin": "东胜区",
    "destination": "准格尔旗",
    "plates": ["蒙K23456", "蒙K23456超"],
    "received": "2027-02-26T17:00:00+00:00",
    "days": 5,
}
PAYLOADS: dict[str, dict[str, Any]] = {
    "acceptance": {"class": "II", "lane": "fast"},
    "deemed_acceptance": {"class": "III", "lane": "survey", "deemed": True},
    "correction": {"items": [{"pointer": "", "text": "补充轮廓图"}]},
    "non_acceptance": {"ground": "divisible_goods", "explanation": "货物为散装。", "right_authority": None},
    "no_permit_needed": {"ground": "no_permit_needed"},
    "termination": {"reason": "wrong_route", "guidance": "请核对路线。"},
    "withdrawal": {"from_status": "review"},
}
KIND_OF = {"deemed_acceptance": "acceptance", "no_permit_needed": "non_acceptance"}


def receipt(form: str, **changes: Any) -> Receipt:
    payload = {"about": ABOUT, **PAYLOADS[form], **changes}
    number = f"{ABOUT['application']}-XX"
    return Receipt(id=UUID(int=1), kind=KIND_OF.get(form, form), number=number, payload=payload, issued_at=AT)


def test_every_kind_has_a_form() -> None:
    assert set(WORDING.kinds) == set(PAYLOADS)
    assert {KIND_OF.get(form, form) for form in PAYLOADS} == set(get_args(ReceiptKind))


@pytest.mark.parametrize("form", PAYLOADS)
def test_a_receipt_is_told_whole(form: str) -> None:
    paper = paper_of(receipt(form))
    whole = "".join([*paper.body, *paper.items, *paper.closing, paper.remedies])
    assert "None" not in whole
    assert "挖掘机{reason}" in whole, "what was filled in is never itself taken for a name"
    assert "2027年2月27日" in paper.body[0], "days are Shanghai days"
    assert "蒙K23456、蒙K23456超" in paper.body[0]
    assert bool(paper.remedies) is WORDING.kinds[form].remedies


def test_against_whom_something_is_decided_learns_what_he_may_do() -> None:
    adverse = {form for form, kind in WORDING.kinds.items() if kind.remedies}
    assert adverse == {"non_acceptance", "no_permit_needed", "termination"}
    remedies = paper_of(receipt("non_acceptance")).remedies
    for words in ("六十日", "六个月", "鄂尔多斯市人民政府", "人民法院"):
        assert words in remedies
    elsewhere = {**ABOUT, "authority": "150622"}
    assert "本级人民政府" in paper_of(receipt("termination", about=elsewhere)).remedies


@pytest.mark.parametrize("ground", NonAcceptance.model_fields["ground"].annotation.__args__)  # type: ignore[union-attr]
def test_a_ground_is_named_with_its_clause(ground: str) -> None:
    text = "".join(paper_of(receipt("non_acceptance", ground=ground)).body)
    assert WORDING.basis[ground] in text
    assert ground not in text, "a code is told in words"


@pytest.mark.parametrize("reason", Termination.model_fields["reason"].annotation.__args__)  # type: ignore[union-attr]
def test_a_reason_is_told_in_words(reason: str) -> None:
    assert reason not in "".join(paper_of(receipt("termination", reason=reason)).body)


def test_the_right_authority_is_named() -> None:
    paper = paper_of(receipt("non_acceptance", ground="not_competent", right_authority="准格尔旗交通运输局"))
    assert "请向准格尔旗交通运输局提出申请。" in "".join(paper.body)


def test_an_unknown_carrier_is_addressed_as_the_applicant() -> None:
    assert paper_of(receipt("withdrawal", about={**ABOUT, "carrier": ""})).addressee == "申请人"
