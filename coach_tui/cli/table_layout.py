"""What a table brought in can't say of itself: asked by an option, and the option named."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import TypeVar

from coach_tui.cli.call import Refused, accepted
from coach_tui.cli.output import say
from coach_tui.exports.csv_days import ORDERS
from coach_tui.language import Refusal, Words

T = TypeVar("T")


def add_layout(parser: ArgumentParser, words: Words) -> None:
    """Where its header stands, and in what order its days are written."""
    parser.add_argument(
        "--header",
        type=int,
        metavar=words("cli.line"),
        help=words("table.option.header"),
    )
    parser.add_argument("--dates", choices=ORDERS, default="", help=words("table.option.dates"))


def days_told(answer: T | Refusal, words: Words) -> T:
    """The answer; where the order of its days is to be said, the command ends naming the option."""
    if isinstance(answer, Refusal) and "order" in answer.reason:
        say(words.refusal(answer))
        raise Refused("refusal.table.say-dates")
    return accepted(answer)
