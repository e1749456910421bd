"""`coach frame need|fit|situation|model`: answer, or see what was answered."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from coach_tui.bundled import Catalogues
from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.text import as_text
from coach_tui.engagement.change import Decision
from coach_tui.engagement.framing.fit import fit_of
from coach_tui.engagement.framing.model import routing_of
from coach_tui.engagement.framing.need import GATES, answer_of_need, need_of
from coach_tui.engagement.framing.need import QUESTIONS as NEEDS
from coach_tui.engagement.framing.record import (
    FIGURES,
    MODELS,
    QUESTIONS,
    SECTORS,
    SITUATIONS,
    answer_framing,
    framing_of,
)
from coach_tui.engagement.state import Engagement
from coach_tui.exports.framing.model import model_lines
from coach_tui.exports.framing.need import fit_lines, need_lines, situation_lines
from coach_tui.language import Words
from coach_tui.language.numbers import read_number
from coach_tui.session import Session

ANSWERS = {"yes": True, "oui": True, "no": False, "non": False, "unknown": None}


def add_need(parser: ArgumentParser, words: Words) -> None:
    """A question or a gate, its answer, the fact behind it."""
    ids = (*NEEDS, *GATES)
    known = words("frame.option.need", ids=", ".join(ids))
    parser.add_argument("id", nargs="?", choices=ids, metavar="ID", help=known)
    parser.add_argument(
        "answer", nargs="?", choices=tuple(ANSWERS), help=words("frame.option.answer")
    )
    parser.add_argument("--fact", default="", metavar="…", help=words("frame.need.fact"))
    parser.add_argument("--conclusion", metavar="…", help=words("frame.need.conclusion"))
    json_option(parser, words, "need")


def run_need(call: Call) -> int:
    """Answer where asked to, then show the diagnostic."""
    options, session = call.options, call.session(up_to_date=True)
    if (options.id or options.fact) and not options.answer:
        raise Refused("refusal.frame.which-answer")
    answered = (options.id, ANSWERS[options.answer], options.fact) if options.answer else ()
    record(
        call, session,
        answer_of_need(session.engagement, *answered, conclusion=options.conclusion),
    )  # fmt: skip
    need = need_of(session.engagement)
    if options.json:
        show_json(
            {
                "score": need.score,
                "band": need.band,
                "answered": need.answered,
                "failed_gates": list(need.failed),
                "answers": {k: {"yes": a.yes, "fact": a.words} for k, a in need.answers.items()},
                "gates": {k: {"yes": a.yes, "why": a.words} for k, a in need.gates.items()},
            }
        )
        return FINE
    show(as_text(need_lines(session.engagement, Catalogues(), call.words)))
    return FINE


def add_fit(parser: ArgumentParser, words: Words) -> None:
    """The four traits, each settable."""
    _figure_options(parser, words)
    parser.add_argument("--sector", choices=SECTORS, help=words("frame.sector"))
    json_option(parser, words, "fit")


def run_fit(call: Call) -> int:
    """Set what was given, then say how many of the four fit."""
    session = call.session(up_to_date=True)
    sector = {"sector": call.options.sector} if call.options.sector else {}
    record(call, session, answer_framing(session.engagement, {**_figures(call), **sector}))
    fit = fit_of(session.engagement)
    if call.options.json:
        traits = {trait.name: {"value": trait.value, "fits": trait.fits} for trait in fit.traits}
        show_json({"fitting": fit.fitting, "verdict": fit.verdict, "traits": traits})
        return FINE
    show(as_text(fit_lines(session.engagement, call.words)))
    return FINE


def add_situation(parser: ArgumentParser, words: Words) -> None:
    """Which of the five, and the date that cannot move."""
    parser.add_argument("id", nargs="?", choices=SITUATIONS, help=words("frame.option.situation"))
    parser.add_argument("--deadline", metavar="DATE", help=words("frame.situation.deadline"))
    json_option(parser, words, "situation")


def run_situation(call: Call) -> int:
    """Choose it where asked to, then show what it asks for."""
    options, session = call.options, call.session(up_to_date=True)
    fields: dict[str, object] = {"situation": options.id} if options.id else {}
    if options.deadline:
        fields["deadline"] = day_said(call, options.deadline, "ahead")
    record(call, session, answer_framing(session.engagement, fields))
    framing = framing_of(session.engagement)
    if options.json:
        deadline = framing.deadline.isoformat() if framing.deadline else None
        show_json({"situation": framing.situation or None, "deadline": deadline})
        return FINE
    show(as_text(situation_lines(session.engagement, Catalogues(), call.words)))
    return FINE


def add_model(parser: ArgumentParser, words: Words) -> None:
    """The answers the six rules need, and the model kept."""
    _figure_options(parser, words)
    for name in QUESTIONS:
        parser.add_argument(f"--{name}", choices=tuple(ANSWERS), help=words(f"frame.ask.{name}"))
    parser.add_argument("--team", metavar="N", help=words("frame.ask.team"))
    parser.add_argument("--keep", choices=MODELS, help=words("frame.model.kept.label"))
    parser.add_argument("--reason", default="", metavar="…", help=words("frame.model.reason.label"))
    parser.add_argument(
        "--reject", choices=MODELS, default="", help=words("frame.model.rejected.label")
    )
    json_option(parser, words, "model")


def run_model(call: Call) -> int:
    """Answer where asked to, then say which rule speaks, and why not the others."""
    options, session = call.options, call.session(up_to_date=True)
    answers: dict[str, object] = {
        name: ANSWERS[getattr(options, name)] for name in QUESTIONS if getattr(options, name)
    }
    if options.team:
        answers["team"] = float(accepted(read_number(options.team, call.language)))
    choice = {"kept": options.keep, "reason": options.reason, "rejected": options.reject}
    said = {name: value for name, value in choice.items() if value}
    decision = answer_framing(session.engagement, {**_figures(call), **answers, **said})
    record(call, session, decision)
    if options.json:
        show_json(_model_json(session.engagement))
        return FINE
    show(as_text(model_lines(session.engagement, call.words)))
    return FINE


def _figure_options(parser: ArgumentParser, words: Words) -> None:
    for name in FIGURES:
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, metavar="N", help=words(f"profile.{name}"))


def _figures(call: Call) -> dict[str, object]:
    given = {name: getattr(call.options, name) for name in FIGURES}
    return {
        name: float(accepted(read_number(text, call.language, call.words.currency)))
        for name, text in given.items()
        if text
    }


def record(call: Call, session: Session, decision: Decision) -> None:
    """Save what was decided, if anything, and say so; a refusal ends the command."""
    if accepted(session.record(decision)):
        say(call.words("frame.recorded"))


def json_option(parser: ArgumentParser, words: Words, what: str) -> None:
    """`--json`, and what it gives."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words(f"frame.json.{what}")


def _model_json(engagement: Engagement) -> dict[str, Any]:
    routing, framing = routing_of(engagement), framing_of(engagement)
    return {
        "model": routing.model or None,
        "rule": routing.rule.number if routing.rule else None,
        "missing": list(routing.missing),
        "rules": [
            {
                "number": rule.number,
                "model": rule.model,
                "met": rule.met,
                "conditions": {condition.id: condition.met for condition in rule.conditions},
            }
            for rule in routing.rules
        ],
        "kept": framing.kept or None,
        "reason": framing.reason,
        "rejected": framing.rejected or None,
    }
