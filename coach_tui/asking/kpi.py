"""The questions KPIs ask: their frame, a reading, every reading due, how sure each role is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from coach_tui.asking.answers import day_field, field_for
from coach_tui.asking.asker import Asker
from coach_tui.asking.field import Field, Submit
from coach_tui.asking.sheet import Sheet
from coach_tui.coach.kpi.frame_fields import DECLARED, as_typed, read_frame
from coach_tui.coach.kpi.overview import (
    Entries,
    Followed,
    definitions_of,
    frame_of,
    name_of,
    said_of,
    usual_of,
)
from coach_tui.engagement.change import Draft
from coach_tui.engagement.kpi.derived import INPUTS
from coach_tui.engagement.kpi.new_reading import read_kpi, take_up_input
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.record import INPUT, KINDS, Kpi
from coach_tui.engagement.kpi.setup import amend_kpi, begins_anew, follow, trust
from coach_tui.engagement.kpi.status import Rules, rules_of, set_rules
from coach_tui.exports.kpi.sheet import value_words
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date, read_date
from coach_tui.language.numbers import read_amount
from coach_tui.language.units import bare_value
from coach_tui.session import slug_of

FRAME: Final = (
    "definition", "kind", "baseline", "baseline_on", "target_3", "target_6", "target_12", "limit",
    "owner", "cadence", "source", "keeper",
)  # fmt: skip


def ask_new(screen: Asker, entry_id: str, typed: str, entries: Entries) -> None:
    """The frame of a KPI being taken up: what the catalogue proposes, the rest to fill."""
    words, known = screen.words, frame_of(entry_id, entries)
    if entry_id in INPUTS:
        _take_up_input(screen, entry_id, known, entries)
        return
    proposed = Kpi("", **known, baseline_on=screen.today)  # type: ignore[arg-type]
    definitions = definitions_of(entries.get(entry_id))
    names = FRAME if known else ("unit", "family", *FRAME)
    usual = said_of(proposed, "definition", entries, words)
    fields = tuple(_field(name, proposed, words, definitions, usual) for name in names)
    title = name_of(entry_id, entries, words) if known else typed

    def save(answers: dict[str, str]) -> Refusal | None:
        shown = screen.coach.shown
        frame = _read(screen, answers, answers.get("unit", proposed.unit))
        if isinstance(frame, Refusal):
            return frame
        if shown is None:
            return None
        kpi_id = entry_id if known else slug_of(typed)
        named = {**known, **frame} if known else {"name": typed, **frame}
        picks = tuple(str(each["id"]) for each in definitions)
        decision = follow(
            shown.engagement, kpi_id, named, screen.today,
            definitions=picks, usual=usual_of(entry_id, entries),
        )  # fmt: skip
        return screen.save(decision, kpi_id)

    screen.ask(Sheet(words("kpi.add"), one_line(title), fields, save))


def ask_frame(screen: Asker, each: Followed, entries: Entries) -> None:
    """The frame of a KPI followed already."""
    words, kpi = screen.words, each.kpi
    definitions = definitions_of(entries.get(kpi.catalogue))
    names = ("name", *FRAME) if not kpi.is_input else ("owner", "cadence", "source", "keeper")
    hint = said_of(kpi, "definition", entries, words)
    fields = tuple(_field(name, kpi, words, definitions, hint) for name in names)

    def save(answers: dict[str, str]) -> Refusal | None:
        frame = _read(screen, answers, kpi.unit)
        if isinstance(frame, Refusal):
            return frame
        changed = {
            name: value for name, value in frame.items()
            if answers[name].strip() != as_typed(kpi, name, words)
        }  # fmt: skip
        shown = screen.coach.shown
        if not changed or shown is None:
            return None
        usual = usual_of(kpi.catalogue, entries)
        decision = amend_kpi(shown.engagement, kpi.id, changed, screen.today, usual=usual)
        refusal = screen.save(decision)
        if refusal is None and begins_anew(decision):
            screen.coach.tell("kpi.begins-anew", name=one_line(each.name), day=screen.today)
        return refusal

    screen.ask(of_kpi(each, words("kpi.edit"), one_line(each.name), fields, save))


def ask_reading(screen: Asker, each: Followed) -> None:
    """One reading, its day, a note; the last one is in sight."""
    words = screen.words
    fields = (
        Field("value", words("kpi.value"), hint=_last(each, words)),
        day_field("on", words("kpi.day"), screen.today, "past"),
        Field("note", words("kpi.note")),
    )

    def save(answers: dict[str, str]) -> Refusal | None:
        drafts = _drafts(screen, each, answers["value"], answers["on"], answers["note"])
        return drafts if isinstance(drafts, Refusal) else screen.save(drafts)

    about = f"{one_line(each.name)} · {_last(each, words)}"
    screen.ask(of_kpi(each, words("kpi.read-it"), about, fields, save))


def ask_due(screen: Asker, due: tuple[Followed, ...]) -> None:
    """Every reading due, in one pass; what is left empty is not recorded.

    "12; 28/02; two days down" has a day and a note of its own.
    """
    words = screen.words
    fields = (
        *(
            Field(f"n{number}", f"{one_line(each.name, 50)} · {_last(each, words)}")
            for number, each in enumerate(due)
        ),
        day_field("on", words("kpi.day"), screen.today, "past"),
    )

    def save(answers: dict[str, str]) -> Refusal | None:
        drafts: list[Draft] = []
        for number, each in enumerate(due):
            value, *own = (part.strip() for part in answers[f"n{number}"].split(";", 2))
            if not value:
                continue
            day, note = [*own, "", ""][:2]
            found = _drafts(screen, each, value, day or answers["on"], note)
            if isinstance(found, Refusal):
                common = found.field == "on" and not day
                return found if common else found.of(f"n{number}")
            drafts += found
        return screen.save(drafts) if drafts else None

    ids = " ".join(each.kpi.id for each in due)  # n0 is another one's, once others are due
    screen.ask(Sheet(words("kpi.check-in"), words("kpi.check-in-about"), fields, save, record=ids))


def ask_trust(screen: Asker, each: Followed) -> None:
    """How sure the role in charge here is that the target will be met."""
    words, role = screen.words, screen.coach.shown.role if screen.coach.shown else "founder"
    now = str(each.kpi.confidence.get(role, ""))
    levels = tuple((str(level), words(f"kpi.sure.{level}")) for level in range(1, 6))
    fields = (
        Field("level", words("kpi.confidence"), now, "choice", (("", "—"), *levels)),
    )  # fmt: skip

    def save(answers: dict[str, str]) -> Refusal | None:
        shown = screen.coach.shown
        level = int(answers["level"]) if answers["level"] else None
        return screen.save(trust(shown.engagement, each.kpi.id, role, level)) if shown else None

    about = f"{one_line(each.name)} · {words(f'role.{role}')}"
    screen.ask(of_kpi(each, words("kpi.trust"), about, fields, save))


def of_kpi(
    each: Followed, title: str, about: str, fields: tuple[Field, ...], save: Submit
) -> Sheet:
    """Questions on one KPI, and on no other."""
    return Sheet(title, about, fields, save, record=each.kpi.id)


def ask_rules(screen: Asker) -> None:
    """The thresholds of the pace, ours unless this engagement has its own."""
    words, shown = screen.words, screen.coach.shown
    if shown is None:
        return
    rules, ours = rules_of(shown.engagement), Rules()
    fields = tuple(
        Field(name, words(f"kpi.rules.{name}"), bare_value(getattr(rules, name), words),
              hint=bare_value(getattr(ours, name), words))
        for name in ("on_track", "watch")
    )  # fmt: skip

    def save(answers: dict[str, str]) -> Refusal | None:
        said: dict[str, Decimal | None] = {}
        for name, text in answers.items():
            amount = read_amount(text, words.language) if text.strip() else None
            if isinstance(amount, Refusal):
                return amount.of(name)
            said[name] = amount.value if amount else None
        now = screen.coach.shown
        return screen.save(set_rules(now.engagement, said)) if now else None

    screen.ask(Sheet(words("kpi.rules"), words("kpi.rules-about"), fields, save))


def _take_up_input(screen: Asker, entry_id: str, known: dict[str, str], entries: Entries) -> None:
    """An input has no frame to fill: only its first value is asked."""
    words, shown = screen.words, screen.coach.shown
    if shown is None:
        return
    fields = (
        Field("value", words("kpi.value")),
        day_field("on", words("kpi.day"), screen.today, "past"),
    )

    def save(answers: dict[str, str]) -> Refusal | None:
        now = screen.coach.shown or shown
        amount, day = _read_pair(screen, answers["value"], answers["on"])
        if isinstance(amount, Refusal):
            return amount
        if isinstance(day, Refusal):
            return day
        decision = take_up_input(
            now.engagement, known, screen.coach.new_id(), Heard(entry_id, day, amount.value),
            screen.today, unit=amount.unit, typed=answers["value"],
        )  # fmt: skip
        return screen.save(decision, entry_id)

    screen.ask(Sheet(words("kpi.add"), name_of(entry_id, entries, words), fields, save))


def _drafts(screen: Asker, each: Followed, value: str, on: str, note: str) -> list[Draft] | Refusal:
    shown = screen.coach.shown
    amount, day = _read_pair(screen, value, on)
    if isinstance(amount, Refusal):
        return amount
    if isinstance(day, Refusal):
        return day
    if shown is None:
        return []
    heard = Heard(each.kpi.id, day, amount.value, note)
    decision = read_kpi(
        shown.engagement, screen.coach.new_id(), heard, screen.today,
        unit=amount.unit, typed=value, computed=each.working,
    )  # fmt: skip
    return decision if isinstance(decision, Refusal) else list(decision)


def _read_pair(screen: Asker, value: str, on: str) -> tuple[Any, date | Refusal]:
    language = screen.words.language
    amount, day = (
        read_amount(value, language, screen.words.currency),
        read_date(on, language, screen.today),
    )
    return (
        amount.of("value") if isinstance(amount, Refusal) else amount,
        day.of("on") if isinstance(day, Refusal) else day,
    )


def _read(screen: Asker, answers: dict[str, str], unit: str) -> Any:
    return read_frame(answers, unit, screen.words, screen.today)


def _last(each: Followed, words: Words) -> str:
    """The previous value and its day, or that there is none."""
    current = each.standing.current
    if current is None:
        return words("kpi.status.no-reading")
    day = plain_date(current.day, words.language)
    return words("kpi.last", value=value_words(current.value, each.kpi, words), day=day)


def _field(name: str, kpi: Kpi, words: Words, definitions: Any, usual: str = "") -> Field:
    if name not in DECLARED:  # an amount, in the KPI's own unit
        hint = words(f"kpi.hint.{name}")
        return Field(name, words(f"kpi.{name}"), as_typed(kpi, name, words), hint=hint)
    spec, value = DECLARED[name], getattr(kpi, name)
    if name == "kind":
        moves = ((each, words(f"kpi.kind.{each}")) for each in KINDS if each != INPUT)
        return field_for(spec, value, words, tuple(moves))
    if name == "definition":
        picks = tuple((str(each["id"]), str(each[words.language])) for each in definitions)
        named = picks if value or not picks else (("", "—"), *picks)
        return field_for(spec, value, words, named)._replace(hint="" if picks else usual)
    return field_for(spec, value, words)
