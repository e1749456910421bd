"""The benchmarks are run by hand: what they measure may move without a test of theirs failing."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import pytest

import benchmarks


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_each_benchmark_still_finds_what_it_measures() -> None:
    found = [each.name for each in pkgutil.iter_modules(benchmarks.__path__)]
    assert "coaching" in found
    for name in found:
        assert import_module(f"benchmarks.{name}").__doc__, name
