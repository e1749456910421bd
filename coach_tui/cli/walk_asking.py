"""Questions in a plain terminal: one line each, "label: value", numbered choices, no cursor games.

    ?  says what is asked for     s  later     b  back to the question before     q  leave

The answer known already stands in brackets, and an empty line keeps it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import Final

from coach_tui.asking.field import Field, asked_by
from coach_tui.asking.sheet import Asked, Pick, Place, Several, Sheet
from coach_tui.cli.output import show
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import clean, one_line
from coach_tui.language.dates import long_date, read_date, typed_date
from coach_tui.language.fold import folded

LATER, BACK, LEAVE, EXPLAIN = "s", "b", "q", "?"
END: Final = "."  # alone on a line, ends an answer of several lines
LISTED: Final = 40  # choices listed at once; letters narrow more


Skipped = Callable[[str, Mapping[str, str]], bool]


class Left(Exception):
    """The reader leaves: what was saved stays."""


class SetAside(Exception):
    """The reader goes on to something else."""


class Unanswered(Exception):
    """There is no more input, and this was asked."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


class Interview:
    """Asks at this terminal, or of what is piped in, in the reader's language."""

    def __init__(self, words: Words, today: date, read: Callable[[], str] | None = None) -> None:
        self.words = words
        self.today = today
        self._read = read or _line

    def heard(self, question: str) -> str:
        """One line; raises where the reader leaves or the input ends."""
        sys.stdout.flush()
        try:
            line = self._read()
        except EOFError:
            raise Unanswered(question) from None
        said = clean(line.strip())
        if said == LEAVE:
            raise Left
        if said == LATER:
            raise SetAside
        return said

    def put(self, asked: Asked, skipped: Skipped = lambda name, answers: False) -> bool:
        """Ask it until it is saved. False where there was nothing to ask here.

        skipped  whether a question, by its name, is left out after the answers so far.
        """
        while isinstance(asked, Pick):
            asked = asked.then(self._picked(asked))
        if isinstance(asked, Several):
            self._choose_several(asked)
            return True
        if isinstance(asked, Sheet):
            self._fill(asked, skipped)
            following = asked.then() if asked.then else None
            return self.put(following, skipped) if following else True
        if isinstance(asked, Place):
            show(self.words("walk.place", place=self.words(f"app.{asked.screen}")))
        else:
            show(self.words("act.nothing"))
        return False

    # A form

    def _fill(self, sheet: Sheet, skipped: Skipped) -> None:
        show(one_line(sheet.title))
        if sheet.about:
            show(clean(sheet.about))
        fields = list(sheet.fields)
        if sheet.lead:
            fields.sort(key=lambda each: each.name != sheet.lead)
        answers = {field.name: field.value for field in fields}
        place = 0
        while place < len(fields):
            name = fields[place].name
            answer = (
                answers[name]
                if skipped(name, answers)
                else self._answer(fields[place], answers[name])
            )
            if answer is None:
                place = max(place - 1, 0)
                continue
            answers[name] = answer
            place += 1
            if place == len(fields):
                refusal = sheet.submit(dict(answers))
                if refusal is None:
                    show(self.words("walk.saved"))
                    return
                show(f"! {self.words.refusal(refusal)}")
                blamed = asked_by(refusal, fields, answers)
                if blamed is None:
                    raise SetAside  # no answer here mends it
                place = fields.index(blamed)

    def _answer(self, field: Field, known: str) -> str | None:
        """What is answered; None to go back to the question before."""
        while True:
            show(self._question(field, known))
            said = self._lines(field) if field.kind == "text" else self.heard(field.label)
            if said == BACK:
                return None
            if said == EXPLAIN:
                show(field.hint or self.words("walk.explain"))
                continue
            if not said:
                return known
            read = self._read_answer(field, said)
            if isinstance(read, Refusal):
                show(f"! {self.words.refusal(read)}")
                continue
            return read

    def _question(self, field: Field, known: str) -> str:
        told = known
        if field.kind == "choice":
            told = dict(field.choices).get(known, "")
            for number, (_, said) in enumerate(field.choices, 1):
                show(f"  {number}. {one_line(said)}")
        elif field.kind == "day" and known:
            with suppress(ValueError):
                told = typed_date(date.fromisoformat(known), self.words.language)
        if field.kind == "text":
            show(self.words("walk.several-lines"))
        kept = f" [{one_line(told, 60)}]" if told else ""
        return f"{one_line(field.label)}{kept}{self.words('walk.colon')}"

    def _lines(self, field: Field) -> str:
        """Several lines, up to a lone full stop."""
        first = self.heard(field.label)
        if first in ("", BACK, EXPLAIN):
            return first
        lines = [first]
        while lines[-1] != END:
            lines.append(self.heard(field.label))
        return "\n".join(lines[:-1])

    def _read_answer(self, field: Field, said: str) -> str | Refusal:
        if field.kind == "choice":
            found = _choice(said, field.choices)
            return found if found is not None else Refusal("refusal.walk.choice", {"text": said})
        if field.kind == "day":
            day = read_date(said, self.words.language, self.today, field.sense)
            if isinstance(day, Refusal):
                return day
            show(f"  {long_date(day, self.words.language)}")
            return day.isoformat()
        return said

    # Choices

    def _picked(self, pick: Pick) -> str:
        show(one_line(pick.title))
        if pick.about:
            show(clean(pick.about))
        listed = list(pick.options)
        while True:
            for number, (_, said) in enumerate(listed[:LISTED], 1):
                show(f"  {number}. {one_line(said)}")
            if len(listed) > LISTED:
                show(self.words("walk.more", n=len(listed) - LISTED))
            if pick.free:
                show(f"  {pick.free}")
            show(self.words("walk.which") + self.words("walk.colon"))
            said = self.heard(pick.title)
            if said.isdigit() and 0 < int(said) <= len(listed):
                return listed[int(said) - 1][0]
            found = [each for each in pick.options if said and folded(said) in folded(each[1])]
            exact = [each for each in found if folded(each[1]) == folded(said)]
            if len(exact or found) == 1:
                return (exact or found)[0][0]
            if found:
                listed = found
            elif pick.free and said and said not in (BACK, EXPLAIN):
                return said
            else:
                listed = list(pick.options)
                show(f"! {self.words('refusal.walk.choice', text=one_line(said, 40))}")

    def _choose_several(self, several: Several) -> None:
        show(one_line(several.title))
        if several.about:
            show(clean(several.about))
        for number, (value, said) in enumerate(several.options, 1):
            mark = "x" if value in several.chosen else " "
            show(f"  {number}. [{mark}] {one_line(said)}")
        while True:
            show(self.words("walk.which-several") + self.words("walk.colon"))
            said = self.heard(several.title).replace(";", ",").replace(" ", ",")
            numbers = [each for each in said.split(",") if each]
            wrong = [n for n in numbers if not (n.isdigit() and 0 < int(n) <= len(several.options))]
            if wrong:
                show(f"! {self.words('refusal.walk.choice', text=one_line(wrong[0], 40))}")
                continue
            picked = {several.options[int(each) - 1][0] for each in numbers}
            chosen = {*several.chosen} ^ picked  # a number again takes its mark off
            ordered = tuple(value for value, _ in several.options if value in chosen)
            refusal = several.submit(ordered)
            if refusal is None:
                show(self.words("walk.saved"))
                return
            show(f"! {self.words.refusal(refusal)}")


def _choice(said: str, choices: tuple[tuple[str, str], ...]) -> str | None:
    """The choice meant, by its number, its id or what it is called."""
    if said.isdigit() and 0 < int(said) <= len(choices):
        return choices[int(said) - 1][0]
    sought = folded(said)
    for value, name in choices:
        if sought in (folded(value), folded(name)):
            return value
    begun = [value for value, name in choices if folded(name).startswith(sought)]
    return begun[0] if len(begun) == 1 else None


def _line() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line
