"""What stands behind the demo's ticks: meetings, documents, and what was said of the mission."""

from __future__ import annotations

from typing import Final

from coach_tui.demo.recorder import Recorder
from coach_tui.engagement.context import tell
from coach_tui.engagement.documents.save import send_document, verify_document, write_document
from coach_tui.engagement.profile import amend
from coach_tui.engagement.rhythm.meetings import log_meeting

FOUNDER: Final = "founder/Marc"
# Document, who wrote it, who checked it, on which day of the mission.
DOCUMENTS: Final = (
    ("announce-cmo", "Marc", "", -5),
    ("company-brief", "Marc", "Ann Roche", 2),
    ("scope", "Ann Roche", "Marc", 4),
    ("diagnosis", "Ann Roche", "Marc", 28),
    ("mql-sql", "Ann Roche", "Karim", 30),
    ("plan-90", "Ann Roche", "Marc", 44),
)
# Kind, with whom, on which day.
MEETINGS: Final = (
    ("references", "Nadia Belkacem", -15), ("references", "Paul Morvan", -14),
    ("kickoff", "Marc, Ann, Tom, Léa, Ines", 0),
    ("interviews-internal", "Marc", 3), ("interviews-internal", "Tom", 6),
    ("interviews-internal", "Léa", 7), ("interviews-internal", "Karim", 9),
    ("interviews-internal", "Ines", 13),
    ("interviews-customers", "Atelier Nord", 16), ("interviews-customers", "Bureau Vert", 20),
    ("interviews-customers", "Coline & Cie", 23),
    ("day-30-review", "Marc, Ann", 31), ("workshop", "Tom, Léa", 50),
    ("quarterly-review", "Marc, Ann", 92),
)  # fmt: skip


def tell_acts(story: Recorder) -> None:
    """The documents of the first quarter, the people met, the end as it is foreseen."""
    for place, (document, author, verifier, number) in enumerate(DOCUMENTS, 1):
        day = story.day(number)
        story.on(day)
        link = f"https://docs.example/lumen/{place}"
        story.do(write_document(story.engagement, document, author, day, link=link))
        if verifier:
            story.do(verify_document(story.engagement, document, verifier, day))
        else:
            story.do(send_document(story.engagement, document, day), FOUNDER)
    for kind, who, number in MEETINGS:
        day = story.day(number)
        story.on(day)
        told = {"kind": kind, "who": who, "learned": story.say("learned"), "day": day}
        story.do(log_meeting(story.new_id(), told, day))
    story.on(story.day(-6))
    story.do(tell({"certificate_on": story.day(-6)}), FOUNDER)
    story.do(tell({"slots": story.say("slots"), "reply_time": story.say("reply")}))
    scenario = {"beginning": "looking", "exit_scenario": "autonomous"}
    story.do(amend(story.engagement, scenario), FOUNDER)
