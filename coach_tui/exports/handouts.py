"""What can be handed over, each once: `coach export …`, the app's dialog, the palette, the help."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.access.overview import if_it_ended_today, ledger
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.kpi.overview import by_id, follow_up, worked_out
from coach_tui.coach.plan import in_stage, plan, retired, shown
from coach_tui.coach.rhythm.month import last_month
from coach_tui.engagement.documents.kinds import REPORT
from coach_tui.engagement.kpi.status import rules_of
from coach_tui.engagement.profile import DEPTHS, profile_of
from coach_tui.engagement.rhythm.reports import is_month, reports_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import steps_of
from coach_tui.exports.access.register import AccessLedger, access_document, access_table
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.checklist import Checklist, checklist
from coach_tui.exports.documents.facts import Facts, period_words
from coach_tui.exports.documents.fill import LeavingDocument, begun, leaving
from coach_tui.exports.documents.kind import kind_named, named_with_documents
from coach_tui.exports.documents.printed import printed
from coach_tui.exports.framing.decision_note import decision_note
from coach_tui.exports.kpi.readings_out import readings_table
from coach_tui.exports.kpi.sheet import KpiSheet, kpi_sheet
from coach_tui.exports.page import page
from coach_tui.exports.team.sheet import team_sheet
from coach_tui.exports.transition.dossier import Handover, dossier_title, handover
from coach_tui.exports.whose import marked_report
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook, Stage

YES: Final = "yes"
READ: Final = ("md", "html", "csv", "json")  # formats people read before they are written

# What is asked for, by option: "yes" for one that is on, ids parted by commas for the stages.
Answers = Mapping[str, str]


class Sources(NamedTuple):
    """What handouts are made of, in the language to write in.

    template  gives the text of one of our templates, by its name.
    me        who takes it out, by name; empty where nobody signed.
    crossed   the documents that have two versions, which met at a sync.
    zone      the time zone of this machine by its IANA name, empty where it is not known.
    calendar  gives the calendar with its hours in this zone; a Refusal where there is none such.
    """

    engagement: Engagement
    engagement_id: str
    playbook: Playbook
    catalogues: Catalogues
    words: Words
    today: date
    template: Callable[[str], str]
    zone: str
    calendar: Callable[[str], str | Refusal]
    me: str = ""
    crossed: frozenset[str] = frozenset()

    @property
    def company(self) -> str:
        return profile_of(self.engagement).company


class Option(NamedTuple):
    """Something to say of a handout; its words are `handout.<name>`.

    kind  "flag", on or off; "choice", one of `values`; "stages", stages of the playbook, all where
          none is named; "line", words.
    """

    name: str
    kind: str = "flag"
    values: tuple[str, ...] = ()


class MadeHandout(NamedTuple):
    """The text of a document, and what is still to be written of it: each by what it answers, left
    out of the text and said apart."""

    text: str
    lacks: tuple[str, ...] = ()


class Handout(NamedTuple):
    """One document: what to say of it, the formats it can have, the usual one first.

    make  gives its text, with what it lacks where it can lack anything.
    asks  it goes to others than the mission's people: it is shown and agreed to before it leaves,
          and the history notes it.
    """

    name: str
    make: Callable[[Sources, Answers], str | MadeHandout | Refusal]
    formats: tuple[str, ...] = ("md",)
    options: tuple[Option, ...] = ()
    asks: bool = False


def make_handout(name: str, sources: Sources, answers: Answers) -> MadeHandout | Refusal:
    """The document, in the format asked for and the mission's currency; or which answer can't be,
    and why."""
    handout = HANDOUTS[name]
    usual = {"format": handout.formats[0]}
    words = sources.words.counting_in(profile_of(sources.engagement).currency)
    made = handout.make(sources._replace(words=words), {**usual, **answers})
    return MadeHandout(made) if isinstance(made, str) else made


def _checklist(sources: Sources, answers: Answers) -> str | Refusal:
    """A step the playbook has no more belongs to no stage: it is told with all of them."""
    playbook, engagement = sources.playbook, sources.engagement
    stages = _stages(playbook, answers.get("stage", ""))
    if isinstance(stages, Refusal):
        return stages
    gone = retired(playbook, engagement) if len(stages) == len(playbook.stages) else ()
    depth = answers.get("depth") or profile_of(engagement).depth
    planned = shown(plan(playbook, engagement, sources.today), depth)
    made = Checklist(
        sources.company, sources.engagement_id, sources.today, stages, planned,
        {step_id: steps_of(engagement)[step_id] for step_id in gone},
        notes=answers.get("notes") == YES, clean=answers.get("clean") == YES,
    )  # fmt: skip
    return checklist(made, sources.words)


def _stages(playbook: Playbook, said: str) -> tuple[Stage, ...] | Refusal:
    wanted = [name for name in said.split(",") if name]
    known = [stage.id for stage in playbook.stages]
    for name in wanted:
        if name not in known:
            values = {"stage": one_line(name, 40), "stages": ", ".join(known)}
            return Refusal("refusal.export.no-stage", values, "stage")
    return tuple(stage for stage in playbook.stages if not wanted or stage.id in wanted)


def _accesses(sources: Sources, answers: Answers) -> str:
    lines = ledger(sources.engagement, sources.today)
    if answers["format"] == "csv":
        return access_table(lines, sources.words, sources.company)
    ended = if_it_ended_today(sources.engagement, sources.today)
    return access_document(
        AccessLedger(sources.company, sources.today, lines, ended), sources.words
    )


def _kpis(sources: Sources, answers: Answers) -> str:
    engagement, words = sources.engagement, sources.words
    entries = by_id(sources.catalogues["kpis"])
    followed = follow_up(engagement, entries, words, sources.today)
    notes = answers.get("notes") == YES
    if answers["format"] == "csv":
        return readings_table(followed, entries, words, company=sources.company, notes=notes)
    computed, rules = worked_out(engagement, entries, words, sources.today), rules_of(engagement)
    sheet = KpiSheet(sources.company, sources.today, followed, computed, entries, rules, notes)
    return kpi_sheet(sheet, words)


def _team(sources: Sources, answers: Answers) -> str:
    known = sources.engagement, sources.catalogues, sources.playbook, sources.words
    named = named_with_documents(*known)
    return team_sheet(
        sources.engagement, sources.company, sources.today, named, sources.words,
        ratings=answers.get("ratings") == YES,
    )  # fmt: skip


def _decision(sources: Sources, answers: Answers) -> str:
    return decision_note(
        sources.engagement, sources.catalogues, sources.words, sources.today,
        ratings=answers.get("ratings") == YES,
    )  # fmt: skip


def _report(sources: Sources, answers: Answers) -> MadeHandout | Refusal:
    """The month's report as it was kept; else its draft, without what is still to be written."""
    month = _month_of(sources, answers)
    if not is_month(month):
        return Refusal("refusal.rhythm.month", {"month": one_line(month, 20)}, "month")
    facts = Facts(
        sources.engagement, sources.catalogues, sources.playbook, sources.words, sources.today,
        f"{REPORT}/{month}", sources.me, answers.get("levels") == YES,
    )  # fmt: skip
    report = _report_leaving(sources, answers, facts)
    if answers["format"] == "html":
        return MadeHandout(_report_page(report.text, facts), report.lacks)
    return MadeHandout(marked_report(report.text, month, sources.engagement_id), report.lacks)


def _report_leaving(sources: Sources, answers: Answers, facts: Facts) -> LeavingDocument:
    kind, kept = kind_named(sources.catalogues, REPORT), reports_of(facts.engagement)
    if facts.period in kept and answers.get("draft") != YES:
        return leaving(kept[facts.period].text, kind, facts)
    return leaving(begun(sources.template(REPORT), kind, facts), kind, facts)


def _month_of(sources: Sources, answers: Answers) -> str:
    usual = last_month(sources.today, profile_of(sources.engagement).first_day)
    return answers.get("month", "").strip() or usual


def _report_page(text: str, facts: Facts) -> str:
    title = facts.words("rhythm.report-title", month=period_words(facts.document_id, facts.words))
    return printed(text, title, facts, facts.words.language)


def _calendar(sources: Sources, answers: Answers) -> str | Refusal:
    """What an earlier calendar held and is no more is cancelled: this machine remembers it."""
    return sources.calendar(answers.get("zone", sources.zone).strip())


def _handover(sources: Sources, answers: Answers) -> str:
    playbook, engagement, words = sources.playbook, sources.engagement, sources.words
    stages = [stage for stage in playbook.stages if stage.id == "transition"]
    as_page = answers["format"] == "html"
    planned = shown(plan(playbook, engagement, sources.today), profile_of(engagement).depth)
    ticks = Checklist(
        sources.company, sources.engagement_id, sources.today, stages,
        in_stage(planned, "transition"),
        clean=answers.get("clean") == YES or as_page,  # nobody ticks a printed page
    )  # fmt: skip
    dossier = Handover(
        engagement, sources.catalogues, playbook, sources.today, ticks if stages else None,
        day_rate=answers.get("day-rate") == YES, empty=answers.get("all") == YES,
        crossed=sources.crossed,
    )  # fmt: skip
    text = handover(dossier, words)
    title = dossier_title(sources.company, words)
    return page(text, title, words.language) if as_page else text


def _page(sources: Sources, answers: Answers) -> str:
    """Where the mission stands; nothing in it can be asked for that is private."""
    from coach_tui.exports.board.page import board_page  # noqa: PLC0415 (few documents need it)

    where = Situation(sources.playbook, sources.engagement, sources.today, sources.catalogues)
    return board_page(where, sources.words)


def _context(sources: Sources, answers: Answers) -> str:
    """What an assistant is told; names are masked unless they are asked for."""
    from coach_tui.exports.briefing.document import briefing  # noqa: PLC0415

    where = Situation(sources.playbook, sources.engagement, sources.today, sources.catalogues)
    return briefing(
        where, sources.engagement_id, sources.words, shape=answers["format"],
        names=answers.get("names") == YES, ratings=answers.get("ratings") == YES,
        also=answers.get("mask", "").split(","),
    )  # fmt: skip


RATINGS: Final = (Option("ratings"),)

HANDOUTS: Final[Mapping[str, Handout]] = {
    each.name: each
    for each in (
        Handout("checklist", _checklist, options=(
            Option("stage", "stages"), Option("depth", "choice", DEPTHS),
            Option("notes"), Option("clean"))),
        Handout("accesses", _accesses, ("md", "csv")),
        Handout("kpis", _kpis, ("md", "csv"), (Option("notes"),)),
        Handout("team", _team, options=RATINGS),
        Handout("decision", _decision, options=RATINGS),
        Handout("report", _report, ("md", "html"), (
            Option("month", "line"), Option("draft"), Option("levels"))),
        Handout("calendar", _calendar, ("ics",), (Option("zone", "line"),)),
        Handout("handover", _handover, ("md", "html"), (
            Option("clean"), Option("day-rate"), Option("all"))),
        Handout("page", _page, ("html",)),
        Handout("context", _context, ("md", "json"), (
            Option("names"), Option("ratings"), Option("mask", "line")), asks=True),
    )
}  # fmt: skip
