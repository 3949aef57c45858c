"""Settings of issuance, from the environment (`DAJIAN_ISSUANCE_*`)."""

import re
from typing import Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.domain.identifiers import permit_number

NUMBER = re.compile(r"[A-Z0-9-]{1,20}")
_LAST_SERIAL = 999_999
"""A template must hold a year's numbers up to here."""


class IssuanceSettings(BaseSettings):
    """What an authority sets for its permits.

    Args:
        authority_name: 发证单位, on documents and in the certificate made for them.
        scope: 有效范围 of its permits.
        number_template: permit numbers; `{adcode}`, `{year}` and `{serial}` are filled in.
        demonstration_template: the series of demonstration permits, apart from real ones.
        revocations_valid_h: hours until the signed revocation list asks to be fetched again (assumed).
        revocations_every_s: seconds after which the revocation list is signed anew (assumed).
        extract_valid_h: hours the daily extract of permits in force may be relied on (assumed).
        officer_hold_h: hours a road officer's travel hold lasts unless an approver confirms it (assumed, roles.md 3.10).
        audit_sample_per_mille: share of a day's permits drawn afterwards, in thousandths, at least one (assumed).
        match_size_tolerance_mm: how far a device's size may lie above the permit's (assumed, systems M11).
        match_mass_tolerance_per_mille: the same for masses, in thousandths (assumed, systems M11).
    """

    model_config = SettingsConfigDict(env_prefix="DAJIAN_ISSUANCE_", frozen=True, extra="ignore")

    authority_name: str = "鄂尔多斯市交通运输局"
    scope: str = "鄂尔多斯市行政区域内"
    number_template: str = "{adcode}-{year}-{serial:06d}"
    demonstration_template: str = "DEMO{adcode}{year}{serial:06d}"
    revocations_valid_h: int = Field(default=24, ge=1, le=720)
    revocations_every_s: int = Field(default=60, ge=1, le=3600)
    extract_valid_h: int = Field(default=36, ge=1, le=240)
    officer_hold_h: int = Field(default=24, ge=1, le=240)
    audit_sample_per_mille: int = Field(default=50, ge=0, le=1000)
    match_size_tolerance_mm: int = Field(default=50, ge=0, le=1000)
    match_mass_tolerance_per_mille: int = Field(default=20, ge=0, le=200)

    @model_validator(mode="after")
    def _numbers_fit(self) -> Self:
        for template in (self.number_template, self.demonstration_template):
            number_of(template, adcode="150600", year=9999, serial=_LAST_SERIAL)
            if "{adcode}" not in template:
                raise ValueError(f"{template!r} needs {{adcode}}: two authorities must never give the same number")
        if self.number_template == self.demonstration_template:
            raise ValueError("demonstration permits need a series of their own")
        return self


def number_of(template: str, *, adcode: str, year: int, serial: int) -> str:
    """A permit number by a template.

    Raises:
        ValueError: it is not of the form toll and check systems take: at most 20 of A-Z, 0-9 and -.
    """
    number = permit_number(template.replace("{adcode}", adcode), year=year, serial=serial)
    if not NUMBER.fullmatch(number):
        raise ValueError(f"{number!r} of {template!r} is no permit number: at most 20 of A-Z, 0-9 and -")
    return number
