"""The demo's end: signals, the successor, contacts, open loops, the dossier's own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.bundled import read_content
from coach_tui.demo.documents import check
from coach_tui.demo.framing import FOUNDER
from coach_tui.demo.recorder import CMO, Recorder
from coach_tui.engagement.gesture import together
from coach_tui.engagement.profile import amend
from coach_tui.engagement.transition.contacts import set_contact
from coach_tui.engagement.transition.dossier import write_section
from coach_tui.engagement.transition.loops import PLACES, close_loop, look_in, set_loop, sign_loop
from coach_tui.engagement.transition.record import set_transition
from coach_tui.engagement.transition.signals import review_signals

SUCCESSOR: Final = "successor/Sonia"
REVIEWS: Final = ((3, 31), (4, 30), (5, 30), (6, 30), (8, 1), (9, 1), (10, 1))
# Who, introduced by whom, when they were listed and met.
CONTACTS: Final = (
    ("olivier", "Olivier Le Tallec", "Hélène Castaing", (7, 24), (11, 6)),
    ("nadege", "Nadège Rouvier", "Inès Taleb", (7, 24), (11, 13)),
    ("bastien", "Bastien Morel", "Lucas Perrot", (9, 30), (11, 12)),
    ("valmorin", "Résidences Valmorin", "Fanny Duval", (9, 30), (11, 18)),
    ("damien", "Damien Loiseau", "Hélène Castaing", (9, 30), (11, 4)),
    ("freelance", "Claire Aubin", "Lucas Perrot", (9, 30), (11, 20)),
)
# Open loop: fate, to whom, whose it becomes, when it was listed, due; whether it is closed since.
LOOPS: Final = (
    ("hotels", "continue", "Olivier Le Tallec", "Sonia Wibaux", (7, 24), (2, 27, 2026)),
    ("seo", "continue", "Pixel Garance", "Lucas Perrot", (10, 6), (3, 31, 2026)),
    ("talk", "continue", "Exploitants & Sites", "Inès Taleb", (10, 6), (3, 12, 2026)),
    ("figures", "continue", "Nadège Rouvier", "Inès Taleb", (10, 6), (2, 12, 2026)),
    ("host", "stop", "Fanny Duval", "Sonia Wibaux", (10, 6), (11, 19)),
)
TRUST: Final = {
    "strategy": "B", "kpis": "A", "acquisition": "A", "campaigns": "A", "data-stack": "B",
    "decisions": "A", "budget-contracts": "A", "rituals": "A",
}  # fmt: skip
# Its own text, and who read it over.
OWN: Final = {"content-brand": "Inès Taleb", "people": "Sonia Wibaux", "risks": "Hélène Castaing"}
READ_OVER: Final = (11, 20)


def tell_leaving(story: Recorder) -> None:
    """Three signals of four at two reviews, a search, seven weeks of overlap, an end."""
    for month, day in REVIEWS:
        _review(story, story.day(month, day))
    _set(story, (1, 14), relay="Inès Taleb", leaving="Julien Astruc")
    _set(story, (5, 5), successor_first_day=story.day(11, 3), overlap_weeks=7, notice_weeks=13)
    _set(story, (7, 24), successor="Sonia Wibaux")
    _set(story, (12, 19), ended=story.day(12, 19))
    _grow(story, (12, 1), 37.0)
    for name, called, by, listed, met in CONTACTS:
        _contact(story, name, called, by, story.day(*listed), story.day(*met))
    for loop in LOOPS:
        _loop(story, *loop)
    story.on(story.day(7, 24), lambda: look_in("contracts", True))
    looked = [look_in(place, True) for place in PLACES]
    story.on(story.day(10, 20), lambda: together(*looked))
    _tell_sections(story)


def _set(story: Recorder, on: tuple[int, int], **fields: object) -> None:
    story.on(story.day(*on), lambda: set_transition(story.engagement, fields), FOUNDER)


def _grow(story: Recorder, on: tuple[int, int], headcount: float) -> None:
    said = {"headcount": headcount}
    story.on(story.day(*on), lambda: amend(story.engagement, said), FOUNDER)


def _review(story: Recorder, day: date) -> None:
    story.on(
        day,
        lambda: review_signals(
            story.new_id(), day, headcount=34.0, budget=155_000.0, presence=True, team=6.0
        ),
        FOUNDER,
    )


def _contact(story: Recorder, name: str, called: str, by: str, listed: date, met: date) -> None:
    said = {"name": called, "who": story.say(f"contact-{name}"), "introduced_by": by}
    identity = f"contact-{name}"
    story.on(listed, lambda: set_contact(story.engagement, identity, said, story.today))
    done = {"introduced_on": met}
    story.on(met, lambda: set_contact(story.engagement, identity, done, story.today), SUCCESSOR)


def _loop(
    story: Recorder,
    name: str,
    fate: str,
    to: str,
    whose: str,
    listed: tuple[int, int],
    due: tuple[int, ...],
) -> None:
    identity = f"loop-{name}"
    said = {
        "topic": story.say(f"loop-{name}"), "next": story.say(f"loop-{name}-next"), "fate": fate,
        "promised_to": to, "old_owner": "Julien Astruc", "new_owner": whose,
        "due": story.day(*due),
    }  # fmt: skip
    story.on(story.day(*listed), lambda: set_loop(story.engagement, identity, said, story.today))
    left, taken = story.day(11, 10), story.day(11, 14)
    story.on(left, lambda: sign_loop(identity, "left", "Julien Astruc", left))
    story.on(taken, lambda: sign_loop(identity, "taken", "Sonia Wibaux", taken), SUCCESSOR)
    if fate == "stop":
        story.on(story.day(11, 19), lambda: close_loop(identity, True), SUCCESSOR)


def _tell_sections(story: Recorder) -> None:
    for section, trust in TRUST.items():
        _section(story, section, {"trust": trust}, story.day(10, 6))
    for section in OWN:
        words = {"text": story.say(f"section-{section}"), "trust": "B"}
        _section(story, section, words, story.day(10, 6))
    last = story.day(11, 10)
    if last <= story.today:
        text = read_content("examples", "section-summary", f"{story.words.language}.md")
        body = story.slid(text.partition("\n")[2].strip())  # the section has its own heading
        _section(story, "summary", {"text": body, "trust": "A"}, last)
        for section, reader in {"summary": "Sonia Wibaux", **OWN}.items():
            check(story, f"section/{section}", reader, story.day(*READ_OVER))


def _section(story: Recorder, section: str, fields: Mapping[str, object], day: date) -> None:
    story.on(day, lambda: write_section(section, fields), CMO)
