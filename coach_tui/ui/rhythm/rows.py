"""The rhythm in rows: rituals with their health, decisions, promises, the month's report."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from coach_tui.asking.occurrence import slot_of
from coach_tui.bundled import Catalogues
from coach_tui.coach.named import Names, names_of
from coach_tui.coach.rhythm.month import last_month, month_bounds
from coach_tui.coach.rhythm.overview import (
    RitualLine,
    agenda_of,
    load_of,
    ritual_lines,
    stopped_line,
)
from coach_tui.coach.rhythm.reports import in_time
from coach_tui.engagement.rhythm.days import burn_today
from coach_tui.engagement.rhythm.decisions import LoggedDecision, Promise, decisions_of, promises_of
from coach_tui.engagement.rhythm.occurrences import WINDOW, occurrences_of
from coach_tui.engagement.rhythm.reports import reports_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.transition.record import left_on
from coach_tui.exports.rhythm.words import (
    agenda_words,
    burn_words,
    health_words,
    load_words,
    ritual_name,
    runner_words,
    schedule_words,
)
from coach_tui.language import Words
from coach_tui.language.dates import DAYS, day_and_month, month_and_year, plain_date
from coach_tui.language.numbers import write_percent
from coach_tui.ui.plain import joined, line, plain
from coach_tui.ui.rhythm.occurrence_rows import MARKS, slot_detail, slot_row
from coach_tui.ui.widgets.row import Row
from coach_tui.view_state import Shown

DATE_WIDTH: Final = 12
DAYS_ROW: Final = "days:"
NO_RITUAL: Final = "#no-ritual"  # the heading that says so
TAKEN: Final = 5  # decisions already taken that are listed


def ritual_names(shown: Shown) -> Names:
    """What the catalogue's rituals are called."""
    return names_of(Catalogues()["rituals"], shown.words.language)


def summary(shown: Shown, *, short: bool = False) -> Content:
    """The ritual load with its working, and how fast the days go; both in short in a low window."""
    words = shown.words
    load = load_of(shown.engagement, shown.today)
    if short:
        return line(_short(shown), "bold $warning" if load.too_much else "")
    first = line(load_words(load, words), "bold $warning" if load.too_much else "")
    burn = burn_today(shown.engagement, shown.today)
    fast = burn is not None and burn.sense != "even"
    return Content("\n").join([first, line(burn_words(burn, words), "$warning" if fast else "")])


def rows(shown: Shown, asked: str = "") -> list[Row]:
    """Everything the rhythm is made of, what comes next first.

    The row `asked` for is there too where it is usually left out: a decision long taken, a promise
    kept, one planned day of a ritual, a ritual that was stopped.
    """
    words, names = shown.words, ritual_names(shown)
    found = [_heading("rituals", shown)]
    lines = list(ritual_lines(shown.engagement, shown.today))
    slot = slot_of(shown, *asked.partition(":")[::2]) if asked.startswith("slot:") else None
    wanted = slot.ritual if slot else asked.removeprefix("ritual:")
    lines += stopped_line(shown.engagement, wanted, shown.today)
    for each in lines:
        found.append(_ritual(each, names, shown))
        if slot and slot.ritual == each.ritual.id:
            found.append(slot_row(shown, slot))
    if not lines:
        found[0] = Row(NO_RITUAL, Content(words("rhythm.empty-begin")), heading=True)
    found += _decisions(shown, asked)
    found += _promises(shown, asked)
    found.append(Row("", Content(words("rhythm.ask-days")), heading=True))
    burn = burn_words(burn_today(shown.engagement, shown.today), words)
    found.append(Row(DAYS_ROW, line(burn), hang=2))
    last = last_month(shown.today, shown.profile.first_day)
    kept = reports_of(shown.engagement)
    months = dict.fromkeys([last, *reversed(list(kept))])
    found.append(_heading("reports", shown))
    for month in months:
        state = "to-draft" if month not in kept else "sent" if kept[month].sent else "kept"
        if month in kept and in_time(month, kept[month].sent):
            state = "in-time"
        named = month_words(month, words)
        said = words("rhythm.row.report", month=named, state=words(f"rhythm.report.{state}"))
        if month in kept:
            said += f" · {words(f'rhythm.short-run-by.{kept[month].written_by}')}"
        found.append(Row(f"report:{month}", line(said)))
    return found


def month_words(month: str, words: Words) -> str:
    """`2026-10` as it is recorded → October 2026."""
    return month_and_year(month_bounds(month)[0], words.language)


def detail(shown: Shown, row_id: str) -> Content:
    """What is pointed at, told in full."""
    kind, _, identity = row_id.partition(":")
    if kind == "ritual":
        return _ritual_detail(shown, identity)
    if kind == "slot" and (slot := slot_of(shown, kind, identity)):
        ritual = rituals_of(shown.engagement).get(slot.ritual)
        return slot_detail(shown, slot, ritual_name(ritual, ritual_names(shown)) if ritual else "")
    if kind == "days":
        burn = line(burn_words(burn_today(shown.engagement, shown.today), shown.words))
        return Content(shown.words("rhythm.ask-days")) + "\n" + burn
    if kind == "decision" and (decision := decisions_of(shown.engagement).get(identity)):
        return _decision_detail(shown, decision)
    if kind == "promise" and (promise := promises_of(shown.engagement).get(identity)):
        return line(promise.what, "bold") + "\n" + line(_people(promise))
    if kind == "report":
        return Content(shown.words("rhythm.report-about"))
    return Content(shown.words("rhythm.agenda-about") if kind == "agenda" else "")


def _short(shown: Shown) -> str:
    words, language = shown.words, shown.words.language
    load, burn = load_of(shown.engagement, shown.today), burn_today(shown.engagement, shown.today)
    share = "—" if load.share is None else write_percent(load.share, language, 0)
    used = "—"
    if burn is not None and burn.burn is not None:
        told = write_percent(burn.burn, language, 0)
        used = words(f"rhythm.short-burn.{burn.sense}", burn=told)
    mark = "! " if load.too_much else ""
    return words("rhythm.short", load=f"{mark}{share}", burn=used)


def _heading(key: str, shown: Shown) -> Row:
    return Row("", Content(shown.words(f"rhythm.heading.{key}")), heading=True)


def _ritual(ritual_line: RitualLine, names: Names, shown: Shown) -> Row:
    words, ritual = shown.words, ritual_line.ritual
    day = _day(ritual_line, shown)
    health = ritual_line.health
    style = "$success" if (health.share or 0) >= 0.8 else "$warning"
    marks = _marks(shown, ritual_line)
    held = f"{health.held}/{health.planned}" if health.planned else "—"
    left = left_on(shown.engagement, shown.today)
    runner = runner_words(ritual.run_by, left, words, short=True)
    return Row(
        f"ritual:{ritual.id}",
        joined(
            [
                Content.styled(f"{day:<{DATE_WIDTH}}", "$secondary"),
                Content.styled(f"{marks:<{WINDOW}} {held:<4}", style if health.planned else ""),
                line(ritual_name(ritual, names)),
                Content.styled(f"· {runner}", "$secondary"),
            ]
        ),
        hang=DATE_WIDTH + 1 + WINDOW + 1 + 4 + 1,
    )


def _day(ritual_line: RitualLine, shown: Shown) -> str:
    """The weekday, the day and the hour of the next occurrence, where there is one."""
    if ritual_line.next is None:
        return "—"
    weekday = DAYS[shown.words.language].split()[ritual_line.next.weekday()][:3]
    return f"{weekday} {day_and_month(ritual_line.next, shown.words.language)}"


def _marks(shown: Shown, ritual_line: RitualLine) -> str:
    """The last occurrences, oldest first: ● held, ○ skipped, · nobody said."""
    logged = {
        each.slot: each for each in occurrences_of(shown.engagement).get(ritual_line.ritual.id, ())
    }
    past = sorted({*ritual_line.health.unlogged, *(s for s in logged if s <= shown.today)})
    return "".join(MARKS[logged[slot].result] if slot in logged else "·" for slot in past[-WINDOW:])


def _decisions(shown: Shown, asked: str) -> list[Row]:
    words = shown.words
    known = list(decisions_of(shown.engagement).values())
    waiting = [each for each in known if each.open or each.to_review(shown.today)]
    taken = [each for each in reversed(known) if not each.open]
    taken = [*taken[:TAKEN], *(each for each in taken[TAKEN:] if asked == f"decision:{each.id}")]
    skills = names_of(Catalogues()["skills"], words.language)
    people = labels_of(people_of(shown.engagement).values())
    gaps = [each for each in agenda_of(shown.engagement, shown.today) if each.key == "gap"]
    found = [_heading("decisions", shown)] if waiting or taken or gaps else []
    for decision in [*waiting, *(each for each in taken if each not in waiting)]:
        found.append(
            Row(f"decision:{decision.id}", _decision(decision, shown), hang=DATE_WIDTH + 1)
        )
    for place, gap in enumerate(gaps):
        said = agenda_words(gap, skills, people, words)
        sign = Content.styled("! ", "bold $warning")
        found.append(Row(f"agenda:{place}", sign + line(said)))
    return found


def _decision(decision: LoggedDecision, shown: Shown) -> Content:
    words = shown.words
    stale = decision.stale(shown.today)
    day = day_and_month(decision.decided or decision.opened, words.language)
    state = "open" if decision.open else "taken"
    if decision.to_review(shown.today):
        state = "review"
    said = words(f"rhythm.decision.{state}")
    if stale:
        days = (shown.today - decision.opened).days
        said = words("rhythm.decision.stale", n=days)
    style = "bold $error" if stale else "$warning" if state != "taken" else "$secondary"
    return joined(
        [
            Content.styled(f"{'! ' if stale else ''}{day}".ljust(DATE_WIDTH), style),
            line(decision.title),
            Content.styled(f"· {said}", style),
        ]
    )


def _promises(shown: Shown, asked: str) -> list[Row]:
    made = promises_of(shown.engagement).values()
    due = [each for each in made if each.kept is None or asked == f"promise:{each.id}"]
    found = [_heading("promises", shown)] if due else []
    for promise in due:
        late = promise.kept is None and promise.due is not None and promise.due < shown.today
        day = day_and_month(promise.due, shown.words.language) if promise.due else "—"
        mark = Content.styled(
            f"{'! ' if late else ''}{day}".ljust(DATE_WIDTH),
            "bold $error" if late else "$secondary",
        )
        people = Content.styled(f"· {_people(promise)}", "$secondary") if _people(promise) else None
        parts = [mark, line(promise.what), *([people] if people else [])]
        if promise.kept:
            kept = shown.words(
                "rhythm.kept-on", day=day_and_month(promise.kept, shown.words.language)
            )
            parts.append(Content.styled(f"· {kept}", "$secondary"))
        found.append(Row(f"promise:{promise.id}", joined(parts), hang=DATE_WIDTH + 1))
    return found


def _people(promise: Promise) -> str:
    return " → ".join(line(each).plain for each in (promise.by, promise.to) if each)


def _ritual_detail(shown: Shown, ritual_id: str) -> Content:
    words, names = shown.words, ritual_names(shown)
    running = ritual_lines(shown.engagement, shown.today)
    left = left_on(shown.engagement, shown.today)
    for each in (*running, *stopped_line(shown.engagement, ritual_id, shown.today)):
        if each.ritual.id != ritual_id:
            continue
        ritual = each.ritual
        facts = [schedule_words(ritual.schedule, words), words("rhythm.lasts", n=ritual.minutes),
                 runner_words(ritual.run_by, left, words), ritual.owner]  # fmt: skip
        parts = [line(ritual_name(ritual, names), "bold"),
                 line(" · ".join(fact for fact in facts if fact)),
                 line(health_words(each.health, words))]  # fmt: skip
        agenda = ritual.agenda or "\n".join(_catalogue(ritual_id, "agenda", shown))
        parts += [plain(agenda)] if agenda else []
        question = _catalogue(ritual_id, "question", shown)
        parts += [Content.styled(str(question), "italic")] if question else []
        return Content("\n").join(parts)
    return Content()


def _decision_detail(shown: Shown, decision: LoggedDecision) -> Content:
    words = shown.words
    parts = [line(decision.title, "bold")]
    for name in ("why", "options", "owner", "outcome"):
        if text := getattr(decision, name):
            parts.append(Content.styled(f"{words(f'rhythm.field.{name}')} ", "$secondary")
                         + plain(text))  # fmt: skip
    if decision.review:
        day = plain_date(decision.review, words.language)
        parts.append(line(words("rhythm.review-on", day=day)))
    return Content("\n").join(parts)


def _catalogue(ritual_id: str, field: str, shown: Shown) -> tuple[str, ...] | str:
    for entry in Catalogues()["rituals"]:
        if entry.id == ritual_id:
            found: tuple[str, ...] | str = entry.words[shown.words.language][field]
            return found
    return ""
