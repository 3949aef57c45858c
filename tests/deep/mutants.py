"""Mutation score of the rules of classification: how many small wrongs in them its fast tests notice.

`make check-deep` runs it. Nothing is written: each mutant lives in a forked process that imports the changed source in
place of the file. A mutant counts as noticed when a test fails or its time runs out.
"""

import argparse
import ast
import difflib
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import resource
import secrets
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import NamedTuple

import hypothesis
import pytest

from tests.deep.mutations import Mutation, mutated, mutations

RULES = Path("services/classification/rules")
TESTS = ("tests/unit/classification", "tests/property/test_classification.py")
NOT_OF_RULES = (
    "tests/property/test_classification.py::test_one_wrong_field_is_always_a_field_error",
    "tests/unit/classification/test_legal_numbers.py",
    "tests/unit/classification/test_rule_set.py::test_no_legal_number_stands_in_the_code",
)
"""They look at the facts alone, or read the files and not the mutant."""
SHARED_BY_ALL = (
    "services.classification.calendar_seed",
    "services.classification.settings",
    "shared.platform.runtime",
    "shared.schema.classification",
    "shared.testing.strategies",
    "pytest_asyncio",
)
"""Imported once, before the processes part: they need no rule."""
TARGET = 90
PATIENCE = 5
"""A mutant may take so many times the processor seconds of the tests themselves."""
MEMORY = 4 << 30


class Mutant(NamedTuple):
    """A change of one file."""

    path: Path
    mutation: Mutation

    @property
    def module(self) -> str:
        return ".".join(self.path.with_suffix("").parts)

    @property
    def place(self) -> str:
        return f"{self.path}:{self.mutation.line}"


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module from another code than its file's."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self._name, self._path, self._code = name, path, code

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the finder's protocol
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        return (
            importlib.util.spec_from_file_location(name, self._path.absolute(), loader=self)
            if name == self._name
            else None
        )

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)  # noqa: S102 - our own source, changed


def all_mutants(only: str) -> list[Mutant]:
    """Every mutant of the rules, in order."""
    paths = sorted(path for path in RULES.glob("*.py") if only in path.name)
    return [Mutant(path, change) for path in paths for change in mutations(path.read_text(encoding="utf-8"))]


def difference(mutant: Mutant) -> Iterator[str]:
    """The lines the mutant changes, both sides as Python would write them."""
    source = mutant.path.read_text(encoding="utf-8")
    before, after = ast.unparse(ast.parse(source)), ast.unparse(mutated(source, mutant.mutation))
    for line in difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            yield f"    {line[0]} {line[1:].strip()}"


def run_tests(mutant: Mutant | None, seconds: int) -> int:
    """In a process of its own: the tests over the mutant (None: over the source as it is); pytest's exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if mutant is not None:
        tree = mutated(mutant.path.read_text(encoding="utf-8"), mutant.mutation)
        code = compile(tree, str(mutant.path), "exec", dont_inherit=True)
        sys.meta_path.insert(0, Changed(mutant.module, mutant.path, code))
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
    left_out = [option for name in NOT_OF_RULES for option in ("--deselect", name)]
    options = [
        "-x",
        "-q",
        "--noconftest",
        "--import-mode=importlib",
        "-o",
        "addopts=",
        "-p",
        "no:cacheprovider",
        "--assert=plain",
    ]
    return int(pytest.main([*options, *left_out, *TESTS]))


def start(mutant: Mutant | None, seconds: int) -> int:
    """Fork a process that tests a mutant; its id."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 3
        try:
            code = run_tests(mutant, seconds)
        finally:
            os._exit(code)
    return child


def survivors(chosen: Sequence[Mutant], processes: int, seconds: int, until: float) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant with whether it lives, as they end; those not begun when the time is up are left out."""
    waiting, running = list(reversed(chosen)), dict[int, Mutant]()
    while running or (waiting and time.monotonic() < until):
        while waiting and len(running) < processes and time.monotonic() < until:
            mutant = waiting.pop()
            running[start(mutant, seconds)] = mutant
        child, status = os.wait()
        yield running.pop(child), status == 0


def prepare() -> None:
    """What all processes share, and tests that go the same way every time."""
    hypothesis.settings.register_profile(
        "mutants",
        derandomize=True,
        database=None,
        deadline=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
    )
    hypothesis.settings.load_profile("mutants")
    for name in SHARED_BY_ALL:
        importlib.import_module(name)
    package = ".".join(RULES.parts)
    if early := [name for name in sys.modules if name.startswith(package)]:
        raise RuntimeError(f"imported before the processes part, so never changed: {early}")


def main() -> None:
    """Test the mutants, tell the survivors and the score; fails below the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, help="so many, drawn by the seed; without it all")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--only", default="", help="files whose name has this in it")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=120, help="begin no mutant after that")
    options = parser.parse_args()
    prepare()
    began = time.monotonic()
    _, status = os.waitpid(start(None, 600), 0)
    if status:
        sys.exit("the tests fail without any mutant")
    baseline = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    every = all_mutants(options.only)
    chosen = every
    if options.sample is not None and options.sample < len(every):
        chosen = random.Random(options.seed).sample(every, options.sample)
    print(f"{len(chosen)} of {len(every)} mutants, seed {options.seed}; the tests take {baseline:.0f} s", flush=True)
    noticed = tested = 0
    until = began + options.minutes * 60
    for mutant, lives in survivors(chosen, options.processes, int(PATIENCE * baseline) + 10, until):
        tested += 1
        noticed += not lives
        if lives:
            print(f"survived: {mutant.place}", *difference(mutant), sep="\n", flush=True)
    score = 100 * noticed / max(tested, 1)
    seconds = time.monotonic() - began
    print(f"mutation score {score:.1f} % ({noticed} of {tested} noticed, target {TARGET} %), {seconds:.0f} s")
    sys.exit(0 if score >= TARGET else 1)


if __name__ == "__main__":
    main()
