"""What a table of accesses would change, a line each, for a terminal and for the app's preview."""

from typing import TYPE_CHECKING

from coach_tui.exports.figures import pair
from coach_tui.language.clean import one_line

if TYPE_CHECKING:
    from coach_tui.exports.access.register_in import RowChange, RowNotRead
    from coach_tui.language import Words


def change_words(change: "RowChange", words: "Words") -> str:
    """A line of the register that would be changed, or is new, with each of its fields."""
    mark = "~" if change.access else "+"
    return f"{mark} {pair(one_line(change.tool, 40), _fields(change, words), words)}"


def refused_words(row: "RowNotRead", words: "Words") -> str:
    """A row that can't be read, and why."""
    why, text = words.refusal(row.refusal), one_line(row.text, 40)
    return words("table.refused-line", line=row.line, text=text or "—", why=why)


def _fields(change: "RowChange", words: "Words") -> str:
    said = []
    for name, value in change.fields.items():
        before, after = _shown(change.before.get(name), words), _shown(value, words)
        label = words(f"access.{name}")
        said.append(pair(label, f"{before} → {after}" if change.access else after, words))
    return " · ".join(said)


def _shown(value: object, words: "Words") -> str:
    if isinstance(value, bool):
        return words("form.yes" if value else "form.no")
    return one_line(str(value), 40) if value not in (None, "") else "—"
