"""Which readings a KPI's natural limits rest on, asked for."""

from __future__ import annotations

from coach_tui.asking.asker import Asker
from coach_tui.asking.form import form_from
from coach_tui.asking.kpi import of_kpi
from coach_tui.coach.kpi.overview import Followed
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.kpi.behaviour import Baseline, baseline_of, set_baseline
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line


def ask_baseline(screen: Asker, each: Followed) -> None:
    """The first and the last day, and why these."""
    words, shown = screen.words, screen.coach.shown
    if shown is None:
        return
    known = baseline_of(shown.engagement, each.kpi.id)
    form = form_from(
        words("kpi.limits.choose"), known, fields_of(Baseline), words, screen.today,
        lambda said: set_baseline(shown.engagement, each.kpi.id, said, screen.today),
    )  # fmt: skip

    def save(answers: dict[str, str]) -> Refusal | None:
        decision = form.decide(answers)
        return decision if isinstance(decision, Refusal) else screen.save(decision)

    about = words("kpi.limits.choose-about", name=one_line(each.name))
    screen.ask(of_kpi(each, form.title, about, form.fields, save))
