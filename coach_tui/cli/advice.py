"""`coach check`: what the rules say, for people and for cron. `coach why`: one of them, in full."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from typing import Any, Final

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.coach.advice.ranked import SEVERITIES, Advice, advise, all_advice, praise
from coach_tui.coach.advice.record_words import record_name, record_value
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.advice.words import told
from coach_tui.engagement.advice import asides_of
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.store.errors import StoreError

ALERT, DAMAGED = 3, 4
GRAVE: Final = frozenset(SEVERITIES[:2])


def add_check(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("cli.check.json")


def run_check(call: Call) -> int:
    """One line each, gravest first. 3 where one is an alert or worse, 4 where the file is wrong."""
    from coach_tui.bundled import Catalogues

    try:
        session = call.session(up_to_date=True)
    except StoreError as error:
        say(call.words.refusal(error.refusal))
        return DAMAGED
    situation = Situation(call.playbook(), session.engagement, call.today, Catalogues())
    found = advise(*situation)
    if call.options.json:
        show_json([_json(each, call.words, situation, session.role) for each in found])
    else:
        for each in found:
            severity = call.words(f"advice.severity.{each.severity}")
            said = told(each, call.words, situation, reader=session.role).words
            show(call.words("advice.line", severity=severity, words=said, id=each.id))
        if not found:
            say(call.words("advice.nothing"))
    return ALERT if any(each.severity in GRAVE for each in found) else FINE


def add_why(parser: ArgumentParser, words: Words) -> None:
    """Which rule."""
    parser.add_argument("id", metavar="ID", help=words("cli.why.id"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("cli.check.json")


def run_why(call: Call) -> int:
    """The rule's words, its reason, the records it rests on, its source; set aside or not."""
    from coach_tui.bundled import Catalogues
    from coach_tui.coach.advice.rules import PRAISES, RULES
    from coach_tui.coach.advice.words import explained

    wanted = call.options.id
    if wanted not in {**RULES, **PRAISES}:
        raise Refused("refusal.advice.unknown", id=wanted[:40])
    session, words = call.session(), call.words
    situation = Situation(call.playbook(), session.engagement, call.today, Catalogues())
    found: Sequence[Advice] = [*all_advice(*situation), *praise(*situation)]
    advice = next((each for each in found if each.id == wanted), None)
    if advice is None:
        say(words("advice.why.silent", id=wanted))
        for told in _noise(call, situation) if wanted == "kpi-fell" else ():
            say(told)
        if call.options.json:
            show_json(None)
        return FINE
    if call.options.json:
        show_json(_json(advice, words, situation, session.role))
        return FINE
    aside = asides_of(session.engagement).get(wanted)
    show(explained(advice, words, situation, aside, reader=session.role))
    return FINE


def _noise(call: Call, situation: Situation) -> Iterator[str]:
    """The KPIs whose last movement stays inside their natural limits: nothing is said of it."""
    from coach_tui.coach.kpi.overview import by_id, follow_up
    from coach_tui.exports.kpi.limits import limit_facts

    entries = by_id(situation.catalogues["kpis"])
    for each in follow_up(situation.engagement, entries, call.words, call.today):
        if each.behaviour and each.behaviour.noise:
            said = " · ".join(said for _, said in limit_facts(each, call.words))
            yield call.words("frame.pair", name=one_line(each.name), value=said)


def _json(advice: Advice, words: Words, situation: Situation, reader: str) -> dict[str, Any]:
    said = told(advice, words, situation, reader=reader)
    return {
        "id": advice.id,
        "severity": advice.severity,
        "who": advice.who or None,
        "words": said.words,
        "reason": said.reason or None,
        "source": advice.source.split(", ") if advice.source else [],
        "opens": advice.opens or None,
        "records": [
            {
                "entity": record.entity,
                "id": record.id,
                "name": record_name(record, situation, words),
                "value": record_value(advice, record, situation, words) or None,
            }
            for record in advice.records
        ],
    }
