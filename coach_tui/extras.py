"""Which command installs one of our extras here: it depends on how this coach was installed.

a wheel or a clone, with pip   that Python's own pip
uv, pipx, a venv made by uv    theirs: another pip would put it where this coach never looks
one file (coach.pyz)           pip for the Python that runs it, and the libraries by their names:
                               nothing of ours is installed
"""

import json
import os
import shlex
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

NAME: Final = "coach-tui"
# As in pyproject.toml, which coach.pyz does not hold.
LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "share": ("pyrage>=1.4,<2",),
    "web": ("textual-serve>=1.1.3,<2",),
    "server": ("pyrage>=1.4,<2", "psycopg[binary]>=3.2,<4"),
}


def installing(extra: str) -> str:
    """The command line, for the shell of whoever reads it."""
    return command_for(extra, Path(sys.prefix), sys.executable, _source(), in_one_file=_in_a_file())


def command_for(
    extra: str, prefix: Path, python: str, source: str, *, in_one_file: bool = False
) -> str:
    """The same, of an installation seen from outside.

    prefix  the environment it runs in; source, the address it was installed from, where it is told.
    """
    ours = f'"{NAME}[{extra}]"' if not source else f'"{NAME}[{extra}] @ {source}"'
    if in_one_file:
        named = " ".join(f'"{each}"' for each in LIBRARIES[extra])
        return f"{_pip(prefix, python)} {named}"
    if (prefix / "uv-receipt.toml").exists():
        return f"uv tool install --compile-bytecode {ours}"
    if (prefix / "pipx_metadata.json").exists():
        return f"pipx install --force {ours}"
    return f"{_pip(prefix, python)} {ours}"


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


def _source() -> str:
    """Where it was installed from (PEP 610); empty where that was a package index."""
    metadata = import_module("importlib.metadata")  # slow to load, and seldom needed
    try:
        said = json.loads(metadata.distribution(NAME).read_text("direct_url.json") or "{}")
        kept_in = said.get("vcs_info", {}).get("vcs", "")
        return f"{kept_in}+{said['url']}" if kept_in else str(said["url"])
    except (metadata.PackageNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return ""


def _in_a_file() -> bool:
    return not Path(__file__).exists()
