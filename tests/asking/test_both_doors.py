"""The app's forms and the commands, given the same answers, record the same changes."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import coach_tui.coach
import coach_tui.engagement
from coach_tui.asking import (
    access,
    candidates,
    cost,
    entrustment,
    expiry,
    framing,
    kpi,
    kpi_limits,
    noting,
    rehearsal,
    rhythm,
    team,
    transition,
)
from coach_tui.asking.acts import asked_for
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.acts.papers import checking_sheet, linking_sheet, sending_sheet
from coach_tui.asking.acts.team import map_asked
from coach_tui.asking.asker import Collected
from coach_tui.asking.context import context_form
from coach_tui.asking.document import paper_at
from coach_tui.asking.occurrence import log_slot, slot_of
from coach_tui.asking.sheet import Several, Sheet, sheet_of
from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.cli import main
from coach_tui.coach.acts import ParsedAct
from coach_tui.coach.kpi.overview import by_id, follow_up
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.documents.save import write_document
from coach_tui.engagement.framing.candidates import candidates_of
from coach_tui.engagement.kpi.setup import let_go
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.decisions import decisions_of, keep_promise
from coach_tui.engagement.rhythm.reports import keep_report
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import StepRecord, set_status
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.team.skills import skills_of
from coach_tui.engagement.transition.expiry import Expiry, drop_expiry
from coach_tui.engagement.transition.loops import Loop, close_loop, look_in, loops_of
from coach_tui.engagement.transition.rehearsal import rehearsals_of
from coach_tui.language import Refusal, Words
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from coach_tui.view_state import Shown, show
from tests.ui.records import record_one_of_each

TODAY = date(2026, 3, 12)
NEW = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


class SavingDesk:
    """A form's desk in an engagement's own file."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.words = Words("en")

    @property
    def engagement(self) -> Engagement:
        return self.session.engagement

    @property
    def now(self) -> Any:
        return lambda: datetime(2026, 3, 12, 9, tzinfo=UTC)

    @property
    def shown(self) -> Shown:
        return show(self.words, load_playbook("en")[0], self.engagement, self.session.changes,
                    today=TODAY, role="founder", only_mine=False)  # fmt: skip

    def new_id(self) -> str:
        return self.session.new_id()

    def try_to_save(self, decision: Decision) -> Refusal | None:
        answer = self.session.record(decision)
        return answer if isinstance(answer, Refusal) else None

    def tell(self, key: str, **values: Any) -> None:
        """Nothing is said here."""


class Case(NamedTuple):
    """A form (or a key, without answers) and the command that says the same."""

    name: str
    ask: Callable[[SavingDesk], Sheet | Refusal | None]
    answers: Mapping[str, str]
    command: str


def asked(ask: Callable[..., None], *about: Callable[[SavingDesk], Any]) -> Any:
    """A form that asks for itself, as on a screen."""

    def sheet(desk: SavingDesk) -> Sheet:
        collected = Collected(desk, TODAY)
        ask(collected, *(each(desk) for each in about))
        assert collected.sheet
        return collected.sheet

    return sheet


def record_all(session: Session) -> None:
    """One record of each kind, and a document that is written."""
    record_one_of_each(session)
    session.record(
        write_document(session.engagement, "positioning", "Ann", TODAY, text="For whom.")
    )


def form(make: Callable[[SavingDesk], Any]) -> Any:
    """A form that is a value."""
    return lambda desk: sheet_of(make(desk), desk)


def saved(fields: Callable[[SavingDesk], Any], save: Callable[..., Refusal | None]) -> Any:
    """Questions, and what saves their answers."""
    return lambda desk: Sheet("", "", fields(desk), lambda answers: save(desk, answers))


def act(name: str, *about: str) -> Any:
    """What doing a step opens."""
    return lambda desk: asked_for(desk, desk.shown, name, about)


def chosen(name: str, *options: str) -> Any:
    """The same, where it is a choice of several."""

    def choose(desk: SavingDesk) -> Refusal | None:
        asked = asked_for(desk, desk.shown, name)
        assert isinstance(asked, Several)
        return asked.submit(options)

    return choose


def mapped(*skills: str) -> Any:
    """The skills marked in the list of them; one that is not is taken off the map."""
    return lambda desk: map_asked(Opening(desk, desk.shown, ParsedAct("skill-map"))).submit(skills)


def paper(document: str, sheet: Callable[..., Sheet]) -> Any:
    """A sheet of this document."""
    return lambda desk: sheet(desk, paper_at(desk.shown, document))


def followed(desk: SavingDesk, kpi_id: str) -> Any:
    lines = follow_up(desk.engagement, by_id(Catalogues()["kpis"]), desk.words, TODAY)
    return next(each for each in lines if each.kpi.id == kpi_id)


def given(said: str) -> Callable[[SavingDesk], str]:
    """What is known without the desk."""
    return lambda _: said


def line(access_id: str) -> Callable[[SavingDesk], Any]:
    return lambda desk: accesses_of(desk.engagement)[access_id]


def candidate(desk: SavingDesk) -> Any:
    return next(each for each in candidates_of(desk.engagement) if each.name == "Paula")


def decided(identity: str) -> Any:
    def known(desk: SavingDesk) -> Any:
        return decisions_of(desk.engagement).get(identity)

    return saved(
        lambda desk: rhythm.decision_fields(desk.shown, known(desk)),
        lambda desk, answers: rhythm.save_decision(desk, desk.shown, known(desk), answers),
    )


def ritual(desk: SavingDesk) -> Any:
    return rituals_of(desk.engagement)["weekly-ceo"]


def slot(desk: SavingDesk) -> Any:
    return slot_of(desk.shown, "ritual", "one-on-one")


def loop(desk: SavingDesk) -> Loop:
    return loops_of(desk.engagement).all[0]


CASES = [
    Case("an access is granted", asked(access.ask_step, line("crm"), lambda _: "granted"),
         {"granted_role": "editor", "granted_to": "Ann", "owner": "Paul", "admins": "2"},
         "access next crm --role editor --to Ann --owner Paul --admins 2"),
    Case("an access is set aside", asked(access.ask_aside, line("ads")),
         {"na_reason": "unused"}, "access set ads na_reason=unused"),
    Case("an access is changed", asked(access.ask_fields, line("ads")),
         {"owner": "Zoé", "critical": "yes"}, "access set ads owner=Zoé critical=yes"),
    Case("an access is added", asked(access.ask_new, lambda _: None, lambda _: "Zorg"),
         {"owner": "Zoé", "planned_end": "2026-12-01"},
         "access add Zorg --category other --exit revoke --owner Zoé --end 2026-12-01"),
    Case("a KPI is framed", asked(kpi.ask_frame, lambda d: followed(d, "mql"),
                                  lambda _: by_id(Catalogues()["kpis"])),
         {"owner": "Zoé", "source": "CRM"}, "kpi add mql --owner Zoé --source CRM"),
    Case("a KPI is read", asked(kpi.ask_reading, lambda d: followed(d, "mql")),
         {"value": "12", "on": "2026-03-10", "note": "low"},
         "kpi read mql 12 --date 2026-03-10 --note low"),
    Case("a KPI’s limits rest on other readings",
         asked(kpi_limits.ask_baseline, lambda d: followed(d, "mql")),
         {"since": "2026-03-01", "why": "a new offer"},
         "kpi limits mql --since 2026-03-01 --why 'a new offer'"),
    Case("a ritual is moved", saved(lambda d: rhythm.ritual_fields(d.shown, ritual(d)),
                                    lambda d, a: rhythm.save_ritual(d, d.shown, ritual(d), a)),
         {"days": "thu", "time": "09:30", "minutes": "50", "owner": "Zoé"},
         "rhythm add weekly-ceo --day thu --time 09:30 --minutes 50 --owner Zoé"),
    Case("a ritual ends", saved(lambda d: rhythm.ritual_fields(d.shown, ritual(d)),
                                lambda d, a: rhythm.save_ritual(d, d.shown, ritual(d), a)),
         {"goes_on": "no"}, "rhythm stop weekly-ceo"),
    Case("a ritual of the catalogue begins", lambda d: rhythm.begin_one(d, d.shown, "standup"),
         {}, "rhythm add standup"),
    Case("the usual rituals begin", lambda d: rhythm.begin_all(d, d.shown), {},
         "rhythm add --usual"),
    Case("a day of a ritual is held", lambda d: log_slot(d, d.shown, slot(d), "held"), {},
         "rhythm log one-on-one held"),
    Case("a day of a ritual is skipped", lambda d: log_slot(d, d.shown, slot(d), "skipped", "ill"),
         {}, "rhythm log one-on-one skipped --reason ill"),
    Case("a decision is taken", decided(""),
         {"title": "Leave", "why": "1 lead", "options": "stay", "owner": "Zoé",
          "review": "2026-06-12"},
         "rhythm decide Leave --why '1 lead' --options stay --owner Zoé --review 2026-06-12"),
    Case("a decision waits with all that is known", decided(""),
         {"title": "Leave", "why": "1 lead", "review": "2026-06-12", "outcome": "none",
          "state": "open"},
         "rhythm decide Leave --open --why '1 lead' --review 2026-06-12 --outcome none"),
    Case("a decision waits again", decided("d3"), {"state": "open"},
         "rhythm decide 'Decision 3' --open"),
    Case("what became of a decision is told", decided("d3"), {"outcome": "well"},
         "rhythm decide 'Decision 3' --outcome well"),
    Case("a promise is made", saved(lambda d: rhythm.promise_fields(d.shown),
                                    lambda d, a: rhythm.save_promise(d, d.shown, a)),
         {"what": "Call", "by": "Tom", "to": "Zoé", "due": "2026-04-01"},
         "rhythm promise Call --by Tom --to Zoé --due 2026-04-01"),
    Case("a promise is kept", lambda d: d.try_to_save(keep_promise(d.engagement, "p2", TODAY)), {},
         "rhythm promise Book --kept"),
    Case("days are logged and agreed", saved(lambda d: rhythm.days_fields(d.shown),
                                             lambda d, a: rhythm.save_days(d, d.shown, a)),
         {"worked": "2", "day": "2026-03-10", "note": "audit", "agreed": "30", "weeks": "10"},
         "rhythm days 2 --date 2026-03-10 --note audit --agreed 30 --weeks 10"),
    Case("a person is added", saved(lambda d: team.person_fields(d.shown),
                                    lambda d, a: team.save_person(d, d.shown, "", a)),
         {"name": "Léo", "kind": "agency", "role": "SEO"},
         "team add Léo --kind agency --role SEO"),
    Case("a person leaves", saved(
        lambda d: team.person_fields(d.shown, people_of(d.engagement)["tom"]),
        lambda d, a: team.save_person(d, d.shown, "tom", a)),
         {"left": "2026-04-01"}, "team add Tom --left 2026-04-01"),
    Case("someone is rated", saved(lambda d: team.rate_fields(d.shown, "cmo", 2),
                                   lambda d, a: team.save_rating(d, d.shown, "ac-seo", "ann", a)),
         {"level": "3", "evidence": "an audit", "verified_by": "Tom", "day": "2026-03-10"},
         "team rate Ann ac-seo 3 --evidence 'an audit' --verified-by Tom --date 2026-03-10"),
    Case("how much someone is watched next time is decided", form(
        lambda d: entrustment.entrust_form(d.shown, d.new_id(), "ann", "ac-seo")),
         {"level": "4", "evidence": "two audits", "by": "Tom", "until": "2026-09-08",
          "limits": "500 €"},
         "team entrust Ann ac-seo 4 --evidence 'two audits' --by Tom --until 2026-09-08"
         " --limits '500 €'"),
    Case("a skill weighs otherwise", saved(
        lambda d: team.skill_fields(d.shown, skills_of(d.engagement)["ac-seo"]),
        lambda d, a: team.save_skill(d, d.shown, skills_of(d.engagement)["ac-seo"], a)),
         {"weight": "1", "critical": "no"}, "team skills ac-seo --weight 1 --critical no"),
    Case("a skill is put on the map", mapped("ac-seo", "da-reporting", "cr-ops"), {},
         "team skills cr-ops"),
    Case("every skill is put on the map", mapped(*(each.id for each in Catalogues()["skills"])), {},
         "team skills --all"),
    Case("a skill is taken off the map", mapped("da-reporting"), {},
         "team skills ac-seo --drop"),
    Case("a method is used", saved(
        lambda d: (), lambda d, a: team.save_use(d, d.shown, "ac-seo", "ann",
                                                 {"day": "2026-03-10", "note": "alone"})),
         {}, "team use Ann ac-seo --date 2026-03-10 --note alone"),
    Case("a decision of every day is given", saved(
        lambda d: team.board_fields(d.shown, board_of(d.engagement)["b1"]),
        lambda d, a: team.save_board(d, d.shown, board_of(d.engagement)["b1"], a)),
         {"person": "ann", "now": "3", "wanted": "6"},
         "team delegate 'Approve a campaign' --to Ann --now 3 --wanted 6"),
    Case("an absence is told", saved(
        lambda d: team.drill_fields(d.shown),
        lambda d, a: team.save_drill(
            d, d.shown, a["person"], date(2026, 3, 2), date(2026, 3, 6), a)),
         {"result": "passed", "note": "fine"},
         "team drill cmo --from 2026-03-02 --to 2026-03-06 --result passed --note fine"),
    Case("a question of the need is answered",
         form(lambda d: framing.need_form(d.engagement, Catalogues(), d.words, "stall")),
         {"yes": "yes", "words": "flat"}, "frame need stall yes --fact flat"),
    Case("a gate of the need is answered",
         form(lambda d: framing.need_form(d.engagement, Catalogues(), d.words, "hour")),
         {"yes": "no", "words": "never"}, "frame need hour no --fact never"),
    Case("the need is concluded",
         form(lambda d: framing.need_form(d.engagement, Catalogues(), d.words, "conclusion")),
         {"conclusion": "go"}, "frame need --conclusion go"),
    Case("the fit is told", form(lambda d: framing.fit_form(d.engagement, d.words, TODAY)),
         {"headcount": "60", "revenue": "4000000", "sector": "saas"},
         "frame fit --headcount 60 --revenue 4000000 --sector saas"),
    Case("the situation is chosen",
         form(lambda d: framing.situation_form(d.engagement, Catalogues(), d.words, TODAY)),
         {"situation": "launch", "deadline": "2026-09-01"},
         "frame situation launch --deadline 2026-09-01"),
    Case("the model's questions are answered",
         form(lambda d: framing.model_form(d.engagement, d.words, TODAY)),
         {"headcount": "60", "team": "3", "daily": "no", "marketer": "yes"},
         "frame model --headcount 60 --team 3 --daily no --marketer yes"),
    Case("a model is kept", form(lambda d: framing.keep_form(d.engagement, d.words)),
         {"kept": "fractional", "reason": "not daily", "rejected": "full-time"},
         "frame model --keep fractional --reason 'not daily' --reject full-time"),
    Case("a clause is drafted",
         form(lambda d: framing.contract_form(d.engagement, Catalogues(), d.words, "scope")),
         {"state": "draft", "holder": "Zoé", "words": "v2"},
         "frame contract scope draft --holder Zoé --note v2"),
    Case("a clause known is agreed",
         form(lambda d: framing.contract_form(d.engagement, Catalogues(), d.words, "gdpr")),
         {"state": "agreed"}, "frame contract gdpr agreed"),
    Case("independence is judged",
         form(lambda d: framing.contract_form(d.engagement, Catalogues(), d.words, "grid.tools")),
         {"colour": "doubt"}, "frame contract --independence tools=doubt"),
    Case("someone is considered",
         form(lambda d: candidates.add_form(
             d.engagement, d.new_id(), "fractional", d.words, TODAY)),
         {"name": "Rose", "interviewed_on": "2026-03-20"},
         "frame candidates --add Rose --interviewed 2026-03-20"),
    Case("a candidate is marked",
         form(lambda d: candidates.mark_form(
             d.engagement, candidate(d), "2", Catalogues(), d.words)),
         {"sector": "4", "fit": "3"},
         "frame candidates --of Paula --rater 2 --mark sector=4 --mark fit=3"),
    Case("a candidate is ruled out",
         form(lambda d: candidates.veto_form(d.engagement, candidate(d), Catalogues(), d.words)),
         {"no-exit": "yes"}, "frame candidates --of Paula --veto no-exit"),
    Case("a dose is costed", form(lambda d: cost.cost_form(d.engagement, d.words)),
         {"day_rate": "1100", "days_per_month": "4", "months": "6", "gross": "90000"},
         "frame cost --day-rate 1100 --days-per-month 4 --months 6 --gross 90000 --save"),
    Case("the signals are reviewed",
         form(lambda d: transition.review_form(d.engagement, d.new_id(), d.words, TODAY)),
         {"headcount": "130", "budget": "170000", "team": "6", "presence": "yes", "words": "more"},
         "transition signals --headcount 130 --budget 170000 --team 6 --presence yes --note more"),
    Case("the transition is dated",
         form(lambda d: transition.plan_form(d.engagement, d.words, TODAY)),
         {"successor": "Ada", "successor_first_day": "2026-09-07", "search_weeks": "14"},
         "transition plan --successor Ada --t0 2026-09-07 --search-weeks 14"),
    Case("a document is verified", form(lambda d: transition.document_form(
        d.engagement, Catalogues(), d.words, "strategy", TODAY)),
         {"author": "Ann", "verified_by": "Tom"},
         "transition documents strategy --author Ann --verified-by Tom"),
    Case("a loop is listed",
         form(lambda d: transition.loop_form(d.engagement, Loop(d.new_id(), ""), d.words, TODAY)),
         {"topic": "Fair", "next": "call", "due": "2026-05-05", "fate": "freeze", "risk": "price"},
         "transition open-loops --add Fair --next call --due 2026-05-05 --decide freeze"
         " --risk price"),
    Case("a loop is amended",
         form(lambda d: transition.loop_form(d.engagement, loop(d), d.words, TODAY)),
         {"new_owner": "Ann"}, "transition open-loops --of Rebate --new-owner Ann"),
    Case("a loop is signed",
         form(lambda d: transition.sign_form(d.engagement, loop(d), d.words, TODAY)),
         {"side": "left", "name": "Max"},
         "transition open-loops --of Rebate --sign left --name Max"),
    Case("a loop is closed", lambda d: d.try_to_save(close_loop(loop(d).id, True)), {},
         "transition open-loops --of Rebate --close"),
    Case("something that expires is listed", form(lambda d: expiry.expiry_form(
        d.engagement, Expiry(d.new_id()), d.words, TODAY)),
         {"what": "example.org", "kind": "domain", "day": "2026-09-01", "notice": "30",
          "cost": "12", "owner": "Zoé"},
         "expiry set example.org --kind domain --day 2026-09-01 --notice 30 --cost 12 --owner Zoé"),
    Case("what expires is taken off", lambda d: d.try_to_save(drop_expiry(d.engagement, "x1")),
         {}, "expiry drop example.com"),
    Case("what expires is filled in",
         form(lambda d: expiry.gather_form(d.engagement, d.new_id, d.words, TODAY)),
         {"n0": "2026-09-01"}, "expiry gather access:crm=2026-09-01"),
    Case("a rehearsal is noted", form(lambda d: rehearsal.rehearsal_form(
        d.shown, rehearsals_of(d.engagement)[-1], Catalogues(), d.new_id, d.now)),
         {"q1": "found", "q2": "missing", "who": "Ada", "minutes": "9"},
         "rehearse 1=found 2=missing --who Ada --minutes 9"),
    Case("a place is looked into", lambda d: d.try_to_save(look_in("press", True)), {},
         "transition open-loops --looked-in press"),
    Case("a KPI is followed", asked(kpi.ask_new, lambda _: "", lambda _: "Trials",
                                    lambda _: by_id(Catalogues()["kpis"])),
         {"unit": "count", "family": "marketing", "kind": "increase", "baseline": "5",
          "target_6": "9", "cadence": "month"},
         "kpi add Trials --unit count --family marketing --kind increase --baseline 5"
         " --target-6 9 --cadence month"),
    Case("a KPI is let go", lambda d: d.try_to_save(let_go(d.engagement, "mql", TODAY)), {},
         "kpi stop mql"),
    Case("the days a week are decided", saved(
        lambda d: (), lambda d, a: team.save_dose(
            d, d.shown, {"since": "2026-06-01", "dose": "1", "why": "they can"})),
         {}, "team taper --set 1 --from 2026-06-01 --why 'they can'"),
    Case("a report is kept", lambda d: d.try_to_save(
        keep_report("2026-02", "What was done.", "team")), {},
         "report month --month 2026-02 --by team"),
    Case("a step is done", lambda d: d.try_to_save(
        set_status("access-crm", "done", current=StepRecord(), actor="founder")), {},
         "step access-crm done"),
    *(Case(f"a note is written on a {kind}",
           asked(noting.ask_note, given(kind), given(which), given(which)),
           {"text": "Not as I see it.", "private": private},
           f"note {kind}/{which} 'Not as I see it.'{' --private' if private == 'yes' else ''}")
      for private in ("no", "yes")
      for kind, which in (("step", "access-crm"), ("access", "crm"), ("kpi", "mql"),
                          ("decision", "d3"))),
    Case("a step done elsewhere is shown", act("proof", "access-crm"),
         {"what": "the CRM lists her", "where": "Settings, Users"},
         "step access-crm done --proof 'the CRM lists her' --where 'Settings, Users'"),
    Case("the mission’s frame changes", act("profile:day_rate"), {"day_rate": "900"},
         "set day_rate=900"),
    Case("the mission’s end is said", act("profile:planned_end"), {"planned_end": "2026-12-18"},
         "set planned_end=2026-12-18"),
    Case("what no record shows is told", form(lambda d: context_form(d.shown)),
         {"sales_cycle": "90", "certificate_on": "2026-01-05"},
         "set sales_cycle=90 certificate_on=2026-01-05"),
    Case("the CMO’s time is told", act("profile:time_split"),
         {"strategy": "50", "managing": "30", "hands_on": "20"},
         "set strategy=50 managing=30 hands_on=20"),
    Case("an objective is set", act("objective"),
         {"what": "Double the leads", "start": "40", "goal": "80", "by": "2026-12-01"},
         "kpi objective 'Double the leads' --from 40 --to 80 --by 2026-12-01"),
    Case("the KPI to judge by is chosen", chosen("kpi:success", "mql"), {}, "kpi success mql"),
    Case("a meeting is told", act("meeting:workshop"), {"who": "Zoé", "learned": "prices first"},
         "rhythm met workshop --who Zoé --learned 'prices first'"),
    Case("a document is linked", paper("strategy", linking_sheet),
         {"link": "https://x.example/s", "author": "Ann", "written_on": "2026-03-10"},
         "document link strategy https://x.example/s --author Ann --on 2026-03-10"),
    Case("a document is checked", paper("positioning", checking_sheet),
         {"verified_by": "Tom", "verified_on": "2026-03-11"},
         "document verify positioning --by Tom --date 2026-03-11"),
    Case("a document goes out", paper("positioning", sending_sheet), {"sent": "2026-03-11"},
         "document sent positioning --date 2026-03-11"),
]  # fmt: skip


NO_COMMAND = "no command: only a key or a form of the app says it"
ITS_PARTS = "a command says several of its parts at once, the app one at a time"
NO_FORM = "no form: only a command says it"
APART = {
    "engagement.asked.ask_for": "no form asks it: `y` and `coach ask` note the same request",
    "engagement.handed_out.hand_out": "no form asks it: taking something out notes it",
    "engagement.answer.take_answer": "no form yet: an answer in prose is pasted to `coach answer`",
    **dict.fromkeys(
        (
            "engagement.access.change.remove_access",
            "engagement.advice.put_off",
            "engagement.advice.set_aside",
            "engagement.kpi.setup.trust",
            "engagement.kpi.status.set_rules",
            "engagement.team.plan.set_goal",
            "engagement.transition.contacts.set_contact",
            "engagement.transition.dossier.write_section",
            "engagement.transition.exit.set_check",
        ),
        NO_COMMAND,
    ),
    **dict.fromkeys(
        (
            "engagement.step.report_step",
            "engagement.team.skills.amend_skill",
            "engagement.transition.loops.report_loop",
        ),
        ITS_PARTS,
    ),
    **dict.fromkeys(
        (
            "engagement.documents.save.name_document",
            "engagement.kpi.objectives.drop_objective",
            "engagement.rhythm.meetings.take_out_meeting",
            "engagement.team.people.set_days_free",
        ),
        NO_FORM,
    ),
    "engagement.documents.save.keep_personal": (
        "no form asks it: tests/cli/test_documents.py, tests/ui/test_document.py"
    ),
    "engagement.documents.save.link_document": "the form asks for text or link: write_document",
    "engagement.access.steps.set_aside": "the command says na_reason=… with the other fields",
    "engagement.access.steps.take_back_up": "the command says na_reason= with the other fields",
    "engagement.kpi.new_reading.take_up_input": "the command is kpi add, then kpi read",
    "engagement.profile.begin": "tests/cli/test_engagements.py and tests/ui/test_walk.py",
    "engagement.team.entrustment.withdraw": "tests/cli/test_entrustment.py, tests/ui/test_team.py",
    "engagement.transition.rehearsal.begin_rehearsal": "drawn at both: tests/cli/test_rehearse.py,"
    " tests/ui/test_rehearsal.py",
    "engagement.history.undo": "one undo for both doors: tests/engagement/test_undo.py",
    "engagement.starting_over.as_it_was": "no form: coach doctor",
    "engagement.team.people.add_person": "neither door: the demo's own",
    "coach.team.left_behind.take_over": "tests/coach/test_left_behind.py",
    "engagement.team.people.come_back": "tests/cli/test_rhythm_and_team.py",
}


def decisions() -> dict[Any, str]:
    """Every decision there is, by its code: what returns changes or a refusal."""
    found = {}
    for root in (coach_tui.engagement, coach_tui.coach):
        for module in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            loaded = importlib.import_module(module.name)
            for name, each in vars(loaded).items():
                here = inspect.isfunction(each) and each.__module__ == module.name
                if here and not name.startswith("_") and each.__annotations__.get("return") in (
                    "Decision", Decision,
                ):  # fmt: skip
                    found[each.__code__] = f"{module.name.removeprefix('coach_tui.')}.{name}"
    return found


@contextmanager
def watched(known: Mapping[Any, str], called: set[str]) -> Iterator[None]:
    """Note which decisions are called."""

    def note(frame: Any, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in known:
            called.add(known[frame.f_code])

    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(None)


def told(changes: tuple[Change, ...]) -> dict[str, Any]:
    """What these changes say, whatever ids were new."""
    return {
        NEW.sub("new", f"{each.entity}/{each.entity_id}"): {
            name: NEW.sub("new", value) if isinstance(value, str) else value
            for name, value in each.changes.items()
        }
        for each in changes
    }


def by_form(desk: SavingDesk, case: Case) -> dict[str, Any] | str:
    """What the app records, its other questions answered as they were found; or why it does not."""
    before = len(desk.session.changes)
    answer = case.ask(desk)
    if isinstance(answer, Sheet):
        usual = {field.name: field.value for field in answer.fields}
        if strange := case.answers.keys() - usual.keys():
            return f"does not ask {strange}"
        answer = answer.submit({**usual, **case.answers})
    if isinstance(answer, Refusal):
        return desk.words.refusal(answer)
    return told(tuple(desk.session.changes[before:]))


def by_command(desk: SavingDesk, case: Case, talk: Any) -> dict[str, Any] | str:
    """What the command records; or why it does not."""
    before = {each.id for each in desk.session.changes}
    talk.readouterr()
    if main(["--lang", "en", *shlex.split(case.command)]):
        return str(talk.readouterr().err)
    desk.session.refresh()
    return told(tuple(each for each in desk.session.changes if each.id not in before))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SavingDesk:
    """A desk on a mission that has one record of each kind, where the commands find it too."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path))
    monkeypatch.setenv("COACH_TODAY", TODAY.isoformat())
    home, ticks = Home(tmp_path / "engagements", tmp_path / "state"), iter(range(10**6))

    def now() -> datetime:
        return datetime(2026, 3, 12, 9, 0, 0, next(ticks), tzinfo=UTC)

    session = create_session(home, begin("Acme", date(2026, 3, 9), 2, "founder"), "founder", now)
    assert isinstance(session, Session)
    record_all(session)
    return SavingDesk(session)


def test_the_same_answers_are_recorded_the_same_from_both_doors(
    desk: SavingDesk, capfd: pytest.CaptureFixture[str]
) -> None:
    known, both, apart = decisions(), set[str](), list[str]()
    for case in CASES:
        app_calls, command_calls = set[str](), set[str]()
        with watched(known, app_calls):
            app = by_form(desk, case)
        desk.session.undo()
        with watched(known, command_calls):
            command = by_command(desk, case, capfd)
        desk.session.undo()
        both |= app_calls & command_calls
        if app != command or not app or isinstance(app, str):
            apart.append(f"{case.name}\n  app      {app}\n  command  {command}")
    assert not apart, "\n".join(apart)
    alone = set(known.values()) - both
    assert alone <= APART.keys(), "give it its other door, or say in APART what it lacks"
    assert APART.keys() <= alone, "both doors reach it: take it out of APART"
