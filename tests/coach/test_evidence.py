"""Why am I seeing this: each record behind an advice, with the value that makes the rule speak."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from coach_tui.coach.advice.evidence import BY_KIND, BY_RULE, fact_of
from coach_tui.coach.advice.evidence.people import answered_for
from coach_tui.coach.advice.ranked import Advice, all_advice, praise
from coach_tui.coach.advice.record_words import record_line
from coach_tui.coach.advice.rules import PRAISES, RULES
from coach_tui.coach.advice.situation import Behind, Situation
from coach_tui.coach.advice.words import explained
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.framing import record as framing
from coach_tui.engagement.rhythm import occurrences as rhythm_occurrence
from coach_tui.engagement.team.people import leave
from coach_tui.language import Words
from tests.coach.story import Story, d
from tests.coach.test_rules import (
    OPEN,
    SPEAKS,
    VERIFIED,
    big_company,
    hours_skipped,
    kpi,
    measured,
    off_track,
    priced,
    waiting_since,
)

HOSTILE = "{day} [/x] [b]\n- Access: x\x1b[2J\u202e | <i>" + "y" * 200


def advice_of(rule: str, now: Situation) -> Advice:
    found = (*all_advice(*now), *praise(*now))
    return next(each for each in found if each.id == rule)


def lines(rule: str, now: Situation, language: str = "en") -> list[str]:
    advice = advice_of(rule, now)
    words = Words("fr" if language == "fr" else "en")
    return [record_line(advice, each, now, words) for each in advice.records]


def test_of_two_who_shared_it_each_leaves_or_has_left_as_it_is() -> None:
    story = Story().person("Julie").person("Max").kpi("mql", owner="Julie", keeper="Max")
    story.do(leave(story.engagement, "julie", d(30)))
    story.do(leave(story.engagement, "max", d(40)))
    told = {day: answered_for(story.at(day), "mql") for day in (29, 30, 39, 40)}
    assert {day: fact and fact.key for day, fact in told.items()} == {
        29: "behind.all-leave", 30: "behind.some-gone", 39: "behind.some-gone",
        40: "behind.all-gone",
    }  # fmt: skip
    said = lines("leaver-handover", story.at(40))
    assert said == ["KPI · mql: with Julie, Max, who all left"]


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


TOLD: dict[str, tuple[Callable[[], Situation], str, str]] = {
    "critical-access-day5": (
        SPEAKS["critical-access-day5"],
        "Access · HubSpot: asked for on 2 March 2026, no answer",
        "Accès · HubSpot : demandé le 2 mars 2026, sans réponse",
    ),
    "admin-for-guest": (
        lambda: Story().access(**{**OPEN, "granted_role": "Admin"}, requested_role="Viewer").at(9),
        "Access · HubSpot: “Admin” granted, “Viewer” asked for",
        "Accès · HubSpot : « Admin » accordé, « Viewer » demandé",
    ),
    "single-internal-owner": (
        lambda: Story().access(**VERIFIED, admins=1).at(9),
        "Access · HubSpot: 1 internal administrator",
        "Accès · HubSpot : 1 administrateur interne",
    ),
    "residual-access": (
        SPEAKS["residual-access"],
        "Access · HubSpot: still open (at the exit, revoke)",
        "Accès · HubSpot : encore ouvert (à la sortie, retirer)",
    ),
    "score-gates": (
        lambda: Story().do(framing_need.answer_gate("money", False, "cut in June")).at(0),
        "no (cut in June)",
        "non (cut in June)",
    ),
    "wrong-model-fulltime": (
        lambda: big_company().at(0),
        "Engagement · Headcount: 101",
        "Mission · Effectif : 101",
    ),
    "no-exit-horizon": (
        SPEAKS["no-exit-horizon"],
        "Engagement · Planned end: not filled in",
        "Mission · Fin prévue : non renseigné",
    ),
    "references-missing": (
        SPEAKS["references-missing"],
        "Candidate · Ann: 1 reference called",
        "Candidat · Ann : 1 référence appelée",
    ),
    "vigilance-due": (
        lambda: priced().at(0),
        "Planned cost: €26,400",
        "Coût prévu : 26 400 €",
    ),
    "too-few-interviews": (
        SPEAKS["too-few-interviews"],
        "Run internal one-to-ones: 1 note",
        "Run internal one-to-ones : 1 note",
    ),
    "kpi-no-baseline": (
        lambda: kpi(unit="percent").read("mql", d(30), "12.5").at(60),
        "KPI · mql: no baseline, last reading 12.5% on 1 April 2026",
        "KPI · mql : sans point de départ, dernier relevé 12,5 % le 1er avril 2026",
    ),
    "target-too-early": (
        SPEAKS["target-too-early"],
        "KPI · rev: €60 by 2 June 2026",
        "KPI · rev : 60 € pour le 2 juin 2026",
    ),
    "kpi-red-two-months": (
        lambda: off_track(2).at(95),
        "41 on 2 May 2026, then 41 on 1 June 2026, target 100 by 2 September 2026",
        "41 le 2 mai 2026, puis 41 le 1er juin 2026, cible 100 pour le 2 septembre 2026",
    ),
    "entrustment-expired": (
        SPEAKS["entrustment-expired"],
        "Next time · Ann: Reporting and KPI reading: 4 · does it alone, to review by 31 May 2026",
        "Niveau de confiance · Ann : Reporting et lecture des KPI : 4 · fait seul, à revoir avant "
        "le 31 mai 2026",
    ),
    "expiry-near": (
        SPEAKS["expiry-near"],
        "What expires · example.com: act by 31 May 2026, expires on 31 May 2026 (Zoé)",
        "Ce qui expire · example.com : agir le 31 mai 2026 au plus tard, expire le 31 mai 2026 "
        "(Zoé)",
    ),
    "expiry-passed": (
        SPEAKS["expiry-passed"],
        "What expires · example.com: act by 31 May 2026, expires on 31 May 2026 (Zoé)",
        "Ce qui expire · example.com : agir le 31 mai 2026 au plus tard, expire le 31 mai 2026 "
        "(Zoé)",
    ),
    "kpi-signal": (
        SPEAKS["kpi-signal"],
        "Natural limits · mql: between 33.96 and 50.3 as long as nothing changes (mean 42.13, "
        "15 readings): the last reading is a signal",
        "Limites naturelles · mql : entre 33,96 et 50,3 tant que rien ne change (moyenne 42,13, "
        "15 relevés) : le dernier relevé est un signal",
    ),
    "ceo-hour-missed": (
        lambda: hours_skipped(2).at(40),
        "Meeting · Weekly founder–CMO hour: missed on 17 March 2026 (travelling)",
        "Réunion · Heure hebdomadaire dirigeant-CMO : manquée le 17 mars 2026 (travelling)",
    ),
    "decision-stale": (
        lambda: waiting_since(0).at(20),
        "Decision · Stop the trade fair?: opened on 2 March 2026",
        "Décision · Stop the trade fair? : ouverte le 2 mars 2026",
    ),
    "time-drift": (
        SPEAKS["time-drift"],
        "Days logged: 30 to date, 20 planned",
        "Jours saisis : 30 à ce jour, 20 au plan",
    ),
    "single-autonomous": (
        SPEAKS["single-autonomous"],
        "Skill · Reporting and KPI reading: rests on P0",
        "Compétence · Reporting et lecture des KPI : repose sur P0",
    ),
    "critical-gap": (
        SPEAKS["critical-gap"],
        "level 2 at best in-house",
        "niveau 2 au mieux en interne",
    ),
    "start-permanent-search": (
        SPEAKS["start-permanent-search"],
        "on 31 May 2026, More than 100 staff, More than €150K for marketing leadership",
        "le 31 mai 2026, Plus de 100 collaborateurs, Plus de 150 K€ pour la direction marketing",
    ),
}


@pytest.mark.parametrize("rule", TOLD)
def test_each_record_is_shown_with_what_makes_the_rule_speak(rule):
    situation, english, french = TOLD[rule]
    now = situation()
    assert any(spaced(line).endswith(english) for line in lines(rule, now)), lines(rule, now)
    found = lines(rule, now, "fr")
    assert any(spaced(line).endswith(french) for line in found), found


@pytest.mark.parametrize("rule", SPEAKS)
def test_no_record_is_left_without_its_value(rule):
    now = SPEAKS[rule]()
    advice = advice_of(rule, now)
    assert advice.records
    for language in ("fr", "en"):
        for line in lines(rule, now, language):
            assert ": " in spaced(line)
            assert "behind." not in line
            assert "{" not in line


def test_the_table_names_rules_and_records_there_are():
    assert {rule for rule, _ in BY_RULE} <= {**RULES, **PRAISES}.keys()
    assert {kind for _, kind in BY_RULE} <= set(BY_KIND)
    kinds = {
        record.entity for rule, now in SPEAKS.items() for record in advice_of(rule, now()).records
    }
    assert kinds <= set(BY_KIND)


def test_a_limit_is_what_a_kpi_that_should_stay_is_held_against():
    story = kpi(unit="percent", kind="below", limit=Decimal(10))
    story.read("mql", d(30), 18).read("mql", d(60), 20)
    assert lines("kpi-red-two-months", story.at(65)) == [
        "KPI · mql: 18% on 1 April 2026, then 20% on 1 May 2026, limit 10%"
    ]


def test_presence_and_team_are_told_where_they_were_answered():
    story = big_company()
    story.do(framing.frame({"daily": True, "team": 6.0}))
    assert "Framing: daily presence: yes, people to manage: 6" in lines(
        "wrong-model-fulltime", story.at(0)
    )


def test_a_target_without_a_reading_and_a_reading_before_today():
    story = kpi(**measured()).read("mql", d(10), 41).read("mql", d(99), 45).kpi("k0")
    now = story.at(20)
    read, unread = (fact_of("kpi-fell", Behind("kpi", each), now) for each in ("mql", "k0"))
    assert read.values["day"] == d(10)
    assert unread.key == "behind.kpi.unread"


def test_peoples_words_stay_one_harmless_line_each():
    # As another program, or a damaged file, may have recorded it.
    asked = {"requested_on": "2026-03-02", "granted_on": "2026-03-02", "critical": True}
    long = f"Admin {HOSTILE}" * 1_000
    story = Story().raw("access", "x", tool=HOSTILE, granted_role=long, **asked)
    story.ritual("weekly-ceo").do(framing_need.answer_gate("money", False, HOSTILE))
    for day in (8, 15):
        logged = rhythm_occurrence.log_occurrence(
            story.engagement, story.new_id(), "weekly-ceo", "skipped",
            slot=d(day), day=d(day), today=d(day), reason=HOSTILE,
        )  # fmt: skip
        story.do(logged)
    now = story.at(20)
    for rule in ("admin-for-guest", "ceo-hour-missed", "score-gates", "critical-access-day5"):
        for line in lines(rule, now):
            assert "\n" not in line
            assert "\x1b" not in line
            assert "\u202e" not in line
            assert len(line) < 3_000, "a file may hold any number of letters"
        told = explained(advice_of(rule, now), Words("en"), now)
        bullets = [line for line in told.split("\n") if line.startswith("- ")]
        assert len(bullets) == len(advice_of(rule, now).records)
    assert "{day} [/x] [b] - Access: x[2J" in lines("ceo-hour-missed", now)[0]
