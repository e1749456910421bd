"""`coach status`: where the mission stands, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from coach_tui.asking.week import WeekView
from coach_tui.bundled import catalogue_files, content
from coach_tui.cli import opening
from coach_tui.cli.call import Call, Printed
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import as_json, show
from coach_tui.cli.rows import name_of
from coach_tui.cli.status_cache import asked_before, keep
from coach_tui.cli.table import row as table_row
from coach_tui.cli.week import view_for
from coach_tui.coach.moves.move import late_of
from coach_tui.coach.plan import Progress, in_stage, plan, progress, shown
from coach_tui.engagement.transition.record import left_on
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.playbook.model import STAGES, Playbook, Stage
from coach_tui.session import Session

if TYPE_CHECKING:
    from argparse import ArgumentParser

# `coach status` alone has nothing to parse: argparse and its table are a tenth of what it loads.
NO_OPTIONS: Final = SimpleNamespace(**vars(opening.NO_OPTIONS), json=False, remaining=False)
Standing = list[tuple[Stage, Progress, int]]


def add_status(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.add_argument("--remaining", action="store_true", help=words("cli.status.remaining"))
    parser.epilog = words("cli.status.json")


def run_status(call: Call) -> int:
    """Print each stage's progress at this mission's depth, and what waits."""
    session, playbook = call.session(), call.playbook()
    standing = _standing(call, session, playbook)
    told = _json(call, session, *standing) if call.options.json else None
    answer = "" if told else _lines(call, session, *standing)
    if call.options.remaining:
        # It looks at every subject: only whoever asks what remains waits for it.
        from coach_tui.cli.remaining import remaining_json, remaining_lines

        if told:
            told["remaining"] = remaining_json(call, session, playbook)
        else:
            answer = "\n".join([answer, *remaining_lines(call, session, playbook)])
    answer = as_json(told) if told else answer
    show(answer)
    if not call.tell_notices() and not call.playbook_folder() and not call.options.plain:
        call.answer = Printed(f"{answer}\n", _files(call, session))
    return FINE


def leave_behind(call: Call, session: Session, began: int) -> None:
    """Have the next `coach status` say what is true after this command, if anybody asks for it.

    Only where that is certain: on the engagement it would be asked of, by the same role, with
    none of the options it would not have, and while nobody else writes.
    """
    asked = asked_before(call.env)
    if not asked or not call.is_plain or not call.is_of_last_used(session):
        return
    standing = _standing(call, session, call.playbook())
    for arguments in asked:
        if "--json" in arguments:
            answer = as_json(_json(call, session, *standing))
        else:
            answer = _lines(call, session, *standing)
        ours = {str(path) for path in session.journal.own_files}
        files = _files(call, session)
        keep(arguments, call.env, files, f"{answer}\n", began, ours=ours, unless=session.is_behind)


def _standing(call: Call, session: Session, playbook: Playbook) -> tuple[Standing, WeekView]:
    visible = shown(plan(playbook, session.engagement, call.today), session.profile.depth)
    stages = [
        (stage, progress(steps), sum(each.late for each in steps))
        for stage in playbook.stages
        for steps in [in_stage(visible, stage.id)]
    ]
    return stages, view_for(call, session, session.role)


def _files(call: Call, session: Session) -> list[str]:
    """Everything the answer comes from."""
    files = [
        call.home.settings,
        *session.journal.own_files,
        *session.journal.copies,
        *_playbook_files(),
        *catalogue_files(),
    ]
    return [str(file) for file in files]


def _playbook_files() -> Iterator[str]:
    """Every document of ours that could have been read: a missing one may appear."""
    for stage in STAGES:
        for language in LANGUAGES:
            yield str(content("playbook", stage, f"{language}.md"))


def _lines(call: Call, session: Session, stages: Standing, view: WeekView) -> str:
    words = call.words
    name = one_line(session.profile.company) or one_line(session.path.stem)
    head = [name, *_day(call, session)]
    head.append(words("cli.status.role", role=words(f"role.{session.role}")))
    width = max((len(stage.title) for stage, _, _ in stages), default=0)
    lines = [" · ".join(head), *(_stage(*each, width, words) for each in stages)]
    return "\n".join([*lines, _week(view, words)])


def _week(view: WeekView, words: Words) -> str:
    """The week's first move, how many follow it, and how many of all are late."""
    first, late = view.agenda.now, _late(view)
    said = [words("cli.today.nothing")]
    if first:
        said = [words("cli.status.first", what=view.reader.title(first))]
        said.append(words("move.minutes", n=first.minutes))
    if view.agenda.mine:
        said.append(words("cli.status.then", n=len(view.agenda.mine)))
    if late:
        said.append(words("today.late", n=late))
    return " · ".join(said)


def _late(view: WeekView) -> int:
    return late_of(view.moves, view.shown.role, view.shown.today)


def _stage(stage: Stage, done: Progress, late: int, width: int, words: Words) -> str:
    share = "—" if done.share is None else words("cli.percent", n=int(done.share * 100))
    line = f"  {one_line(stage.title):<{width}}  {done.finished:>2}/{done.applicable:<2} {share:>5}"
    if done.declared:
        line += f"  {words('cli.status.declared', n=done.declared)}"
    told = words("today.late", n=late) if late else ""
    return table_row(
        f"{line}  ! {told}" if late else line,
        words,
        stage=stage.title,
        done=f"{done.finished}/{done.applicable} ({share.strip()})",
        declared=words("cli.status.declared", n=done.declared) if done.declared else "",
        late=told,
    )


def _day(call: Call, session: Session) -> list[str]:
    """The day of the mission that it is, or the day it ended."""
    if ended := left_on(session.engagement, call.today):
        return [call.words("cli.status.ended", day=plain_date(ended, call.language))]
    first = session.profile.first_day
    return [call.words("cli.status.day", day=f"{(call.today - first).days:+d}")] if first else []


def _json(call: Call, session: Session, stages: Standing, view: WeekView) -> dict[str, Any]:
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
                "declared": done.declared,
                "share": done.share,
                "late": late,
            }
            for stage, done, late in stages
        ],
        "now": len(view.agenda.shown),
        "first": name_of(view.agenda.now) if view.agenda.now else None,
        "late": _late(view),
        "changes": len(session.changes),
        "last_change": session.changes[-1].at if session.changes else None,
    }
