"""The model, as Markdown: the rule that speaks, why, and why not the others."""

from __future__ import annotations

from coach_tui.engagement.framing.budget import cost_of, dose_of, full_time_of
from coach_tui.engagement.framing.cost import GUIDE_FULL_TIME, Cost, cost, guide_dose
from coach_tui.engagement.framing.model import Routing, Rule, routing_of
from coach_tui.engagement.framing.record import Framing, framing_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.figures import days_said, money, other_currency, pair
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.currency import EUR


def model_lines(engagement: Engagement, words: Words) -> list[str]:
    """What the rules say, then what was kept."""
    routing, framing = routing_of(engagement), framing_of(engagement)
    lines = suggestion_lines(routing, words)
    if routing.model == "grey-zone":
        lines += ["", *both_costed(engagement, words)]
    if framing.kept:
        lines += ["", *kept_lines(framing, words)]
    return [*lines, "", words("frame.model.order"), *other_currency(words)]


def suggestion_lines(routing: Routing, words: Words) -> list[str]:
    """The rule that speaks, its reasons, and for each other model the reason it is not that one."""
    lines = [f"**{words(f'frame.model.{routing.model}')}**", ""]
    if routing.rule:
        lines.append(f"- {rule_line(routing, words)}")
    if routing.interim:
        lines.append(f"- {words('frame.model.interim')}")
    lines += [f"- {line}" for line in others(routing, words)]
    if routing.missing:
        if lines[-1] == "":
            lines.pop()
        what = ", ".join(words(f"frame.short.{name}") for name in routing.missing)
        lines += ["", words("frame.model.missing", what=what)]
    return lines


def rule_line(routing: Routing, words: Words) -> str:
    """The rule that speaks and why; empty while nothing at all was answered."""
    if routing.rule is None:
        return ""
    return f"{words(f'frame.rule.{routing.rule.model}')}. {_why(routing.rule, words)}"


def others(routing: Routing, words: Words) -> list[str]:
    """Why not each of the models that rules before and after it lead to."""
    lines = []
    for rule in routing.rules[:5]:
        if rule.model == routing.model or not routing.model:
            continue
        model = words(f"frame.model.{rule.model}").partition(":")[0].strip()
        unmet = [c for c in rule.conditions if c.met is False]
        unknown = [c for c in rule.conditions if c.met is None]
        if unmet:
            why = " · ".join(words(f"frame.condition.{c.id}") for c in unmet)
            lines.append(words("frame.model.not", model=model, why=why))
        elif unknown:
            why = ", ".join(
                dict.fromkeys(words(f"frame.short.{need}") for c in unknown for need in c.needs)
            )
            lines.append(words("frame.model.perhaps", model=model, why=why))
    return lines


def kept_lines(framing: Framing, words: Words) -> list[str]:
    """The model kept with its reason, the one put aside."""
    model = words(f"frame.model.{framing.kept}")
    lines = [words("frame.model.kept", model=f"**{model}**", reason=escaped(framing.reason))]
    if framing.rejected:
        rejected = words(f"frame.model.{framing.rejected}")
        lines += ["", words("frame.model.rejected", model=rejected)]
    return lines


def both_costed(engagement: Engagement, words: Words) -> list[str]:
    """A year of fractional beside a year of full time, at both of the guide's figures."""
    rate = dose_of(engagement).day_rate
    worked_out = cost_of(engagement) or cost(guide_dose(rate), currency=words.currency)
    lines = [words("frame.model.both"), ""]
    if isinstance(worked_out, Cost):
        year = money(worked_out.per_year, words)
        said = days_said(worked_out.days / worked_out.share, words, 0)
        lines.append("- " + pair(words("frame.model.fractional"), f"{year} ({said})", words))
    full_time = words("frame.model.full-time")
    if words.currency == EUR:
        guide = " / ".join(money(year, words) for year in GUIDE_FULL_TIME)
        lines.append("- " + pair(full_time, f"{guide} ({words('frame.guide')})", words))
    else:
        lines.append(f"- {words('frame.cost.other-currency')}")
    own = full_time_of(engagement).year
    if own is not None:
        source = words("frame.cost.source.own")
        lines.append("- " + pair(full_time, f"{money(own, words)} ({source})", words))
    return lines


def _why(rule: Rule, words: Words) -> str:
    if not rule.conditions:
        return words("frame.model.why-test")
    why = " · ".join(words(f"frame.condition.{condition.id}") for condition in rule.conditions)
    return words("frame.model.why", why=why)
