"""The mission itself: the company, its first day, its dose, who coaches whom."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.secret import secret_in
from coach_tui.engagement.state import Engagement, flag_of, number_of, text_of, viewed
from coach_tui.language.refusal import Refusal

ENTITY: Final = "engagement"
ID: Final = "engagement"
NAME_LIMIT: Final = 200
ROLES: Final = ("founder", "cmo", "team", "sales", "ops", "successor")
DEPTHS: Final = ("essential", "full")
# Where the company stands when the file is begun; "successor": a permanent CMO takes over.
BEGINNINGS: Final = ("thinking", "looking", "signed", "begun", "successor")
SCENARIOS: Final = ("permanent", "promotion", "autonomous", "in-house")  # of the exit
AMOUNTS: Final = (
    "revenue",
    "marketing_budget",
    "activation_budget",
    "leadership_budget",
    "day_rate",
)


_CHOICES: Final = {"beginning": BEGINNINGS, "exit_scenario": SCENARIOS}
WORDS_LIMIT: Final = 2_000  # characters


class Profile(NamedTuple):
    """Who the mission is for and its frame. Amounts in euros; days per week of the CMO's time.

    beginning      where the company stood when this file was begun (BEGINNINGS); "": not asked.
    exit_scenario  how it is to end (SCENARIOS); `finished`, what finished then means.
    """

    company: str = ""
    role: str = ""
    sector: str = ""
    headcount: float | None = None
    revenue: float | None = None
    marketing_budget: float | None = None
    activation_budget: float | None = None
    leadership_budget: float | None = None
    day_rate: float | None = None
    days_per_week: float | None = None
    first_day: date | None = None
    planned_end: date | None = None
    successor_first_day: date | None = None
    depth: str = "essential"
    archived: bool = False
    beginning: str = ""
    exit_scenario: str = ""
    finished: str = ""


@viewed
def profile_of(engagement: Engagement) -> Profile:
    """The mission's frame as recorded; a field nobody filled is empty or None."""
    record = engagement.record(ENTITY, ID)
    depth = text_of(record, "depth", "essential")
    return Profile(
        company=text_of(record, "company"),
        role=text_of(record, "role"),
        sector=text_of(record, "sector"),
        headcount=number_of(record, "headcount"),
        **{name: number_of(record, name) for name in AMOUNTS},
        days_per_week=number_of(record, "days_per_week"),
        first_day=day_of(record, "first_day"),
        planned_end=day_of(record, "planned_end"),
        successor_first_day=day_of(record, "successor_first_day"),
        depth=depth if depth in DEPTHS else "essential",
        archived=flag_of(record, "archived"),
        beginning=_one_of(text_of(record, "beginning"), BEGINNINGS),
        exit_scenario=_one_of(text_of(record, "exit_scenario"), SCENARIOS),
        finished=text_of(record, "finished"),
    )


def begin(company: str, first_day: date, days_per_week: float, role: str) -> Decision:
    """Open a mission: the five things without which nothing can be dated or said to anyone."""
    fields: dict[str, object] = {
        "company": company.strip(),
        "first_day": first_day,
        "days_per_week": days_per_week,
        "role": role,
    }
    return amend(Engagement(), fields)


def amend(engagement: Engagement, fields: Mapping[str, object]) -> Decision:
    """Set fields of the mission. Refused, naming the field, where a value can't be."""
    changes: dict[str, Value] = {}
    for name, value in fields.items():
        if refusal := _refuse(name, value):
            return refusal
        changes[name] = value.isoformat() if isinstance(value, date) else value  # type: ignore[assignment]
    known = profile_of(engagement)
    first_day = fields.get("first_day", known.first_day)
    end = fields.get("planned_end", known.planned_end)
    asked = "first_day" in fields or "planned_end" in fields
    if asked and isinstance(end, date) and isinstance(first_day, date) and end < first_day:
        return Refusal("refusal.profile.end-before-start", {"end": end, "start": first_day}).of(
            "planned_end" if "planned_end" in fields else "first_day"
        )
    return [Draft(ENTITY, ID, changes)]


def _refuse(name: str, value: object) -> Refusal | None:
    if name == "company":
        return _refuse_name(str(value))
    if name == "role" and value not in ROLES:
        return Refusal("refusal.profile.role", {"role": value, "roles": ", ".join(ROLES)}).of(name)
    if name in _CHOICES and value not in ("", None, *_CHOICES[name]):
        values = {"field": name, "value": value, "values": ", ".join(_CHOICES[name])}
        return Refusal("refusal.profile.choice", values).of(name)
    if name == "finished" and len(str(value or "")) > WORDS_LIMIT:
        return Refusal("refusal.step.long", {"limit": WORDS_LIMIT}).of(name)
    if name == "depth" and value not in DEPTHS:
        return Refusal("refusal.profile.depth", {"depth": value})
    if name == "days_per_week" and not _between(value, 0.0, 5.0):
        return Refusal("refusal.profile.days-per-week", {"days": value}).of(name)
    if name == "first_day" and isinstance(value, date) and not 2000 <= value.year <= 2100:
        return Refusal("refusal.profile.first-day", {"day": value}).of(name)
    if name in (*AMOUNTS, "headcount") and not (value is None or _amount(value)):
        return Refusal("refusal.profile.amount", {"field": name, "value": value})
    if isinstance(value, str) and (kind := secret_in(value)):
        return Refusal(f"refusal.secret.{kind}")
    return None


def _refuse_name(name: str) -> Refusal | None:
    if not name.strip() or not any(character.isprintable() for character in name.strip()):
        return Refusal("refusal.profile.no-name").of("company")
    if len(name.strip()) > NAME_LIMIT:
        values = {"length": len(name.strip()), "limit": NAME_LIMIT}
        return Refusal("refusal.profile.long-name", values).of("company")
    if kind := secret_in(name):
        return Refusal(f"refusal.secret.{kind}")
    return None


def _one_of(said: str, known: tuple[str, ...]) -> str:
    """A choice a later version knows is one nobody made."""
    return said if said in known else ""


def _amount(value: object) -> bool:
    return _between(value, 0, 1e12) or (value == 0 and not isinstance(value, bool))


def _between(value: object, low: float, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and low < value <= high
