"""The start page as HTML: what runs, each service's document, a permit checked by number. No script."""

import tomllib
from dataclasses import dataclass
from html import escape
from pathlib import Path

from shared.contracts.issuance import PublicPermit
from shared.contracts.registry import DemonstrationOffice
from shared.domain.clock import SHANGHAI

_TEXTS = tomllib.loads((Path(__file__).parents[1] / "texts.toml").read_text(encoding="utf-8"))
_PAGE = (Path(__file__).parents[1] / "start.html").read_text(encoding="utf-8")


@dataclass(frozen=True)
class ServiceState:
    """A service as the page shows it."""

    url_name: str
    title: tuple[str, str]
    up: bool


@dataclass(frozen=True)
class Check:
    """A permit that was asked for: found, unknown, or not answerable now."""

    number: str
    permit: PublicPermit | None
    answered: bool


@dataclass(frozen=True)
class System:
    """What the page tells of the system: its services, the demonstration's office if there is one, whether pages are built."""

    services: list[ServiceState]
    office: DemonstrationOffice | None
    built: bool


def start_page(language: str, system: System, check: Check | None) -> str:
    """The page in `zh` or `en`; it says so when the web application was not built."""
    texts: dict[str, str] = {key: escape(value) for key, value in _TEXTS[language].items() if isinstance(value, str)}
    other = "en" if language == "zh" else "zh"
    return _PAGE.format(
        **texts,
        language="zh-CN" if language == "zh" else "en",
        code=language,
        other=other,
        other_tag="en" if other == "en" else "zh-CN",
        asked=escape(check.number, quote=True) if check else "",
        result=_result(language, check) if check else "",
        application=_application(texts, built=system.built),
        rows="".join(_row(language, texts, service) for service in system.services),
        office=_office(_TEXTS[language], system.office) if system.office else "",
    )


def _application(texts: dict[str, str], *, built: bool) -> str:
    if built:
        return f'<p><a href="/">{texts["application_open"]}</a></p>'
    return f'<p class="verdict warn" role="status">{texts["application_missing"]}</p>'


def _office(texts: dict[str, str], office: DemonstrationOffice) -> str:
    words = texts["office_whole" if office.finished_at else "office_growing"]
    return f'<p class="hint">{escape(words.format(done=office.done, planned=office.planned))}</p>'


def _row(language: str, texts: dict[str, str], service: ServiceState) -> str:
    first, second = service.title if language == "zh" else service.title[::-1]
    state = "up" if service.up else "down"
    document = f"/api/{service.url_name}/openapi.json"
    return (
        f'<tr><td>{escape(first)} <span class="small name-en">{escape(second)}</span></td>'
        f'<td class="{state}"><span class="dot"></span>{texts[state]}</td>'
        f'<td><a href="{document}">{service.url_name}</a></td></tr>'
    )


def _result(language: str, check: Check) -> str:
    texts = _TEXTS[language]
    if not check.answered:
        return f'<p class="verdict warn" role="status">{escape(texts["unavailable"])}</p>'
    if check.permit is None:
        return f'<p class="verdict bad" role="status">{escape(texts["unknown"].format(number=check.number))}</p>'
    return _verdict(texts, check.permit) + _facts(texts, check.permit)


def _verdict(texts: dict[str, str], permit: PublicPermit) -> str:
    if permit.hold:
        kind, words = "warn", texts["hold"]
    elif permit.state == "active":
        kind, words = "good", texts["valid"]
    else:
        kind, words = "bad", texts["not_valid"]
    return f'<p class="verdict {kind}" role="status">{escape(permit.number)} · {escape(words)}</p>'


def _facts(texts: dict[str, str], permit: PublicPermit) -> str:
    states: dict[str, str] = texts["states"]  # type: ignore[assignment]
    moments = [
        moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") for moment in (permit.valid_from, permit.valid_to)
    ]
    sizes = " × ".join(f"{value / 1000:.2f}" for value in (permit.length_mm, permit.width_mm, permit.height_mm))
    facts = {
        "state": states[permit.state],
        "plates": " ".join(permit.plates),
        "size": f"{sizes} m",
        "mass": f"{permit.gross_mass_kg / 1000:.3f} t",
        "validity": " — ".join(moments),
    }
    rows = "".join(f"<dt>{escape(texts[key])}</dt><dd>{escape(value)}</dd>" for key, value in facts.items())
    note = f'<p class="hint">{escape(texts["demonstration"])}</p>' if permit.demonstration else ""
    return f"<dl>{rows}</dl>{note}"
