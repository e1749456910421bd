"""`coach kpi list|status|add|read|stop`: the numbers followed, and where they stand."""

from __future__ import annotations

from argparse import ArgumentParser
from decimal import Decimal
from typing import Any, Final

from coach_tui.bundled import load_catalogue
from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.declared import add_options
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.kpi.as_json import derived_json, frame_json, standing_json
from coach_tui.cli.kpi.rows import frame_row, standing_row, standing_said
from coach_tui.cli.output import say, show, show_json
from coach_tui.coach.kpi.frame_fields import AMOUNTS
from coach_tui.coach.kpi.overview import (
    Entries,
    Followed,
    by_id,
    definitions_of,
    find_kpi,
    follow_up,
    frame_of,
    usual_of,
    worked_out,
)
from coach_tui.engagement.change import Decision
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.kpi.derived import FORMULAS
from coach_tui.engagement.kpi.new_reading import read_kpi, refuse_unit
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.record import (
    ENOUGH,
    HORIZONS,
    UNITS,
    Kpi,
    kpis_of,
)
from coach_tui.engagement.kpi.setup import amend_kpi, begins_anew, follow, let_go
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.language.currency import CURRENCIES, SIGNS
from coach_tui.language.dates import Sense
from coach_tui.language.listed import Listed
from coach_tui.language.numbers import read_amount
from coach_tui.session import Session, slug_of

TEXTS: Final = tuple(
    name for name, spec in fields_of(Kpi).items() if spec.kind == "text" and spec.told != "-"
)


def add_list(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("kpi.json.list")


def run_list(call: Call) -> int:
    """What is followed: each KPI's frame, and the inputs."""
    followed, entries = _followed(call, call.session())
    if call.options.json:
        show_json([frame_json(each, entries, call.words) for each in followed])
        return FINE
    width = max((len(each.kpi.id) for each in followed), default=0)
    for each in followed:
        show(frame_row(each, entries, call.words, width))
    if not followed:
        say(call.words("kpi.none"))
    return FINE


def add_status(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("kpi.json.status")


def run_status(call: Call) -> int:
    """Where each KPI stands, and what is computed."""
    session, words = call.session(), call.words
    followed, entries = _followed(call, session)
    kpis = [each for each in followed if not each.kpi.is_input]
    if call.options.json:
        computed = {
            name: derived_json(session.engagement, name, words, call.today) for name in FORMULAS
        }
        show_json({"kpis": [standing_json(each, words) for each in kpis], "computed": computed})
        return FINE
    width = max((len(each.kpi.id) for each in kpis), default=0)
    for each in kpis:
        show(standing_row(each, words, width))
    for name, working in worked_out(session.engagement, entries, words, call.today):
        show(f"{one_line(name)} {one_line(working)}")
    if not kpis:
        say(words("kpi.none"))
    if len(kpis) > ENOUGH:
        say(words("kpi.too-many", n=len(kpis)))
    return FINE


def add_add(parser: ArgumentParser, words: Words) -> None:
    """Which KPI, and its frame."""
    parser.add_argument("kpi", metavar="ID", help=words("kpi.option.kpi"))
    declared = fields_of(Kpi)
    add_options(parser, (declared[name] for name in (*TEXTS, "family")), words)
    codes = (each.lower() for each in CURRENCIES)
    units = tuple(dict.fromkeys((*UNITS, *codes)))  # an amount's unit is the mission's currency
    parser.add_argument("--unit", choices=units, help=words("kpi.unit"))
    add_options(parser, (declared[name] for name in ("kind", "cadence")), words)
    parser.add_argument("--baseline", metavar="N", help=words("kpi.baseline"))
    parser.add_argument("--on", dest="baseline_on", metavar="DATE", help=words("kpi.baseline_on"))
    parser.add_argument("--limit", metavar="N", help=words("kpi.limit"))
    for months in HORIZONS:
        said = words(f"kpi.target_{months}")
        parser.add_argument(f"--target-{months}", metavar="N", help=said)
        parser.add_argument(
            f"--target-{months}-on", metavar="DATE", help=words("kpi.option.target-on")
        )


def run_add(call: Call) -> int:
    """Take up a KPI or an input; where it is followed already, change its frame."""
    session, entries = call.session(up_to_date=True), _entries()
    kpi_id, wanted = call.options.kpi, kpis_of(session.engagement)
    if kpi_id in wanted or (kpi_id := slug_of(kpi_id)) in wanted:
        decision = _amended(call, session, kpi_id, entries)
    else:
        kpi_id, decision = _taken_up(call, session, entries)
    accepted(session.record(decision))
    followed, _ = _followed(call, session)
    each = next(each for each in followed if each.kpi.id == kpi_id)
    say(call.words("kpi.saved", id=kpi_id, name=one_line(each.name)))
    if begins_anew(decision):
        say(call.words("kpi.begins-anew", name=one_line(each.name), day=call.today))
    count = sum(not each.kpi.is_input for each in followed)
    if count > ENOUGH:
        say(call.words("kpi.too-many", n=count))
    return FINE


def add_read(parser: ArgumentParser, words: Words) -> None:
    """Which KPI, its value, when it was read."""
    parser.add_argument("kpi", metavar="ID", help=words("kpi.option.followed"))
    parser.add_argument("value", metavar="N", help=words("kpi.option.value"))
    parser.add_argument("--date", metavar="DATE", help=words("kpi.option.date"))
    parser.add_argument("--note", default="", metavar="…", help=words("kpi.note"))
    _allow_negative(parser)


def run_read(call: Call) -> int:
    """Record a reading, and say where the KPI stands now."""
    session, options = call.session(up_to_date=True), call.options
    followed, entries = _followed(call, session)
    kpi_id = meant(options.kpi, session.engagement, entries, call.words)
    each = next(each for each in followed if each.kpi.id == kpi_id)
    amount = accepted(read_amount(options.value, call.language, call.words.currency))
    day = day_said(call, options.date, "past") or call.today
    heard = Heard(kpi_id, day, amount.value, options.note)
    decision = read_kpi(
        session.engagement, session.new_id(), heard, call.today,
        unit=amount.unit, typed=options.value, computed=each.working,
    )  # fmt: skip
    accepted(session.record(decision))
    now = next(each for each in _followed(call, session)[0] if each.kpi.id == kpi_id)
    said = " · ".join(standing_said(now, call.words))
    say(call.words("kpi.read", said=said, day=day))
    return FINE


def add_stop(parser: ArgumentParser, words: Words) -> None:
    """Which KPI."""
    parser.add_argument("kpi", metavar="ID", help=words("kpi.option.followed"))


def run_stop(call: Call) -> int:
    """Follow it no more; its readings are kept."""
    session = call.session(up_to_date=True)
    kpi_id = meant(call.options.kpi, session.engagement, _entries(), call.words)
    accepted(session.record(let_go(session.engagement, kpi_id, call.today)))
    say(call.words("kpi.stopped", id=kpi_id))
    return FINE


def meant(wanted: str, engagement: Engagement, entries: Entries, words: Words) -> str:
    """The KPI these words name, or the command ends with why it can't be told."""
    found = find_kpi(wanted, engagement, entries, words)
    if len(found) > 1:
        raise Refused("refusal.kpi.several", kpi=one_line(wanted, 40), names=Listed(found))
    if not found:
        raise Refused("refusal.kpi.unknown", kpi=one_line(wanted, 40))
    return found[0]


def _allow_negative(parser: ArgumentParser) -> None:
    """`-5` is a value here, to be judged by the KPI, not an option nobody knows."""
    import re

    parser._negative_number_matcher = re.compile(r"^-[0-9€].*$")


def _taken_up(call: Call, session: Session, entries: Entries) -> tuple[str, Decision]:
    wanted = call.options.kpi
    known = frame_of(wanted, entries)
    fields = {**known, **_fields(call, str(known.get("unit", "")))}
    if not known:
        if not (call.options.name or (call.options.unit and call.options.kind)):
            raise Refused("refusal.kpi.not-in-catalogue", kpi=one_line(wanted, 40))
        fields = {"name": wanted, **fields}
    definitions = tuple(str(each["id"]) for each in definitions_of(entries.get(wanted)))
    kpi_id = wanted if known else slug_of(wanted)
    decision = follow(
        session.engagement, kpi_id, fields, call.today,
        definitions=definitions, usual=usual_of(wanted, entries),
    )  # fmt: skip
    return kpi_id, decision


def _amended(call: Call, session: Session, kpi_id: str, entries: Entries) -> Decision:
    kpi = kpis_of(session.engagement)[kpi_id]
    fields = _fields(call, kpi.unit)
    if not fields:
        return Refusal("refusal.kpi.already", {"kpi": kpi_id})
    usual = usual_of(kpi.catalogue, entries)
    return amend_kpi(session.engagement, kpi_id, fields, call.today, usual=usual)


def _fields(call: Call, usual: str) -> dict[str, Any]:
    """What the options say. Amounts are in the unit given, else in the `usual` one."""
    options = call.options
    options.unit = _unit(call, options.unit)
    fields: dict[str, Any] = {
        name: value
        for name in (*TEXTS, "family", "unit", "kind", "cadence")
        if (value := getattr(options, name)) is not None
    }
    for name in AMOUNTS:
        if (said := getattr(options, name)) is not None:
            fields[name] = _amount(call, said, options.unit or usual) if said else None
    for name in ("baseline_on", *(f"target_{months}_on" for months in HORIZONS)):
        if said := getattr(options, name):
            sense: Sense = "past" if name == "baseline_on" else "ahead"
            fields[name] = day_said(call, said, sense)
    if "baseline" in fields and "baseline_on" not in fields:
        known = kpis_of(call.session().engagement).get(options.kpi)
        if known is None or known.baseline_on is None:
            fields["baseline_on"] = call.today
    return fields


def _unit(call: Call, said: str | None) -> str | None:
    """The unit as it is recorded: `eur` stands for an amount, whatever the mission's currency."""
    if said is None or (currency := said.upper()) not in CURRENCIES:
        return said
    if currency != call.words.currency:
        values = {"text": said, "typed": SIGNS[currency], "expected": SIGNS[call.words.currency]}
        raise Refused("refusal.number.currency", **values)
    return "eur"


def _amount(call: Call, said: str, unit: str) -> Decimal:
    amount = accepted(read_amount(said, call.language, call.words.currency))
    if unit and (refusal := refuse_unit(unit, amount.unit, said)):
        accepted(refusal)
    return amount.value


def _entries() -> Entries:
    return by_id(load_catalogue("kpis")[0])


def _followed(call: Call, session: Session) -> tuple[tuple[Followed, ...], Entries]:
    entries = _entries()
    return follow_up(session.engagement, entries, call.words, call.today), entries
