"""One line heard at a time, at this terminal or of what is piped in, and what a lone letter means.

?  says what is asked for     s  later     b  back to the question before     q  leave
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from getpass import getpass
from typing import Any, Final

from coach_tui.cli.output import make_room, show
from coach_tui.cli.standard_input import next_line
from coach_tui.language import Refusal, Words

LATER, BACK, LEAVE, EXPLAIN, ELSEWHERE = "s", "b", "q", "?", "e"
LINK, EDITOR = "l", "e"  # while a document is asked: where it is, or one's own editor
INVITED = "i"  # at the beginning: an invitation was given
LETTERS: Final = (LATER, BACK, LEAVE, ELSEWHERE)  # telephones write the first letter as a capital


class Left(Exception):
    """The reader leaves: what was saved stays."""


class SetAside(Exception):
    """The reader goes on to something else."""


class Turned(Exception):
    """It is done another way: what was answered so far, and the letter (or invitation) that says
    which way."""

    def __init__(self, letter: str, answers: Mapping[str, str]) -> None:
        super().__init__(letter)
        self.letter = letter
        self.answers = answers


class Unmended(Exception):
    """It was refused, and no answer to it would mend that."""


class Unanswered(Exception):
    """There is no more input, and this was asked."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


class Listener:
    """Hears lines, and says what is wrong with them in the reader's language."""

    def __init__(self, words: Words, read: Callable[[], str] | None = None) -> None:
        self.words = words
        self._read = read or next_line

    def heard(self, question: str) -> str:
        """One line; raises where the reader leaves or the input ends."""
        return self._heard(question, self._read)

    def heard_unseen(self, question: str, shown: str) -> str:
        """The same, of a line that a terminal must not show; `shown` is how the question is put."""
        make_room()
        if self._read is next_line and sys.stdin.isatty():
            return self._heard(question, lambda: getpass(f"{shown}\n"))
        show(shown)
        return self._heard(question, self._read)

    def _heard(self, question: str, read: Callable[[], str]) -> str:
        while True:
            sys.stdout.flush()
            try:
                said = read().strip()
            except EOFError:
                raise Unanswered(question) from None
            except UnicodeDecodeError:
                self.refuse("refusal.walk.not-text")
                continue
            break
        letter = said.lower() if said.lower() in LETTERS else said
        if letter == LEAVE:
            raise Left
        if letter == LATER:
            raise SetAside
        return letter

    def refuse(self, reason: str, **values: Any) -> None:
        """Say why this answer is not taken."""
        self.tell(Refusal(reason, values))

    def tell(self, refusal: Refusal) -> None:
        """Say why it is refused, as a line that begins with a mark."""
        show(f"! {self.words.refusal(refusal)}")

    def prompt(self, key: str) -> None:
        """A question of the interface's own."""
        show(self.words(key) + self.words("walk.colon").rstrip(" "))
