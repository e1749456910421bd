"""`coach new`: begin an engagement. `coach list`: those there are."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

from coach_tui.asking.beginning import SUCCESSOR, asked_of
from coach_tui.cli.arguments import say_back
from coach_tui.cli.call import Call, Misused, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.gone import lost_lines
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.engagement.profile import AMOUNTS, BEGINNINGS, DEPTHS, amend
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal, Words
from coach_tui.language.cause import Cause
from coach_tui.language.clean import one_line
from coach_tui.language.currency import CURRENCIES, EUR
from coach_tui.language.dates import Sense, plain_date, read_date
from coach_tui.listing import Summary, list_engagements
from coach_tui.places import same
from coach_tui.session import create_session

T = TypeVar("T")
ASKED: Final = {"start": "first_day", "days_per_week": "days_per_week"}
DATES: Final = {"end": "planned_end", "successor_start": "successor_first_day"}


def add_new(parser: ArgumentParser, words: Words) -> None:
    """What a mission needs, and the others its file may hold. Who has not signed gives no day."""
    parser.add_argument("company", metavar=words("cli.company"), help=words("profile.company"))
    parser.add_argument("--where", choices=BEGINNINGS, help=words("welcome.where"))
    parser.add_argument("--start", metavar="DATE", help=words("cli.new.start"))
    parser.add_argument("--days-per-week", metavar="N", help=words("profile.days_per_week"))
    parser.add_argument(
        "--role", choices=("founder", "cmo"), default="founder", help=words("cli.new.role")
    )
    parser.add_argument("--sector", metavar="…", help=words("profile.sector"))
    for name in ("headcount", *AMOUNTS):
        parser.add_argument(
            f"--{name.replace('_', '-')}", metavar="N", help=words(f"profile.{name}")
        )
    for option, name in DATES.items():
        parser.add_argument(
            f"--{option.replace('_', '-')}", metavar="DATE", help=words(f"profile.{name}")
        )
    parser.add_argument(
        "--currency", choices=CURRENCIES, default=EUR, type=str.upper,
        help=words("profile.currency"),
    )  # fmt: skip
    parser.add_argument("--depth", choices=DEPTHS, help=words("cli.new.depth"))


def run_new(call: Call) -> int:
    """Begin the engagement, which becomes the one worked on. Prints its file."""
    fields = _fields(call)
    decision = accepted(amend(Engagement(), fields))
    try:
        role = str(fields["role"])
        session = accepted(create_session(call.home, decision, role, call.now))
    except OSError as error:
        folder, why = str(call.home.engagements), Cause(error)
        raise Refused("app.cannot-create", folder=folder, why=why) from None
    call.choices().put(engagement=str(session.path))
    show(str(session.path))
    say(call.words("cli.new.begun", company=one_line(session.profile.company)))
    return FINE


def add_list(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("cli.list.json")


def run_list(call: Call) -> int:
    """One line an engagement; * is the one commands work on."""
    summaries = list_engagements(call.home)
    last = Path(call.choices().get("engagement"))
    if call.options.json:
        show_json([_json(summary, last, call.words) for summary in summaries])
        return FINE
    for summary in summaries:
        show(_line(summary, last, call.words))
    lost = lost_lines(call.home, summaries, call.words)
    for line in lost:
        say(f"! {line}")
    if not summaries and not lost:
        say(call.words("cli.list.empty", folder=str(call.home.engagements)))
    return FINE


def _fields(call: Call) -> dict[str, object]:
    options = call.options
    asked = asked_of({"where": options.where})
    if not asked["role"] and not (options.successor_start or options.start):
        raise Misused(call.words, "refusal.cli.new-needs-own-day", option="--successor-start")
    for option, name in ASKED.items() if asked["role"] else ():
        if asked[name] and getattr(options, option) is None:
            said = f"--{option.replace('_', '-')}"
            raise Misused(call.words, "refusal.cli.new-needs", option=said)
    role = options.role if asked["role"] else SUCCESSOR
    fields: dict[str, object] = {
        "company": options.company.strip(),
        "first_day": _date("first_day", options.start, call) if options.start else None,
        "days_per_week": _days_per_week(options.days_per_week) if options.days_per_week else None,
        "beginning": options.where,
        "role": role,
        "sector": options.sector,
        "currency": options.currency if options.currency != EUR else None,
        "depth": options.depth,
    }
    for name in ("headcount", *AMOUNTS):
        fields[name] = _amount(name, getattr(options, name), call)
    for option, name in DATES.items():
        said = getattr(options, option)
        fields[name] = _date(name, said, call) if said else None
    if role == SUCCESSOR:  # who takes over says their own first day
        fields["successor_first_day"] = fields["successor_first_day"] or fields.pop("first_day")
    return {name: value for name, value in fields.items() if value is not None}


def _date(name: str, said: str, call: Call) -> date:
    sense: Sense = "near" if name == "first_day" else "ahead"
    day = _named(name, read_date(said, call.language, call.today, sense), call.words)
    say_back(call, said, day)
    return day


def _days_per_week(said: str) -> float:
    from coach_tui.language.numbers import read_plain_number

    days = read_plain_number(said)
    if days is None:
        raise Refused("refusal.profile.days-unread", text=one_line(said, 40))
    return days


def _amount(name: str, said: str | None, call: Call) -> float | None:
    if said is None:
        return None
    from coach_tui.language.numbers import read_number

    return float(_named(name, read_number(said, call.language, call.options.currency), call.words))


def _named(name: str, answer: T | Refusal, words: Words) -> T:
    """The answer; a refusal says which field it is about."""
    if isinstance(answer, Refusal):
        why = words.refusal(answer)
        raise Refused("refusal.cli.field", field=words(f"profile.{name}"), why=why)
    return answer


def _line(summary: Summary, last: Path, words: Words) -> str:
    mark = "*" if same(summary.path, last) else " "
    if summary.error:
        return f"{mark} ! {summary.path.stem}  {words.refusal(summary.error.refusal)}"
    profile = summary.profile
    named = [one_line(profile.company, 40)] if profile.company else []
    parts = [*named, summary.path.stem]
    if profile.role:
        parts.append(words(f"role.{profile.role}"))
    if profile.first_day:
        parts.append(words("cli.list.since", day=profile.first_day))
    if profile.archived:
        parts.append(words("engagements.archived"))
    return table_row(
        f"{mark} {' · '.join(parts)}",
        words,
        name=profile.company,
        worked_on=words("form.yes") if mark == "*" else "",
        role=words(f"role.{profile.role}") if profile.role else "",
        since=plain_date(profile.first_day, words.language) if profile.first_day else "",
        state=words("engagements.archived") if profile.archived else "",
        id=summary.path.stem,
    )


def _json(summary: Summary, last: Path, words: Words) -> Mapping[str, Any]:
    profile, error = summary.profile, summary.error
    return {
        "id": summary.id or None,
        "file": str(summary.path),
        "current": same(summary.path, last),
        "company": profile.company or None,
        "role": profile.role or None,
        "first_day": profile.first_day.isoformat() if profile.first_day else None,
        "days_per_week": profile.days_per_week,
        "archived": profile.archived,
        "last_change": summary.last_at or None,
        "error": {"reason": error.reason, "message": words.refusal(error.refusal)}
        if error
        else None,
    }
