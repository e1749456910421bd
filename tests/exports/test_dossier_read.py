"""The permanent CMO reads the dossier from top to bottom: nothing in it may mislead her."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.transition.dossier_parts import sections_of
from coach_tui.coach.transition.handover import readiness_of
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.documents.save import write_document
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import leave
from coach_tui.engagement.transition.record import set_transition
from coach_tui.exports.figures import money
from coach_tui.exports.markdown import escaped
from coach_tui.exports.transition.axes import best_lines, readiness_lines
from coach_tui.exports.transition.dates import overlap_lines, plan_lines
from coach_tui.exports.transition.dossier import Handover, handover
from coach_tui.language import LANGUAGES, Language, Words
from tests.coach.story import Story, d

TODAY = date(2026, 3, 12)

PLAYBOOK = load_playbook("en")[0]


def dossier(engagement: Engagement, language: Language) -> str:
    return handover(Handover(engagement, Catalogues(), PLAYBOOK, TODAY), Words(language))


def row_of(written: str, first: str) -> list[str]:
    """The cells of the table's line that begins with these words."""
    found = next(line for line in written.split("\n") if line.startswith(f"| {first} |"))
    return [cell.strip() for cell in found.strip("|").split("|")]


@pytest.mark.parametrize(
    ("language", "months", "target", "stay"),
    [
        ("en", "9 months", "6 months by 1 March 2027", "20%"),
        ("fr", "9\u00a0mois", "6\u00a0mois pour le 1er mars 2027", "20\u00a0%"),
    ],
)
def test_a_figure_has_its_unit_and_a_target_its_day(language, months, target, stay):
    story = Story().kpi(
        "payback", unit="months", kind="decrease", baseline=Decimal(9),
        baseline_on=date(2026, 3, 1),
        target_12=Decimal(6),
    )  # fmt: skip
    story.kpi("rate", unit="percent", kind="above", limit=Decimal(20))
    written = dossier(story.engagement, language)
    assert row_of(written, "payback")[1:4] == [months, "—", target]
    assert row_of(written, "rate")[3].endswith(stay)


@pytest.mark.parametrize(
    ("language", "nobody", "named", "decides", "flag"),
    [
        ("en", "→ nobody named", "→ Ada", "new CMO (Ada)",
         "✗ Ada, named as successor: departure on 1 May 2026. Name someone else"),
        ("fr", "→ personne de nommé", "→ Ada", "nouveau CMO (Ada)",
         "✗ Ada, désigné successeur\u00a0: départ le 1er mai 2026. Nommer quelqu’un d’autre"),
    ],
)  # fmt: skip
def test_a_successor_who_leaves_before_the_first_day_is_named_nowhere_but_to_be_replaced(
    language, nobody, named, decides, flag
):
    """T0 is 11 May (day 70). Ada leaves on 1 May: nobody takes over. On 1 June: she does."""
    story = Story().person("Ada").profile(successor_first_day=d(70))
    story.do(set_transition(story.engagement, {"successor": "Ada"}))
    for day, gone in ((60, True), (91, False)):
        at = story.do(leave(story.engagement, "ada", d(day))).engagement
        words = Words(language)
        told = [dossier(at, language), "\n".join(overlap_lines(at, Catalogues(), words, TODAY))]
        plan = "\n".join(plan_lines(at, words, TODAY))
        assert (nobody in told[0], named in told[0], decides in told[1]) == (
            gone, not gone, not gone,
        ), day  # fmt: skip
        assert (flag in plan) is gone, plan


@pytest.mark.parametrize(
    ("language", "gone", "first"),
    [
        ("en", "Max, whose engagement ended on 10 March 2026 →", "First missing thing"),
        ("fr", "Max, mission achevée le 10 mars 2026 →", "Ce qui manque d’abord"),
    ],
)
def test_a_mission_that_ended_early_says_so_and_what_lacks_first(language, gone, first):
    """Max left on 10 March, and nobody said so of the person he is: he is no more of the team."""
    story = Story().person("Max").person("Léa")
    story.do(write_document(story.engagement, "strategy", "Max", d(0), text="Where we play."))
    named = {"leaving": "Max", "ended": date(2026, 3, 10), "ended_why": "The budget is frozen"}
    story.do(set_transition(story.engagement, named))
    written = dossier(story.engagement, language)
    assert gone in written
    assert "| Léa |" in written
    assert "| Max |" not in written
    heads = row_of(written, "Section")
    assert heads[-1] == first
    assert len(heads) == 4, "nobody said any trust or question: no columns of dashes"
    positioning = {
        "en": "Positioning page, CMO until 10 Mar 2026",
        "fr": "Page de positionnement, CMO jusqu’au 10 mars 2026",
    }[language]
    assert next(row for row in written.split("\n") if row.startswith("| 2")).endswith(
        f"| {positioning} |"
    )
    still = story.do(set_transition(story.engagement, {"ended": TODAY})).engagement
    assert "| Max |" in dossier(still, language), "the last day is still a day of the mission"


def test_who_is_there_after_the_end_is_one_answer_in_the_count_and_in_the_section():
    """The CMO who left is of no team, named as leaving or not; a CMO who takes over is."""
    sections = Catalogues()["dossier-sections"]
    for kind, fields, there in (
        ("internal", {"leaving": "Max"}, False),
        ("cmo", {}, False),
        ("cmo", {"successor": "max"}, True),
        ("cmo", {"relay": "Max"}, True),
        ("internal", {}, True),
        ("internal", {"leaving": "Ann"}, True),
    ):
        story = Story().person("Max", kind)
        ended = {**fields, "ended": date(2026, 3, 10), "ended_why": "x"}
        at = story.do(set_transition(story.engagement, ended)).engagement
        people = sections_of(at, sections, TODAY)["people"]
        found = ("team" in people.there, "| Max |" in dossier(at, "en"))
        assert found == (there, there), (kind, fields)


@pytest.mark.parametrize(("language", "waits"), [("en", "not decided yet"), ("fr", "pas encore")])
def test_a_question_that_waits_is_not_told_as_decided_and_days_are_in_order(language, waits):
    story = Story()
    story.raw("decision", "a", title="Leave the fair", opened="2026-03-02", decided="2026-03-09")
    story.raw("decision", "b", title="New prices?", opened="2026-03-04", options="up or down")
    story.raw("decision", "c", title="Two offers", opened="2026-03-03", decided="2026-03-05",
              chosen="the cheaper")  # fmt: skip
    written = dossier(story.engagement, language)
    place = {title: written.index(title) for title in ("New prices?", "Two offers", "Leave the")}
    assert sorted(place, key=lambda title: place[title]) == list(place)
    line = next(line for line in written.split("\n") if "New prices?" in line)
    assert waits in line
    assert "up or down" in line
    assert waits not in next(line for line in written.split("\n") if "Two offers" in line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_access_is_not_told_as_an_exit_that_was_verified(language):
    story = Story().access(granted_role="Editor", verified_on=d(1), granted_on=d(1))
    written = dossier(story.engagement, language)
    heads = row_of(written, Words(language)("transition.dossier.col.tool"))
    assert heads[-1] == Words(language)("transition.dossier.col.state")
    assert heads[-1] not in ("Exit", "Sortie")
    assert row_of(written, "HubSpot")[-1] == Words(language)("access.state.verified")


@pytest.mark.parametrize(("language", "runs"), [("en", "team"), ("fr", "équipe")])
def test_a_ritual_says_who_runs_it(language, runs):
    story = Story().ritual("standup")
    story.raw("ritual", "standup", run_by="team")
    written = dossier(story.engagement, language)
    heads = Words(language)("transition.dossier.col.runs")
    table = next(line for line in written.split("\n") if f"| {heads} |" in line)
    place = [cell.strip() for cell in table.strip("|").split("|")].index(heads)
    body = written[written.index(table) :].split("\n")[2]
    assert [cell.strip() for cell in body.strip("|").split("|")][place] == runs


def test_french_counts_agree_below_two():
    story = Story().raw("contact", "x", name="Hélène")
    written = dossier(story.engagement, "fr")
    assert "\n0 écrite sur 14\n" in written
    assert "\n0 endroit regardé sur 13\n" in written
    words = Words("fr")
    assert words("transition.signals.count", n=0, band="") == "0 signal sur 4 · "
    assert words("transition.signals.count", n=2, band="") == "2 signaux sur 4 · "
    assert words("transition.documents.count", n=1).startswith("1 sur 9 relu par")
    assert words("transition.contacts.count", n=1, total=3) == "1 présenté sur 3"


@pytest.mark.parametrize("language", LANGUAGES)
def test_points_are_named_and_a_round_score_has_no_decimals(language):
    ready, words = readiness_of(Engagement(), TODAY), Words(language)
    verdict = verdict_of(Engagement(), TODAY)
    assert "21 points" in best_lines(verdict, ready, words)[-1]
    written = "\n".join(readiness_lines(verdict, ready, words))
    assert not any(f"{mark}0 " in written for mark in (".", ",")), written


def test_a_decimal_at_the_start_of_a_line_is_no_list():
    assert escaped("1.1%") == "1.1%"
    assert escaped("1. First") == "1\\. First"
    assert escaped("12)") == "12\\)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_shows_what_was_chosen_and_never_an_option_in_its_place(language):
    words = Words(language)
    told = {"opened": "2026-02-01", "options": "Pipedrive or HubSpot", "why": "price"}
    for chosen, decided, shown in (
        ("HubSpot", "2026-02-05", "HubSpot"),
        ("", "2026-02-05", "—"),
        ("", None, words("document.not-decided")),
    ):
        story = Story().raw(
            "decision", "d1", title="Which CRM?", chosen=chosen, decided=decided, **told
        )
        written = dossier(story.engagement, language)
        line = next(each for each in written.split("\n") if "Which CRM?" in each)
        row = [cell.strip() for cell in line.strip("|").split("|")]
        assert row[2:5] == [shown, "price", "Pipedrive or HubSpot"], (chosen, decided)
    listed = {**told, "options": "- Pipedrive\n- HubSpot\n- none", "decided": "2026-02-05"}
    story = Story().raw("decision", "d1", title="Which CRM?", chosen="hubspot", **listed)
    written = dossier(story.engagement, language)
    line = next(each for each in written.split("\n") if "Which CRM?" in each)
    row = [cell.strip() for cell in line.strip("|").split("|")]
    assert row[2:5] == ["hubspot", "price", "Pipedrive · none"], "the one chosen was not rejected"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_rate_stays_home_unless_asked_for(language):
    story = Story().profile(day_rate=1_234.0, leadership_budget=80_000.0)
    words = Words(language)
    for asked, shown in ((False, False), (True, True)):
        made = Handover(story.engagement, Catalogues(), PLAYBOOK, TODAY, day_rate=asked)
        written = handover(made, words)
        assert (money(1_234, words) in written) is shown
        assert money(80_000, words) in written
        assert (words("transition.dossier.left-out-rate") in written) is not shown


@pytest.mark.parametrize(("language", "whose"), [("en", "successor"), ("fr", "successeur")])
def test_the_head_says_whose_date_it_is(language, whose):
    story = Story().profile(successor_first_day=date(2026, 9, 7))
    head = dossier(story.engagement, language).split("\n")[2]
    assert head.index(whose) < head.index("2026")
