"""Every command, declared once: its key, where it works, whether the footer names it.

Keys, footer, palette, help and the README's table all come from here. A command's words are
`command.<id>` (short, for the footer) and `command.<id>.help`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from textual.binding import Binding

EVERYWHERE: Final = (
    *("now", "stage", "accesses", "kpis", "rhythm", "team", "framing", "transition"),
    *("portfolio", "history", "engagements", "help"),
)
ON_STEPS: Final = ("now", "stage")
HANDING_OUT: Final = (
    *ON_STEPS, "accesses", "kpis", "rhythm", "team", "framing", "transition",
)  # fmt: skip


class Command(NamedTuple):
    """`id` names the screen's method (`do_<id>`) and the words; keys are comma-separated.

    Without a key it is found by its name, in the palette."""

    id: str
    keys: str
    screens: tuple[str, ...]
    footer: bool = False
    group: str = "app"


COMMANDS: Final = (
    Command("do", "enter", ("now",), False, "step"),
    Command("elsewhere", "space", ("now",), False, "step"),
    Command("beside", "right", ("now",), True, "step"),
    Command("request", "y", ("now",), False, "step"),
    Command("later", "z", ("now",), False, "step"),
    Command("why", "w", ("now",), False, "step"),
    Command("everything", "a", ("now",), True, "view"),
    Command("log_days", "j", ("now",), True, "step"),
    Command("tell", "", ("now",), False, "step"),
    Command("done", "space", ("stage",), True, "step"),
    Command("read", "enter", ("stage",), True, "step"),
    Command("copy", "y", ("stage",), False, "step"),
    Command("link", "o", ("stage",), False, "step"),
    Command("doing", "i", ON_STEPS, False, "step"),
    Command("blocked", "b", ON_STEPS, False, "step"),
    Command("na", "x", ON_STEPS, False, "step"),
    Command("confirm", "c", ON_STEPS, False, "step"),
    Command("note", "n", ON_STEPS, True, "step"),
    Command("remark", "N", ("accesses", "kpis", "rhythm"), False, "step"),
    Command("previous_stage", "left", ("stage",), False, "view"),
    Command("next_stage", "right", ("stage",), True, "view"),
    Command("mine", "m", ON_STEPS, True, "view"),
    Command("depth", "d", ON_STEPS, False, "view"),
    Command("undo_this", "enter", ("history",), True, "step"),
    Command("open", "enter", ("engagements", "portfolio"), True, "step"),
    Command("new", "a", ("engagements",), True, "step"),
    Command("edit", "c", ("engagements",), True, "step"),
    Command("archive", "x", ("engagements",), True, "step"),
    Command("share", "s", ("engagements",), False, "step"),
    Command("join", "j", ("engagements",), False, "step"),
    Command("yes", "y,o", ("framing",), True, "step"),
    Command("no", "n", ("framing",), True, "step"),
    Command("add", "a", ("framing", "transition"), True, "step"),
    Command("sign", "s", ("transition",), True, "step"),
    Command("close", "c", ("transition",), True, "step"),
    Command("held", "space", ("rhythm",), True, "step"),
    Command("skipped", "x", ("rhythm",), True, "step"),
    Command("details", "enter", ("rhythm",), True, "step"),
    Command("log_decision", "n", ("rhythm",), True, "step"),
    Command("add_promise", "m", ("rhythm",), True, "step"),
    Command("log_days", "w", ("rhythm",), True, "step"),
    Command("report", "c", ("rhythm",), True, "step"),
    Command("page", "o", ("rhythm",), False, "step"),
    Command("add_ritual", "a", ("rhythm",), False, "step"),
    Command("resume", "s", ("rhythm",), False, "view"),
    Command("rate", "enter", ("team",), True, "step"),
    Command("view", "g", ("team",), True, "view"),
    Command("person", "m", ("team",), True, "step"),
    Command("skill", "i", ("team",), True, "step"),
    Command("add_person", "a", ("team",), True, "step"),
    Command("map", "s", ("team",), True, "step"),
    Command("edit_person", "o", ("team",), False, "step"),
    Command("hand_over", "k", ("team",), False, "step"),
    Command("edit_skill", "c", ("team",), False, "step"),
    Command("method_used", "w", ("team",), False, "step"),
    Command("entrust", "d", ("team",), False, "step"),
    Command("withdraw", "z", ("team",), False, "step"),
    Command("goal", "n", ("team",), False, "step"),
    Command("board", "b", ("team",), False, "step"),
    Command("taper", "t", ("team",), False, "step"),
    Command("drill", "x", ("team",), False, "step"),
    Command("access_next", "enter", ("accesses",), True, "step"),
    Command("access_add", "a", ("accesses",), True, "step"),
    Command("access_exit", "x", ("accesses",), True, "step"),
    Command("access_edit", "c", ("accesses",), True, "step"),
    Command("access_filter", "g", ("accesses",), True, "view"),
    Command("access_remove", "delete", ("accesses",), False, "step"),
    Command("access_import", "f", ("accesses",), False, "app"),
    Command("kpi_read", "enter", ("kpis",), True, "step"),
    Command("kpi_check_in", "i", ("kpis",), True, "step"),
    Command("kpi_add", "a", ("kpis",), True, "step"),
    Command("kpi_edit", "c", ("kpis",), True, "step"),
    Command("kpi_trust", "t", ("kpis",), False, "step"),
    Command("kpi_stop", "x", ("kpis",), False, "step"),
    Command("kpi_rules", "s", ("kpis",), False, "view"),
    Command("kpi_limits", "n", ("kpis",), False, "view"),
    Command("kpi_import", "f", ("kpis",), True, "app"),
    Command("look", "o", ("accesses", "kpis"), True, "view"),
    Command("undo", "u", EVERYWHERE, True, "app"),
    Command("export", "e", HANDING_OUT, False, "app"),
    Command("import", "f", ON_STEPS, False, "app"),
    # A French keyboard types figures with Shift held: the bare keys above the letters do too.
    Command("now", "1,ampersand", EVERYWHERE, False, "go"),
    Command("stages", "2,é", EVERYWHERE, False, "go"),
    Command("accesses", "3,quotation_mark", EVERYWHERE, False, "go"),
    Command("kpis", "4,apostrophe", EVERYWHERE, False, "go"),
    Command("rhythm", "5,left_parenthesis", EVERYWHERE, False, "go"),
    Command("team", "6,minus", EVERYWHERE, False, "go"),
    Command("transition", "7,è", EVERYWHERE, False, "go"),
    Command("framing", "8,underscore", EVERYWHERE, False, "app"),
    Command("history", "9,ç", EVERYWHERE, False, "app"),
    Command("engagements", "0,à", EVERYWHERE, False, "app"),
    Command("portfolio", "p", EVERYWHERE, False, "app"),
    Command("search", "slash", EVERYWHERE, False, "app"),
    Command("glossary", "v", EVERYWHERE, False, "app"),
    Command("library", "l", EVERYWHERE, False, "app"),
    Command("role", "r", EVERYWHERE, False, "view"),
    Command("language", "L", EVERYWHERE, False, "view"),
    Command("theme", "T", EVERYWHERE, False, "view"),
    Command("help", "question_mark,f1", EVERYWHERE, True, "app"),
    Command("quit", "q", EVERYWHERE, True, "app"),
)


def commands_of(screen: str) -> Iterator[Command]:
    """The commands that work on this screen, in the order people meet them."""
    return (command for command in COMMANDS if screen in command.screens)


@cache  # asked again for each key that a drawing names
def bindings_of(screen: str) -> tuple[Binding, ...]:
    """This screen's keys. The description is the words' key: the screen says it in its language."""
    return tuple(
        Binding(
            command.keys,
            f"command('{command.id}')",
            f"command.{command.id}",
            show=command.footer,
            id=f"{screen}.{command.id}",
        )
        for command in commands_of(screen)
        if command.keys
    )
