"""A desk without a file or a screen, and somebody who answers whatever is asked."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import Any

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Asked, AtScreen, Pick, Several, Sheet
from coach_tui.bundled import load_playbook
from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.state import Engagement
from coach_tui.language import Language, Refusal, Words
from coach_tui.view_state import Shown, show

TODAY = date(2026, 3, 16)


class MemoryDesk:
    """Keeps what is decided in memory; one more gesture each time something is saved."""

    def __init__(self, language: Language = "en", role: str = "founder") -> None:
        self.words = Words(language)
        self.engagement = Engagement()
        self.role = role
        self.actor = ""  # "role/name", where somebody says who they are
        self.today = TODAY
        self.gestures: list[list[Change]] = []
        self.told: list[str] = []
        self.refused: list[str] = []
        self._ids = count(1)
        self._playbook = load_playbook(language)[0]

    @property
    def now(self) -> Any:
        return lambda: datetime(self.today.year, self.today.month, self.today.day, 9)

    @property
    def shown(self) -> Shown:
        changes = [each for gesture in self.gestures for each in gesture]
        return show(self.words, self._playbook, self.engagement, changes, today=self.today,
                    role=self.role, only_mine=False, actor=self.actor or self.role)  # fmt: skip

    def new_id(self) -> str:
        return f"id-{next(self._ids):05}"

    def tell(self, key: str, **values: Any) -> None:
        self.told.append(self.words(key, **values))

    def try_to_save(self, decision: Decision) -> Refusal | None:
        if isinstance(decision, Refusal):
            self.refused.append(self.words.refusal(decision))
            return decision
        at = f"{self.today.isoformat()}T09:00:00+00:00"
        made = [Change(f"{next(self._ids):08}", at, self.role, d.entity, d.entity_id, d.changes, {})
                for d in decision]  # fmt: skip
        self.engagement = self.engagement.after(made)
        self.gestures.append(made)
        return None


# What somebody types where any word will not do.
TYPED = {
    "yes": "yes", "level": "3", "reason": "it holds", "minutes": "30", "admins": "2",
    "verified_by": "Nora", "worked": "2", "dose": "1,5", "strategy": "50", "managing": "30",
    "hands_on": "20", "day_rate": "900", "days_per_month": "8", "months": "6", "gross": "85000",
    "factor": "1,29", "bonus": "0", "search": "0", "billed_weeks": "44", "phases": "",
    "baseline": "50", "target_3": "55", "target_6": "60", "target_12": "70", "limit": "",
    "value": "105", "unit": "count", "execution_days": "4", "rank": "1", "headcount": "42",
    "leadership_budget": "90000", "activation_budget": "60000", "days_per_week": "2",
    "colour": "green", "state": "agreed", "kept": "fractional", "rejected": "full-time",
    "result": "passed", "outcome": "ok", "begin": "yes", "kind": "increase",
    "budget": "60000", "clients": "2", "references": "2", "cmo_owns": "no",
    "shared_secret": "no", "weight": "3", "days": "tue", "time": "", "nth": "0", "team": "3",
    "chosen": "yes",
}  # fmt: skip
PAST = {"start": "2026-03-02", "end": "2026-03-15"}  # of an absence whose result is told
LINK = "https://example.org/page"


def answer(field: Field, language: str) -> str:
    """An answer that can be read: the one known, the one this name wants, a day, a word."""
    if field.name in TYPED and (field.kind != "choice" or TYPED[field.name] in dict(field.choices)):
        typed = TYPED[field.name]
        return typed.replace(",", ".") if language == "en" else typed
    if field.name in PAST and field.kind == "day" and field.value:
        return PAST[field.name]
    if field.hint.startswith("1"):
        return "4"  # a mark: its hint says what 1 and 5 are
    if field.value or field.name in ("agreed", "weeks", "end"):
        return field.value
    if field.kind == "choice":
        return next((value for value, _ in field.choices if value), "")
    if field.kind == "day":
        return "2026-03-20" if field.sense == "ahead" else "2026-03-16"
    return LINK if field.name == "link" else "Ann"


def settle(asked: Asked, language: str = "en", choice: int = 0) -> Refusal | AtScreen | None:
    """Answer whatever is asked until it is saved; the reason where it is refused."""
    while isinstance(asked, Pick):
        asked = asked.then(asked.options[min(choice, len(asked.options) - 1)][0])
    if asked is None or isinstance(asked, AtScreen):
        return asked
    if isinstance(asked, Several):
        first = [value for value, _ in asked.options[:8]]
        none_here = [value for value in first if value.startswith("no-")]  # and then no tool of it
        return asked.submit(tuple(none_here or first))
    return asked.submit({field.name: answer(field, language) for field in asked.fields})


def all_words(asked: Asked) -> list[str]:
    """Every word a reader would see of it."""
    if isinstance(asked, Sheet):
        words = [asked.title, asked.about]
        for field in asked.fields:
            words += [field.label, field.hint, *(said for _, said in field.choices)]
        return words
    if isinstance(asked, Pick | Several):
        free = [asked.free] if isinstance(asked, Pick) else []
        return [asked.title, asked.about, *free, *(said for _, said in asked.options)]
    return []
