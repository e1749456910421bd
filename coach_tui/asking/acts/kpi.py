"""Acts on KPIs: follow one, say where it starts and goes, read those due, choose what judges."""

from __future__ import annotations

from coach_tui.asking import kpi as forms
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.form import form_from
from coach_tui.asking.sheet import Asked, AtScreen, Pick, Several, sheet_of
from coach_tui.bundled import load_catalogue
from coach_tui.coach.kpi.overview import Followed, by_id, follow_up, kpi_name
from coach_tui.engagement.change import Draft
from coach_tui.engagement.kpi.derived import INPUTS
from coach_tui.engagement.kpi.objectives import Objective, objectives_of, set_objective
from coach_tui.engagement.kpi.record import FAMILIES
from coach_tui.engagement.kpi.setup import judge_by
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line


def open_kpi(opening: Opening) -> Asked:
    """The KPI this is about where its frame lacks something; a new one otherwise."""
    entries = by_id(load_catalogue("kpis")[0])
    followed = follow_up(opening.engagement, entries, opening.words, opening.shown.today)
    what = opening.act.what
    if what == "reading":
        due = tuple(each for each in followed if each.kpi.id in opening.about) or tuple(
            each for each in followed if each.due and not each.computed
        )
        return (
            opening.collected(lambda asker: forms.ask_due(asker, due)) if due else AtScreen("kpis")
        )
    if what == "success":
        return _success(opening, followed)
    named = opening.id_of("kpi")
    wanted = (
        each
        for each in followed
        if each.kpi.id == named or (not named and what and _lacks(each, what))
    )
    if chosen := next(wanted, None):
        return opening.collected(lambda asker: forms.ask_frame(asker, chosen, entries))
    if what and any(not each.kpi.is_input for each in followed):
        return AtScreen("kpis")
    taken = {each.kpi.catalogue for each in followed}
    words = opening.words

    def then(answer: str) -> Asked:
        known = answer if answer in entries else ""
        typed = "" if known else answer
        return opening.collected(lambda asker: forms.ask_new(asker, known, typed, entries))

    options = tuple(
        (entry.id, f"{entry.words[words.language]['name']} · " + words(f"kpi.family.{family}"))
        for family in FAMILIES for entry in entries.values()
        if entry.fields.get("family") == family and entry.id not in taken
        and entry.id not in INPUTS
    )  # fmt: skip
    return Pick(words("kpi.add"), opening.said, options, then, words("act.other-kpi"))


def _lacks(each: Followed, what: str) -> bool:
    if each.kpi.is_input:
        return False
    return not each.kpi.targets if what == "targets" else each.kpi.baseline is None


def _success(opening: Opening, followed: tuple[Followed, ...]) -> Asked:
    """Which of the KPIs followed say, in the end, whether this worked."""
    entries, words = by_id(load_catalogue("kpis")[0]), opening.words
    if not followed:
        return open_kpi(opening._replace(act=opening.act._replace(what="")))
    judging = [each for each in followed if each.kpi.success and not each.kpi.stays]
    if opening.step and (begun := [each for each in judging if each.kpi.baseline is None]):
        return opening.collected(lambda asker: forms.ask_frame(asker, begun[0], entries))

    def submit(chosen: tuple[str, ...]) -> Refusal | None:
        drafts: list[Draft] = []
        for each in followed:
            if (each.kpi.id in chosen) == each.kpi.success:
                continue
            said = judge_by(opening.engagement, each.kpi.id, each.kpi.id in chosen)
            if isinstance(said, Refusal):
                return said
            drafts += said
        if not drafts and chosen:
            return None  # looked at, and left as it is
        return opening.desk.try_to_save(drafts) if drafts else Refusal("refusal.act.none-chosen")

    options = tuple((each.kpi.id, kpi_name(each.kpi, entries, words)) for each in followed)
    chosen = tuple(each.kpi.id for each in followed if each.kpi.success)
    return Several(words("act.success"), words("act.success.about"), options, submit, chosen)


def open_objective(opening: Opening) -> Asked:
    """A new objective: from where, to where, by when; of a step, first one that lacks of it."""
    names = ("what", "start", "goal", "by", "rank")
    written = objectives_of(opening.engagement) if opening.step else ()
    begun = [each for each in written if each.lacks]
    objective = begun[0] if begun else Objective(opening.desk.new_id())
    form = form_from(
        opening.words("act.objective"), objective, names, opening.words, opening.shown.today,
        lambda said: set_objective(opening.engagement, objective.id, said, opening.shown.today),
        new=not begun,
    )  # fmt: skip
    about = " · ".join(each for each in (opening.said, one_line(objective.what)) if each)
    return sheet_of(form, opening.desk, about, objective.lacks[0] if begun else "")
