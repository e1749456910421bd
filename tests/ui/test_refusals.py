"""A refused form: the focus is on the answer to change, why is under it, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

import pytest
from textual.widget import Widget
from textual.widgets import Button, Select, Static, TextArea

from coach_tui.asking import access as access_forms
from coach_tui.asking import candidates as candidate_forms
from coach_tui.asking import framing as framing_forms
from coach_tui.asking import kpi as kpi_forms
from coach_tui.asking import rhythm as rhythm_forms
from coach_tui.asking import transition as transition_forms
from coach_tui.asking.cost import cost_form
from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.framing.candidates import candidates_of
from coach_tui.engagement.profile import amend
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.exit import checks_of
from coach_tui.engagement.transition.loops import loops_of
from coach_tui.ui.checklist_import import import_checklist
from coach_tui.ui.dialogs.form import FormDialog
from coach_tui.ui.dialogs.questions import FormFields
from coach_tui.ui.kpi.readings_import import ask_file

from .conftest import TODAY, screen_text
from .records import record_one_of_each

NO_DAY, NO_NUMBER, SECRET = "31/02/2027", "abc", "password: hunter2!"
NOWHERE = "/nowhere/at/all"


class Asked(NamedTuple):
    """A form, how it is opened, and answers that it must refuse: what is typed, by field."""

    place: str
    open: Callable[[Any], object]
    bad: dict[str, str]
    filled: Mapping[str, str] = {}  # what the form needs besides, to get as far as the bad answer


def put(make: Callable[[Any], framing_forms.Form]) -> Callable[[Any], None]:
    """Open a form of the framing or the transition."""
    return lambda screen: screen.put(make(screen))


def engagement(screen: Any) -> Any:
    return screen.coach.shown.engagement


def kpi(screen: Any, identity: str) -> Any:
    return next(each for each in screen.followed if each.kpi.id == identity)


def candidate(screen: Any) -> Any:
    return next(each for each in candidates_of(engagement(screen)) if each.id == "c1")


FORMS = [
    Asked(
        "accesses",
        lambda s: access_forms.ask_fields(s, accesses_of(engagement(s))["crm"]),
        {
            "tool": "", "asset": SECRET, "admins": "many", "planned_end": NO_DAY,
            "evidence": SECRET,
        },
    ),
    Asked(
        "accesses",
        lambda s: access_forms.ask_fields(s, accesses_of(engagement(s))["crm"]),
        {"keep_reason": ""},
        {"exit": "keep"},
    ),
    Asked(
        "accesses",
        lambda s: access_forms.ask_new(s, None, "Own tool"),
        {"reason": SECRET, "admins": "-1", "planned_end": NO_DAY},
    ),
    Asked(
        "accesses",
        lambda s: access_forms.ask_aside(s, accesses_of(engagement(s))["crm"]),
        {"na_reason": ""},
    ),
    Asked(
        "accesses",
        lambda s: access_forms.ask_step(s, accesses_of(engagement(s))["crm"], "granted"),
        {"granted_on": "31/12/2026", "granted_role": "", "owner": SECRET},
        {"granted_role": "Viewer"},
    ),
    Asked(
        "kpis",
        lambda s: kpi_forms.ask_new(s, "", "Own KPI", s.entries),
        {
            "definition": SECRET, "baseline": "5 €", "baseline_on": NO_DAY, "target_3": NO_NUMBER,
            "target_6": "3 mois", "target_12": "-4", "limit": NO_NUMBER, "owner": SECRET,
            "source": SECRET,
        },
    ),
    Asked("kpis", lambda s: kpi_forms.ask_frame(s, kpi(s, "mql"), s.entries), {"name": SECRET}),
    Asked(
        "kpis",
        lambda s: kpi_forms.ask_reading(s, kpi(s, "mql")),
        {"value": "12 €", "on": "31/12/2026", "note": SECRET},
        {"value": "12"},
    ),
    Asked(
        "kpis",
        lambda s: kpi_forms.ask_due(s, (kpi(s, "mql"), kpi(s, "sql"))),
        {"n1": NO_NUMBER, "on": NO_DAY},
        {"n0": "3"},
    ),
    Asked("kpis", kpi_forms.ask_rules, {"on_track": NO_NUMBER, "watch": "2"}),
    Asked(
        "kpis",
        lambda s: kpi_forms.ask_new(s, "arpa", "", s.entries),
        {"value": "5 %", "on": "31/12/2026"},
        {"value": "5"},
    ),
    Asked("kpis", lambda s: ask_file(s, s.entries, s.followed), {"path": NOWHERE}),
    Asked(
        "rhythm",
        lambda s: s.ask(Sheet(
            "ritual",
            "",
            rhythm_forms.ritual_fields(s.coach.shown, rituals_of(engagement(s))["weekly-ceo"]),
            lambda answers: rhythm_forms.save_ritual(
                s.coach, s.coach.shown, rituals_of(engagement(s))["weekly-ceo"], answers
            ),
        )),
        {
            "days": "someday", "time": "25:00", "minutes": "an hour", "owner": SECRET,
            "agenda": SECRET,
        },
    ),
    Asked(
        "rhythm",
        lambda s: s.do_log_decision(),
        {"title": " ", "why": "", "options": SECRET, "owner": SECRET, "review": NO_DAY},
        {"title": "Hire", "why": "figures"},
    ),
    Asked(
        "rhythm",
        lambda s: s.do_add_promise(),
        {"what": "", "by": SECRET, "to": SECRET, "due": NO_DAY},
        {"what": "the figures"},
    ),
    Asked(
        "rhythm",
        lambda s: s.do_log_days(),
        {"worked": "a while", "day": "31/12/2026", "note": SECRET, "agreed": "-1", "weeks": "0"},
    ),
    Asked("rhythm", lambda s: s.do_export(), {"zone": "Mars", "path": NOWHERE}),
    Asked("team", lambda s: s.do_add_person(), {"name": "", "role": SECRET}, {"name": "Zoé"}),
    Asked("team", lambda s: s.do_edit_person(), {"name": "", "left": NO_DAY}),
    Asked("team", lambda s: s.do_edit_skill(), {"method": SECRET, "external": SECRET}),
    Asked("team", lambda s: s.do_method_used(), {"day": "31/12/2026", "note": SECRET},
          {"day": "12/3/2026"}),
    Asked("team", lambda s: s.do_goal(), {"due": NO_DAY, "case": SECRET}),
    Asked(
        "team",
        lambda s: s.do_rate(),
        {"evidence": "", "day": "31/12/2026"},
        {"level": "4", "evidence": "did it", "verified_by": "Eva", "day": "today"},
    ),
    Asked("team", lambda s: s.do_drill(), {"start": NO_DAY, "end": "1/1/2026"},
          {"result": "passed"}),
    Asked("team", lambda s: s.do_taper(), {"dose": "two", "since": NO_DAY, "why": SECRET},
          {"dose": "2"}),
    Asked("team", lambda s: s.do_board(), {"decision": SECRET}),
    Asked(
        "framing",
        put(lambda s: framing_forms.fit_form(engagement(s), s.words, TODAY)),
        {"headcount": NO_NUMBER, "revenue": "-1", "marketing_budget": NO_NUMBER},
    ),
    Asked(
        "framing",
        put(lambda s: framing_forms.situation_form(engagement(s), s.catalogues, s.words, TODAY)),
        {"deadline": NO_DAY},
    ),
    Asked(
        "framing",
        put(lambda s: framing_forms.model_form(engagement(s), s.words, TODAY)),
        {"headcount": NO_NUMBER, "leadership_budget": NO_NUMBER, "team": "-1"},
    ),
    Asked(
        "framing",
        put(lambda s: framing_forms.keep_form(engagement(s), s.words)),
        {"reason": "", "rejected": "fractional"},
        {"kept": "fractional", "reason": "the guide's test"},
    ),
    Asked(
        "framing",
        put(lambda s: framing_forms.need_form(engagement(s), s.catalogues, s.words, "hour")),
        {"yes": "", "words": SECRET},
        {"yes": "no"},
    ),
    Asked(
        "framing",
        put(lambda s: framing_forms.contract_form(engagement(s), s.catalogues, s.words, "gdpr")),
        {"holder": SECRET, "words": ""},
        {"state": "na", "words": "said by counsel"},
    ),
    Asked(
        "framing",
        lambda s: s._put_cost(cost_form(engagement(s), s.words), s.words),
        {
            "day_rate": "-1", "days_per_month": "40", "months": "0", "phases": "3 by 13",
            "gross": "abc", "factor": "3",
        },
        {"days_per_month": "8", "months": "6"},
    ),
    Asked(
        "framing",
        put(
            lambda s: candidate_forms.add_form(engagement(s), "c9", "fractional", s.words, TODAY)
        ),
        {"name": " "},
    ),
    Asked(
        "framing",
        put(lambda s: candidate_forms.about_form(candidate(s), s.words, TODAY)),
        {"name": "", "clients": NO_NUMBER, "references": NO_NUMBER, "note": SECRET},
    ),
    Asked(
        "framing",
        put(
            lambda s: candidate_forms.mark_form(
                engagement(s), candidate(s), "1", s.catalogues, s.words
            )
        ),
        {"track-record": "6", "fit": "well"},
    ),
    Asked(
        "transition",
        put(lambda s: transition_forms.review_form(engagement(s), "r9", s.words, TODAY)),
        {"headcount": NO_NUMBER, "budget": "-1", "day": NO_DAY, "words": SECRET},
    ),
    Asked(
        "transition",
        put(lambda s: transition_forms.plan_form(engagement(s), s.words, TODAY)),
        {
            "successor": SECRET, "successor_first_day": "1/1/2020", "planned_end": NO_DAY,
            "ended": NO_DAY, "search_weeks": NO_NUMBER, "mission": SECRET,
        },
    ),
    Asked(
        "transition",
        put(lambda s: transition_forms.document_form(
            engagement(s), s.catalogues, s.words, "strategy", TODAY)),
        {"author": "", "verified_by": "ada", "verified_on": NO_DAY, "words": SECRET},
        {"author": "Ada", "verified_by": "Tom"},
    ),
    Asked(
        "transition",
        put(lambda s: transition_forms.loop_form(
            engagement(s), loops_of(engagement(s)).all[0], s.words, TODAY)),
        {"topic": "", "due": NO_DAY, "risk": SECRET},
    ),
    Asked(
        "transition",
        put(lambda s: transition_forms.sign_form(
            engagement(s), loops_of(engagement(s)).all[0], s.words, TODAY)),
        {"name": ""},
    ),
    Asked(
        "transition",
        put(lambda s: transition_forms.contact_form(
            engagement(s), contacts_of(engagement(s))[0], s.words, TODAY)),
        {"name": "", "introduced_on": NO_DAY, "private": SECRET},
    ),
    Asked(
        "transition",
        put(lambda s: transition_forms.check_form(
            checks_of(engagement(s))[0], s.catalogues, s.words, TODAY)),
        {"words": ""},
        {"outcome": "problem"},
    ),
    Asked(
        "transition",
        put(lambda s: transition_forms.section_form(
            engagement(s), s.catalogues, s.words, "strategy")),
        {"question": SECRET, "private": SECRET},
    ),
    Asked(
        "engagements",
        lambda s: s.do_edit(),
        {
            "company": "", "first_day": NO_DAY, "planned_end": "1/1/2020",
            "successor_first_day": NO_DAY, "days_per_week": "9", "headcount": NO_NUMBER,
        },
    ),
    Asked(
        "now",
        lambda s: s.do_tell(),
        {"execution_days": NO_NUMBER, "sales_cycle": "-3", "campaign_launched": NO_DAY},
    ),
    Asked("stage", lambda s: s.do_blocked(), {"by": "", "reason": SECRET},
          {"by": "X", "reason": "Y"}),
    Asked("stage", lambda s: s.do_na(), {"reason": ""}),
    Asked("stage", lambda s: s.do_note(), {"text": " "}),
    Asked("stage", lambda s: s.do_export(), {"path": NOWHERE + "/x.md"}),
    Asked("stage", lambda s: import_checklist(s.coach), {"path": NOWHERE}),
]  # fmt: skip


def answer(app: Any, name: str, text: str) -> None:
    widget = app.screen.query_one(f"#field-{name}")
    if isinstance(widget, TextArea):
        widget.text = text
    else:
        widget.value = text


def answered(app: Any) -> dict[str, str]:
    """What stands in every field of the form in sight."""
    widgets = app.screen.query(FormFields).first().query("Input, TextArea, Select")
    return {
        str(each.id): each.text if isinstance(each, TextArea) else str(each.value)  # type: ignore[attr-defined]
        for each in widgets
        if str(each.id).startswith("field-")
    }


async def settle(pilot: Any) -> None:
    for _ in range(2):
        await pilot.pause()


async def opened_form(app: Any, pilot: Any, form: Asked) -> None:
    if getattr(app.screen, "NAME", "") != form.place:
        app.go_to_step("access-crm") if form.place == "stage" else app.go(form.place)
        await settle(pilot)
    form.open(app.screen)
    await settle(pilot)
    if not isinstance(app.screen, FormDialog):
        await pilot.press("enter")  # a page or a list comes first: go on, take its first line
        await settle(pilot)
    assert isinstance(app.screen, FormDialog), form


def faults(app: Any, name: str) -> list[str]:
    """What a reader would miss of this refused answer: the focus, the reason, or the question."""
    said = app.screen.query_one(f"#said-{name}", Static)
    focused = app.focused.id if app.focused else None
    found = [] if focused == f"field-{name}" else [f"the focus is on {focused}"]
    if not (said.has_class("-refused") and str(said.content).strip()):
        refusals = app.screen.query("#dialog-refusal")
        found.append(f"nothing under it; below: {[str(each.content) for each in refusals]}")
    for part in ("label", "field", "said"):
        widget = app.screen.query_one(f"#{part}-{name}")
        if not (widget.display or app.screen.query_one(f"#field-{name}").border_title):
            found.append(f"its {part} is nowhere")
        if widget.display and not in_sight(widget):
            found.append(f"its {part} is not all in sight")
    return found


def in_sight(widget: Widget) -> bool:
    """Whether no part of it is scrolled away or off the screen."""
    region = widget.region
    holders = [each for each in widget.ancestors if isinstance(each, Widget)]
    return bool(region) and all(
        each.region.contains_region(region) for each in holders if each.region
    )


async def refused_faults(app: Any, pilot: Any, form: Asked) -> list[str]:
    """Each bad answer of this form handed in, one after the other, the others as they were."""
    found: list[str] = []
    await opened_form(app, pilot, form)
    for name, text in form.filled.items():
        answer(app, name, text)
    for name, text in form.bad.items():
        place = f"{form.place}: {name}"
        good = answered(app)
        answer(app, name, text)
        bad = answered(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        if not isinstance(app.screen, FormDialog):
            found.append(f"{place}: {text!r} was not refused")
            await opened_form(app, pilot, form)
            continue
        found += [f"{place}: {fault}" for fault in faults(app, name)]
        if answered(app) != bad:
            found.append(f"{place}: what was typed is lost")
        chosen = isinstance(app.screen.query_one(f"#field-{name}"), Select)
        answer(app, name, good[f"field-{name}"] if chosen else f"{text} or so")
        await pilot.pause()
        if app.screen.query_one(f"#said-{name}").has_class("-refused"):
            found.append(f"{place}: the answer changed, and the refusal stays")
        answer(app, name, good[f"field-{name}"])
    await pilot.press("escape")
    await settle(pilot)
    return found


@pytest.mark.parametrize("place", sorted({form.place for form in FORMS}))
async def test_every_form_goes_to_the_answer_it_refuses(opened, acme, place):
    record_one_of_each(acme)
    async with opened(acme.path, size=(40, 15), language="fr") as (app, pilot):
        for form in FORMS:
            if form.place == place:
                assert await refused_faults(app, pilot, form) == []


@pytest.mark.parametrize(("size", "asked"), [((120, 40), "gross"), ((80, 24), "private")])
async def test_so_does_a_larger_window(opened, acme, size, asked):
    record_one_of_each(acme)
    long = [form for form in FORMS if asked in form.bad]
    assert long
    async with opened(acme.path, size=size) as (app, pilot):
        for form in long:
            assert await refused_faults(app, pilot, form) == []


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_the_welcome_goes_to_the_answer_it_refuses(opened, size):
    bad = {"company": "", "first_day": NO_DAY, "days_per_week": "two"}
    async with opened(None, size=size, language="fr") as (app, pilot):
        answer(app, "company", "Acme")
        for name, text in bad.items():
            good = answered(app)[f"field-{name}"]
            answer(app, name, text)
            await pilot.press("ctrl+s")
            await settle(pilot)
            assert faults(app, name) == []
            assert answered(app)[f"field-{name}"] == text
            answer(app, name, good)
            await pilot.pause()


async def test_a_day_is_shown_as_this_reader_writes_it_and_said_back_whole(opened, acme):
    for language, shown, typed, said in (
        ("fr", "09/03/2026", "5/1", "lundi 5 janvier 2026"),
        ("en", "9 March 2026", "5 Jan", "Monday 5 January 2026"),
    ):
        async with opened(acme.path, language=language) as (app, pilot):
            app.go("engagements")
            await settle(pilot)
            app.screen.do_edit()
            await settle(pilot)
            assert answered(app)["field-first_day"] == shown
            answer(app, "first_day", typed)
            await pilot.pause()
            assert said in str(app.screen.query_one("#said-first_day", Static).content)
            await pilot.press("ctrl+s")
            await settle(pilot)
            assert app.session.profile.first_day == date(2026, 1, 5)
            answer_again = amend(app.session.engagement, {"first_day": date(2026, 3, 9)})
            assert app.try_to_save(answer_again) is None


async def test_the_button_and_the_keys_say_what_the_form_does(opened, acme):
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        for place, open_form, deed in (
            ("stage", lambda s: s.do_export(), "Preview"),
            ("stage", lambda s: import_checklist(s.coach), "Read"),
            ("team", lambda s: s.do_export(), "Preview"),
            ("team", lambda s: s.do_drill(), "Go on"),
            ("team", lambda s: s.do_add_person(), "Save"),
        ):
            await opened_form(app, pilot, Asked(place, open_form, {}))
            assert str(app.screen.query_one("#save", Button).label) == deed
            assert f"Ctrl+S {deed.lower()}" in screen_text(app)
            await pilot.press("escape")
            await settle(pilot)
