"""Transition: the two axes, the dates, what is handed over, and what remains after the exit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from coach_tui.asking.candidates import add_form
from coach_tui.asking.expiry import expiry_form, gather_form
from coach_tui.asking.rehearsal import rehearsal_about, rehearsal_form
from coach_tui.asking.transition import (
    check_form,
    contact_form,
    loop_form,
    plan_form,
    review_form,
    sign_form,
)
from coach_tui.coach.named import named_in
from coach_tui.coach.transition.rehearsing import draw
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.documents.kinds import SECTION
from coach_tui.engagement.transition.contacts import Contact, contacts_of
from coach_tui.engagement.transition.exit import checks_of
from coach_tui.engagement.transition.expiry import Expiry, drop_expiry, expiries_of
from coach_tui.engagement.transition.loops import Loop, close_loop, look_in, loops_of
from coach_tui.engagement.transition.plan import back_plan_of
from coach_tui.engagement.transition.rehearsal import begin_rehearsal, rehearsals_of
from coach_tui.exports.transition.axes import because_words, unready_words, verdict_words
from coach_tui.exports.transition.dates import plan_flags
from coach_tui.language.glyphs import shaped
from coach_tui.ui.acting import write
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.plain import line
from coach_tui.ui.screens.judging import JudgingScreen
from coach_tui.ui.screens.parts import FoldedPart
from coach_tui.ui.transition.expiries import GATHER
from coach_tui.ui.transition.reading import line_reading, part_reading
from coach_tui.ui.transition.rehearsal import DRAW
from coach_tui.ui.transition.rows import transition_parts
from coach_tui.view_state import Shown

# Where each gate and line of the readiness is fixed: a screen of its own, or a part of this one.
FIXED_IN: Final = {
    "autonomy": "team", "kpis": "kpis", "accesses": "accesses", "rituals": "rhythm",
    "documents": "documents", "relations": "contacts", "gate.ownership": "accesses",
    "gate.successor": "plan", "gate.skills": "team", "gate.loops": "open-loops",
    "gate.absence": "team",
}  # fmt: skip
ADDED_TO: Final = ("signals", "plan", "open-loops", "contacts", "expiries", "permanent")


class TransitionScreen(JudgingScreen):
    """Hand over completely."""

    NAME = "transition"
    HANDOUT = "handover"
    ALIASES: ClassVar[Mapping[str, str]] = {"transition": "plan"}
    PART_OF: ClassVar[Mapping[str, str]] = {
        "transition": "plan", "signal-review": "signals", "open-loop": "open-loops/",
        "document": "documents/", "contact": "contacts/", "expiry": "expiries/",
        "rehearsal": "rehearsal/", "candidate": "permanent/",
        "exit-check": "exit/", "dossier-section": "dossier/",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("transition")]

    def verdict(self, shown: Shown) -> Content:
        """The verdict in words; then the first date that does not hold."""
        words, engagement = shown.words, shown.engagement
        verdict = verdict_of(engagement, shown.today)
        because = because_words(verdict, words)
        told = line(f"{verdict_words(verdict, words, short=True)} {because}".rstrip(), "bold")
        if unready := unready_words(verdict, words):
            told += "\n" + line(f"! {unready}", "$warning")
        flags = plan_flags(back_plan_of(engagement, shown.today), words)
        return told + "\n" + line(shaped(flags[0]), "$error") if flags else told

    def parts(self, shown: Shown) -> Sequence[FoldedPart]:
        return transition_parts(shown.engagement, self.catalogues, shown.words, shown.today)

    def read(self, shown: Shown, part: str, own: str) -> tuple[str, list[str]]:
        title = shown.words(f"transition.{part}")
        if own:
            return title, line_reading(shown, self.catalogues, part, own)
        return title, part_reading(shown, self.catalogues, part)

    def act(self, shown: Shown, part: str, own: str) -> None:
        words, engagement, today = shown.words, shown.engagement, shown.today
        if part == "signals":
            self.put(review_form(engagement, self.coach.new_id(), words, today))
        elif part == "readiness":
            self._fix(FIXED_IN.get(own, ""))
        elif part in ("plan", "overlap") or own == "ended":
            self.put(plan_form(engagement, words, today))
        elif part == "documents":
            write(self.coach, own)
        elif part == "open-loops":
            self._loop(shown, own)
        elif part == "contacts" and own:
            found = next(each for each in contacts_of(engagement) if each.id == own)
            self.put(contact_form(engagement, found, words, today))
        elif part == "rehearsal" and own:
            self._rehearse(shown, own)
        elif part == "expiries" and own == GATHER:
            self.put(gather_form(engagement, self.coach.new_id, words, today))
        elif part == "expiries" and own:
            self.put(expiry_form(engagement, expiries_of(engagement)[own], words, today))
        elif part == "permanent" and own:
            self.judge(own)
        elif part == "exit":
            check = next(each for each in checks_of(engagement) if each.id == own)
            self.put(check_form(check, self.catalogues, words, today))
        elif part == "dossier":
            write(self.coach, f"{SECTION}{own}")
        else:
            self.do_add()

    def do_add(self) -> None:
        """A review, the dates, an open loop, a contact or a candidate, by the part pointed at."""
        shown, (part, _) = self.coach.shown, self.pointed
        if shown is None or part not in ADDED_TO:
            return
        words, engagement, today = shown.words, shown.engagement, shown.today
        new_id = self.coach.new_id()
        self._open = part
        if part == "signals":
            self.put(review_form(engagement, new_id, words, today))
        elif part == "plan":
            self.put(plan_form(engagement, words, today))
        elif part == "open-loops":
            self.put(loop_form(engagement, Loop(new_id, ""), words, today))
        elif part == "contacts":
            self.put(contact_form(engagement, Contact(new_id, ""), words, today))
        elif part == "expiries":
            self.put(expiry_form(engagement, Expiry(new_id), words, today))
        else:
            self.put(add_form(engagement, new_id, "permanent", words, shown.today))

    def do_sign(self) -> None:
        """Sign the open loop under the cursor."""
        shown, loop = self.coach.shown, self._pointed_loop()
        if shown and loop:
            self.put(sign_form(shown.engagement, loop, shown.words, shown.today))

    def do_close(self) -> None:
        """Nothing is left open there; or it is again. What expires is taken off its list."""
        shown, (part, own) = self.coach.shown, self.pointed
        if shown and part == "expiries" and own in expiries_of(shown.engagement):
            self.save(drop_expiry(shown.engagement, own))
        elif loop := self._pointed_loop():
            self.save(close_loop(loop.id, not loop.closed))

    def offers(self, command: str) -> bool | None:
        """Signing and closing need an open loop, adding a part that grows."""
        if command == "close" and self.pointed[0] == "expiries":
            return True if self.pointed[1] not in ("", GATHER) else None
        if command in ("sign", "close"):
            return True if self._pointed_loop() else None
        if command == "add":
            return True if self.pointed[0] in ADDED_TO else None
        return True

    def _rehearse(self, shown: Shown, own: str) -> None:
        """Draw twelve questions, unless those drawn last were never answered; go through them."""
        last = rehearsals_of(shown.engagement)[-1:]
        if own == DRAW and last and not last[0].results:
            own = last[0].id
        elif own == DRAW:
            named = named_in(shown.engagement, self.catalogues, shown.words.language)
            own = self.coach.new_id()
            asked = draw(shown.engagement, named, shown.today)
            self.save(begin_rehearsal(own, asked, shown.today))
        now = self.coach.shown
        held = (each for each in rehearsals_of(now.engagement) if each.id == own) if now else ()
        if now and (found := next(iter(held), None)):
            form = rehearsal_form(now, found, self.catalogues, self.coach.new_id, self.coach.now)
            self.put(form, rehearsal_about(now, found))

    def _loop(self, shown: Shown, own: str) -> None:
        loops = loops_of(shown.engagement)
        if own.startswith("place."):
            place = own.removeprefix("place.")
            self.save(look_in(place, place not in loops.looked))
            return
        found = next(loop for loop in loops.all if loop.id == own)
        self.put(loop_form(shown.engagement, found, shown.words, shown.today))

    def _fix(self, place: str) -> None:
        if place in self.coach.places:
            self.coach.leave_mark()
            self.coach.go(place)
        elif place:
            self.point_at(place)

    def _pointed_loop(self) -> Loop | None:
        shown, (part, own) = self.coach.shown, self.pointed
        if shown is None or part != "open-loops":
            return None
        return next((loop for loop in loops_of(shown.engagement).all if loop.id == own), None)
