"""`coach transition signals|readiness|plan`: the need, how far, and every date."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from coach_tui.bundled import Catalogues
from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.framing.answers import ANSWERS, record
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.text import as_text
from coach_tui.coach.transition.handover import leaving, readiness_of
from coach_tui.coach.transition.leaving import unready
from coach_tui.coach.transition.verdict import earns_most, verdict_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.plan import back_plan_of
from coach_tui.engagement.transition.record import DEFAULTS, set_transition, transition_of
from coach_tui.engagement.transition.signals import review_signals, signals_of
from coach_tui.exports.transition.axes import readiness_lines, signal_lines, verdict_lines
from coach_tui.exports.transition.dates import overlap_lines, plan_lines
from coach_tui.exports.transition.lists import exit_lines
from coach_tui.exports.transition.rehearsal import last_words
from coach_tui.language import Words
from coach_tui.language.numbers import read_number

WHO = ("successor", "relay", "leaving")
DAYS = ("successor_first_day", "planned_end", "ended")


def add_signals(parser: ArgumentParser, words: Words) -> None:
    """The four figures of a review; without one, the signals are shown."""
    for name in ("headcount", "budget", "team"):
        parser.add_argument(f"--{name}", metavar="N", help=words(f"transition.signals.{name}"))
    parser.add_argument(
        "--presence", choices=tuple(ANSWERS), help=words("transition.signals.presence")
    )
    parser.add_argument("--note", default="", metavar="…", help=words("transition.signals.words"))
    parser.add_argument("--day", metavar="DATE", help=words("transition.signals.day"))
    json_option(parser, words, "signals")


def run_signals(call: Call) -> int:
    """Record a review where figures are given, then show the signals."""
    options, session = call.options, call.session(up_to_date=True)
    figures = {n: number_given(call, getattr(options, n)) for n in ("headcount", "budget", "team")}
    if options.presence or any(value is not None for value in figures.values()):
        day = day_said(call, options.day, "past") or call.today
        presence = ANSWERS[options.presence] if options.presence else None
        decision = review_signals(session.new_id(), day, presence=presence, words=options.note,
                                  **figures)  # fmt: skip
        record(call, session, decision)
    signals = signals_of(session.engagement)
    if options.json:
        last = signals.reviews[-1] if signals.reviews else None
        show_json(
            {
                "level": signals.level,
                "band": signals.band,
                "confirmed": signals.confirmed,
                "seen": list(signals.seen),
                "sure": list(signals.sure),
                "reviews": len(signals.reviews),
                "last": last.day.isoformat() if last else None,
            }
        )
        return FINE
    show(as_text(signal_lines(signals, Catalogues(), call.words)))
    return FINE


def add_readiness(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    json_option(parser, words, "readiness")


def run_readiness(call: Call) -> int:
    """The gates, the score by line, the quadrant's advice."""
    engagement = call.session().engagement
    ready, verdict = readiness_of(engagement, call.today), verdict_of(engagement, call.today)
    if not call.options.json:
        lines = verdict_lines(verdict, ready, call.words)
        if last := last_words(engagement, call.words):
            lines += ["", last]
        show(as_text([*lines, "", *readiness_lines(verdict, ready, call.words)]))
        return FINE
    best = earns_most(verdict, ready)
    show_json(
        {
            "score": ready.score,
            "verdict": ready.verdict,
            "failed_gates": list(ready.failed),
            "advice": verdict.key,
            "need": verdict.need,
            "best": {"id": best.id, "gain": round(best.gain, 1)} if best else None,
            "lines": [
                {
                    "id": line.id,
                    "earned": round(line.earned, 3),
                    "possible": round(line.possible, 3),
                    "proofs": {
                        p.id: {"done": p.part.done, "total": p.part.total} for p in line.proofs
                    },
                }
                for line in ready.lines
            ],
        }
    )
    return FINE


def add_plan(parser: ArgumentParser, words: Words) -> None:
    """Who takes over, the days and the lengths; without any, the plan is shown."""
    for name in WHO:
        parser.add_argument(
            f"--{name}", metavar=words("cli.name"), help=words(f"transition.set.{name}")
        )
    for name, option in zip(DAYS, ("t0", "contract-end", "ended"), strict=True):
        parser.add_argument(
            f"--{option}", dest=name, metavar="DATE", help=words(f"transition.set.{name}")
        )
    parser.add_argument(
        "--why", dest="ended_why", metavar="…", help=words("transition.set.ended_why")
    )
    for name in DEFAULTS:
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="N", help=words(f"transition.set.{name}"))
    json_option(parser, words, "plan")


def run_plan(call: Call) -> int:
    """Set what was given, then every date from T0, the overlap, and the checks after."""
    options, session = call.options, call.session(up_to_date=True)
    fields: dict[str, object] = {
        n: getattr(options, n) for n in (*WHO, "ended_why") if getattr(options, n) is not None
    }
    fields |= {
        n: day_said(call, getattr(options, n), "past" if n == "ended" else "ahead")
        for n in DAYS if getattr(options, n)
    }  # fmt: skip
    fields |= {n: number_given(call, getattr(options, n)) for n in DEFAULTS if getattr(options, n)}
    if fields:
        record(call, session, set_transition(session.engagement, fields))
        left = unready(session.engagement, call.today)
        if "ended" in fields and left and not left.why:
            say(call.words("transition.left-ask", n=len(left.gates)))
    engagement = session.engagement
    if options.json:
        show_json(_plan_json(engagement, call.today))
        return FINE
    lines = [*plan_lines(engagement, call.words, call.today), ""]
    if back_plan_of(engagement, call.today).t0:
        lines += [*overlap_lines(engagement, Catalogues(), call.words, call.today), ""]
    lines += exit_lines(leaving(engagement), Catalogues(), call.words, call.today)
    show(as_text(lines))
    return FINE


def json_option(parser: ArgumentParser, words: Words, what: str) -> None:
    """`--json`, and what it gives."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words(f"transition.json.{what}")


def number_given(call: Call, text: str | None) -> float | None:
    """The number typed; None where nothing was."""
    return float(accepted(read_number(text, call.language, call.words.currency))) if text else None


def _plan_json(engagement: Engagement, today: date) -> dict[str, Any]:
    plan, transition = back_plan_of(engagement, today), transition_of(engagement)
    going = leaving(engagement)
    return {
        "t0": plan.t0.isoformat() if plan.t0 else None,
        "successor": transition.successor or None,
        "relay": transition.relay or None,
        "milestones": [
            {"id": each.id, "day": each.day.isoformat(), "weeks": round(each.weeks, 1)}
            for each in plan.milestones
        ],
        "flags": [{"id": flag.id, "alert": flag.alert} for flag in plan.flags],
        "exit": {
            "end": going.end.isoformat() if going.end else None,
            "complete": going.complete,
            "residual": [line.tool for line in going.residual],
            "checks": {check.id: check.outcome or None for check in going.checks},
        },
    }
