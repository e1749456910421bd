"""What the coach says beside the steps: advice, praise and what else is due, as rows and words.

Imported after the first frame: the rules look at every subject, and the words are in TOML.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from textual.content import Content

from coach_tui.bundled import Catalogues
from coach_tui.coach.advice.blanks import listed
from coach_tui.coach.advice.ranked import AT_ONCE, Advice, advise, praise
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.advice.words import explained, spoken
from coach_tui.coach.also_due import Due, also_due, due_name
from coach_tui.coach.plan import Planned
from coach_tui.engagement.advice import asides_of
from coach_tui.language import Words
from coach_tui.language.dates import near_date, plain_date
from coach_tui.ui.plain import joined, line
from coach_tui.ui.step_words import DATE_WIDTH, state
from coach_tui.ui.widgets.step_list import Row
from coach_tui.view_state import Shown

ADVICE: Final = "advice:"
# A sign and a word: the same on a light theme, without colours, and read aloud.
SIGNS: Final = {"critical": "!!", "alert": "! ", "watch": "~ ", "info": "i ", "praise": "+ "}
STYLES: Final = {
    "critical": "bold $error",
    "alert": "bold $warning",
    "watch": "$accent",
    "info": "$secondary",
    "praise": "$success",
}
# The paragraph that begins so, in either language.
_WHY: Final = re.compile(r"^\*\*(?:Why|Pourquoi)\W*\*\*\W*(.+?)(?:\n\s*\n|\Z)", re.S | re.M)
MOST_DUE: Final = 7


class Counsel(NamedTuple):
    """What is said of one engagement, in one language."""

    advice: tuple[Advice, ...] = ()
    praise: tuple[Advice, ...] = ()
    due: tuple[Due, ...] = ()

    def of_row(self, row_id: str) -> Advice | None:
        """The advice this row shows."""
        found = (*self.advice, *self.praise)
        return next((each for each in found if row_id == ADVICE + each.id), None)


CATALOGUES: Final = Catalogues()


def counsel_of(shown: Shown) -> Counsel:
    """Everything there is to say now."""
    known = (shown.playbook, shown.engagement, shown.today, CATALOGUES)
    return Counsel(advise(*known), praise(*known), also_due(shown.engagement, shown.today))


def advice_rows(counsel: Counsel, words: Words) -> list[Row]:
    """The three gravest, and one piece of good news."""
    said = [*counsel.advice[:AT_ONCE], *counsel.praise[:1]]
    width = max((len(words(f"advice.severity.{each.severity}")) for each in said), default=0)
    return [Row(ADVICE + each.id, _advice_row(each, words, width)) for each in said]


def due_rows(counsel: Counsel, words: Words, today: date) -> list[Row]:
    """Promises, meetings and readings due, under a heading; several readings are one row."""
    if not counsel.due:
        return []
    readings = [due for due in counsel.due if due.kind == "reading"]
    others = [due for due in counsel.due if due.kind != "reading"]
    rows = [_due_row(due, _name(due, words), words, today) for due in others[:MOST_DUE]]
    if readings:
        names = [_name(due, words) for due in readings]
        rows.append(_due_row(readings[0], listed(names, words), words, today))
    return [Row("", Content(words("advice.due.title")), heading=True), *rows]


def due_of_row(counsel: Counsel, row_id: str) -> Due | None:
    """The due thing this row shows."""
    return next((due for due in counsel.due if row_id == f"{due.kind}:{due.id}"), None)


def why(advice: Advice, shown: Shown) -> str:
    """Why am I seeing this."""
    aside = asides_of(shown.engagement).get(advice.id)
    now = Situation(shown.playbook, shown.engagement, shown.today, CATALOGUES)
    return explained(advice, shown.words, now, aside)


def why_step(planned: Planned, shown: Shown) -> str:
    """Why a step is listed: where it stands, and what it is for in the playbook's words."""
    body = _WHY.search(planned.step.body)
    reason = " ".join(body[1].split()) if body else ""
    stands = state(planned, shown.words, shown.today).plain
    titled = f"{shown.words('advice.why.reason')}\n{reason}" if reason else ""
    return "\n\n".join(part for part in (planned.step.title, stands, titled) if part)


def why_due(due: Due, shown: Shown) -> str:
    """Why something else is listed: what it is, and since when it is due."""
    words = shown.words
    said = words(f"advice.due.{due.kind}")
    if due.day:
        day = plain_date(due.day, words.language)
        said = words("advice.why.late" if due.late else "advice.why.due", what=said, day=day)
    return f"{_name(due, words)}\n\n{said[:1].upper()}{said[1:]}"


def said(advice: Advice, words: Words, *, whole: bool = False) -> str:
    """The advice in words; `whole` where there is room for every name in it."""
    return spoken(advice, words, CATALOGUES, whole=whole).words


def _advice_row(advice: Advice, words: Words, width: int) -> Content:
    style = STYLES[advice.severity]
    severity = words(f"advice.severity.{advice.severity}")
    head = Content.styled(f"{SIGNS[advice.severity]} {severity:<{width}}", style)
    return joined([head, line(said(advice, words))])


def _name(due: Due, words: Words) -> str:
    return due_name(due, CATALOGUES, words.language)


def _due_row(due: Due, name: str, words: Words, today: date) -> Row:
    day = near_date(due.day, words.language, today) if due.day else ""
    style = "bold $error" if due.late else "$secondary"
    content = joined(
        [
            Content.styled(f" ·  {'!' if due.late else ' '}{day:<{DATE_WIDTH}}", style),
            line(name),
            Content.styled(f"· {words(f'advice.due.{due.kind}')}", "$secondary"),
        ]
    )
    return Row(f"{due.kind}:{due.id}", content)
