"""The access register, to hand over: as Markdown with what is left to revoke, and as a table (CSV)
with its columns in the order of `COLUMNS`."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.access.overview import IfItEnded, LedgerLine, said_if_it_ended, state_word
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.fields import fields_of
from coach_tui.exports.csv_writer import cell_of, table
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date

# In the order they are declared, every field but the one that serves the program: which entry a
# line began as.
COLUMNS: Final = tuple(name for name, spec in fields_of(Access).items() if spec.told != "-")


class AccessLedger(NamedTuple):
    """What the document is made of."""

    company: str
    today: date
    lines: Sequence[LedgerLine]
    ended: IfItEnded


def access_document(ledger: AccessLedger, words: Words) -> str:
    """The ledger as Markdown, in the language of `words`."""
    return "\n".join([*_head(ledger, words), *_open(ledger, words), *_exit(ledger, words)])


def access_table(lines: Sequence[LedgerLine], words: Words, company: str) -> str:
    """Every field of every line, for a spreadsheet, and whose it is: a table travels far.

    Days are ISO 8601.
    """
    header = [words("access.state"), *(words(f"access.{name}") for name in COLUMNS)]
    header += [words("access.flags"), words("kpi.column.company")]
    rows = (
        [state_word(line.access, words), *_cells(line.access, words), _flags(line, words),
         one_line(company)]
        for line in lines
    )  # fmt: skip
    return table(header, rows, words.language)


def _head(ledger: AccessLedger, words: Words) -> Iterator[str]:
    yield f"# {words('access.title')}"
    yield ""
    yield f"**{words('export.company')}** {escaped(ledger.company)}"
    yield ""
    yield words("export.day", day=plain_date(ledger.today, words.language))
    yield ""
    yield f"**{escaped(said_if_it_ended(ledger.ended, words))}**"
    yield ""
    yield words("access.no-secret")
    yield ""


def _open(ledger: AccessLedger, words: Words) -> Iterator[str]:
    if not ledger.lines:
        yield words("access.none")
        yield ""
        return
    names = ("tool", "role", "state", "owner", "admins", "due", "flags")
    yield from _header([words(f"access.short.{name}") for name in names])
    for line in ledger.lines:
        access = line.access
        cells = (
            _named(access),
            access.granted_role or access.requested_role,
            state_word(access, words),
            access.owner,
            "" if access.admins is None else str(access.admins),
            plain_date(line.due, words.language) if line.due else "",
            _flags(line, words),
        )
        yield _row(cells)
    yield ""


def _exit(ledger: AccessLedger, words: Words) -> Iterator[str]:
    """The revocation list: what was opened, what is to be done with it, and whether it was."""
    opened = [line.access for line in ledger.lines if line.access.granted_on]
    if not opened:
        return
    yield f"## {words('access.revocation')}"
    yield ""
    for access in opened:
        box = "[x]" if access.exit_verified_on else "[ ]"
        yield f"- {box} {escaped(_named(access))} — {escaped(_end(access, words))}"
    yield ""


def _end(access: Access, words: Words) -> str:
    """What the end asks for this line, and which facts of it are known."""
    parts = [words(f"access.exit.{access.exit}")]
    if access.exit == "keep":
        parts = [f"{words('access.state.kept')} ({access.keep_reason})"]
    facts = (
        ("access.transferred_on", access.transferred_on, access.transferred_to),
        ("access.removed_on", access.removed_on, ""),
        ("access.rotated_on", access.rotated_on, ""),
        ("access.exit_verified_on", access.exit_verified_on, access.exit_verified_by),
    )
    for key, day, person in facts:
        if day:
            said = f"{words(key)} {plain_date(day, words.language)}"
            parts.append(f"{said} ({person})" if person else said)
    if access.shared_secret and not access.rotated_on:
        parts.append(words("access.flag.rotate"))
    return " · ".join(parts)


def _cells(access: Access, words: Words) -> Iterator[str]:
    declared = fields_of(Access)
    return (cell_of(declared[name], getattr(access, name), words) for name in COLUMNS)


def _flags(line: LedgerLine, words: Words) -> str:
    return ", ".join(f"{flag.mark} {words(f'access.flag.{flag.id}')}" for flag in line.flags)


def _named(access: Access) -> str:
    return f"{access.tool} ({access.asset})" if access.asset else access.tool


def _header(names: Sequence[str]) -> Iterator[str]:
    yield _row(names)
    yield f"|{' --- |' * len(names)}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"
