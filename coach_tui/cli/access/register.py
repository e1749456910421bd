"""`coach access list|add|set|next|exit`: the ledger of what was opened for the CMO."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, Final

from coach_tui.bundled import load_catalogue
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.declared import add_options, json_of, value_said, values_set
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.coach.access.overview import (
    LedgerLine,
    find_access,
    find_tools,
    frame_of,
    if_it_ended_today,
    ledger,
    said_if_it_ended,
    state_word,
)
from coach_tui.coach.typed import Value
from coach_tui.engagement.access.change import add_access, free_id, set_access
from coach_tui.engagement.access.record import STATES, Access, accesses_of
from coach_tui.engagement.access.steps import NEEDS, next_step, take_step
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import day_and_month
from coach_tui.language.fold import folded
from coach_tui.language.listed import Listed
from coach_tui.session import Session, slug_of

FIELDS: Final = fields_of(Access)
# What a line can't say yet when it is added: it comes with the steps, or with `set`.
_LATER: Final = {
    "tool", "granted_role", "granted_to", "more", "granted_on", "verified_on", "leaving_on",
    "transferred_to", "transferred_on", "removed_on", "rotated_on", "exit_verified_on",
    "exit_verified_by", "evidence", "na_reason", "catalogue",
}  # fmt: skip


def add_list(parser: ArgumentParser, words: Words) -> None:
    """What to leave out."""
    parser.add_argument("--state", choices=STATES, help=words("access.option.state"))
    parser.add_argument("--owner", metavar="…", help=words("access.option.owner"))
    parser.add_argument("--critical", action="store_true", help=words("access.option.critical"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("access.json.list")


def run_list(call: Call) -> int:
    """The lines, and what an end today would cost."""
    session, words = call.session(), call.words
    lines = [line for line in ledger(session.engagement, call.today) if _chosen(line, call)]
    ended = if_it_ended_today(session.engagement, call.today)
    if call.options.json:
        counted = {name: n for name, n in ended._asdict().items() if name != "over"}
        show_json({"lines": [_json(line) for line in lines], "if_it_ended": counted})
        return FINE
    width = max((len(line.access.id) for line in lines), default=0)
    for line in lines:
        show(_row(line, width, words))
    if not lines:
        say(words("access.none-shown"))
    say(said_if_it_ended(ended, words))
    return FINE


def add_add(parser: ArgumentParser, words: Words) -> None:
    """The tool, by the catalogue's name or freely, and what is known of the line."""
    parser.add_argument("tool", metavar="…", help=words("access.option.tool"))
    parser.add_argument("--id", metavar="ID", help=words("access.option.id"))
    asked = (spec for name, spec in FIELDS.items() if name not in _LATER)
    add_options(parser, asked, words, role="requested_role", date="requested_on", end="planned_end")


def run_add(call: Call) -> int:
    """Add a line; what the catalogue knows of the tool fills what was not said."""
    session, options = call.session(up_to_date=True), call.options
    said = {name: getattr(options, name, None) for name in FIELDS if name != "tool"}
    fields = {name: _read(name, str(value), call) for name, value in said.items() if value}
    known = _in_catalogue(options.tool, call)
    access_id = options.id or free_id(
        str(known.get("catalogue") or slug_of(options.tool)), session.engagement
    )
    decision = add_access(session.engagement, access_id, {**known, **fields}, call.today)
    accepted(session.record(decision))
    _tell(session, access_id, call)
    return FINE


def add_set(parser: ArgumentParser, words: Words) -> None:
    """The line, and the fields to change."""
    parser.add_argument("access", metavar="ID", help=words("access.option.line"))
    parser.add_argument(
        "fields", nargs="+", metavar=words("cli.field-value"),
        help=words("access.option.fields", fields=", ".join(FIELDS)),
    )  # fmt: skip


def run_set(call: Call) -> int:
    """Change a line's fields; an empty value empties one."""
    session = call.session(up_to_date=True)
    access_id = _meant(call.options.access, session.engagement)
    fields = values_set(call.options.fields, FIELDS, call)
    accepted(session.record(set_access(session.engagement, access_id, fields, call.today)))
    _tell(session, access_id, call)
    return FINE


def add_next(parser: ArgumentParser, words: Words) -> None:
    """The line, and what its next step needs."""
    parser.add_argument("access", metavar="ID", help=words("access.option.line"))
    _add_step_options(parser, words)


def run_next(call: Call) -> int:
    """Move a line on by one step."""
    session = call.session(up_to_date=True)
    access_id = _meant(call.options.access, session.engagement)
    step = next_step(accesses_of(session.engagement)[access_id])
    if not step:
        tool = accesses_of(session.engagement)[access_id].tool
        raise Refused("refusal.access.ended", tool=one_line(tool, 40))
    return _take(call, session, access_id, step)


def add_exit(parser: ArgumentParser, words: Words) -> None:
    """The line whose exit begins; without one, what an end today would ask for."""
    parser.add_argument("access", nargs="?", metavar="ID", help=words("access.option.exit-line"))
    _add_step_options(parser, words)


def run_exit(call: Call) -> int:
    """Begin the exit of a line, or go on with it once begun."""
    if not call.options.access:
        return _show_exit(call)
    session = call.session(up_to_date=True)
    access_id = _meant(call.options.access, session.engagement)
    access = accesses_of(session.engagement)[access_id]
    step = "leaving" if access.open and access.state != "leaving" else next_step(access)
    if not step:
        raise Refused("refusal.access.ended", tool=one_line(access.tool, 40))
    if step == "granted":
        raise Refused("refusal.access.never-opened", tool=one_line(access.tool, 40))
    return _take(call, session, access_id, step)


def _read(name: str, text: str, call: Call) -> Value:
    return value_said(FIELDS[name], text, call)


def _add_step_options(parser: ArgumentParser, words: Words) -> None:
    options = {
        "role": "granted_role", "to": "granted_to", "owner": "owner", "admins": "admins",
        "evidence": "evidence", "how": "exit", "reason": "keep_reason",
        "new-owner": "transferred_to", "by": "exit_verified_by",
    }  # fmt: skip
    for option, name in options.items():
        parser.add_argument(f"--{option}", dest=name, metavar="…", help=words(f"access.{name}"))
    parser.add_argument("--date", metavar="DATE", help=words("access.option.date"))
    parser.add_argument("--more", action="store_true", help=words("access.more"))


def _take(call: Call, session: Session, access_id: str, step: str) -> int:
    said = {name: getattr(call.options, name, None) for name in NEEDS[step]}
    fields = {name: _read(name, value, call) for name, value in said.items() if value}
    if call.options.date:
        fields[NEEDS[step][-1]] = _read(NEEDS[step][-1], call.options.date, call)
    if call.options.more:
        fields["more"] = True
    decision = take_step(session.engagement, access_id, step, fields, call.today)
    accepted(session.record(decision))
    _tell(session, access_id, call)
    return FINE


def _show_exit(call: Call) -> int:
    session, words = call.session(), call.words
    for line in ledger(session.engagement, call.today):
        if line.access.open:
            how = "transfer" if line.access.to_transfer else line.access.exit
            show(f"{line.access.id}  {one_line(line.access.tool)} · {words(f'access.exit.{how}')}")
    say(said_if_it_ended(if_it_ended_today(session.engagement, call.today), words))
    return FINE


def _in_catalogue(wanted: str, call: Call) -> dict[str, Any]:
    """What the catalogue says of this tool, where the words name one of its own."""
    found = find_tools(wanted, load_catalogue("accesses")[0])
    sought = folded(wanted.strip())
    exact = [each for each in found if sought in (each.id, folded(str(each.fields["tool"])))]
    begun = [each for each in found if folded(str(each.fields["tool"])).startswith(sought)]
    if exact or len(begun) == 1:
        return {**frame_of((exact or begun)[0], call.words)}
    return {"tool": wanted}


def _meant(wanted: str, engagement: Engagement) -> str:
    found = find_access(wanted, engagement)
    if len(found) > 1:
        raise Refused("refusal.access.several", access=one_line(wanted, 40), names=Listed(found))
    if not found:
        raise Refused("refusal.access.unknown", access=one_line(wanted, 40))
    return found[0]


def _chosen(line: LedgerLine, call: Call) -> bool:
    options, access = call.options, line.access
    return (
        (not options.state or access.state == options.state)
        and (not options.critical or access.critical)
        and (not options.owner or folded(options.owner) in folded(access.owner))
    )


def _tell(session: Session, access_id: str, call: Call) -> None:
    line = next(
        each for each in ledger(session.engagement, call.today) if each.access.id == access_id
    )
    state = state_word(line.access, call.words)
    say(call.words("access.saved", id=access_id, tool=one_line(line.access.tool), state=state))
    for flag in line.flags:
        say(f"{flag.mark} {call.words(f'access.flag.{flag.id}')}")


def _row(line: LedgerLine, width: int, words: Words) -> str:
    access = line.access
    role = access.granted_role or access.requested_role
    parts = [one_line(access.tool), one_line(access.asset), state_word(access, words)]
    parts += [one_line(role, 40), one_line(access.owner, 30)]
    if line.due:
        parts.append(f"→ {day_and_month(line.due, words.language)}")
    parts += [f"{flag.mark} {words(f'access.flag.{flag.id}')}" for flag in line.flags]
    return table_row(
        f"{access.id:<{width}}  " + " · ".join(part for part in parts if part),
        words,
        name=" · ".join(each for each in (access.tool, access.asset) if each),
        state=state_word(access, words),
        role=role,
        owner=access.owner,
        due=day_and_month(line.due, words.language) if line.due else "",
        to_settle=", ".join(words(f"access.flag.{flag.id}") for flag in line.flags),
        id=access.id,
    )


def _json(line: LedgerLine) -> dict[str, Any]:
    """Every field, days as ISO 8601, then what follows from them."""
    access: Access = line.access
    return {
        **json_of(access),
        "state": access.state,
        "flags": [flag.id for flag in line.flags],
        "next": line.next or None,
        "due": line.due.isoformat() if line.due else None,
    }
