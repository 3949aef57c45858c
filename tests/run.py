"""The tests in stages, each with its time budget: `make test`, and with `--check` what CI runs."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from typing import NamedTuple

BIN = os.path.dirname(sys.executable)  # noqa: PTH120 - beside the interpreter, links unresolved
WORKERS = os.environ.get("DAJIAN_TEST_WORKERS", "2")
PATIENCE = float(os.environ.get("DAJIAN_CHECK_PATIENCE", "2"))
"""A stage may take so many times its budget before it fails: machines are noisy, growth is not."""
POPPLER = ("pdftoppm", "pdfsig")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Stage(NamedTuple):
    """A part of the check."""

    name: str
    budget_s: int
    commands: list[list[str]]


def _pytest(*paths: str) -> list[str]:
    present = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112
    selection = [] if all(map(shutil.which, POPPLER)) else ["and not pdf_tools"]
    marks = " ".join(["not slow", *selection])
    return [sys.executable, "-m", "pytest", "-n", WORKERS, "--dist", "loadfile", "-m", marks, *present]


LINT = Stage(
    "lint and types",
    90,
    [
        [f"{BIN}/ruff", "check", "--quiet", "."],
        [f"{BIN}/ruff", "format", "--check", "--quiet", "."],
        [f"{BIN}/mypy"],
        [f"{BIN}/lint-imports"],
        [sys.executable, "-m", "services.portal.build", "--check"],
    ],
)
TESTS = (
    Stage("unit, property, architecture", 90, [_pytest("tests/unit", "tests/property", "tests/architecture")]),
    Stage("service and contract", 300, [_pytest("tests/service", "tests/contract")]),
    Stage("journey", 120, [_pytest("tests/journey")]),
    Stage("faults", 120, [_pytest("tests/faults")]),
    Stage("browser", 180, [_pytest("tests/browser")]),
)


def run(stage: Stage) -> tuple[bool, float]:
    """Run a stage; its success and its seconds."""
    sys.stdout.write(f"\n== {stage.name} (budget {stage.budget_s} s)\n")
    sys.stdout.flush()
    started = time.monotonic()
    good = True
    for command in stage.commands:
        good = subprocess.run(command, check=False).returncode == 0 and good
    return good, time.monotonic() - started


def main() -> None:
    """Run the stages and say how each did."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    stages: tuple[Stage, ...] = (LINT, *TESTS) if parser.parse_args().check else TESTS
    missing = [name for name in POPPLER if shutil.which(name) is None]
    if missing:
        sys.stdout.write(
            f"Left out: tests that look at PDFs with {', '.join(missing)} (Debian: apt-get install poppler-utils).\n"
        )
    if not any(map(shutil.which, BROWSERS)):
        sys.stdout.write("Left out: browser tests (Debian: apt-get install chromium).\n")
        stages = tuple(stage for stage in stages if stage.name != "browser")
    results = [(stage, *run(stage)) for stage in stages]
    sys.stdout.write("\n")
    failed = False
    for stage, good, seconds in results:
        late = seconds > stage.budget_s * PATIENCE
        failed = failed or late or not good
        word = "FAILED" if not good else "too slow" if late else "ok"
        over = " over budget" if seconds > stage.budget_s else ""
        sys.stdout.write(f"{word:9} {stage.name}: {seconds:.0f} s of {stage.budget_s} s{over}\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
