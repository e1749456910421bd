"""argparse as the commands use it: what it prints, what it refuses, how wide its help is."""

import os
from argparse import Action, ArgumentError, ArgumentParser, HelpFormatter
from typing import Any, Final

from coach_tui.cli.output import written
from coach_tui.language.clean import clean

# What stands for a day, a number, a month, weekdays and an hour, in every help.
NEVER_EMPTY: Final = ("DATE", "N", "2026-03", "mon,thu", "09:30")


class SayingParser(ArgumentParser):
    """Says what was typed without what a terminal would obey in it; a day or a number that is
    given empty is no answer, and is refused by name rather than left out in silence."""

    is_empty: str = ""  # what is said of it

    def _get_values(self, action: Action, arg_strings: list[str]) -> Any:
        values = super()._get_values(action, arg_strings)
        if action.option_strings and action.metavar in NEVER_EMPTY:
            given = values if isinstance(values, list) else [values]
            if any(isinstance(each, str) and not each.strip() for each in given):
                raise ArgumentError(action, self.is_empty)
        return values

    def _print_message(self, message: str, file: Any = None) -> None:
        if file and message:
            with written():  # argparse would say nothing where it can't be
                file.write(clean(message))


class WideFormatter(HelpFormatter):
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

    def _expand_help(self, action: Action) -> str:
        """The help as written: “12,5 %” is no blank to fill, as argparse would have it."""
        return action.help or ""
