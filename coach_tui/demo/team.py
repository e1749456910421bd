"""The demo's team: two juniors, then three, an agency; who can do what alone, what they decide."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from coach_tui.demo.recorder import CMO, Recorder
from coach_tui.engagement.gesture import together
from coach_tui.engagement.team.absence import log_drill
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.people import add_person, leave
from coach_tui.engagement.team.plan import delegate, set_goal
from coach_tui.engagement.team.skills import amend_skill, keep_skill, log_use

# id, name, kind, day of arrival
PEOPLE: Final = (
    ("ines", "Inès Taleb", "internal", (1, 7)),
    ("lucas", "Lucas Perrot", "internal", (1, 7)),
    ("julien", "Julien Astruc", "cmo", (1, 7)),
    ("garance", "Pixel Garance", "agency", (1, 7)),
    ("maud", "Maud Ferrier", "internal", (9, 1)),
    ("sonia", "Sonia Wibaux", "internal", (11, 3)),
)
# Measured on day 17, then at each quarter's end as the KPIs count it, and on the last day.
MEASURED: Final = ((1, 23), (3, 31), (6, 30), (9, 30), (12, 19))
# skill: weight, critical, then the levels of Inès, Lucas and Maud each time they were measured
SKILLS: Final[dict[str, tuple[int, bool, str]]] = {
    "ac-seo": (1, False, "01 01 01 012 012"),
    "ac-paid": (2, False, "02 02 02 131 131"),
    "ac-events": (1, False, "20 30 30 301 301"),
    "ct-writing": (1, False, "30 30 30 301 301"),
    "ct-editorial": (2, False, "20 20 20 201 201"),
    "dg-campaigns": (3, True, "10 11 21 311 312"),
    "dg-nurture": (2, False, "02 02 03 031 031"),
    "dg-conversion": (2, False, "01 01 01 012 013"),
    "da-reporting": (3, True, "01 12 13 231 231"),
    "cr-ops": (3, True, "02 13 13 131 231"),
    "pm-enablement": (2, False, "10 20 30 300 300"),
    "mg-vendors": (2, False, "11 11 11 120 130"),
}
QUARTER_ENDS: Final = (30, 31)
# decision, whose, its levels on 14 January, 3 July, 2 October and 24 November; the level wanted
BOARD: Final = (
    ("publish", "ines", (3, 6, 7, 7), 7),
    ("event", "ines", (3, 5, 6, 6), 6),
    ("campaign-launch", "ines", (2, 3, 4, 5), 5),
    ("website", "maud", (2, 2, 4, 4), 6),
    ("budget-shift", "lucas", (2, 3, 5, 5), 5),
    ("lead-criteria", "lucas", (2, 4, 5, 5), 5),
    ("agency", "lucas", (1, 3, 4, 4), 5),
    ("positioning", "", (1, 2, 2, 3), 3),
)
MOVED: Final = ((1, 14), (7, 3), (10, 2), (11, 24))
# skill, who wrote the method, when; who used it, when
METHODS: Final = (
    ("cr-ops", "lucas", (3, 10), (("ines", (3, 24)), ("ines", (6, 25)))),
    ("da-reporting", "lucas", (7, 8), (("ines", (9, 5)),)),
    ("dg-campaigns", "ines", (5, 20), (("maud", (9, 10)), ("lucas", (10, 9)))),
    ("mg-vendors", "ines", (6, 4), (("lucas", (9, 3)),)),
)


def tell_team(story: Recorder) -> None:
    """Rated five times; methods written and used by somebody else; two weeks without the CMO."""
    for person, name, kind, (month, day) in PEOPLE:
        _arrive(story, person, name, kind, story.day(month, day))
    mapped = story.day(1, 23)
    kept = [keep_skill(skill, weight, critical) for skill, (weight, critical, _) in SKILLS.items()]
    story.on(mapped, lambda: together(*kept))
    for place, (month, day) in enumerate(MEASURED):
        for skill, (_, _, levels) in SKILLS.items():
            _measure(story, skill, levels.split(), place, _measured(story, month, day))
    for skill, level in (("dg-nurture", 3), ("cr-ops", 3), ("ac-paid", 3)):
        _rate_oneself(story, skill, level)
    for method in METHODS:
        _tell_method(story, *method)
    for skill in ("ac-seo", "ac-paid"):
        _back(story, skill, story.day(3, 3), "Pixel Garance")
    _back(story, "ac-paid", story.day(7, 1), "Claire Aubin")
    for line in BOARD:
        _delegate(story, *line)
    _tell_goals(story)
    _tell_august(story)


def _arrive(story: Recorder, person: str, name: str, kind: str, day: date) -> None:
    role = story.say(f"role-{person}")
    story.on(day, lambda: add_person(person, name, kind, role))
    if kind == "cmo":
        left = story.day(12, 20)
        story.on(story.day(12, 19), lambda: leave(story.engagement, person, left), "founder/Hélène")


def _measured(story: Recorder, month: int, day: int) -> date:
    """That day; of a quarter's end, within its last month: its KPI is read on that month's end."""
    ends = story.month(month + 1) - timedelta(days=1)
    return min(story.day(month, day), ends) if day in QUARTER_ENDS else story.day(month, day)


def _measure(story: Recorder, skill: str, levels: list[str], place: int, day: date) -> None:
    """Only what moved since the last time is said again."""
    before = levels[place - 1] if place else ""
    for rank, person in enumerate(("ines", "lucas", "maud")[: len(levels[place])]):
        if levels[place][rank] != before[rank : rank + 1]:
            _rate(story, person, skill, int(levels[place][rank]), day)


def _rate(story: Recorder, person: str, skill: str, level: int, day: date) -> None:
    proof = {"evidence": story.say("evidence"), "verified_by": "Hélène"} if level >= 3 else {}
    story.on(
        day,
        lambda: rate(
            story.engagement,
            story.new_id(),
            person=person,
            skill=skill,
            level=level,
            side="cmo",
            day=day,
            today=story.today,
            **proof,
        ),
    )


def _rate_oneself(story: Recorder, skill: str, level: int) -> None:
    day = story.day(7, 1)
    proof = {"evidence": story.say("evidence"), "verified_by": "Hélène"}
    story.on(
        day,
        lambda: rate(
            story.engagement,
            story.new_id(),
            person="lucas",
            skill=skill,
            level=level,
            side="member",
            day=day,
            today=story.today,
            **proof,
        ),
        "team/Lucas",
    )


def _tell_method(
    story: Recorder,
    skill: str,
    author: str,
    written: tuple[int, int],
    uses: tuple[tuple[str, tuple[int, int]], ...],
) -> None:
    method = story.say(f"method-{skill}")
    said = {"method": method, "author": author}
    story.on(story.day(*written), lambda: amend_skill(story.engagement, skill, **said))
    for user, (month, day) in uses:
        _use(story, skill, user, story.day(month, day))


def _use(story: Recorder, skill: str, user: str, day: date) -> None:
    story.on(day, lambda: log_use(story.engagement, story.new_id(), skill, user, day, story.today))
    story.on(day, lambda: amend_skill(story.engagement, skill, backup=user))


def _back(story: Recorder, skill: str, day: date, whom: str) -> None:
    story.on(day, lambda: amend_skill(story.engagement, skill, external=whom))


def _delegate(
    story: Recorder, decision: str, person: str, levels: tuple[int, ...], wanted: int
) -> None:
    for (month, day), level, before in zip(MOVED, levels, (0, *levels), strict=False):
        if level != before:
            _move(story, decision, person, story.day(month, day), level, wanted)


def _move(story: Recorder, decision: str, person: str, day: date, level: int, wanted: int) -> None:
    """What will be Maud's is decided by Inès until she is there."""
    whose = "ines" if person == "maud" and day < story.day(9, 1) else person
    name = f"board-{decision}"
    story.on(day, lambda: delegate(story.engagement, name, decision, whose, level, wanted), CMO)


def _tell_goals(story: Recorder) -> None:
    for person, skill, set_on, due in (
        ("lucas", "cr-ops", (2, 11), (3, 31)),
        ("ines", "ac-events", (2, 11), (3, 31)),
        ("ines", "dg-campaigns", (4, 8), (9, 30)),
        ("lucas", "ac-paid", (7, 3), (9, 30)),
        ("maud", "dg-conversion", (9, 9), (12, 19)),
    ):
        _goal(story, person, skill, story.day(*set_on), story.day(*due))


def _goal(story: Recorder, person: str, skill: str, day: date, due: date) -> None:
    case = story.say(f"goal-{skill}")
    name = f"goal-{person}-{skill}"
    story.on(day, lambda: set_goal(story.engagement, name, person, skill, 3, due, case))


def _tell_august(story: Recorder) -> None:
    start, end = story.day(8, 4), story.day(8, 17)
    why, note = story.say("august-why"), story.say("august")
    for day, result, said in (
        (story.day(6, 5), "planned", why), (story.day(8, 18), "passed", note),
    ):  # fmt: skip
        _drill(story, day, (start, end), result, said)


def _drill(story: Recorder, day: date, away: tuple[date, date], result: str, note: str) -> None:
    story.on(
        day,
        lambda: log_drill(story.engagement, "august", "cmo", *away, result, story.today, note),
    )
