"""The figures of a benchmark run: their targets, the file they stand in, the table that is printed."""

import json
import os
import platform
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

BUILD = Path("build/bench.json")


class Target(TypedDict):
    """What a figure is to reach, and in which direction."""

    unit: str
    target: float
    better: Literal["higher", "lower"]


TARGETS: dict[str, Target] = tomllib.loads(Path(__file__).with_name("targets.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, and the bare thing measured in the same run (None: there is none).

    `target` is set where it follows from floors of the same run; else that of the list holds.
    """

    name: str
    value: float
    runs: int
    floor: float | None = None
    floor_name: str | None = None
    target: float | None = None


class Entry(TypedDict):
    """A figure as the file holds it."""

    name: str
    value: float
    unit: str
    target: float
    better: Literal["higher", "lower"]
    floor: float | None
    floor_name: str | None
    ratio: float | None
    runs: int


class _File(TypedDict):
    machine: NotRequired[dict[str, object]]
    entries: list[Entry]


def _rounded(value: float) -> float:
    """Four figures are more than these measurements carry."""
    return float(f"{value:.4g}")


def entry(measured: Measured) -> Entry:
    """A figure beside its target."""
    target = TARGETS[measured.name]
    floor = measured.floor
    return {
        "name": measured.name,
        "value": _rounded(measured.value),
        "unit": target["unit"],
        "target": target["target"] if measured.target is None else _rounded(measured.target),
        "better": target["better"],
        "floor": None if floor is None else _rounded(floor),
        "floor_name": measured.floor_name,
        "ratio": None if not floor else _rounded(measured.value / floor),
        "runs": measured.runs,
    }


def met(one: Entry) -> bool:
    """Whether a figure reaches its target."""
    return one["value"] >= one["target"] if one["better"] == "higher" else one["value"] <= one["target"]


def machine() -> dict[str, object]:
    """What was measured on."""
    return {
        "cpus": os.cpu_count(),
        "memory_mb": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20,
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def save(entries: Iterable[Entry], file: Path = BUILD) -> None:
    """Put figures into the file: those of the same name are replaced, the others kept."""
    held: _File = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"entries": []}
    by_name = {one["name"]: one for one in held["entries"]} | {one["name"]: one for one in entries}
    order = [*TARGETS, *sorted(by_name.keys() - TARGETS.keys())]
    whole = {"machine": machine(), "entries": [by_name[name] for name in order if name in by_name]}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def table(entries: Iterable[Entry]) -> str:
    """The figures as lines: value, target, met or MISSED, floor."""
    rows = [("name", "value", "target", "", "floor", "ratio")]
    for one in entries:
        sign = ">=" if one["better"] == "higher" else "<="
        floor = "" if one["floor"] is None else f"{one['floor']:g} ({one['floor_name']})"
        rows.append(
            (
                one["name"],
                f"{one['value']:g} {one['unit']}",
                f"{sign} {one['target']:g}",
                "met" if met(one) else "MISSED",
                floor,
                "" if one["ratio"] is None else f"{one['ratio']:g}",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
