"""Files of other engagements beside ours: damaged or not, no word of theirs ever becomes ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from coach_tui.store.errors import Foreign
from coach_tui.store.journal import Journal

from .conftest import author

OTHER = "0b7c3c1e-3d0a-4f7e-9d55-0a1b2c3d4e5f"

Spoil = Callable[[bytes], bytes]
SPOILT: dict[str, Spoil] = {
    "whole": bytes,
    "cut": lambda text: text[:-40],
    "of a wrong check": lambda text: text.replace(b'"format":1', b'"format":2', 1),
    "without what it says of itself": lambda text: re.sub(rb'"engagement":"[^"]*",', b"", text),
    "without its head": lambda text: text[text.index(b'"events"') :],
}


@pytest.fixture
def neighbour(place: Path, state: Path) -> Path:
    """Another client's engagement, named as a synchroniser would name a copy of ours."""
    path = place.with_name("acme (conflicted copy).json")
    Journal.create(path, state, {"engagement": OTHER, "format": 1}).append(author(2)(3))
    return path


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_another_client_s_file_is_neither_read_from_nor_touched(
    journal: Journal, neighbour: Path, spoil: Spoil
) -> None:
    neighbour.write_bytes(spoil(neighbour.read_bytes()))
    before = neighbour.read_bytes()
    assert journal.refresh() == journal.catch_up() == []
    journal.append(author(1)(1))
    assert len(journal.changes) == 1
    assert journal.notices == []
    assert neighbour.read_bytes() == before


@pytest.mark.parametrize("name", ["whole", "cut", "of a wrong check"])
def test_nor_is_it_taken_in_when_asked_for(journal: Journal, neighbour: Path, name: str) -> None:
    neighbour.write_bytes(SPOILT[name](neighbour.read_bytes()))
    with pytest.raises(Foreign) as refused:
        journal.absorb(neighbour)
    assert refused.value.reason == "refusal.store.other-engagement"
    assert journal.changes == ()
