"""The fixed wording of the permit form, read once from `permit_form.toml`, where every sentence has its clause."""

import tomllib
from pathlib import Path
from typing import Final

from shared.contracts.classification import Mark
from shared.contracts.facts import Wire


class Sentence(Wire):
    """One sentence of the form, the clause it rests on, and how firmly that clause is known."""

    text: str
    clause: str
    mark: Mark


class PermitForm(Wire):
    """Wording that is the same on every permit until the form changes."""

    title: Sentence
    verification_hint: Sentence
    legal_basis: tuple[Sentence, ...]
    standing_conditions: tuple[Sentence, ...]


FORM: Final = PermitForm.model_validate(
    tomllib.loads((Path(__file__).parent / "permit_form.toml").read_text(encoding="utf-8"))
)
