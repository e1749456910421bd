"""Which command installs one of our extras here: it depends on how this coach was installed.

a wheel or a clone, with pip   that Python's own pip
uv, pipx, a venv made by uv    theirs: another pip would put it where this coach never looks;
                               uv and pipx keep only what is named, so what is there is named too
one file (coach.pyz)           pip for the Python that runs it, and the libraries by their names:
                               nothing of ours is installed
"""

import json
import os
import shlex
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple

NAME: Final = "coach-tui"
# As in pyproject.toml, which coach.pyz does not hold.
LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "share": ("pyrage>=1.4,<2",),
    "web": ("textual-serve>=1.1.3,<2",),
    "server": ("pyrage>=1.4,<2", "psycopg[binary]>=3.2,<4"),
}
_TELLING: Final = {"share": "pyrage", "web": "textual_serve", "server": "psycopg"}


class Source(NamedTuple):
    """Where it was installed from: an address, or a folder whose very files are run (`editable`);
    empty where that was a package index."""

    said: str = ""
    editable: bool = False


class Installed(NamedTuple):
    """prefix       the environment it runs in, python the program that runs it.
    extras       those that are there.
    in_one_file  whether nothing is installed but that file.
    """

    prefix: Path
    python: str
    source: Source = Source()
    extras: tuple[str, ...] = ()
    in_one_file: bool = False


def installing(extra: str) -> str:
    """The command line, for the shell of whoever reads it."""
    there = tuple(each for each, module in _TELLING.items() if find_spec(module))
    mine = Installed(
        Path(sys.prefix), sys.executable, _source(), there, not Path(__file__).exists()
    )
    return command_for(extra, mine)


def command_for(extra: str, mine: Installed) -> str:
    """The same, of an installation seen from outside."""
    prefix, pip = mine.prefix, _pip(mine.prefix, mine.python)
    if mine.in_one_file:
        return " ".join((pip, *(f'"{each}"' for each in LIBRARIES[extra])))
    together = ",".join(each for each in LIBRARIES if each in {extra, *mine.extras})
    if (receipt := prefix / "uv-receipt.toml").exists():
        return f"uv tool install --compile-bytecode{_python_of(receipt)} {_ours(together, mine)}"
    if (prefix / "pipx_metadata.json").exists():
        return f"pipx install --force {_ours(together, mine)}"
    return f"{pip} {_ours(extra, mine)}"


def _ours(extras: str, mine: Installed) -> str:
    source = mine.source
    if source.editable:
        return f'-e "{source.said}[{extras}]"'
    return f'"{NAME}[{extras}] @ {source.said}"' if source.said else f'"{NAME}[{extras}]"'


def _python_of(receipt: Path) -> str:
    """The Python that uv was asked for; it chooses one anew where none is named."""
    try:
        told = import_module("tomllib").loads(receipt.read_text("utf-8"))
        return f" --python {_quoted(str(told['tool']['python']))}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _pip(prefix: Path, python: str) -> str:
    """pip for this Python: by its name alone where a shell finds that very one."""
    if _is_made_by_uv(prefix):
        return f"uv pip install --python {_quoted(python)}"
    found = next((each for each in os.get_exec_path() if (Path(each) / "pip").exists()), "")
    if found and Path(found) == Path(python).parent:
        return "pip install"
    return f"{_quoted(python)} -m pip install"


def _is_made_by_uv(prefix: Path) -> bool:
    """Whether uv made this environment: there is no pip in it."""
    try:
        lines = (prefix / "pyvenv.cfg").read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return any(line.partition("=")[0].strip() == "uv" for line in lines)


def _quoted(path: str) -> str:
    if sys.platform == "win32":
        return f'"{path}"' if " " in path else path
    return shlex.quote(path)


def _source() -> Source:
    metadata = import_module("importlib.metadata")  # slow to load, and seldom needed
    try:
        told = metadata.distribution(NAME).read_text("direct_url.json")
        return source_told(json.loads(told or "{}"))
    except (metadata.PackageNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return Source()


def source_told(told: dict[str, Any]) -> Source:
    """What PEP 610 has an installer write down; the very revision, for an extra changes no code.

    Raises KeyError, TypeError, AttributeError where it says nothing, or nonsense.
    """
    url = str(told["url"])
    if told.get("dir_info", {}).get("editable"):
        path = import_module("urllib.parse").urlsplit(url).path
        return Source(import_module("urllib.request").url2pathname(path), editable=True)
    kept = told.get("vcs_info", {})
    if not kept.get("vcs"):
        return Source(url)
    revision = kept.get("requested_revision") or kept.get("commit_id")
    return Source(f"{kept['vcs']}+{url}" + (f"@{revision}" if revision else ""))
