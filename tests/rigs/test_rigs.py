"""Every rig finds nothing wrong, and its control does. Small here; see `python -m tests.rigs`."""

from __future__ import annotations

from pathlib import Path

import pytest

from .every import RIGS
from .rig import Rig


@pytest.mark.parametrize("rig", RIGS, ids=lambda rig: rig.name)
def test_a_rig_finds_nothing_wrong_and_its_control_does(rig: Rig, tmp_path: Path) -> None:
    found = rig.run(rig.small, tmp_path)
    assert found.wrong == {}, found
    if found.tried:  # some need a compiler
        assert rig.control(rig.small, tmp_path).wrong, "a control that finds nothing proves nothing"
