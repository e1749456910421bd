"""`coach status`: where the mission stands, in a few lines."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from coach_tui.bundled import content
from coach_tui.cli import FINE
from coach_tui.cli.call import Answer, Call
from coach_tui.cli.output import as_json, show
from coach_tui.coach.plan import Progress, in_stage, plan, progress, shown
from coach_tui.coach.today import Today, today_of
from coach_tui.engagement.profile import Profile
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import STAGES, Stage
from coach_tui.session import Session

Standing = list[tuple[Stage, Progress, int]]


def add_status(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.add_argument("--remaining", action="store_true", help=words("cli.status.remaining"))
    parser.epilog = words("cli.status.json")


def run_status(call: Call) -> int:
    """Print each stage's progress at this mission's depth, and what waits."""
    session, playbook = call.session(), call.playbook()
    visible = shown(plan(playbook, session.engagement, call.today), session.profile.depth)
    now = today_of(visible, session.role, call.today)
    stages = [
        (stage, progress(steps), sum(each.late for each in steps))
        for stage in playbook.stages
        for steps in [in_stage(visible, stage.id)]
    ]
    told = _json(call, session, stages, now) if call.options.json else None
    answer = "" if told else _lines(call, session, stages, now)
    if call.options.remaining:
        # It looks at every subject: only whoever asks what remains waits for it.
        from coach_tui.cli.remaining import remaining_json, remaining_lines

        if told:
            told["remaining"] = remaining_json(call, session, playbook)
        else:
            answer = "\n".join([answer, *remaining_lines(call, session, playbook)])
    answer = as_json(told) if told else answer
    show(answer)
    if not call.tell_notices() and not call.playbook_folder():
        files = [call.home.settings, session.path, session.path.parent, *_playbook_files()]
        call.answer = Answer(f"{answer}\n", [str(file) for file in files])
    return FINE


def _playbook_files() -> Iterator[str]:
    """Every document of ours that could have been read: a missing one may appear."""
    for stage in STAGES:
        for language in LANGUAGES:
            yield str(content("playbook", stage, f"{language}.md"))


def _lines(call: Call, session: Session, stages: Standing, now: Today) -> str:
    words = call.words
    head = [one_line(session.profile.company), *_day(call, session.profile)]
    head.append(words("cli.status.role", role=words(f"role.{session.role}")))
    width = max((len(stage.title) for stage, _, _ in stages), default=0)
    lines = [" · ".join(head), *(_stage(*each, width, words) for each in stages)]
    said = words("today.now", n=len(now.now))
    if now.late:
        said += f" ({words('today.late', n=now.late)})"
    return "\n".join([*lines, said if now.now else words("cli.status.nothing")])


def _stage(stage: Stage, done: Progress, late: int, width: int, words: Words) -> str:
    share = "—" if done.share is None else words("cli.percent", n=int(done.share * 100))
    line = f"  {one_line(stage.title):<{width}}  {done.finished:>2}/{done.applicable:<2} {share:>5}"
    return f"{line}  ! {words('today.late', n=late)}" if late else line


def _day(call: Call, profile: Profile) -> list[str]:
    if profile.first_day is None:
        return []
    return [call.words("cli.status.day", day=f"{(call.today - profile.first_day).days:+d}")]


def _json(call: Call, session: Session, stages: Standing, now: Today) -> dict[str, Any]:
    profile = session.profile
    return {
        "engagement": {
            "id": session.id,
            "company": profile.company,
            "role": profile.role,
            "first_day": profile.first_day.isoformat() if profile.first_day else None,
            "days_per_week": profile.days_per_week,
            "depth": profile.depth,
            "archived": profile.archived,
            "file": str(session.path),
        },
        "today": call.today.isoformat(),
        "role": session.role,
        "stages": [
            {
                "id": stage.id,
                "title": stage.title,
                "finished": done.finished,
                "applicable": done.applicable,
                "share": done.share,
                "late": late,
            }
            for stage, done, late in stages
        ],
        "now": len(now.now),
        "late": now.late,
        "changes": len(session.changes),
        "last_change": session.changes[-1].at if session.changes else None,
    }
