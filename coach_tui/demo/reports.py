"""The demo's monthly reports: what their author said each month; the last, as the app begins it.

Only the last is filled from what is recorded: it takes as long as all the rest of the story.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from coach_tui.bundled import Catalogues, load_playbook, read_content
from coach_tui.demo.recorder import CMO, Recorder
from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.kinds import REPORT
from coach_tui.engagement.rhythm.reports import keep_report, month_of
from coach_tui.engagement.rhythm.slots import nth_working_day
from coach_tui.exports.documents.facts import Facts
from coach_tui.exports.documents.fill import begun
from coach_tui.exports.documents.kind import kind_named
from coach_tui.language import Language
from coach_tui.language.dates import month_and_year
from coach_tui.language.numbers import write_number
from coach_tui.playbook.model import Playbook

TEAM_WRITES: Final = 4  # from this month's report on
STOPPED: Final = frozenset({6})  # the months in which something was stopped
# Spent and planned since the beginning, month by month, in thousands: activation and the CMO's fee.
BUDGET: Final = (
    (21.0, 23.7), (42.0, 47.3), (65.6, 71.0), (89.7, 95.8), (113.2, 119.4), (137.2, 143.1),
    (159.1, 167.9), (172.5, 187.1), (197.1, 211.9), (221.5, 234.5), (243.4, 256.5),
)  # fmt: skip


def tell_reports(story: Recorder) -> None:
    """One a month, on the fifth working day of the next, as long as the CMO is there."""
    sent = [
        nth_working_day(after.year, after.month, 5)
        for after in (story.month(number + 1) for number in range(1, len(BUDGET) + 1))
    ]
    past = [day for day in sent if day <= story.today]
    for number, day in enumerate(past, 1):
        _send(story, number, day, last=number == len(past))


def _send(story: Recorder, number: int, day: date, *, last: bool) -> None:
    by = "team" if number >= TEAM_WRITES else "cmo"
    actor = "team/Lucas" if by == "team" else CMO
    author = "Lucas Perrot" if by == "team" else "Julien Astruc"
    month = month_of(story.month(number))

    def kept() -> Decision:
        text = _begun(story, number, day, author) if last else story.say("report")
        return keep_report(month, _finished(story, number, text), by, day)

    story.on(day, kept, actor)


def _begun(story: Recorder, number: int, day: date, author: str) -> str:
    """The draft of that day: what is recorded fills it."""
    language = story.words.language
    report = f"{REPORT}/{month_of(story.month(number))}"
    kind = kind_named(Catalogues(), report)
    facts = Facts(
        story.engagement, Catalogues(), _playbook(language), story.words, day, report, author
    )
    return begun(read_content("templates", REPORT, f"{language}.md"), kind, facts)


def _finished(story: Recorder, number: int, text: str) -> str:
    """With what only its author can say; of what nothing was recorded, that there is nothing."""
    language = story.words.language
    spent, planned = (write_number(each, language) for each in BUDGET[number - 1])
    nothing = story.say("nothing")
    said = {
        "month": month_and_year(story.month(number), language),
        "summary": story.say(f"report-{number}"),
        "learned": story.say(f"learned-{number}"),
        "budget": story.words("demo.budget", spent=spent, planned=planned),
        "reviewer": "Julien Astruc" if number >= TEAM_WRITES else "Hélène Castaing",
        "stopped": story.say(f"stopped-{number}") if number in STOPPED else nothing,
        "risks": nothing,
        "done": nothing,
        "decided": nothing,
        "decisions": nothing,
    }
    for blank, words in said.items():
        text = text.replace(f"{{{blank}}}", words)
    return text


@cache
def _playbook(language: Language) -> Playbook:
    return load_playbook(language)[0]
