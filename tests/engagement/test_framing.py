"""Framing: the need, the fit and the model, on the examples the domain gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach_tui.bundled import content
from coach_tui.engagement.framing import candidates as framing_candidates
from coach_tui.engagement.framing import contract as framing_contract
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.framing.fit import fit
from coach_tui.engagement.framing.model import Routing, route
from coach_tui.engagement.framing.need import (
    answer_gate,
    answer_need,
    answer_of_need,
    need_of,
    need_recorded,
)
from coach_tui.engagement.framing.record import (
    Framing,
    frame,
    framing_of,
    keep_model,
    model_recorded,
)
from coach_tui.engagement.profile import Profile, begin
from coach_tui.engagement.state import Engagement
from coach_tui.exports.proof_words import proof_words
from coach_tui.language import Words
from tests.engagement.recording import after, refused

SOME_YES = st.none() | st.booleans()


def reasons(routing: Routing, number: int) -> dict[str, bool | None]:
    return {condition.id: condition.met for condition in routing.rules[number - 1].conditions}


def test_a_yes_counts_whole_only_with_the_fact_behind_it() -> None:
    engagement = after(
        Engagement(),
        answer_need("direction", True, "priorities changed four times since May"),
        answer_need("stall", True),
        answer_need("coach", False),
    )
    need = need_of(engagement)
    assert (need.score, need.band) == (1.5, "open")  # five answers could still make it a need
    assert need.answered == 3
    assert need_recorded(engagement) == ""


def test_fourteen_answers_make_the_diagnostic_and_a_failed_gate_is_said_whatever_the_score() -> (
    None
):
    engagement = after(
        Engagement(),
        *(answer_need(question, True, "a fact") for question in framing_need.QUESTIONS),
        answer_gate("hands", False, "nobody writes"),
    )
    need = need_of(engagement)
    assert (need.score, need.band, need.failed) == (8.0, "strong", ("hands",))
    assert len(need.gates_open) == 5
    assert need_recorded(engagement) == ""  # six conditions are asked as well
    engagement = after(
        engagement, *(answer_gate(gate, True) for gate in framing_need.GATES if gate != "hands")
    )
    assert proof_words(need_recorded(engagement), Words("fr")) == "8 sur 8, le 12 mars 2026"


@pytest.mark.parametrize(
    ("score", "band"),
    [(0, "none"), (1.5, "none"), (2, "test"), (3.5, "test"), (4, "clear"), (5.5, "clear"),
     (6, "strong"), (8, "strong")],
)  # fmt: skip
def test_the_bands_at_their_edges(score: float, band: str) -> None:
    assert framing_need.band_of(score) == band


@given(st.dictionaries(st.sampled_from(framing_need.QUESTIONS), SOME_YES))
def test_the_score_never_leaves_zero_to_eight(said: dict[str, bool | None]) -> None:
    answers = {
        name: framing_need.NeedAnswer(yes, "fact" if yes else "") for name, yes in said.items()
    }
    assert 0 <= framing_need.need_score(answers) <= 8


def test_the_fit_counts_only_what_is_known() -> None:
    known = fit(
        Profile(headcount=20, revenue=15e6, marketing_budget=49_999), Framing(sector="saas")
    )
    assert (known.fitting, known.verdict) == (3, "fine")
    assert fit(Profile(headcount=30), Framing()).verdict == "unknown"
    assert fit(Profile(headcount=101, revenue=1e6), Framing()).verdict == "question"
    whole = Profile(headcount=30, revenue=3e6, marketing_budget=60_000)
    assert fit(whole, Framing(sector="tech")).verdict == "core"


def test_a_shop_of_eight_wanting_first_campaigns_is_served_by_a_provider() -> None:
    shop = Profile(headcount=8, revenue=400_000)
    routing = route(shop, Framing(marketer=False, campaigns=True))
    assert routing.model == "as-a-service"
    assert reasons(routing, 4)["core-size"] is False


def test_a_firm_of_sixty_wanting_its_own_employee_three_days_a_week_hires_part_time() -> None:
    routing = route(Profile(headcount=60), Framing(employee=True, daily=False, change=True))
    assert routing.model == "part-time"
    assert routing.missing == (), "with sixty people, no budget would change it"


def test_between_100_and_150_thousand_the_zone_is_grey_and_both_models_are_costed() -> None:
    asked = Framing(daily=False, employee=False, marketer=True, change=True)
    routing = route(Profile(headcount=60, leadership_budget=120_000), asked)
    assert routing.model == "grey-zone"
    assert reasons(routing, 4) == {"core-size": True, "modest": False, "change": True}


def test_a_large_rich_company_that_needs_someone_daily_hires_full_time() -> None:
    routing = route(Profile(headcount=130, leadership_budget=170_000), Framing(daily=True, team=6))
    assert (routing.model, routing.interim) == ("full-time", True)
    by_team = route(Profile(headcount=130, leadership_budget=170_000), Framing(daily=False, team=6))
    assert by_team.model == "full-time"


def test_daily_presence_on_a_modest_budget_is_an_employee_at_part_time() -> None:
    routing = route(Profile(headcount=130, leadership_budget=150_000), Framing(daily=True))
    assert routing.model == "part-time"


def test_a_small_firm_that_structures_its_marketing_takes_a_fractional_cmo() -> None:
    asked = Framing(daily=False, employee=False, marketer=True, change=True, team=2)
    routing = route(Profile(headcount=30, leadership_budget=80_000), asked)
    assert (routing.model, routing.missing) == ("fractional", ())


def test_fractional_is_never_the_default() -> None:
    assert route(Profile(), Framing()).model == ""
    plain = Framing(daily=False, employee=False, marketer=True, change=False, team=2)
    assert route(Profile(headcount=30, leadership_budget=80_000), plain).model == "test-month"


@given(
    headcount=st.none() | st.integers(0, 1_000), budget=st.none() | st.integers(0, 400_000),
    daily=SOME_YES, employee=SOME_YES, marketer=SOME_YES, campaigns=SOME_YES, steering=SOME_YES,
    change=SOME_YES, team=st.none() | st.integers(0, 30),
)  # fmt: skip
@example(
    headcount=20, budget=90_000, daily=False, employee=False, marketer=True, campaigns=False,
    steering=True, change=True, team=1,
)  # fmt: skip
def test_whatever_is_known_the_first_rule_met_speaks(
    headcount: int | None, budget: int | None, **said: bool | None
) -> None:
    routing = route(Profile(headcount=headcount, leadership_budget=budget), Framing(**said))  # type: ignore[arg-type]
    if routing.rule is None:
        return
    assert routing.rule.met
    assert not any(rule.met for rule in routing.rules[: routing.rule.number - 1])
    if routing.model == "fractional":
        assert 20 <= (headcount or 0) <= 100
        assert said["change"]


def test_a_model_is_kept_with_its_reason_and_not_without() -> None:
    assert refused(keep_model("fractional", "  ")) == "refusal.frame.model-reason"
    assert refused(keep_model("fractional", "why", "fractional")).endswith("kept-and-rejected")
    engagement = after(Engagement(), keep_model("fractional", "two juniors", "full-time"))
    assert framing_of(engagement).rejected == "full-time"
    assert proof_words(model_recorded(engagement), Words("en")) == "Fractional CMO: two juniors"


def test_what_cannot_be_is_refused() -> None:
    assert refused(frame({"situation": "boredom"})) == "refusal.field.choice"
    assert refused(frame({"daily": "maybe"})) == "refusal.field.yes-no"
    assert refused(frame({"team": -1})) == "refusal.field.number"
    assert refused(answer_need("nosuch", True)) == "refusal.frame.choice"
    assert refused(answer_need("stall", True, "mot de passe : Tr0ub4dor&3")).startswith(
        "refusal.secret"
    )
    assert refused(frame({"conclusion": "x" * 10_001})) == "refusal.field.long"


def test_an_answer_of_five_thousand_characters_is_kept_whole() -> None:
    long = "é" * 5_000
    engagement = after(Engagement(), answer_need("stall", True, long))
    assert need_of(engagement).answers["stall"].words == long


def test_an_engagement_written_by_a_later_version_still_reads() -> None:
    engagement = after(begin_acme(), frame({"situation": "launch"}))
    odd = after(engagement, frame({"kept": ""}))
    assert framing_of(odd).situation == "launch"
    assert framing_of(odd).kept == ""


def test_the_ids_are_the_catalogues_own() -> None:
    ids = {
        "need-questions": framing_need.QUESTIONS,
        "need-gates": framing_need.GATES,
        "candidate-criteria": framing_candidates.CRITERIA,
        "permanent-criteria": framing_candidates.PERMANENT_CRITERIA,
        "contract-clauses": framing_contract.CLAUSES,
        "independence": framing_contract.INDICATORS,
    }
    for name, known in ids.items():
        text = content("catalogue", f"{name}.toml").read_text(encoding="utf-8")
        assert tuple(written_ids(text)) == tuple(known), name


def begin_acme() -> Engagement:
    from datetime import date

    return after(Engagement(), begin("Acme", date(2026, 3, 9), 2, "founder"))


def written_ids(text: str) -> list[str]:
    return [line.split('"')[1] for line in text.splitlines() if line.startswith("id = ")]


@pytest.mark.parametrize(
    ("people", "budget", "model"),
    [(20, 99_999, "fractional"), (100, 99_999, "fractional"), (19, 99_999, "test-month"),
     (60, 100_000, "grey-zone"), (60, 150_000, "grey-zone"), (60, 150_001, "test-month")],
)  # fmt: skip
def test_the_rules_at_their_edges(people: int, budget: int, model: str) -> None:
    asked = Framing(daily=False, employee=False, marketer=True, change=True, team=2)
    assert route(Profile(headcount=people, leadership_budget=budget), asked).model == model


def test_a_fact_alone_is_no_answer_but_an_answer_can_be_taken_back() -> None:
    for asked in ("stall", "hour"):  # a question, and a condition
        unsaid = answer_of_need(Engagement(), asked, None, "flat since May")
        assert refused(unsaid) == "refusal.frame.yes-or-no"
        said = after(Engagement(), answer_of_need(Engagement(), asked, True, "flat since May"))
        back = need_of(after(said, answer_of_need(said, asked, None, "flat since May")))
        assert {**back.answers, **back.gates}[asked].yes is None
