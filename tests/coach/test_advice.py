"""What is said first, what is kept quiet and for how long, and the words it is said in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from string import Formatter

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import load_playbook
from coach_tui.coach.advice.ranked import SEVERITIES, Advice, advise, all_advice, is_quiet, praise
from coach_tui.coach.advice.record_words import record_name, record_value
from coach_tui.coach.advice.rules import PRAISES, RULES
from coach_tui.coach.advice.situation import Behind, Situation
from coach_tui.coach.advice.words import explained, spoken, told
from coach_tui.coach.moves.settling import SETTLING
from coach_tui.engagement import context
from coach_tui.engagement.advice import Aside, set_aside
from coach_tui.engagement.change import Change
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.framing import record as framing
from coach_tui.engagement.profile import ID
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import LEADS
from coach_tui.engagement.team import skills as team_skill
from coach_tui.engagement.transition import signals as transition_signals
from coach_tui.language import LANGUAGES, Refusal, Words
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d
from tests.coach.test_rules import SPEAKS

Edited = Callable[[str, Callable[[str], str]], None]
WRITTEN = {entry.id: entry for entry in CATALOGUES["advice"]}


def said_by(story: Story, day: int) -> list[str]:
    found = advise(PLAYBOOK, story.engagement, d(day), CATALOGUES)
    return [each.id for each in found]


def asked(story: Story, rule: str, day: int) -> Advice:
    found = all_advice(PLAYBOOK, story.engagement, d(day), CATALOGUES)
    return next(each for each in found if each.id == rule)


def dismissed(story: Story, rule: str, day: int, reason: str = "") -> Story:
    advice = asked(story, rule, day)
    return story.do(set_aside(rule, advice.severity, tuple(advice.concerns), d(day), reason))


def test_the_gravest_comes_first():
    story = Story().access().profile(leadership_budget=120_000.0)
    found = advise(PLAYBOOK, story.engagement, d(9), CATALOGUES)
    ranks = [SEVERITIES.index(each.severity) for each in found]
    assert ranks == sorted(ranks)
    assert found[0].id == "critical-access-day5"
    assert ranks[0] < ranks[-1]


def test_every_rule_is_written_in_both_languages_and_opens_a_step_there_is():
    for rule in {**RULES, **PRAISES}:
        assert set(WRITTEN[rule].words) == set(LANGUAGES)
        assert PLAYBOOK.step(WRITTEN[rule].fields["opens"]), rule
    assert set(WRITTEN) == {**RULES, **PRAISES}.keys()


def test_a_rule_says_to_whoever_its_step_belongs_to_what_to_do() -> None:
    """On a lead's own step, no reason tells the other lead to do it."""
    others = {"overlap-short"}  # the founder buys the weeks that the CMO plans
    for entry in CATALOGUES["advice"]:
        settling, who = SETTLING.get(entry.id), entry.fields.get("who")
        steps = [PLAYBOOK.step(each) for each in (settling.steps if settling else ())]
        owners = {each.owner for each in steps if each and each.owner in LEADS}
        if owners and who in LEADS and entry.id not in others:
            assert who in owners, (entry.id, who, owners)


def test_whoever_reads_is_not_told_their_own_role_whoever_began_the_file() -> None:
    story = Story().at(40)
    [relay] = [each for each in all_advice(*story) if each.id == "no-relay"]
    assert not told(relay, Words("fr"), story, reader="founder").words.startswith("Dirigeant")
    assert told(relay, Words("fr"), story, reader="cmo").words.startswith(
        "Dirigeant\N{NBSP}: nommez"
    )


def test_who_acts_is_said_first_by_name_where_it_is_recorded_and_never_to_that_person():
    """The first name of the founder or of the CMO; a role for the others, and for two founders."""
    story = Story().profile(role="cmo")

    def heard(rule: str, day: int) -> str:
        return told(asked(story, rule, day), Words("en"), story.at(day)).words

    assert heard("no-exit-horizon", 0).startswith("Founder: set an end date and what")
    story.person("Hélène Martin", kind="founder")
    assert heard("no-exit-horizon", 0).startswith("Hélène: set an end date")
    assert heard("too-few-interviews", 20).startswith("Book the missing interviews")
    story.profile(role="founder")
    assert heard("no-exit-horizon", 0).startswith("Set an end date")
    story.profile(role="cmo").person("Paul Vidal", kind="founder")
    assert heard("no-exit-horizon", 0).startswith("Founder: set")


def test_a_rule_that_speaks_for_months_changes_its_act_and_keeps_its_fact():
    """One wording for two weeks, then the next; the first comes round again."""
    now, advice = Story().at(60), asked(Story(), "no-monthly-report", 60)
    ways = []
    for weeks in range(0, 8, 2):
        since = now.today - timedelta(weeks=weeks)
        ways.append(told(advice, Words("en"), now, since=since).words)
    assert ways[0] == ways[3]
    assert len(set(ways)) == 3
    assert all("60 days without a monthly report" in each for each in ways)


def test_praise_is_apart_and_never_takes_the_place_of_advice():
    story = Story().access(granted_role="Viewer", granted_on=d(0), verified_on=d(2))
    good = praise(PLAYBOOK, story.engagement, d(5), CATALOGUES)
    assert [each.id for each in good] == ["praise-access-early"]
    assert not {each for each in said_by(story, 5) if each.startswith("praise")}


def test_set_aside_with_a_reason_holds_thirty_days_and_without_one_seven():
    story = dismissed(Story(), "no-exit-horizon", 3, "the board decides in May")
    assert "no-exit-horizon" not in said_by(story, 32)
    assert "no-exit-horizon" in said_by(story, 33)
    story = dismissed(Story(), "no-exit-horizon", 3)
    assert "no-exit-horizon" not in said_by(story, 9)
    assert "no-exit-horizon" in said_by(story, 10)


def test_it_comes_back_when_it_gets_worse():
    story = dismissed(Story().access("HubSpot"), "critical-access-day5", 9, "contract under way")
    assert "critical-access-day5" not in said_by(story, 12)
    story.access("Google Analytics", category="analytics")
    assert "critical-access-day5" in said_by(story, 12)
    advice = asked(story, "critical-access-day5", 12)
    milder = Aside(d(9), "", "watch", advice.concerns)
    assert not is_quiet(advice, milder, d(10))


def test_a_dismissal_refuses_secrets():
    answer = set_aside("x", "alert", (), d(0), "password: hunter2!")
    assert isinstance(answer, Refusal)


def test_a_dismissal_dated_in_the_future_hides_nothing():
    story = dismissed(Story(), "no-exit-horizon", 30)
    assert "no-exit-horizon" in said_by(story, 10)


def test_everything_said_is_whole_in_both_languages():
    for language in LANGUAGES:
        words = Words(language)
        for rule, situation in SPEAKS.items():
            now = situation()
            known = (now.playbook, now.engagement, now.today, CATALOGUES)
            found = {each.id: each for each in (*all_advice(*known), *praise(*known))}
            said = spoken(found[rule], words, CATALOGUES)
            assert not [part for _, part, _, _ in Formatter().parse(said.words) if part]
            assert words("advice.fallback") not in said.words + said.reason
            assert said.reason
            assert said.source
            for record in found[rule].records:
                assert record_name(record, now, words)
                value = record_value(found[rule], record, now, words)
                assert value
                assert "behind." not in value
                assert "{" not in value


def test_amounts_and_names_are_written_in_the_readers_language():
    story = Story().profile(activation_budget=50_000.0, day_rate=1_100.0)
    advice = asked(story, "fee-eats-budget", 0)
    assert "96\u202f800\u00a0€" in spoken(advice, Words("fr"), CATALOGUES).words
    assert "€96,800" in spoken(advice, Words("en"), CATALOGUES).words
    many = Story()
    for tool in ("HubSpot", "GA4", "Brevo", "Looker", "Slack"):
        many.access(tool)
    advice = asked(many, "critical-access-day5", 9)
    assert "HubSpot, GA4, Brevo and 2 more" in spoken(advice, Words("en"), CATALOGUES).words


def test_an_advice_read_whole_is_not_cut_and_names_the_person_recorded():
    """The catalogue's kind of person only where nobody is recorded; the row alone is cut."""
    usual = {each.id: each for each in CATALOGUES["accesses"]}["hubspot"].words["en"]["granter"]
    owner = "Paul Vidal, who answers for every tool of sales, of marketing and of support"
    cases = ((usual, owner, owner), ("Ines", owner, "Ines"), (usual, "", usual), ("", "", "Ops"))
    for granter, known, named in cases:
        story = Story().access(catalogue="hubspot", granter=granter, owner=known)
        advice = asked(story, "critical-access-day5", 9)
        whole = spoken(advice, Words("en"), CATALOGUES, whole=True).words
        assert f": {named}.".lower() in whole.lower(), (granter, known)
        row = spoken(advice, Words("en"), CATALOGUES).words
        assert ("…" in row) == (len(named) > 60)
        situation = Situation(PLAYBOOK, story.engagement, d(9), CATALOGUES)
        assert named.lower() in explained(advice, Words("en"), situation).lower()


def test_peoples_words_are_never_blanks_nor_orders():
    story = Story().access("{day} {tool} {0.__class__} \x1b[2J [/x]")
    said = spoken(asked(story, "critical-access-day5", 9), Words("en"), CATALOGUES)
    assert "{day} {tool} {0.__class__} [2J [/x]" in said.words


def test_words_that_are_missing_fall_back_and_say_so(edited: Edited) -> None:
    english = 'words = "Set an end date'
    edited("advice/framing.toml", lambda text: text.replace(english, f"# {english}"))
    advice = asked(Story(), "no-exit-horizon", 0)
    said = spoken(advice, Words("en"), CATALOGUES)
    assert said.words.startswith("(not written in English yet) Fixez une fin")
    assert said.reason.startswith("The guide")
    assert advice.severity == "alert"
    french = spoken(advice, Words("fr"), CATALOGUES)
    assert french.words.startswith("Fixez une fin")
    assert "pas encore" not in french.words
    assert "no-exit-horizon" in spoken(advice, Words("en"), {}).words


def test_a_rule_whose_entry_was_removed_still_speaks():
    found = advise(PLAYBOOK, Story().engagement, d(0), {})
    assert [(each.id, each.severity, each.opens) for each in found] == [
        ("no-exit-horizon", "watch", "")
    ]


def test_an_engagement_of_one_field_and_an_empty_one_are_fine():
    change = Change("1", "2026-03-02", "cmo", "engagement", ID, {"company": "Acme"})
    for engagement in (Engagement(), Engagement().after([change])):
        assert advise(PLAYBOOK, engagement, d(0), CATALOGUES) == ()


def test_a_first_day_in_the_future_or_five_years_ago_is_fine():
    assert said_by(Story(first=date(2031, 1, 6)), 0) == []
    old = Story(first=date(2021, 1, 4))
    assert said_by(old, 0) == ["no-exit-horizon", "no-relay"]


IDS = ("engagement", "crm", "weekly-ceo", "2026-02", "money", "a", "context", "transition")
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**6),
    st.floats(allow_nan=True),
    st.text(max_size=8),
    st.sampled_from(["2026-03-02", "2025-12-31", "cmo", "increase", "verified", "weekly-ceo"]),
    st.lists(st.text(max_size=3), max_size=2),
)
ENTITIES = (
    *("engagement", "step", "note", "access", "kpi", "reading", "ritual", "ritual-schedule"),
    *("occurrence", "decision", "promise", "report", "day-used", "allowance", "person", "skill"),
    *("assessment", "method-use", "drill", "delegation", "dose", "framing", "budget", "candidate"),
    *("clause", "independence", "need-answer", "need-gate", "transition", "signal-review"),
    *("advice", "context"),
)
FIELDS = (
    *("status", "tool", "critical", "requested_on", "granted_on", "verified_on", "admins", "exit"),
    *("kind", "baseline", "baseline_on", "target_3", "catalogue", "value", "on", "kpi", "level"),
    *("person", "skill", "side", "day", "kept", "weight", "title", "opened", "decided", "since"),
    *("cadence", "minutes", "slot", "result", "ritual", "days_per_week", "first_day", "month"),
    *("planned_end", "name", "chosen", "state", "yes", "days", "weeks", "amount", "text", "sent"),
    *("headcount", "leadership_budget", "company", "reason", "concerns", "severity", "start"),
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(ENTITIES),
            st.sampled_from(
                ["engagement", "crm", "weekly-ceo", "2026-02", "money", "a", "context"]
            ),
            st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6),
        ),
        max_size=12,
    ),
    st.dates(date(2020, 1, 1), date(2032, 1, 1)),
)
def test_no_recorded_nonsense_takes_the_coach_down(records, today):
    changes = [
        Change(f"{place:04}", "2026-03-02T09:00:00+00:00", "cmo", entity, identity, fields)
        for place, (entity, identity, fields) in enumerate(records)
    ]
    engagement = Engagement().after(changes)
    known = (PLAYBOOK, engagement, today, CATALOGUES)
    for each in (*advise(*known), *praise(*known)):
        assert spoken(each, Words("fr"), CATALOGUES).words


def test_both_playbooks_have_the_steps_that_advice_opens():
    french = load_playbook("fr")[0]
    assert all(french.step(entry.fields["opens"]) for entry in WRITTEN.values())


def test_a_record_is_named_by_people_or_by_the_catalogue():
    words, now = Words("en"), Story().at(0)
    assert record_name(Behind("access", "x", "HubSpot"), now, words) == "Access · HubSpot"
    assert "scope" in record_name(Behind("clause", "scope"), now, words)
    assert record_name(Behind("engagement", "headcount"), now, words) == "Engagement · Headcount"


def test_once_the_mission_is_over_only_what_stays_with_the_company_is_advised():
    story = Story().access(granted_role="Admin", granted_on=d(0), verified_on=d(4), admins=1)
    story.profile(planned_end=d(100), activation_budget=50_000.0, day_rate=1_100.0)
    assert {"fee-eats-budget", "admin-for-guest", "no-relay"} <= set(said_by(story, 100))
    assert said_by(story, 108) == ["residual-access", "exit-check-due"]


def test_a_brief_is_not_said_to_lack_what_nobody_recorded():
    said = spoken(asked(Story(), "brief-incomplete", 20), Words("en"), CATALOGUES)
    assert " Day 20: no brief is recorded here." in said.words


def test_a_report_that_never_was_is_not_called_the_last_one():
    said = spoken(asked(Story(), "no-monthly-report", 60), Words("en"), CATALOGUES)
    assert " 60 days without a monthly report:" in said.words


def test_two_rules_that_say_the_same_take_one_place():
    signals = transition_signals.review_signals
    big = Story().profile(headcount=120.0, leadership_budget=160_000.0, planned_end=d(700))
    big.do(framing.frame({"daily": True}))
    assert "wrong-model-fulltime" in said_by(big, 0)
    for day in (60, 90):
        big.do(signals(f"r{day}", d(day), headcount=120, budget=160e3, presence=True))
    assert "start-permanent-search" in said_by(big, 95)
    assert "wrong-model-fulltime" not in said_by(big, 95)
    assert asked(big, "wrong-model-fulltime", 95)

    costly = Story(days_per_week=3.0).profile(planned_end=d(364), day_rate=1_100.0)
    assert "taper-or-overpay" in said_by(costly, 0)
    costly.profile(activation_budget=40_000.0)
    assert said_by(costly, 0) == ["fee-eats-budget"]


def test_the_same_rule_on_another_record_keeps_its_place():
    team = Story().skill("da-reporting").skill("ac-seo", critical=False).person("Ann")
    team.rate("ann", "da-reporting", 3)
    for skill in ("da-reporting", "ac-seo"):
        method = team_skill.amend_skill(team.engagement, skill, method=skill, author="ann")
        team.do(method)
    assert "single-autonomous" in said_by(team, 90)
    assert "doc-unused" in said_by(team, 90)
    team.do(team_skill.amend_skill(team.engagement, "ac-seo", method=""))
    assert "doc-unused" not in said_by(team, 90)


def test_a_condition_that_was_missing_gives_way_to_what_came_of_it():
    story = Story().do(framing_need.answer_gate("hands", False))
    assert "score-gates" in said_by(story, 0)
    story.do(context.tell({"execution_days": 1.0}))
    assert "score-gates" not in said_by(story, 0)
    story.do(framing_need.answer_gate("offer", False))
    assert "score-gates" in said_by(story, 0)


def test_what_repeats_an_advice_set_aside_is_no_news():
    story = Story(days_per_week=3.0).profile(planned_end=d(364), day_rate=1_100.0)
    story.profile(activation_budget=40_000.0)
    dismissed(story, "fee-eats-budget", 0, "agreed with the board")
    assert said_by(story, 1) == []
