"""The rigs, by name."""

from __future__ import annotations

from . import (
    attacked,
    calls,
    clocks,
    crafted,
    crossing,
    crowded,
    cut,
    damage,
    full,
    fuzz,
    kills,
    long,
    peopled,
    places,
    powercut,
    private,
    pushing,
    renewed,
    restored,
    rights,
    sealed,
    served,
    shared,
    synced,
    together,
    versions,
    window,
)
from .rig import Rig

RIGS: tuple[Rig, ...] = (
    kills.RIG, calls.RIG, damage.RIG, together.RIG, window.RIG, synced.RIG, clocks.RIG, crafted.RIG,
    powercut.RIG, full.RIG, fuzz.RIG, rights.RIG,
    versions.RIG, places.RIG, long.RIG, shared.RIG, sealed.RIG, pushing.RIG,
    crossing.RIG, restored.RIG, renewed.RIG, private.RIG,
    attacked.RIG, served.RIG, crowded.RIG, cut.RIG, peopled.RIG,
)  # fmt: skip
