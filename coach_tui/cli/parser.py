"""The table of commands, the options they share, and how a command line is read.

Only the parser of the command asked for is built: the others cost nothing.
"""

import argparse
import os
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coach_tui.cli.argparse_words import in_words
from coach_tui.cli.output import show, written
from coach_tui.cli.version import ShowVersion
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import clean

if TYPE_CHECKING:
    from coach_tui.cli.call import Call


class Command(NamedTuple):
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
OPEN: Final = Command("", "opening", "open")
COMMANDS: Final = (
    OPEN,
    Command("new", "engagements", "new"),
    Command("list", "engagements", "list"),
    Command("status", "status", "status"),
    Command("today", "today", "today"),
    Command("walk", "walk", "walk"),
    Command("ask", "ask", "ask"),
    Command("answer", "answer", "answer"),
    Command("remind", "remind", "remind"),
    Command("page", "page", "page"),
    Command("context", "context", "context"),
    Command("check", "advice", "check"),
    Command("why", "advice", "why"),
    Command("rehearse", "rehearse", "rehearse"),
    Command("search", "search", "search"),
    Command("portfolio", "portfolio", "portfolio"),
    Command("demo", "demo", "demo"),
    Command("step", "step", "step"),
    Command("set", "setting", "set"),
    Command("me", "me", "me"),
    Command("document list", "documents.reading", "list"),
    Command("document show", "documents.reading", "show"),
    Command("document diff", "documents.reading", "diff"),
    Command("document edit", "documents.writing", "edit"),
    Command("document set", "documents.writing", "set"),
    Command("document link", "documents.writing", "link"),
    Command("document sent", "documents.writing", "sent"),
    Command("document verify", "documents.writing", "verify"),
    Command("document export", "documents.reading", "export"),
    Command("history", "history", "history"),
    Command("undo", "history", "undo"),
    Command("rhythm list", "rhythm.log", "list"),
    Command("rhythm add", "rhythm.rituals", "add"),
    Command("rhythm stop", "rhythm.rituals", "stop"),
    Command("rhythm log", "rhythm.log", "log"),
    Command("rhythm met", "rhythm.meetings", "met"),
    Command("rhythm meetings", "rhythm.meetings", "meetings"),
    Command("rhythm decide", "rhythm.decisions", "decide"),
    Command("rhythm promise", "rhythm.decisions", "promise"),
    Command("rhythm days", "rhythm.log", "days"),
    Command("rhythm resume", "rhythm.decisions", "resume"),
    Command("team list", "team.levels", "list"),
    Command("team add", "team.levels", "add"),
    Command("team skills", "team.levels", "skills"),
    Command("team rate", "team.levels", "rate"),
    Command("team entrust", "team.entrust", "entrust"),
    Command("team use", "team.levels", "use"),
    Command("team drill", "team.stepping_back", "drill"),
    Command("team taper", "team.stepping_back", "taper"),
    Command("team handover", "team.handover", "handover"),
    Command("team delegate", "team.stepping_back", "delegate"),
    Command("report month", "rhythm.report", "month"),
    *(Command(f"export {name}", "export", "handout", (name,)) for name in HANDED_OVER),
    Command("import", "checklist", "import"),
    Command("access list", "access.register", "list"),
    Command("access add", "access.register", "add"),
    Command("access set", "access.register", "set"),
    Command("access import", "access.importing", "import"),
    Command("access next", "access.register", "next"),
    Command("access exit", "access.register", "exit"),
    Command("kpi list", "kpi.follow", "list"),
    Command("kpi show", "kpi.limits", "show"),
    Command("kpi status", "kpi.follow", "status"),
    Command("kpi add", "kpi.follow", "add"),
    Command("kpi read", "kpi.follow", "read"),
    Command("kpi limits", "kpi.limits", "limits"),
    Command("kpi stop", "kpi.follow", "stop"),
    Command("kpi objective", "kpi.objectives", "objective"),
    Command("kpi success", "kpi.objectives", "success"),
    Command("kpi import", "kpi.importing", "import"),
    Command("frame need", "framing.answers", "need"),
    Command("frame fit", "framing.answers", "fit"),
    Command("frame situation", "framing.answers", "situation"),
    Command("frame model", "framing.answers", "model"),
    Command("frame cost", "framing.cost", "cost"),
    Command("frame candidates", "framing.candidates", "candidates"),
    Command("frame contract", "framing.contract", "contract"),
    Command("transition signals", "transition.dates", "signals"),
    Command("transition readiness", "transition.dates", "readiness"),
    Command("transition plan", "transition.dates", "plan"),
    Command("transition documents", "transition.lists", "documents"),
    Command("transition open-loops", "transition.lists", "loops"),
    Command("expiry list", "expiry", "list"),
    Command("expiry set", "expiry", "set"),
    Command("expiry gather", "expiry", "gather"),
    Command("expiry drop", "expiry", "drop"),
    Command("share", "sharing", "share"),
    Command("join", "joining", "join"),
    Command("note", "noting", "note"),
    Command("send", "letters", "send"),
    Command("receive", "letters", "receive"),
    *(Command(f"server {verb}", "server", verb) for verb in KEEPING),
    Command("backup", "forget", "backup"),
    Command("restore", "forget", "restore"),
    Command("forget", "forget", "forget"),
    Command("serve", "serve", "serve"),
    Command("where", "where", "where"),
    Command("doctor", "doctor", "doctor"),
    Command("completion", "completion", "completion"),
    Command("playbook check", "playbook", "check"),
    Command("playbook read", "read", "read"),
)
SUBJECTS: Final = (
    "frame", "access", "kpi", "rhythm", "document", "team", "transition", "expiry", "report",
    "export", "server", "playbook",
)  # fmt: skip
_VALUED: Final = ("--home", "-e", "--engagement", "--lang", "--playbook", "--today", "--as")


def commands() -> tuple[tuple[str, str], ...]:
    """Every command's name ("" opens the app) and the word key of its help."""
    return tuple((command.name, command.help_key) for command in COMMANDS)


def parse(arguments: Sequence[str], words: Words) -> tuple[Command, Namespace]:
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


def _found(arguments: Sequence[str]) -> tuple[Command | None, int]:
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


def parser_of(command: Command, words: Words) -> ArgumentParser:
    """The parser of this command, with the options every command has."""
    if command.name:
        return _parser(f"coach {command.name}", words(command.help_key), words)
    from coach_tui.cli.overview import overview

    return _parser("coach", overview(dict(commands()), SUBJECTS, words), words, words("cli.usage"))


def _parser(
    called: str, description: str, words: Words, usage: str | None = None
) -> ArgumentParser:
    parser = _Parser(
        prog=called,
        description=description,
        formatter_class=_Formatter,
        allow_abbrev=False,
        add_help=False,
        usage=usage,
    )
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


class _Parser(ArgumentParser):
    """Says what was typed without what a terminal would obey in it."""

    def _print_message(self, message: str, file: Any = None) -> None:
        if file and message:
            with written():  # argparse would say nothing where it can't be
                file.write(clean(message))


class _Formatter(HelpFormatter):
    """Help as wide as the terminal; asking the `shutil` module for that costs 10 ms a start."""

    def __init__(self, prog: str, **others: object) -> None:
        try:
            width = os.get_terminal_size().columns
        except OSError:
            width = 80
        super().__init__(prog, max_help_position=28, width=min(max(width, 40), 100))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Texts of several lines are laid out already."""
        return text if "\n" in text else super()._fill_text(text, width, indent)

    def _expand_help(self, action: argparse.Action) -> str:
        """The help as written: “12,5 %” is no blank to fill, as argparse would have it."""
        return action.help or ""
