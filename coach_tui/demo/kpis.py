"""The demo's seven KPIs: where they began, where they were to go, what each month said."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, NamedTuple

from coach_tui.demo.framing import FOUNDER
from coach_tui.demo.recorder import CMO, Recorder
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.record import INPUT
from coach_tui.engagement.kpi.setup import amend_kpi, follow, judge_by, trust

GROWS, FALLS = "increase", "decrease"
LUCAS: Final = "team/Lucas"


class Number(NamedTuple):
    """A KPI followed: its catalogue id, where it began, its targets, what was read.

    targets   at three, six and twelve months; none where the sales cycle is longer than that.
    readings  of the first month on; of each third one for what is read by the quarter.
    """

    catalogue: str
    family: str
    unit: str
    kind: str
    owner: str
    keeper: str
    baseline: str
    targets: tuple[str, str, str]
    readings: tuple[str, ...]
    cadence: str = "month"
    source: str = "HubSpot"
    definition: str = ""


NUMBERS: Final = (
    Number(
        "pipeline-created", "marketing", "eur", GROWS, "Julien Astruc", "Lucas Perrot",
        "134000", ("180000", "220000", "280000"),
        tuple(f"{each}000" for each in
              (134, 133, 150, 181, 226, 243, 213, 135, 275, 323, 308)),
    ),
    Number(
        "mql-to-sql", "marketing", "percent", GROWS, "Damien Loiseau", "Lucas Perrot",
        "35", ("37", "40", "42"),
        ("18.0", "19.6", "34.5", "36.4", "39.5", "39.0", "38.9", "37.5", "40.0", "40.4", "40.8"),
    ),
    Number(
        "lead-response-time", "marketing", "hours", FALLS, "Damien Loiseau", "Lucas Perrot",
        "26", ("8", "4", "3"),
        ("26", "22", "13", "9", "6", "5", "5", "7", "4", "3", "3"),
    ),
    Number(
        "win-rate", "business", "percent", GROWS, "Damien Loiseau", "Damien Loiseau",
        "22.0", ("", "24", "28"),
        ("21.7", "22.2", "22.2", "22.9", "24.5", "25.0", "25.9", "26.5", "26.9", "27.8", "27.3"),
    ),
    Number(
        "new-customers", "business", "count", GROWS, "Hélène Castaing", "Aurélie Bonnin",
        "11", ("", "13", "18"), ("10", "14", "14"), "quarter",
    ),
    Number(
        "cac", "marketing", "eur", FALLS, "Julien Astruc", "Aurélie Bonnin",
        "18536", ("", "16500", "15000"),
        ("20950", "20280", "21220", "19655", "16969", "15857", "14720", "16069", "15407",
         "15240", "14567"), definition="loaded",
    ),
    Number(
        "autonomy-index", "team", "percent", GROWS, "Julien Astruc", "Inès Taleb",
        "4", ("15", "40", "75"), ("20", "43", "66"), "quarter",
    ),
)  # fmt: skip
# Told beside them and never judged: what the conversion's guard asks to be shown with it.
QUALIFIED: Final = ("50", "46", "29", "33", "38", "41", "36", "24", "45", "52", "49")
# Its MQLs are counted anew too: what was read before is told apart, never as a leap of the rate.
RESTATED: Final = "mql-to-sql"
JUDGED: Final = ("pipeline-created", "lead-response-time", "autonomy-index")


def tell_kpis(story: Recorder) -> None:
    """Seven KPIs, signed on day 45; it first gets worse, and says so."""
    for number in NUMBERS:
        _follow(story, number)
        step = 3 if number.cadence == "quarter" else 1
        for place, value in enumerate(number.readings, 1):
            _read(story, number, place * step, value)
    _tell_qualified(story)
    last = story.day(12, 19)
    _reading(story, "autonomy-index", last, last, "79", "team/Inès")
    for kpi in JUDGED:
        _judge(story, kpi)
    sure = story.day(2, 21)
    story.on(sure, lambda: trust(story.engagement, "pipeline-created", "cmo", 4))
    story.on(sure, lambda: trust(story.engagement, "pipeline-created", "founder", 3), FOUNDER)


def _tell_qualified(story: Recorder) -> None:
    """MQLs, counted every month. On 1 March they become what sales signed for: a new series, so
    that the fall from 46 to 29 is never read as the market's."""
    fields = {
        "catalogue": "mql",
        "family": "marketing",
        "unit": "count",
        "kind": INPUT,
        "cadence": "month",
        "owner": "Damien Loiseau",
        "source": "HubSpot",
        "keeper": "Lucas Perrot",
        "definition": story.say("mql-before"),
    }
    story.on(story.day(2, 21), lambda: follow(story.engagement, "mql", fields, story.today), CMO)
    _count_anew(story, "mql", {"definition": story.say("mql-signed")})
    for month, value in enumerate(QUALIFIED, 1):
        _read_month(story, "mql", month, value)


def _count_anew(story: Recorder, kpi: str, signed: dict[str, Any]) -> None:
    """From the day the signed page says, or from the third month, which begins no series in it."""
    day = max(story.month(3), story.day(3, 1))
    story.on(day, lambda: amend_kpi(story.engagement, kpi, signed, day), CMO)


def _judge(story: Recorder, kpi: str) -> None:
    story.on(story.day(2, 21), lambda: judge_by(story.engagement, kpi, True), FOUNDER)


def _follow(story: Recorder, number: Number) -> None:
    fields: dict[str, Any] = {
        "catalogue": number.catalogue,
        "family": number.family,
        "unit": number.unit,
        "kind": number.kind,
        "cadence": number.cadence,
        "owner": number.owner,
        "source": number.source,
        "keeper": number.keeper,
        "baseline": Decimal(number.baseline),
        "baseline_on": story.month(1) - timedelta(days=1),
    }
    names = ("target_3", "target_6", "target_12")
    aimed = zip(names, number.targets, strict=True)
    fields |= {name: Decimal(value) for name, value in aimed if value}
    if number.definition:
        fields["definition"] = number.definition
    if number.catalogue == RESTATED:
        fields["definition"] = story.say("rate-before")
        measured = ("baseline", "baseline_on", *names)
        again = {name: fields[name] for name in measured if name in fields}
        _count_anew(story, RESTATED, {**again, "definition": story.say("rate-signed")})
    signed = story.day(2, 21)
    story.on(signed, lambda: follow(story.engagement, number.catalogue, fields, story.today), CMO)


def _read(story: Recorder, number: Number, month: int, value: str) -> None:
    _read_month(story, number.catalogue, month, value)


def _read_month(story: Recorder, kpi: str, month: int, value: str) -> None:
    """What a month gave, dated its last day and heard two days later; none before they were set."""
    end = story.month(month + 1) - timedelta(days=1)
    heard = max(end + timedelta(days=2), story.day(2, 24))
    _reading(story, kpi, end, heard, value, LUCAS)


def _reading(story: Recorder, kpi: str, of: date, on: date, value: str, actor: str) -> None:
    heard = Heard(kpi, of, Decimal(value))
    story.on(on, lambda: read_kpi(story.engagement, story.new_id(), heard, story.today), actor)
