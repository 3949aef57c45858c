"""The shape of the code: sizes, where commits stand, what may not be written, whose tables a service imports."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.schema.ownership import LIBRARY, OWNER_MODULES, owner_of

ROOTS = ("services", "shared", "migrations", "demo")
SOURCES = sorted(path for root in ROOTS for path in Path(root).rglob("*.py"))
TESTS = sorted(Path("tests").rglob("*.py"))
SQL_TODAY = re.compile(r"CURRENT_DATE|::date\b|date_trunc\((?![^)]*AT TIME ZONE)", re.IGNORECASE)
UNFINISHED = re.compile(
    r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|NotImplemented" + r"Error)\b|pytest\.mark\.(?:skip|xfail)|pytest\.skip\("
)
REGISTRY_HOST = re.compile(r"pythonhosted|pypi\.org/simple|registry\.npm|deb\.debian")
MACHINE_PATH = re.compile(r"(?:^|[^\w.])/(?:work|root|home/\w+)/", re.MULTILINE)


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def _share_under(sizes: list[int], bound: int) -> float:
    return sum(size <= bound for size in sizes) / len(sizes)


def test_files_are_short() -> None:
    sizes = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES if "versions" not in path.parts
    }
    assert {str(path): size for path, size in sizes.items() if size > 400} == {}
    assert _share_under(list(sizes.values()), 250) >= 0.95


def test_test_files_are_short() -> None:
    sizes = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in TESTS}
    assert {path: size for path, size in sizes.items() if size > 600} == {}


def test_functions_are_short() -> None:
    sizes = {name: size for path in SOURCES if "versions" not in path.parts for name, size in _functions(path)}
    assert {name: size for name, size in sizes.items() if size > 60} == {}
    assert _share_under(list(sizes.values()), 40) >= 0.95


def test_endpoints_only_parse_call_and_return() -> None:
    long: dict[str, int] = {}
    for path in SOURCES:
        if path.name != "api.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AsyncFunctionDef) and any("router" in ast.dump(d) for d in node.decorator_list):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (body[-1].end_lineno or 0) - body[0].lineno + 1
                if lines > 12:
                    long[f"{path}:{node.name}"] = lines
    assert long == {}


def test_commit_stands_in_one_file() -> None:
    found = {str(path) for path in SOURCES if re.search(r"\.commit\(", path.read_text(encoding="utf-8"))}
    assert found == {"shared/platform/transaction.py"}


def test_days_are_shanghai_days() -> None:
    found = {str(path) for path in SOURCES if SQL_TODAY.search(path.read_text(encoding="utf-8"))}
    assert found == set()


def test_no_base_http_middleware() -> None:
    found = {str(path) for path in SOURCES if "BaseHTTPMiddleware" in path.read_text(encoding="utf-8")}
    assert found == set()


@pytest.mark.parametrize(("pattern", "what"), [(UNFINISHED, "unfinished"), (MACHINE_PATH, "machine path")])
def test_nothing_unfinished_or_of_one_machine(pattern: re.Pattern[str], what: str) -> None:
    found = {
        str(path): hit.group()
        for path in [*SOURCES, *TESTS]
        if (hit := pattern.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}, what


def test_locks_name_no_registry_and_carry_hashes() -> None:
    for path in Path().glob("requirements*.lock"):
        text = path.read_text(encoding="utf-8")
        assert not REGISTRY_HOST.search(text), path
        pins = len(re.findall(r"^[A-Za-z0-9_.-]+==", text, re.MULTILINE))
        assert text.count("--hash=sha256:") >= pins > 0, path


def test_every_table_has_an_owner() -> None:
    assert set(owner_of().values()) <= set(OWNER_MODULES)


def test_a_service_imports_only_its_own_models() -> None:
    foreign: dict[str, str] = {}
    for path in SOURCES:
        if path.parts[0] != "services" or len(path.parts) < 3:
            continue
        allowed = {"base", "library", path.parts[1]}
        for module in re.findall(r"shared\.schema\.(\w+)", path.read_text(encoding="utf-8")):
            if module not in allowed:
                foreign[str(path)] = module
    assert foreign == {}
    assert LIBRARY in OWNER_MODULES
