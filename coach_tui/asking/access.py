"""The questions a line of the ledger asks: a step's needs, why it is set aside, every field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from coach_tui.asking.answers import field_for
from coach_tui.asking.asker import Asker
from coach_tui.asking.field import Field, Submit
from coach_tui.asking.sheet import Sheet
from coach_tui.coach.access.overview import frame_of
from coach_tui.coach.typed import Value, read_answers
from coach_tui.engagement.access.change import add_access, free_id, set_access
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.access.steps import NEEDS, set_aside, take_step
from coach_tui.engagement.change import Decision
from coach_tui.engagement.fields import differing, fields_of
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.session import slug_of

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry

Said = dict[str, Value]  # answers as they were read

# What only a step of the line says, or setting it aside; and which entry it began as.
_BY_A_STEP: Final = {
    "requested_on", "granted_on", "verified_on", "leaving_on", "transferred_to", "transferred_on",
    "removed_on", "rotated_on", "exit_verified_on", "exit_verified_by", "na_reason", "catalogue",
}  # fmt: skip
EDITED: Final = tuple(name for name in fields_of(Access) if name not in _BY_A_STEP)
# What a new line is asked; the rest is known from the catalogue, or comes with a step.
_NEW: Final = {
    "asset", "owner", "admins", "requested_role", "reason", "planned_end", "exit", "keep_reason",
}  # fmt: skip


def ask_step(screen: Asker, access: Access, step: str) -> None:
    """Ask only for what this step needs; the day is today unless said."""
    words = screen.words
    usual = {NEEDS[step][-1]: screen.today.isoformat()}
    if step == "granted":
        usual["granted_role"] = access.granted_role or access.requested_role
    fields = tuple(_field(name, access, words, usual.get(name)) for name in NEEDS[step])
    save = _saving(screen, lambda e, said: take_step(e, access.id, step, said, screen.today))
    screen.ask(_of_line(access, words(f"access.step.{step}"), one_line(access.tool), fields, save))


def ask_aside(screen: Asker, access: Access) -> None:
    """Ask why the tool does not apply."""
    words = screen.words
    fields = (_field("na_reason", access, words),)
    save = _saving(
        screen,
        lambda e, said: set_aside(e, access.id, str(said["na_reason"] or ""), screen.today),
    )
    screen.ask(_of_line(access, words("access.state.na"), one_line(access.tool), fields, save))


def ask_fields(screen: Asker, access: Access) -> None:
    """Every field that can be changed by hand."""
    words = screen.words

    def decide(engagement: Engagement, said: Said) -> Decision:
        changed = differing(access, said)
        return set_access(engagement, access.id, changed, screen.today) if changed else []

    save = _saving(screen, decide)
    fields = tuple(_field(name, access, words) for name in EDITED)
    screen.ask(_of_line(access, words("access.edit"), words("access.no-secret"), fields, save))


def ask_new(screen: Asker, entry: Entry | None, typed: str) -> None:
    """What is known of a tool is proposed; the rest is asked."""
    words, shown = screen.words, screen.coach.shown
    if shown is None:
        return
    frame = frame_of(entry, words) if entry else {"tool": typed}
    proposed = Access("", **frame)
    asked = _NEW if entry else {"category", *_NEW}
    names = [name for name in EDITED if name in asked]
    fields = tuple(_field(name, proposed, words) for name in names)

    def save(answers: dict[str, str]) -> Refusal | None:
        said = _read(screen, answers)
        if isinstance(said, Refusal):
            return said
        engagement = screen.coach.shown.engagement if screen.coach.shown else shown.engagement
        access_id = free_id(entry.id if entry else slug_of(typed), engagement)
        fields = {**frame, **said}
        return screen.save(add_access(engagement, access_id, fields, screen.today), access_id)

    about = one_line(proposed.tool)
    screen.ask(Sheet(words("access.add"), f"{about}\n{words('access.no-secret')}", fields, save))


def _of_line(
    access: Access, title: str, about: str, fields: tuple[Field, ...], save: Submit
) -> Sheet:
    """Questions on one line of the ledger, and on no other."""
    return Sheet(title, about, fields, save, record=access.id)


def _saving(screen: Asker, decide: Callable[[Engagement, Said], Decision]) -> Submit:
    """What reads the answers, and saves what they decide on what is known then."""

    def save(answers: dict[str, str]) -> Refusal | None:
        said, shown = _read(screen, answers), screen.coach.shown
        if isinstance(said, Refusal) or shown is None:
            return said if isinstance(said, Refusal) else None
        made = decide(shown.engagement, said)
        return screen.save(made) if made else None

    return save


def _read(screen: Asker, answers: dict[str, str]) -> Said | Refusal:
    return read_answers(fields_of(Access), answers, screen.words, screen.today)


def _field(name: str, access: Access, words: Words, usual: str | None = None) -> Field:
    return field_for(fields_of(Access)[name], usual or getattr(access, name), words)
