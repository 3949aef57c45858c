"""What the papers of issuance's acts say: sentences from `papers.toml`, filled from the paper's own payload alone."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, cast

from shared.contracts.classification import ReasonText
from shared.contracts.facts import Wire
from shared.contracts.official import REMEDIES, OfficialPaper, Sentence, chinese_day, filled
from shared.schema.issuance import ActPaper

DAYS: Final = frozenset({"accepted", "valid_from", "valid_to", "acted", "due_before", "due_after"})
"""Values that are moments and told as Shanghai days."""


class Kind(Wire):
    """The form of the paper of one kind of act; `items` names the list of the payload that is counted out."""

    title: ReasonText
    series: str
    about: Literal["permit", "case"]
    remedies: bool
    items: str | None = None
    sentences: tuple[Sentence, ...]
    closing: tuple[Sentence, ...] = ()


class Wording(Wire):
    """The whole file."""

    about: dict[Literal["permit", "case"], Sentence]
    kinds: dict[str, Kind]


WORDING: Final = Wording.model_validate(
    tomllib.loads((Path(__file__).parent / "papers.toml").read_text(encoding="utf-8"))
)


def paper_of(row: ActPaper) -> OfficialPaper:
    """The paper of an act, complete: a pure function of its row."""
    form, values = WORDING.kinds[row.kind], _values(row)
    items = cast("Sequence[object]", row.payload.get(form.items, []) if form.items else [])
    return OfficialPaper(
        title=form.title.zh,
        number=row.number,
        addressee=row.addressee,
        body=[filled(one.zh, values) for one in (WORDING.about[form.about], *form.sentences)],
        items=[str(one) for one in items],
        closing=[filled(one.zh, values) for one in form.closing],
        remedies=REMEDIES.against(row.authority_adcode) if form.remedies else "",
        file_name=f"申请编号 {row.application_number}",
        issued_at=row.issued_at,
    )


def _values(row: ActPaper) -> dict[str, str]:
    known: Mapping[str, object] = {**row.payload, "acted": row.issued_at.isoformat()}
    values = {name: chinese_day(str(value)) if name in DAYS and value else str(value) for name, value in known.items()}
    plates = row.payload.get("plates")
    return {**values, "plates": "、".join(cast("list[str]", plates)) if isinstance(plates, list) else ""}
