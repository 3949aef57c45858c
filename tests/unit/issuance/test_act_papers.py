"""The wording of the papers of acts: every act of the life table has one, told whole, with remedies where it is adverse."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from services.issuance.papers.wording import WORDING, paper_of
from shared.contracts.notifications import TEMPLATES
from shared.domain.lifecycle.permit import PERMIT
from shared.schema.issuance import ActPaper

AT = datetime(2027, 2, 28, 16, 30, tzinfo=UTC)
PERMIT_SAID: dict[str, Any] = {
    "permit": "150600-2027-000001",
    "revision": 2,
    "plates": ["蒙K23456", "蒙K23456超"],
    "valid_from": "2027-03-01T00:00:00+00:00",
    "valid_to": "2027-03-05T10:00:00+00:00",
    "reason": "装载{clause}",
}
CASE_SAID: dict[str, Any] = {"application": "A15060020270226000012", "accepted": "2027-02-26T17:00:00+00:00"}
CLOCK: dict[str, Any] = {
    "due_before": "2027-03-05T15:59:59+00:00",
    "due_after": "2027-03-12T15:59:59+00:00",
    "last": "2027年3月8日",
    "ground": "加固、改造",
    "effects": ["不计入：2027年3月2日至3月8日，加固、改造", "计入：现场勘验不中止期限"],
}
SAID: dict[str, dict[str, Any]] = {
    "grant": {"permits": ["150600-2027-000001（车辆：蒙K23456）"]},
    "refusal": {"grounds": ["平均轴荷超过限值（62号令第十七条）"]},
    "pause": {**CLOCK, "first": "2027年3月2日", "clause": "62号令第十五条第二款", "explanation": "加固二号桥"},
    "pause_end": {**CLOCK, "notice": "A15060020270226000012-TZ"},
    "revocation": {"clause": "行政许可法第六十九条"},
    "confiscation": {"clause": "公路安全保护条例第六十五条"},
    "authority_withdrawal": {"clause": "行政许可法第八条", "compensation": "退还检测费"},
    "suspension": {"until": "至本机关通知恢复之日止"},
}


def paper(kind: str, authority: str = "150600") -> ActPaper:
    about = PERMIT_SAID if WORDING.kinds[kind].about == "permit" else CASE_SAID
    return ActPaper(
        id=UUID(int=1),
        kind=kind,
        number="150600-2027-000001-XX",
        authority_adcode=authority,
        addressee="内蒙古示范大件运输有限公司",
        application_number="A15060020270226000012",
        payload={**about, **SAID.get(kind, {})},
        issued_at=AT,
    )


@pytest.mark.parametrize("kind", WORDING.kinds)
def test_a_paper_is_told_whole(kind: str) -> None:
    told = paper_of(paper(kind))
    whole = "".join([*told.body, *told.items, *told.closing, told.remedies])
    assert "None" not in whole
    assert len(told.items) == len(SAID.get(kind, {}).get(WORDING.kinds[kind].items or "", []))
    if "{reason}" in "".join(one.zh for one in WORDING.kinds[kind].sentences):
        assert "装载{clause}" in whole, "what was filled in is never itself taken for a name"
    if WORDING.kinds[kind].about == "permit":
        assert "2027年3月1日至2027年3月5日" in told.body[0]
        assert "蒙K23456、蒙K23456超" in told.body[0]


def test_every_act_of_the_life_table_has_its_paper() -> None:
    names = {"decided_change": "change"}
    acts = {names.get(row.event, row.event) for row in PERMIT.rows} - {"last_trip"}
    assert acts <= set(WORDING.kinds), "the last run is counted, not decided"
    assert {"grant", "refusal", "suspension", "resumption", "pause", "pause_end"} <= set(WORDING.kinds)
    told = {kind for kind, form in WORDING.kinds.items() if form.about == "permit"}
    assert told == set(TEMPLATES.words["act"]), "the holder is told each by its name"
    series = [kind.series for kind in WORDING.kinds.values()]
    assert len(series) == len(set(series))


def test_against_whom_something_is_decided_learns_what_he_may_do() -> None:
    adverse = {kind for kind, form in WORDING.kinds.items() if form.remedies}
    assert adverse == {
        "refusal",
        "revocation",
        "authority_withdrawal",
        "confiscation",
        "deregistration",
        "suspension",
    }
    assert "鄂尔多斯市人民政府" in paper_of(paper("revocation")).remedies
    assert "本级人民政府" in paper_of(paper("revocation", "150622")).remedies
