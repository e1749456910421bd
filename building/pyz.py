"""One file that needs only a Python: us and all we run on, in a zip that Python starts.

    python -m building.pyz dist/coach.pyz

Everything comes from this checkout and from the environment that runs this, whose versions are
pinned: nothing is downloaded, and two builds are the same bytes. Bytecode of this Python lies
beside each source; another version passes over it and reads the source.
"""

from __future__ import annotations

import importlib._bootstrap_external as bytecode
import importlib.util
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT: Final = Path(__file__).resolve().parents[1]
# The folders of words and looks, by their names inside the package (see bundled.py).
FOLDERS: Final = {
    "coach_tui": "coach_tui",
    "content": "coach_tui/_content",
    "styles": "coach_tui/_styles",
    "shell": "coach_tui/_shell",
}
LEFT_OUT: Final = (".pyc", ".pyi", ".so", ".pyd", ".exe")
START: Final = """\
import sys

if sys.version_info < (3, 11):
    sys.exit("coach: Python 3.11 or newer is needed / il faut Python 3.11 ou plus récent")
from coach_tui.cli import main

sys.exit(main())
"""
DAY: Final = (1980, 1, 1, 0, 0, 0)  # of every file, so that the same sources give the same bytes


def build(file: Path) -> None:
    """Write the file, for anybody to run."""
    parts = dict(sorted({**dict(_libraries()), **dict(_ours())}.items()))
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as written:
        written.write(b"#!/usr/bin/env python3\n")
        with ZipFile(written, "w", ZIP_DEFLATED) as archive:
            _add(archive, "__main__.py", START.encode())
            for name, text in parts.items():
                _add(archive, name, text)
    file.chmod(0o755)


def _ours() -> Iterator[tuple[str, bytes]]:
    for folder, name in FOLDERS.items():
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix not in LEFT_OUT:
                yield f"{name}/{path.relative_to(ROOT / folder).as_posix()}", path.read_bytes()


def _libraries() -> Iterator[tuple[str, bytes]]:
    for name in _needed():
        for file in distribution(name).files or ():
            path = file.as_posix()
            if path.startswith("..") or path.endswith((*LEFT_OUT, "/RECORD", "/INSTALLER")):
                continue
            yield path, Path(str(file.locate())).read_bytes()


def _needed() -> list[str]:
    """Every library we run on, and those they run on, without extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked, found = [_name(each) for each in project["dependencies"]], set[str]()
    while asked:
        name = asked.pop()
        if name not in found:
            found.add(name)
            asked += [_name(each) for each in _requires(distribution(name))]
    return sorted(found)


def _requires(library: Distribution) -> list[str]:
    from packaging.requirements import Requirement

    said = [Requirement(each) for each in library.requires or ()]
    kept = (each for each in said if not each.marker or each.marker.evaluate({"extra": ""}))
    # textual asks for markdown-it-py[linkify]: one extra of another is asked for by name
    return [
        name
        for each in kept
        for name in (each.name, *_of_extras(each.name, frozenset(each.extras)))
    ]


def _of_extras(name: str, extras: frozenset[str]) -> list[str]:
    from packaging.requirements import Requirement

    said = [Requirement(each) for each in distribution(name).requires or ()] if extras else []
    return [
        each.name
        for each in said
        for extra in extras
        if each.marker and each.marker.evaluate({"extra": extra})
    ]


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0]


def _add(archive: ZipFile, name: str, text: bytes) -> None:
    _write(archive, name, text)
    if name.endswith(".py"):
        code = compile(text, name, "exec", dont_inherit=True, optimize=0)
        compiled = bytecode._code_to_hash_pyc(  # type: ignore[attr-defined]
            code, importlib.util.source_hash(text), False
        )
        _write(archive, f"{name}c", bytes(compiled))


def _write(archive: ZipFile, name: str, text: bytes) -> None:
    about = ZipInfo(name, DAY)
    about.external_attr = 0o644 << 16
    archive.writestr(about, text, ZIP_DEFLATED)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
    print(sys.argv[1])
