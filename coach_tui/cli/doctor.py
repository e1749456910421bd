"""`coach doctor`: what this machine gives the coach, and what is wrong, in plain words."""

import os
import platform
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from coach_tui import __version__
from coach_tui.bundled import load_playbook
from coach_tui.cli.call import Call, Misused
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.finding import DoctorFinding
from coach_tui.cli.output import show
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.listing import Summary, evicted_files, list_engagements
from coach_tui.recovery import list_gone
from coach_tui.session import Session, open_session
from coach_tui.store.disk import nearly_full
from coach_tui.store.errors import StoreError
from coach_tui.store.looking import is_folder, is_there
from coach_tui.store.membership import named_keys
from coach_tui.store.rights import is_protected

SMALLEST: Final = (40, 15)  # columns and lines the screens were designed to work in
LITTLE_ROOM: Final = 50  # MB; our rule of thumb: an engagement takes a few at most


def add_doctor(parser: ArgumentParser, words: Words) -> None:
    """What to put right, and whether to do it."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "--bring-back", metavar=words("cli.name"), help=words("doctor.option.bring-back")
    )
    one.add_argument(
        "--start-over",
        nargs="?",
        const="",
        metavar=words("cli.file"),
        help=words("doctor.option.start-over"),
    )
    one.add_argument("--agree", action="store_true", help=words("doctor.option.agree"))
    parser.add_argument("--apply", action="store_true", help=words("doctor.option.apply"))


def run_doctor(call: Call) -> int:
    """One line a thing looked at; those that need something done begin with “!”."""
    options = call.options
    if options.bring_back is not None or options.start_over is not None or options.agree:
        from coach_tui.cli.doctor_remedies import run_remedy

        return run_remedy(call)
    if options.apply:
        raise Misused(call.words, "refusal.doctor.nothing-to-apply")
    findings = [*_machine(call.words), *_places(call), *_engagements(call), *_playbook(call)]
    for finding in findings:
        show(f"{'!' if finding.wrong else '·'} {finding.text}")
    wrong = sum(finding.wrong for finding in findings)
    show(call.words("cli.doctor.wrong", n=wrong) if wrong else call.words("cli.doctor.fine"))
    return REFUSED if wrong else FINE


def _machine(words: Words) -> Iterator[DoctorFinding]:
    yield DoctorFinding(f"coach-tui {__version__} · {platform.system()}")
    yield DoctorFinding(f"Python {platform.python_version()}", sys.version_info < (3, 11))
    if sys.stdin.isatty() and sys.stderr.isatty():
        columns, lines = shutil.get_terminal_size()
        small = columns < SMALLEST[0] or lines < SMALLEST[1]
        said = {"term": os.environ.get("TERM", "?"), "columns": columns, "lines": lines}
        yield DoctorFinding(words("cli.doctor.terminal", **said))
        if small:
            yield DoctorFinding(
                words("cli.doctor.small", columns=SMALLEST[0], lines=SMALLEST[1]), True
            )
    else:
        yield DoctorFinding(words("cli.doctor.no-terminal"))
    encoding = sys.stdout.encoding or "?"
    if encoding.lower().replace("-", "").startswith("utf"):
        yield DoctorFinding(words("cli.doctor.encoding", encoding=encoding))
    else:
        yield DoctorFinding(words("cli.doctor.ascii", encoding=encoding), True)


def _places(call: Call) -> Iterator[DoctorFinding]:
    for name, folder in (("engagements", call.home.engagements), ("state", call.home.state)):
        said = {"name": call.words(f"cli.where.{name}"), "folder": str(folder)}
        if is_folder(folder):
            if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                yield DoctorFinding(call.words("cli.doctor.no-rights", **said), True)
            else:
                yield DoctorFinding(call.words("cli.doctor.folder", **said))
        elif is_there(folder):
            yield DoctorFinding(call.words("cli.doctor.not-a-folder", **said), True)
        elif not _can_be_made(folder):
            yield DoctorFinding(call.words("cli.doctor.cannot-make", **said), True)
        else:
            yield DoctorFinding(call.words("cli.doctor.not-yet", **said))
    yield from _room(call)


def _room(call: Call) -> Iterator[DoctorFinding]:
    folder = next(each for each in (call.home.engagements, *call.home.engagements.parents)
                  if is_folder(each))  # fmt: skip
    try:
        free = shutil.disk_usage(folder).free // 1_000_000
    except OSError:
        return
    if free < LITTLE_ROOM:
        yield DoctorFinding(call.words("cli.doctor.room", n=free, folder=str(folder)), True)


def _engagements(call: Call) -> Iterator[DoctorFinding]:
    try:
        summaries = list_engagements(call.home)
    except StoreError as error:
        yield DoctorFinding(call.words.refusal(error.refusal), True)
        return
    if not summaries:
        yield DoctorFinding(call.words("cli.doctor.no-engagement"))
    for summary in summaries:
        if summary.error:
            yield DoctorFinding(call.words.refusal(summary.error.refusal), True)
            continue
        name = f"{one_line(summary.profile.company, 40)} ({summary.path.name})".lstrip()
        yield DoctorFinding(call.words("cli.doctor.engagement", name=name))
        if is_protected(summary.path):
            yield DoctorFinding(call.words("cli.doctor.read-only", file=str(summary.path)), True)
        if full := nearly_full(summary.path):
            size, limit = (each // 1024 // 1024 for each in full)
            yield DoctorFinding(call.words("doctor.full", name=name, size=size, limit=limit), True)
        yield from _opened(call, summary, name)
    yield from _invitations(call, summaries)
    for one in list_gone(call.home, summaries):
        first, last = one.profile.first_day, one.last_day
        said: dict[str, object] = {
            "company": one_line(one.profile.company, 40),
            "day": plain_date(first, call.language) if first else "?",
            "n": len(one.changes),
            "last": plain_date(last, call.language) if last else "?",
            "kept": str(one.record.kept),
        }
        yield DoctorFinding(call.words("doctor.gone", **said), True)
    for path in evicted_files(call.home):
        yield DoctorFinding(call.words("cli.evicted", left=str(path)), True)
    yield from _left_over(call, summaries)


def _left_over(call: Call, summaries: Sequence[Summary]) -> Iterator[DoctorFinding]:
    """What is still kept of an engagement nothing else is known of."""
    from coach_tui.forgetting import left_of_nobody

    try:
        left = left_of_nobody(call.home, summaries)
    except OSError:
        return  # the folder itself was told of above
    if left:
        files = ", ".join(str(path) for path in left)
        yield DoctorFinding(call.words("doctor.left-over", n=len(left), files=files), True)


def _opened(call: Call, summary: Summary, name: str) -> Iterator[DoctorFinding]:
    """What is found in this engagement once it is open, what lies beside its file with it."""
    if summary.held:
        yield DoctorFinding(call.words("doctor.held", name=name, n=len(summary.held)), True)
    try:
        session = open_session(summary.path, call.home, "", call.now)
        session.recall()
    except StoreError:  # it has just gone away: the next run says so
        return
    yield from _differences(call, session, name)
    yield from _files(call, session, name)
    yield from _sharing(call, session, name)


def _differences(call: Call, session: Session, name: str) -> Iterator[DoctorFinding]:
    """What this machine's own record and the copies beside know, and the file has not."""
    if lacking := session.journal.recalled.lacking:
        yield DoctorFinding(call.words("doctor.lacking", name=name, n=lacking), True)
    for copy, count in session.journal.recalled.copies.items():
        yield DoctorFinding(call.words("doctor.copies", copy=str(copy), name=name, n=count), True)
    for notice in session.take_notices():
        if notice.reason != "store.held":
            yield DoctorFinding(call.words(notice.reason, **notice.values), True)


def _files(call: Call, session: Session, name: str) -> Iterator[DoctorFinding]:
    """Which of the files its records name changed here since, or went."""
    from coach_tui.named_files import files_here

    try:
        found = files_here(session)
    except StoreError as error:  # where they lie is kept in a file of this machine's own
        yield DoctorFinding(call.words.refusal(error.refusal), True)
        return
    for each in found.amiss:
        said = {"name": name, "file": one_line(each.place.name, 60), "path": each.place.path}
        yield DoctorFinding(call.words(f"doctor.file-{each.state}", **said, cause=each.cause), True)
    if found.fine:
        yield DoctorFinding(call.words("doctor.files-fine", name=name, n=found.fine))
    if found.elsewhere:
        yield DoctorFinding(call.words("doctor.files-elsewhere", name=name, n=found.elsewhere))


def _sharing(call: Call, session: Session, name: str) -> Iterator[DoctorFinding]:
    """How it is shared; nothing is loaded for one that is not."""
    if session.membership:
        from coach_tui.cli.doctor_sharing import sharing_findings

        yield from sharing_findings(call, session, name)


def _invitations(call: Call, summaries: Sequence[Summary]) -> Iterator[DoctorFinding]:
    if named_keys(call.home.state):
        from coach_tui.cli.doctor_sharing import waiting_invitations

        yield from waiting_invitations(call, summaries)


def _playbook(call: Call) -> Iterator[DoctorFinding]:
    folder = call.playbook_folder()
    for language in LANGUAGES:
        playbook, problems = load_playbook(language, folder)
        said = {"language": language, "n": len(playbook.steps)}
        yield DoctorFinding(call.words("cli.doctor.playbook", **said), not playbook.stages)
        for problem in problems:
            reason = call.words(problem.reason, **problem.values)
            yield DoctorFinding(f"{problem.path}:{problem.line}: {reason}", True)


def _can_be_made(folder: Path) -> bool:
    above = next((each for each in folder.parents if is_there(each)), folder)
    return is_folder(above) and os.access(above, os.W_OK | os.X_OK)
