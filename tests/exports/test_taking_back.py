"""What is told before a gesture is taken back is what is there afterwards."""

from datetime import date

import pytest

from coach_tui.engagement.change import Draft
from coach_tui.engagement.history import gestures
from coach_tui.engagement.kpi import setup as kpi_setup
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.exports.history.taking_back import outlook
from tests.engagement.writers import Writer
from tests.exports.test_history_words import reader


@pytest.fixture
def ann() -> Writer:
    """A founder who follows one KPI."""
    writer = Writer("founder")
    writer.record([Draft("kpi", "mql", {"name": "Leads", "catalogue": "mql"})])
    return writer


@pytest.mark.parametrize(("language", "said"), [("en", "back again"), ("fr", "de retour")])
def test_taking_back_a_removal_says_that_the_thing_comes_back(ann: Writer, language, said) -> None:
    ann.record(kpi_setup.let_go(ann.engagement, "mql", date(2026, 3, 2)))
    assert "mql" not in kpis_of(ann.engagement)
    gesture = gestures(ann.changes)[-1]
    told = outlook(gesture, reader(ann, language))
    assert told.possible
    assert told.lines[0].endswith(f"→ {said}")
    ann.undo_gesture(gesture)
    assert "mql" in kpis_of(ann.engagement)


def test_taking_back_what_was_new_says_that_nothing_is_left(ann: Writer) -> None:
    told = outlook(gestures(ann.changes)[-1], reader(ann))
    assert told.lines == (reader(ann).words("history.will-be-nothing"),)
