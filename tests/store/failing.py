"""System calls that fail on demand: stands in for `os` where the store meets the disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest

from coach_tui.store import disk, renaming, rights, signature

CALLS = frozenset(
    {"open", "read", "write", "fsync", "close", "stat", "fstat", "link", "replace", "unlink"}
    | {"listdir", "mkdir"}
)
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EDQUOT)


class FailingOs:
    """`os`, whose n-th call (from 1) fails with `error`; and every later one, where it `persists`.

    With `only`, just those calls are counted and can fail. Nothing is really forced to the disk:
    that takes time, and no power is cut here.
    """

    def __init__(
        self, nth: int, error: int, persists: bool = False, only: frozenset[str] = CALLS
    ) -> None:
        self.calls = 0
        self.failed = 0
        self._nth, self._error, self._persists, self._only = nth, error, persists, only

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name) if name != "fsync" else (lambda _: None)
        return self._watched(name, real) if name in self._only else real

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            if self.calls < self._nth or (self.calls > self._nth and not self._persists):
                return real(*args, **kwargs)
            self.failed += 1
            if name == "close":
                real(*args)  # the system closes it, whatever it then says
            raise OSError(self._error, os.strerror(self._error))

        return call


def fail_calls(patching: pytest.MonkeyPatch, system: object) -> None:
    """Have every module through which the store meets the disk call this `system` for `os`."""
    for module in (disk, renaming, rights, signature):
        patching.setattr(module, "os", system)
