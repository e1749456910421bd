"""Going to a record and coming back: one key opens the place where it is fixed, one returns."""

from collections.abc import Collection
from pathlib import Path
from typing import Any, Final, NamedTuple

from textual.screen import Screen

from coach_tui.playbook.model import PAGE
from coach_tui.ui.place import OnScreen
from coach_tui.ui.session_app import Work

LONGEST_WAY: Final = 30  # places remembered; nobody walks further back by Escape


class Visit(NamedTuple):
    """A place left for a record: its screen, what it showed, and the line under its cursor."""

    screen: str
    place: OnScreen
    cursor: str = ""
    also: str = ""


class Going(Work):
    """Knows the way back. Only going to a record adds to it; a place's own key begins anew."""

    _screen_name: str
    places: Collection[str] = ()  # the names of the screens there are
    way: tuple[Visit, ...] = ()
    help_about: str = ""  # the screen from which the help was asked for

    def go(self, screen: str) -> None:
        """Show this screen."""
        raise NotImplementedError

    def open_engagement(self, path: Path, *, screen: str = "", anew: bool = False) -> bool:
        """Work on this engagement. False, with the reason said, where it can't be opened.

        anew  its file is read again even where it is the one that is open: it was written by
              something else than what is open.
        """
        raise NotImplementedError

    def close_engagement(self) -> None:
        """Work on none any more: what there is to open is shown."""
        self.session = self.shown = None
        self.way, self.place, self.saved, self.also = (), OnScreen(), "", ""
        self.go("engagements")

    def go_to_step(self, step_id: str, note: str = "") -> bool:
        """Show this step where it is read, at this note of it where one is named.

        `page-domains` is a page to read. False where there is no such step nor page.
        """
        step = self.playbook.step(step_id)
        if step is None:
            from coach_tui.ui.reading import read_at

            return step_id.startswith(PAGE) and read_at(self, step_id.removeprefix(PAGE))
        self.leave_mark()
        self.also = step_id  # asked for by name: seen whatever the depth, and nothing is recorded
        self.place = self.place._replace(stage=step.stage, step=step_id)
        self.update_shown()
        self.go("stage")
        self.call_after_refresh(self._point_at, step_id, "step")
        if note:
            self.call_after_refresh(self._read_note, note)
        return True

    def go_to_record(self, screen: str, record_id: str, kind: str = "") -> None:
        """Show where this record is kept, with the cursor on it where the screen can do that.

        kind  its entity, where one id could name two things.
        """
        self.leave_mark()
        self.go(screen)
        self.call_after_refresh(self._point_at, record_id, kind)

    def go_to_move(self, move_id: str) -> None:
        """Show the week, with the cursor on this move: Enter begins it."""
        self.go("now")
        self.call_after_refresh(self._point_at, move_id, "move", "now.asked-no-more")

    def leave_mark(self, visit: Visit | None = None) -> None:
        """Remember this place (or the one given), for Escape to come back to it."""
        self.way = (*self.way, visit or self.here())[-LONGEST_WAY:]

    def here(self) -> Visit:
        """This place, with the line under its cursor."""
        cursor = getattr(self._place_screen(), "cursor", "")
        return Visit(self._screen_name, self.place, cursor, self.also)

    def come_back(self) -> None:
        """To the place left last, with the cursor where it was; to Today where none was."""
        if not self.way:
            self._go_home()
            return
        *before, last = self.way
        self.way, self.place, self.also = tuple(before), last.place, last.also
        self.update_shown()
        self.go(last.screen)
        self.call_after_refresh(self._put_cursor, last.cursor)

    def _go_home(self) -> None:
        if self.session:
            self.go("now")
        elif self._screen_name not in ("engagements", "welcome"):
            self.go("engagements")

    def _place_screen(self) -> Screen[Any] | None:
        """The place in sight, below whatever asks a question on it."""
        return next((each for each in reversed(self.screen_stack) if hasattr(each, "cursor")), None)

    def _point_at(self, record_id: str, kind: str, absent: str = "app.not-listed") -> None:
        point_at = getattr(self.screen, "point_at", None)
        if point_at and point_at(record_id, kind) is False:
            self.tell(absent)

    def _read_note(self, note_id: str) -> None:
        read_note = getattr(self.screen, "read_note", None)
        if read_note:
            read_note(note_id)

    def _put_cursor(self, cursor: str) -> None:
        put_cursor = getattr(self.screen, "put_cursor", None)
        if put_cursor:
            put_cursor(cursor)
