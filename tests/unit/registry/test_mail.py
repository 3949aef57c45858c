"""Mails as they go out, and how long they are waited with; templates that hold what they promise."""

import string
from itertools import product
from typing import get_args
from uuid import UUID

import pytest
from pydantic import ValidationError

from services.registry.mail.outbox import pause_s
from services.registry.mail.settings import SmtpSettings
from services.registry.mail.smtp import Letter, message_of
from shared.contracts.notifications import LANGUAGES, TEMPLATES, fill, names_of
from shared.contracts.registry import PaperKind
from shared.domain.lifecycle.application import APPLICATION

LEGAL_ACTS = (
    "acceptance",
    "automatic_acceptance",
    "deemed_acceptance",
    "correction_notice",
    "non_acceptance",
    "no_permit_needed",
    "termination",
    "withdrawal",
    "issue",
    "automatic_decision",
    "refusal",
)


@pytest.mark.parametrize("act", LEGAL_ACTS)
def test_every_legal_act_has_a_text(act: str) -> None:
    assert act in {row.event for row in APPLICATION.rows}
    assert f"application.{act}" in TEMPLATES.templates


@pytest.mark.parametrize(("name", "language"), list(product(TEMPLATES.templates, LANGUAGES)))
def test_both_languages_say_the_same(name: str, language: str) -> None:
    found = TEMPLATES.templates[name]
    assert found.zh.names == found.en.names, "one language names what the other leaves out"
    wording = getattr(found, language)
    assert "\n" not in wording.subject
    assert all(
        spec == "" and not conversion for _, _, spec, conversion in string.Formatter().parse(wording.body) if spec
    )


def test_a_text_is_filled_in_words_and_dates() -> None:
    data = {"number": "A1", "cargo": "挖掘机", "receipt": "A1-ZZ", "reason": "wrong_route", "guidance": "请核对{路线}"}
    told = fill("application.termination", data)
    assert told.subject.zh == "申请 A1 已终止"
    assert "路线填写有误" in told.body.zh
    assert "wrong route" in told.body.en
    assert "请核对{路线}" in told.body.en, "what an officer wrote is never taken for a template"


def test_what_is_missing_is_a_dash_and_items_are_counted() -> None:
    told = fill("application.correction_notice", {"number": "A1", "items": ["补轮廓图", "补授权书"]})
    assert "1. 补轮廓图\n2. 补授权书" in told.body.zh
    assert "—" in told.body.zh
    assert names_of("application.correction_notice") == {"number", "cargo", "receipt", "items"}


def test_a_paper_is_told_by_name_and_day() -> None:
    data = {"paper": "vehicle_licence", "subject": "蒙K12345", "ends_on": "2027-03-01", "left": 14, "grace": 45}
    told = fill("paper.ending_with_grace", data)
    assert told.subject.zh == "蒙K12345的行驶证还有 14 天到期"
    assert "2027年3月1日" in told.body.zh
    assert "2027-03-01" in told.body.en


def test_every_kind_of_paper_has_a_name() -> None:
    assert set(TEMPLATES.words["paper"]) == set(get_args(PaperKind))


def test_an_unknown_template_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        fill("application.nothing", {})


def test_a_mail_tells_both_languages_and_keeps_its_id() -> None:
    told = fill("application.withdrawal", {"number": "A1\r\nBcc: x@y.cn", "cargo": "挖掘机", "receipt": "A1-CH"})
    letter = Letter(UUID(int=7), "agent@example.com", told)
    mail = message_of(letter, "dajian@example.org")
    assert (
        mail["Message-ID"] == f"<{UUID(int=7)}@example.org>" == message_of(letter, "dajian@example.org")["Message-ID"]
    )
    assert mail["Bcc"] is None
    assert "\n" not in str(mail["Subject"])
    body = mail.get_content()
    assert body.index("挖掘机") < body.index("withdrawn")


@pytest.mark.parametrize(("tries", "pause"), [(1, 60), (2, 120), (4, 480), (8, 7200), (30, 7200)])
def test_pauses_double_up_to_a_bound(tries: int, pause: int) -> None:
    assert pause_s(SmtpSettings(), tries) == pause


def test_a_password_is_never_sent_in_clear() -> None:
    with pytest.raises(ValidationError, match="in clear"):
        SmtpSettings(host="mail.example.com", user="u", password="p", security="none")
    with pytest.raises(ValidationError, match="PASSWORD"):
        SmtpSettings(host="mail.example.com", user="u")
    assert SmtpSettings(host="127.0.0.1", user="u", password="p", security="none").port == 587
