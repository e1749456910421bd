"""Two texts of one document that met at a sync: both kept, said everywhere, made one by whoever
opens it."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from coach_tui.engagement.documents.crossings import crossings_of
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.documents.save import write_document
from coach_tui.engagement.profile import begin
from coach_tui.places import Home
from coach_tui.session import Session, create_session, open_session

BASE = "# Scope\n\nAds.\n\nEnd.\n"


class Clock:
    def __init__(self) -> None:
        self.ticks = 0

    def __call__(self) -> datetime:
        self.ticks += 1
        return datetime(2026, 3, 12, 9, 0, tzinfo=UTC) + timedelta(seconds=self.ticks)


def machines(tmp_path: Path) -> tuple[Session, Session, Clock]:
    """One engagement on two machines, each with the same text of its scope."""
    now = Clock()
    here = Home(tmp_path / "here", tmp_path / "here-state")
    there = Home(tmp_path / "there", tmp_path / "there-state")
    mine = create_session(here, begin("Acme", date(2026, 3, 9), 2, "founder"), "cmo/Ann", now)
    assert isinstance(mine, Session)
    write(mine, "Ann", BASE, None)
    there.engagements.mkdir()
    copy = there.engagements / mine.path.name
    shutil.copy(mine.path, copy)
    return mine, open_session(copy, there, "team/Nora", now), now


def write(session: Session, who: str, text: str, seen: str | None) -> None:
    session.record(
        write_document(session.engagement, "scope", who, session.today, text=text, seen=seen)
    )


def meet(mine: Session, other: Session) -> None:
    shutil.copy(other.path, mine.path.with_stem(f"{mine.path.stem} (conflicted copy)"))
    mine.refresh()


@pytest.mark.parametrize(
    ("nora", "both"),
    [
        (BASE.replace("End.", "End of June."), "# Scope\n\nAds and mail.\n\nEnd of June.\n"),
        (BASE.replace("Ads.", "No ads."), None),
    ],
)
def test_two_texts_that_met_are_both_there_until_one_is_saved(
    tmp_path: Path, nora: str, both: str | None
) -> None:
    mine, other, _ = machines(tmp_path)
    write(other, "Nora", nora, BASE)
    write(mine, "Ann", BASE.replace("Ads.", "Ads and mail."), BASE)
    assert not crossings_of(mine.engagement, mine.changes)
    meet(mine, other)
    crossing = crossings_of(mine.engagement, mine.changes)["scope"]
    assert crossing.base == BASE
    assert crossing.other.actor == "team/Nora"
    if both:
        assert (crossing.merged.text, crossing.merged.crossed) == (both, ())
    else:
        assert len(crossing.merged.crossed) == 1
        assert {"Ads and mail.", "No ads."} <= {*crossing.merged.text.split("\n")}
    write(mine, "Ann", crossing.merged.text, document_of(mine.engagement, "scope").text)
    assert document_of(mine.engagement, "scope").text == crossing.merged.text
    assert not crossings_of(mine.engagement, mine.changes), "whoever saved it had seen both"


def test_a_text_that_replaced_another_it_had_seen_is_no_second_version(tmp_path: Path) -> None:
    mine, other, _ = machines(tmp_path)
    write(other, "Nora", BASE.replace("End.", "End of June."), BASE)
    meet(mine, other)
    assert not crossings_of(mine.engagement, mine.changes)
