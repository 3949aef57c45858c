"""What a receipt says: its sentences from `receipts.toml`, filled from the receipt's own payload; nothing else decides."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, cast

from shared.contracts.classification import ReasonText
from shared.contracts.facts import Wire
from shared.contracts.notifications import TEMPLATES
from shared.contracts.official import REMEDIES, OfficialPaper, Sentence, chinese_day, filled
from shared.schema.intake import Receipt

_CLASSES: Final = {"I": "一类", "II": "二类", "III": "三类"}
_LANES: Final = {"instant": "即办", "fast": "快办", "survey": "勘验办理"}
_MOMENTS: Final = frozenset({"received", "acted"})
_NOBODY: Final = "申请人"


class Kind(Wire):
    """The form of one kind of receipt; `items` names the list of the payload that is counted out."""

    title: ReasonText
    remedies: bool
    items: str | None = None
    sentences: tuple[Sentence, ...]
    closing: tuple[Sentence, ...] = ()


class Wording(Wire):
    """All of it."""

    about: Sentence
    kinds: dict[str, Kind]
    basis: dict[str, str]


WORDING: Final = Wording.model_validate(
    tomllib.loads((Path(__file__).parent / "receipts.toml").read_text(encoding="utf-8"))
)


def form_of(receipt: Receipt) -> Kind:
    """The form a receipt takes: some acts have one of their own within their kind."""
    if receipt.payload.get("deemed"):
        return WORDING.kinds["deemed_acceptance"]
    if receipt.payload.get("ground") == "no_permit_needed":
        return WORDING.kinds["no_permit_needed"]
    return WORDING.kinds[receipt.kind]


def paper_of(receipt: Receipt) -> OfficialPaper:
    """The paper of a receipt, complete: a pure function of its row."""
    form, about = form_of(receipt), cast("Mapping[str, object]", receipt.payload["about"])
    values = _values(receipt, about)
    items = receipt.payload.get(form.items, []) if form.items else []
    return OfficialPaper(
        title=form.title.zh,
        number=receipt.number,
        addressee=str(about["carrier"]) or _NOBODY,
        body=[filled(one.zh, values) for one in (WORDING.about, *form.sentences)],
        items=[str(cast("Mapping[str, object]", one)["text"]) for one in cast("Sequence[object]", items)],
        closing=[filled(one.zh, values) for one in form.closing],
        remedies=REMEDIES.against(str(about["authority"])) if form.remedies else "",
        file_name=f"申请编号 {about['application']}",
        issued_at=receipt.issued_at,
    )


def _values(receipt: Receipt, about: Mapping[str, object]) -> dict[str, str]:
    payload, ground = receipt.payload, str(receipt.payload.get("ground", ""))
    authority = payload.get("right_authority")
    known = {**about, **payload, "acted": receipt.issued_at.isoformat()}
    values = {name: chinese_day(str(value)) if name in _MOMENTS else str(value) for name, value in known.items()}
    return {
        **values,
        "class": _CLASSES.get(str(known.get("class")), ""),
        "lane": _LANES.get(str(known.get("lane")), ""),
        "plates": "、".join(cast("list[str]", about["plates"])),
        "ground": _word("ground", ground),
        "reason": _word("reason", str(payload.get("reason", ""))),
        "basis": WORDING.basis.get(ground, WORDING.basis["other"]),
        "direction": f"请向{authority}提出申请。" if authority else "",
    }


def _word(name: str, code: str) -> str:
    found = TEMPLATES.words[name].get(code)
    return found.zh if found else code
