"""Framing, the model: six rules in order, each saying why it speaks or why it is silent.

Thresholds are the guide's; their order and what happens between 100 and 150 K€ are ours
(FORMULAS.md, "Model"). Never "fractional" by default: the last rule is a one-month test.
"""

from typing import Final, NamedTuple

from coach_tui.engagement.framing.record import Framing, framing_of
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.state import Engagement, viewed

LARGE: Final = 100  # people (guide)
SMALL: Final = 20  # people (guide)
FRACTIONAL_BUDGET: Final = 100_000  # euros a year for the leadership function (guide)
FULL_TIME_BUDGET: Final = 150_000  # euros a year (guide)
TEAM: Final = 5  # people to manage (guide)


class Condition(NamedTuple):
    """One thing a rule asks. `met` is None while the answer it needs is missing."""

    id: str
    met: bool | None
    needs: tuple[str, ...] = ()


class Rule(NamedTuple):
    """`model` is what the rule leads to; `met` is None while a missing answer could decide it."""

    number: int
    model: str
    conditions: tuple[Condition, ...]

    @property
    def met(self) -> bool | None:
        return every(*(condition.met for condition in self.conditions))


class Routing(NamedTuple):
    """The rule that speaks, all six of them, and the answers that could still change it.

    `model` is empty while nothing at all was answered: no advice is better than a guess.
    """

    model: str
    rule: Rule | None
    rules: tuple[Rule, ...]
    missing: tuple[str, ...] = ()

    @property
    def interim(self) -> bool:
        """Full time, and a fractional CMO only to hold the interim."""
        return self.model == "full-time"


def route(profile: Profile, framing: Framing) -> Routing:
    """The model for this company: the first of the six rules that is met."""
    rules = _rules(profile, framing)
    known = any(condition.met is not None for rule in rules for condition in rule.conditions)
    chosen = next(rule for rule in rules if rule.met)
    earlier = rules[: chosen.number - 1]
    missing = dict.fromkeys(
        need
        for rule in earlier
        if rule.met is None
        for condition in rule.conditions
        if condition.met is None
        for need in condition.needs
    )
    if not known:
        return Routing("", None, rules, tuple(missing))
    return Routing(chosen.model, chosen, rules, tuple(missing))


@viewed
def routing_of(engagement: Engagement) -> Routing:
    """The routing as answered so far."""
    return route(profile_of(engagement), framing_of(engagement))


def every(*answers: bool | None) -> bool | None:
    """Yes if all are; no if one is; else nobody knows."""
    if any(answer is False for answer in answers):
        return False
    return None if any(answer is None for answer in answers) else True


def either(*answers: bool | None) -> bool | None:
    """Yes if one is; no if none is; else nobody knows."""
    if any(answers):
        return True
    return None if any(answer is None for answer in answers) else False


def _rules(profile: Profile, framing: Framing) -> tuple[Rule, ...]:
    people, budget = profile.headcount, profile.leadership_budget
    daily, team = framing.daily, _over(framing.team, TEAM)
    no_marketer = _not(framing.marketer)
    # Wanting first campaigns only says already that nothing is to be led, unless told otherwise.
    no_steering = True if framing.steering is None and framing.campaigns else _not(framing.steering)
    return (
        _rule(
            1,
            "full-time",
            Condition("large", _over(people, LARGE), ("headcount",)),
            Condition("rich", _over(budget, FULL_TIME_BUDGET), ("leadership_budget",)),
            Condition("daily-or-team", either(daily, team), ("daily", "team")),
        ),
        _rule(
            2,
            "part-time",
            Condition("daily-or-employee", either(daily, framing.employee), ("daily", "employee")),
            # A wish for an employee of one's own needs no figure to be heard.
            Condition("not-rich", _not_rich(budget, framing.employee), ("leadership_budget",)),
        ),
        _rule(
            3,
            "as-a-service",
            Condition("no-marketer", no_marketer, ("marketer",)),
            Condition("campaigns", framing.campaigns, ("campaigns",)),
            Condition("no-steering", no_steering, ("steering",)),
        ),
        _rule(
            4,
            "fractional",
            Condition("core-size", _between(people, SMALL, LARGE), ("headcount",)),
            Condition("modest", _under(budget, FRACTIONAL_BUDGET), ("leadership_budget",)),
            Condition("change", framing.change, ("change",)),
        ),
        _rule(
            5,
            "grey-zone",
            Condition(
                "grey",
                _between(budget, FRACTIONAL_BUDGET, FULL_TIME_BUDGET),
                ("leadership_budget",),
            ),
        ),
        _rule(6, "test-month"),
    )


def _rule(number: int, model: str, *conditions: Condition) -> Rule:
    return Rule(number, model, conditions)


def _over(value: float | None, limit: float) -> bool | None:
    return None if value is None else value > limit


def _under(value: float | None, limit: float) -> bool | None:
    return None if value is None else value < limit


def _between(value: float | None, low: float, high: float) -> bool | None:
    return None if value is None else low <= value <= high


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _not_rich(budget: float | None, employee: bool | None) -> bool | None:
    if budget is None:
        return True if employee else None
    return budget <= FULL_TIME_BUDGET
