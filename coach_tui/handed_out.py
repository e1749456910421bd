"""A document on its way out, from whichever door: made, and remembered once it is written.

This machine remembers the events of a calendar, and the next one cancels what is gone. Losing the
memory costs a cancelled event that stays in someone's calendar, and no word of ours.
"""

import os
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from coach_tui.bundled import Catalogues, read_content
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.documents.crossings import crossings_of
from coach_tui.engagement.handed_out import WHAT, hand_out
from coach_tui.exports.briefing.left import maybe_names
from coach_tui.exports.calendar import Issue, calendar_of
from coach_tui.exports.documents.standing import lacks_words
from coach_tui.exports.handouts import (
    HANDOUTS,
    YES,
    Answers,
    MadeHandout,
    Sources,
    make_handout,
)
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.places import Home, local_zone, zone_named
from coach_tui.playbook.model import Playbook
from coach_tui.session import Session
from coach_tui.store.private_files import Beside
from coach_tui.store.settings import read_settings, write_settings
from coach_tui.wall_clock import Now

CANCELLED_FOR: Final = timedelta(days=60)  # our rule of thumb: calendars are imported every month


class Event(NamedTuple):
    """An event of an earlier export: its first day; `gone` when it was first cancelled."""

    uid: str
    day: date
    name: str
    gone: date | None = None

    def is_old(self, today: date) -> bool:
        """Whether every calendar that had it has had the time to be told that it is no more."""
        return self.gone is not None and today - self.gone > CANCELLED_FOR

    def kept(self) -> dict[str, str]:
        """As it is remembered."""
        kept = {"uid": self.uid, "day": self.day.isoformat(), "name": self.name}
        return {**kept, "gone": self.gone.isoformat()} if self.gone else kept


class MadeCalendar(NamedTuple):
    """A calendar ready to be written; `handed` is what there is to remember once it is."""

    text: str
    handed: Mapping[str, Any]


class HandingOut:
    """The documents of one engagement, in the language to write in."""

    def __init__(
        self, home: Home, session: Session, playbook: Playbook, words: Words, now: Now
    ) -> None:
        self._home = home
        self._session = session
        self._playbook = playbook
        self._words = words
        self._now = now
        self._made: MadeCalendar | None = None
        self._asked = False
        self._answers: Answers = {}

    def make(self, name: str, answers: Answers) -> MadeHandout | Refusal:
        """The document of this name (see `exports.handouts`); or which answer can't be."""
        self._made, language = None, self._words.language
        self._asked, self._answers = HANDOUTS[name].asks, answers
        if self._asked and self._session.looks_only:
            return Refusal("refusal.briefing.looks-only")
        sources = Sources(
            self._session.engagement,
            self._session.id,
            self._playbook,
            Catalogues(),
            self._words,
            self._now().date(),
            lambda template: read_content("templates", template, f"{language}.md"),
            local_zone(os.environ),
            self._calendar,
            one_line(self._session.actor.partition("/")[2]),
            frozenset(crossings_of(self._session.engagement, self._session.changes)),
        )
        return make_handout(name, sources, answers)

    def written(self) -> Refusal | None:
        """Remember what was made, now that it is where it was to go; why that could not be."""
        if self._made:
            remember(self._home, self._session, self._made)
        if not self._asked:
            return None
        noted = self._session.record(
            hand_out(
                self._session.new_id(), WHAT[0], self._now().date(),
                names=self._answers.get("names") == YES,
                ratings=self._answers.get("ratings") == YES,
            )
        )  # fmt: skip
        return noted if isinstance(noted, Refusal) else None

    def to_look_at(self, made: MadeHandout) -> str:
        """What to read before it: what it lacks; in what goes to others, names it may still hold.
        Empty: nothing."""
        if not self._asked or self._answers.get("names") == YES:
            return lacks_words(made.lacks, self._words)
        found = maybe_names(made.text, self._titles())
        return self._words("briefing.maybe", names=", ".join(found)) if found else ""

    def _titles(self) -> Iterator[str]:
        """What is called so in our own words and in the tools' names, and is nobody."""
        yield from (step.title for step in self._playbook.steps)
        yield from (line.tool for line in accesses_of(self._session.engagement).values())
        for entries in (Catalogues()["accesses"], Catalogues()["kpis"]):
            for entry in entries:
                yield str(entry.fields.get("tool", ""))
                yield from (str(text) for said in entry.words.values() for text in said.values())

    def _calendar(self, zone: str) -> str | Refusal:
        made = calendar_to_hand_out(
            self._home, self._session, self._playbook, self._words, zone, self._now
        )
        if isinstance(made, Refusal):
            return made
        self._made = made
        return made.text


def calendar_to_hand_out(
    home: Home, session: Session, playbook: Playbook, words: Words, zone: str, now: Now
) -> MadeCalendar | Refusal:
    """The mission's calendar with its hours in this time zone (IANA name, or empty for none)."""
    known = read_settings(Beside(home.state).calendar(session.id))
    before, today = known.get("sequence"), now().date()
    # A file that was put back from an older copy holds fewer changes than were counted before.
    sequence = max(len(session.changes), before if isinstance(before, int) else 0)
    earlier = {each.uid: each for each in _events(known) if not each.is_old(today)}
    told = {uid: (each.day, each.name) for uid, each in earlier.items()}
    catalogues = Catalogues()
    try:
        issue = Issue(session.id, session.profile.company, now(), zone_named(zone), sequence, told)
        made = calendar_of(
            playbook,
            session.engagement,
            catalogues["rituals"],
            words,
            issue,
            today,
            catalogues["after-exit-checks"],
        )
    except (KeyError, ValueError, OSError):
        return Refusal("refusal.rhythm.zone", {"zone": one_line(zone, 60)}).of("zone")
    live = [Event(uid, day, name) for uid, (day, name) in made.events.items()]
    gone = [
        each._replace(gone=each.gone or today)
        for uid, each in earlier.items()
        if uid not in made.events
    ]
    return MadeCalendar(
        made.text, {"sequence": sequence, "events": [each.kept() for each in live + gone]}
    )


def remember(home: Home, session: Session, made: MadeCalendar) -> None:
    """Remember the events of a calendar that was written."""
    write_settings(Beside(home.state).calendar(session.id), made.handed)


def _events(known: Mapping[str, Any]) -> Iterator[Event]:
    """The events remembered, as far as they can be read."""
    events = known.get("events")
    for event in events if isinstance(events, list) else ():
        try:
            days = [date.fromisoformat(event[name]) for name in ("day", "gone") if name in event]
            yield Event(str(event["uid"]), days[0], str(event["name"]), *days[1:])
        except (IndexError, KeyError, TypeError, ValueError):
            continue
