"""A file system as macOS and Windows have: spellings that differ by case or accents are one name.

What is not there is written with its accents apart, as HFS+ does (NFD).
"""

from __future__ import annotations

import builtins
import io
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

ONE_PATH: Final = (
    "open", "stat", "lstat", "mkdir", "rmdir", "unlink", "remove", "listdir", "scandir", "access",
    "chmod", "chown", "utime", "readlink",
)  # fmt: skip
TWO_PATHS: Final = ("rename", "replace", "link")
_lstat, _listdir = os.lstat, os.listdir


def spelt(name: str) -> str:
    """What two spellings of one name have in common."""
    return unicodedata.normalize("NFC", name).casefold()


def names_are_one(patching: pytest.MonkeyPatch, root: Path) -> None:
    """From now on this process meets such a file system below `root`."""

    def found(path: Any) -> Any:
        if not isinstance(path, str | os.PathLike):
            return path
        said = Path(os.fsdecode(path))
        whole = said if said.is_absolute() else Path(os.getcwd(), said)  # noqa: PTH109
        if not whole.is_relative_to(root):
            return path
        there = root
        for part in whole.relative_to(root).parts:
            there = there / _kept(there, part)
        return os.fspath(there)

    def one(real: Callable[..., Any]) -> Callable[..., Any]:
        return lambda path=".", *more, **named: real(found(path), *more, **named)

    def two(real: Callable[..., Any]) -> Callable[..., Any]:
        return lambda path, other, **named: real(found(path), found(other), **named)

    for name in ONE_PATH:
        patching.setattr(os, name, one(getattr(os, name)))
    for name in TWO_PATHS:
        patching.setattr(os, name, two(getattr(os, name)))
    for module in (builtins, io):
        patching.setattr(module, "open", one(io.open))


def _kept(folder: Path, name: str) -> str:
    """The name this file has in its folder, or would be given there."""
    try:
        return next(each for each in _listdir(folder) if spelt(each) == spelt(name))
    except (OSError, StopIteration):
        return unicodedata.normalize("NFD", name)
