"""The table of commands, the options they share, and how a command line is read.

Only the parser of the command asked for is built: the others cost nothing.
"""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from coach_tui.cli.argparse_parser import SayingParser, WideFormatter
from coach_tui.cli.argparse_words import in_words
from coach_tui.cli.output import show
from coach_tui.cli.version import ShowVersion
from coach_tui.language import LANGUAGES, Words

if TYPE_CHECKING:
    from coach_tui.cli.call import Call


class CliCommand(NamedTuple):
    """`coach <name>`: `add_<verb>` and `run_<verb>` of the module coach_tui/cli/<module>.py.

    `given` is what both are told besides, where several commands are one function.
    """

    name: str
    module: str
    verb: str
    given: tuple[str, ...] = ()

    @property
    def help_key(self) -> str:
        """The word key of the one line that says what it does."""
        return f"cli.{self.name.replace(' ', '-') or 'open'}"

    def add_options(self, parser: ArgumentParser, words: Words) -> None:
        self._function("add")(parser, words, *self.given)

    def run(self, call: "Call") -> int:
        code: int = self._function("run")(call, *self.given)
        return code

    def _function(self, what: str) -> Callable[..., int]:
        function: Callable[..., int] = getattr(
            import_module(f"coach_tui.cli.{self.module}"), f"{what}_{self.verb}"
        )
        return function


# The documents of exports/handouts.py, which only `coach export` has to load.
HANDED_OVER: Final = (
    "checklist", "accesses", "kpis", "team", "decision", "report", "calendar", "handover",
    "page", "context",
)  # fmt: skip
KEEPING: Final = ("init", "list", "check", "grant", "revoke")  # a server
OPEN: Final = CliCommand("", "opening", "open")
COMMANDS: Final = (
    OPEN,
    CliCommand("new", "engagements", "new"),
    CliCommand("list", "engagements", "list"),
    CliCommand("status", "status", "status"),
    CliCommand("today", "today", "today"),
    CliCommand("walk", "walk", "walk"),
    CliCommand("ask", "ask", "ask"),
    CliCommand("answer", "answer", "answer"),
    CliCommand("remind", "remind", "remind"),
    CliCommand("page", "page", "page"),
    CliCommand("context", "context", "context"),
    CliCommand("check", "advice", "check"),
    CliCommand("why", "advice", "why"),
    CliCommand("rehearse", "rehearse", "rehearse"),
    CliCommand("search", "search", "search"),
    CliCommand("portfolio", "portfolio", "portfolio"),
    CliCommand("demo", "demo", "demo"),
    CliCommand("step", "step", "step"),
    CliCommand("set", "setting", "set"),
    CliCommand("me", "me", "me"),
    CliCommand("document list", "documents.reading", "list"),
    CliCommand("document show", "documents.reading", "show"),
    CliCommand("document diff", "documents.reading", "diff"),
    CliCommand("document edit", "documents.writing", "edit"),
    CliCommand("document set", "documents.writing", "set"),
    CliCommand("document link", "documents.writing", "link"),
    CliCommand("document sent", "documents.writing", "sent"),
    CliCommand("document verify", "documents.writing", "verify"),
    CliCommand("document export", "documents.reading", "export"),
    CliCommand("history", "history", "history"),
    CliCommand("undo", "history", "undo"),
    CliCommand("rhythm list", "rhythm.log", "list"),
    CliCommand("rhythm add", "rhythm.rituals", "add"),
    CliCommand("rhythm stop", "rhythm.rituals", "stop"),
    CliCommand("rhythm log", "rhythm.log", "log"),
    CliCommand("rhythm met", "rhythm.meetings", "met"),
    CliCommand("rhythm meetings", "rhythm.meetings", "meetings"),
    CliCommand("rhythm decide", "rhythm.decisions", "decide"),
    CliCommand("rhythm promise", "rhythm.decisions", "promise"),
    CliCommand("rhythm days", "rhythm.log", "days"),
    CliCommand("rhythm resume", "rhythm.decisions", "resume"),
    CliCommand("team list", "team.levels", "list"),
    CliCommand("team add", "team.levels", "add"),
    CliCommand("team skills", "team.levels", "skills"),
    CliCommand("team rate", "team.levels", "rate"),
    CliCommand("team entrust", "team.entrust", "entrust"),
    CliCommand("team use", "team.levels", "use"),
    CliCommand("team drill", "team.stepping_back", "drill"),
    CliCommand("team taper", "team.stepping_back", "taper"),
    CliCommand("team handover", "team.handover", "handover"),
    CliCommand("team delegate", "team.stepping_back", "delegate"),
    CliCommand("report month", "rhythm.report", "month"),
    *(CliCommand(f"export {name}", "export", "handout", (name,)) for name in HANDED_OVER),
    CliCommand("import", "checklist", "import"),
    CliCommand("access list", "access.register", "list"),
    CliCommand("access add", "access.register", "add"),
    CliCommand("access set", "access.register", "set"),
    CliCommand("access import", "access.importing", "import"),
    CliCommand("access next", "access.register", "next"),
    CliCommand("access exit", "access.register", "exit"),
    CliCommand("kpi list", "kpi.follow", "list"),
    CliCommand("kpi show", "kpi.limits", "show"),
    CliCommand("kpi status", "kpi.follow", "status"),
    CliCommand("kpi add", "kpi.follow", "add"),
    CliCommand("kpi read", "kpi.follow", "read"),
    CliCommand("kpi limits", "kpi.limits", "limits"),
    CliCommand("kpi stop", "kpi.follow", "stop"),
    CliCommand("kpi objective", "kpi.objectives", "objective"),
    CliCommand("kpi success", "kpi.objectives", "success"),
    CliCommand("kpi import", "kpi.importing", "import"),
    CliCommand("frame need", "framing.answers", "need"),
    CliCommand("frame fit", "framing.answers", "fit"),
    CliCommand("frame situation", "framing.answers", "situation"),
    CliCommand("frame model", "framing.answers", "model"),
    CliCommand("frame cost", "framing.cost", "cost"),
    CliCommand("frame candidates", "framing.candidates", "candidates"),
    CliCommand("frame contract", "framing.contract", "contract"),
    CliCommand("transition signals", "transition.dates", "signals"),
    CliCommand("transition readiness", "transition.dates", "readiness"),
    CliCommand("transition plan", "transition.dates", "plan"),
    CliCommand("transition documents", "transition.lists", "documents"),
    CliCommand("transition open-loops", "transition.lists", "loops"),
    CliCommand("expiry list", "expiry", "list"),
    CliCommand("expiry set", "expiry", "set"),
    CliCommand("expiry gather", "expiry", "gather"),
    CliCommand("expiry drop", "expiry", "drop"),
    CliCommand("share", "sharing", "share"),
    CliCommand("join", "joining", "join"),
    CliCommand("note", "noting", "note"),
    CliCommand("send", "letters", "send"),
    CliCommand("receive", "letters", "receive"),
    *(CliCommand(f"server {verb}", "server", verb) for verb in KEEPING),
    CliCommand("backup", "forget", "backup"),
    CliCommand("restore", "forget", "restore"),
    CliCommand("forget", "forget", "forget"),
    CliCommand("serve", "serve", "serve"),
    CliCommand("where", "where", "where"),
    CliCommand("doctor", "doctor", "doctor"),
    CliCommand("completion", "completion", "completion"),
    CliCommand("playbook check", "playbook", "check"),
    CliCommand("playbook read", "read", "read"),
)
SUBJECTS: Final = (
    "frame", "access", "kpi", "rhythm", "document", "team", "transition", "expiry", "report",
    "export", "server", "playbook",
)  # fmt: skip
_VALUED: Final = ("--home", "-e", "--engagement", "--lang", "--playbook", "--today", "--as")


def commands() -> tuple[tuple[str, str], ...]:
    """Every command's name ("" opens the app) and the word key of its help."""
    return tuple((command.name, command.help_key) for command in COMMANDS)


def parse(arguments: Sequence[str], words: Words) -> tuple[CliCommand, Namespace]:
    """The command asked for and its options. Leaves by SystemExit(2), said, where it can't be."""
    argparse._ = in_words(words)  # type: ignore[attr-defined]  # where argparse finds its words
    start = _command_place(arguments)
    command, length = _found(arguments[start:])
    if command is None and (subject := _subject(arguments[start:])):
        from coach_tui.cli.overview import overview_of

        about = overview_of(subject, dict(commands()), words)
        asked = _parser(f"coach {subject}", about, words)
        asked.parse_args([*arguments[:start], *arguments[start + 1 :]])
        show(about)
        raise SystemExit(0)
    parser = parser_of(command or OPEN, words)
    if command is None:
        parser.error(_unknown(arguments[start:], words))
    command.add_options(parser, words)
    return command, parser.parse_args([*arguments[:start], *arguments[start + length :]])


def _command_place(arguments: Sequence[str]) -> int:
    """Where the command begins: the first word that is neither an option nor an option's value."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in _VALUED else 1
    return min(place, len(arguments))


def _found(arguments: Sequence[str]) -> tuple[CliCommand | None, int]:
    """The command these words begin with, and how many of them name it."""
    if not arguments:
        return OPEN, 0
    named = {command.name: command for command in COMMANDS}
    for length in (2, 1):
        command = named.get(" ".join(arguments[:length]))
        if command and len(arguments) >= length:
            return command, length
    return None, 0


def _unknown(arguments: Sequence[str], words: Words) -> str:
    from difflib import get_close_matches

    names = [command.name for command in COMMANDS if command.name]
    if family := [name for name in names if name.startswith(f"{arguments[0]} ")]:
        return words("cli.incomplete", said=arguments[0], names=", ".join(family))
    said = " ".join(arguments[:1])[:40]
    close = get_close_matches(said, names, 1, 0.6)
    if close:
        return words("cli.unknown-close", said=said, close=close[0])
    return words("cli.unknown", said=said, names=", ".join(names))


def _subject(arguments: Sequence[str]) -> str:
    """The subject these words name and nothing else, options aside; empty where they do not."""
    subject, *more = arguments
    return subject if subject in SUBJECTS and _command_place(more) == len(more) else ""


def parser_of(command: CliCommand, words: Words) -> ArgumentParser:
    """The parser of this command, with the options every command has."""
    if command.name:
        return _parser(f"coach {command.name}", words(command.help_key), words)
    from coach_tui.cli.overview import overview

    return _parser("coach", overview(dict(commands()), SUBJECTS, words), words, words("cli.usage"))


def _parser(
    called: str, description: str, words: Words, usage: str | None = None
) -> ArgumentParser:
    parser = SayingParser(
        prog=called,
        description=description,
        formatter_class=WideFormatter,
        allow_abbrev=False,
        add_help=False,
        usage=usage,
    )
    parser.is_empty = words("arguments.empty")
    shared = parser.add_argument_group(words("cli.shared"))
    shared.add_argument("-h", "--help", action="help", help=words("cli.option.help"))
    shared.add_argument("--home", metavar=words("cli.dir"), help=words("cli.option.home"))
    shared.add_argument(
        "-e", "--engagement", metavar=words("cli.name"), help=words("cli.option.engagement")
    )
    shared.add_argument("--lang", choices=LANGUAGES, help=words("cli.option.lang"))
    shared.add_argument("--playbook", metavar=words("cli.dir"), help=words("cli.option.playbook"))
    shared.add_argument("--today", metavar="DATE", help=words("cli.option.today"))
    shared.add_argument(
        "--as", dest="acting", metavar=words("cli.acting"), help=words("cli.option.as")
    )
    shared.add_argument("--plain", action="store_true", help=words("cli.option.plain"))
    shared.add_argument(
        "--version", action=ShowVersion, words=words, help=words("cli.option.version")
    )
    return parser
