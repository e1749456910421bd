"""`coach set FIELD=VALUE …`: what the mission is, one field or several at once.

The same fields as the forms ask: the mission's own, what the coach can't see from its records, and
who stands in for the CMO.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Final

from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.declared import values_set
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.coach.rhythm.agreed import DAYS, FIRST, HELD, change_mission
from coach_tui.coach.typed import as_typed
from coach_tui.engagement.change import Decision
from coach_tui.engagement.context import Context, context_of, tell
from coach_tui.engagement.fields import Declared, Text, fields_of
from coach_tui.engagement.gesture import together
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.transition.record import set_transition, transition_of
from coach_tui.language import Words
from coach_tui.language.currency import CURRENCIES
from coach_tui.session import Session

FIXED: Final = ("role", "archived", "successor_first_day")  # said elsewhere


class _Relay(Declared, subject="transition"):
    """Who stands in for the CMO."""

    relay: str = Text()


OWN: Final = {name: spec for name, spec in fields_of(Profile).items() if name not in FIXED}
TOLD: Final = fields_of(Context)
RELAY: Final = fields_of(_Relay)
SETTABLE: Final = {**OWN, **TOLD, **RELAY}

NEEDED: Final = frozenset({"days_per_week"})  # never emptied; a first day is, until it comes


def add_set(parser: ArgumentParser, words: Words) -> None:
    """Which fields, to what."""
    named = words("record.set.fields", fields=", ".join(SETTABLE))
    parser.add_argument("fields", nargs="*", metavar=words("cli.field-value"), help=named)
    parser.add_argument("--since", default="", metavar="DATE", help=words("profile.since"))
    parser.add_argument("--why", default="", metavar="…", help=words("profile.why"))


def run_set(call: Call) -> int:
    """Set them as one gesture; without any, show each with what it is.

    The past keeps what it was lived under, as in the app.
    """
    session = call.session(up_to_date=bool(call.options.fields))
    engagement = session.engagement
    if not call.options.fields:
        known = [profile_of(engagement), context_of(engagement), transition_of(engagement)]
        for record, specs in zip(known, (OWN, TOLD, RELAY), strict=True):
            for name, spec in specs.items():
                show(f"{name}={as_typed(spec, getattr(record, name), call.words)}")
        return FINE
    before = profile_of(engagement).currency
    call.words = call.words.counting_in(_currency(call))
    values = values_set(call.options.fields, SETTABLE, call)
    for name in NEEDED & values.keys():
        if values[name] is None:
            why = call.words("arguments.empty")
            raise Refused("refusal.cli.field", field=call.words(SETTABLE[name].label), why=why)
    own, told, relay = ({n: v for n, v in values.items() if n in of} for of in (OWN, TOLD, RELAY))
    options = call.options
    if (options.since and not HELD & own.keys()) or (
        options.why and not {FIRST, DAYS} & own.keys()
    ):
        raise Refused("refusal.profile.since-alone")
    made = together(
        *([_frame(call, session, own)] if own else []),
        *([tell(told)] if told else []),
        *([set_transition(engagement, relay)] if relay else []),
    )
    accepted(session.record(made))
    say(call.words("record.kept", what=", ".join(values)))
    if own.get("currency", before) != before:
        say(call.words("profile.currency-kept"))
    return FINE


def _currency(call: Call) -> str:
    """What amounts are in: as in the form, the currency set with them."""
    said = dict(text.partition("=")[::2] for text in call.options.fields)
    code = said.get("currency", "").strip()
    return code if code in CURRENCIES else call.words.currency


def _frame(call: Call, session: Session, fields: Mapping[str, object]) -> Decision:
    """The mission's own fields: what it is counted from holds from a day."""
    return change_mission(
        session.engagement,
        fields,
        since=day_said(call, call.options.since),
        why=call.options.why,
        today=call.today,
        new_id=session.new_id,
    )
