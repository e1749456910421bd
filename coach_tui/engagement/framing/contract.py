"""Framing, the contract: the guide's four base blocks, the clauses, and the independence grid.

Orientation only: to be checked by counsel. Who has which: each clause says in whose hands it is.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import LONG, Choice, Declared, Text, decoded
from coach_tui.engagement.gesture import only_news, together
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, text_of, viewed
from coach_tui.engagement.text_checks import recorded
from coach_tui.language.refusal import Refusal

CLAUSE: Final = "clause"
INDICATOR: Final = "independence"
BASE: Final = ("scope", "time", "objectives", "exit")  # the guide's four blocks
CLAUSES: Final = (
    *BASE, "deliverables", "decision-rights", "price-payment", "reversibility",
    "intellectual-property", "confidentiality", "gdpr", "conflicts", "non-solicitation",
    "insurance", "vigilance", "independence", "advisory",
)  # fmt: skip
STATES: Final = ("missing", "draft", "agreed", "na")
INDICATORS: Final = (
    "clients", "time", "method", "control", "sanction", "tools", "visibility", "price",
)  # fmt: skip
COLOURS: Final = ("", "green", "doubt", "red")
REDS: Final = 2  # reds, or doubts, from which to adjust and take advice (our rule of thumb)
DOUBTS: Final = 4


class Clause(Declared, subject="frame.contract"):
    """Where a clause stands. `holder` is who has it in hand."""

    id: str
    state: str = Choice(STATES, "missing", told="!word:frame.contract.state")
    holder: str = Text(LONG)
    words: str = Text(LONG, lines=True)


class Contract(NamedTuple):
    clauses: Mapping[str, Clause]
    grid: Mapping[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """Clauses nobody has drafted."""
        return tuple(name for name, clause in self.clauses.items() if clause.state == "missing")

    @property
    def base_agreed(self) -> int:
        """How many of the four base blocks are agreed."""
        return sum(self.clauses[name].state == "agreed" for name in BASE)

    @property
    def reds(self) -> int:
        return sum(colour == "red" for colour in self.grid.values())

    @property
    def doubts(self) -> int:
        return sum(colour == "doubt" for colour in self.grid.values())

    @property
    def warned(self) -> bool:
        """Two reds or four doubts: adjust, and take advice (our rule of thumb)."""
        return self.reds >= REDS or self.doubts >= DOUBTS


@viewed
def contract_of(engagement: Engagement) -> Contract:
    """Every clause and indicator, as recorded."""
    clauses = {name: decoded(Clause, engagement.record(CLAUSE, name), name) for name in CLAUSES}
    grid = {name: text_of(engagement.record(INDICATOR, name), "colour") for name in INDICATORS}
    return Contract(clauses, {name: c if c in COLOURS else "" for name, c in grid.items()})


def set_clause(clause: str, state: str, holder: str = "", words: str = "") -> Decision:
    """Say where a clause stands and who has it. Not applicable needs its reason."""
    if clause not in CLAUSES:
        return Refusal("refusal.frame.choice", {"value": clause, "choices": ", ".join(CLAUSES)})
    if state == "na" and not words.strip():
        return Refusal("refusal.frame.na-needs").of("words")
    fields = {"state": state, "holder": holder, "words": words}
    return refuse_fields(Clause, fields, date.max) or [Draft(CLAUSE, clause, recorded(fields))]


def set_indicator(indicator: str, colour: str) -> Decision:
    """Judge one indicator of the independence grid."""
    if indicator not in INDICATORS:
        values = {"value": indicator, "choices": ", ".join(INDICATORS)}
        return Refusal("refusal.frame.choice", values)
    if colour not in COLOURS:
        return Refusal("refusal.frame.choice", {"value": colour, "choices": ", ".join(COLOURS[1:])})
    return [Draft(INDICATOR, indicator, {"colour": colour})]


def report_contract(
    engagement: Engagement,
    clause: str = "",
    fields: Mapping[str, str] = {},
    colours: Mapping[str, str] = {},
) -> Decision:
    """Say where a clause stands, judge indicators of the grid, or both at once.

    fields  state, holder and words of the clause; what is not said stays.
    """
    known = contract_of(engagement).clauses.get(clause, Clause(clause))
    said = {**known._asdict(), **fields}
    judged = (set_indicator(name, colour) for name, colour in colours.items())
    made = [set_clause(clause, said["state"], said["holder"], said["words"])] if clause else []
    return only_news(engagement, together(*made, *judged))


def contract_recorded(engagement: Engagement) -> Proof:
    """The four base blocks, once all are agreed; else nothing."""
    contract = contract_of(engagement)
    return Saying("proof.contract") if contract.base_agreed == len(BASE) else ""


def independence_recorded(engagement: Engagement) -> Proof:
    """Every sign of dependence was judged."""
    judged = all(contract_of(engagement).grid.values())
    return Saying("proof.answered") if judged else ""
