"""The demo's documents: begun elsewhere, then written here, checked by somebody who wrote none."""

import re
from datetime import date
from typing import Final, NamedTuple

from coach_tui.bundled import read_content
from coach_tui.demo.recorder import Recorder
from coach_tui.engagement.documents.kinds import RETURNING, kind_of
from coach_tui.engagement.documents.save import send_document, verify_document, write_document

LINK: Final = "https://notion.example/sitavel/{}"
ACTORS: Final = {
    "Hélène Castaing": "founder/Hélène",
    "Julien Astruc": "cmo/Julien",
    "Aurélie Bonnin": "ops/Aurélie",
    "Damien Loiseau": "sales/Damien",
    "Sonia Wibaux": "successor/Sonia",
    "Inès Taleb": "team/Inès",
    "Lucas Perrot": "team/Lucas",
    "Maud Ferrier": "team/Maud",
}
Day = tuple[int, int] | tuple[int, int, int]


class DemoText(NamedTuple):
    """One written here, as our example: who wrote it and when, who checked it, when it was sent.

    `earlier` is the day it was first written elsewhere, `checked` that of a check it had there.
    """

    id: str
    author: str
    day: Day
    verifier: str = ""
    verified: Day = (1, 1)
    sent: bool = False
    earlier: Day | None = None


HELENE, JULIEN, AURELIE = "Hélène Castaing", "Julien Astruc", "Aurélie Bonnin"
INES, LUCAS, MAUD, SONIA = "Inès Taleb", "Lucas Perrot", "Maud Ferrier", "Sonia Wibaux"
DAMIEN = "Damien Loiseau"
TEXTS: Final = (
    DemoText("decision-note", HELENE, (12, 2, 2024), AURELIE, (12, 3, 2024)),
    DemoText("announce-cmo", HELENE, (1, 2), sent=True),
    DemoText("company-brief", HELENE, (1, 3), JULIEN, (1, 9)),
    DemoText("scope", JULIEN, (1, 14), HELENE, (1, 14)),
    DemoText("diagnosis", JULIEN, (2, 4), HELENE, (2, 6)),
    DemoText("plan-90", JULIEN, (2, 7), HELENE, (2, 7)),
    DemoText("mql-sql", LUCAS, (2, 18), DAMIEN, (2, 18)),
    DemoText("kpi-thresholds", LUCAS, (2, 21), INES, (10, 9)),
    DemoText("positioning", INES, (4, 15), HELENE, (4, 17)),
    DemoText("standup", INES, (5, 20)),
    DemoText("weekly-agenda", JULIEN, (5, 22), HELENE, (5, 22)),
    DemoText("decision-memo", JULIEN, (9, 30), HELENE, (9, 30), earlier=(5, 22)),
    DemoText("quarterly-review", HELENE, (7, 3), JULIEN, (7, 3)),
    DemoText("acquisition-process", LUCAS, (10, 2), INES, (10, 2), earlier=(7, 4)),
    DemoText("campaign-process", INES, (10, 14), LUCAS, (10, 14), earlier=(5, 20)),
    DemoText("reporting-process", LUCAS, (10, 8), INES, (10, 9), earlier=(7, 8)),
    DemoText("attribution-data", LUCAS, (9, 12), MAUD, (9, 12), earlier=(3, 18)),
    DemoText("operating-playbook", JULIEN, (10, 1), INES, (10, 7), earlier=(1, 16)),
    DemoText("overlap-plan", JULIEN, (11, 21), SONIA, (11, 21), earlier=(10, 9)),
    DemoText("announce-successor", HELENE, (10, 13), sent=True),
    DemoText("budget-vendors", AURELIE, (11, 7), HELENE, (11, 7)),
    DemoText("decision-log", JULIEN, (11, 12), SONIA, (11, 12)),
    DemoText("strategy", JULIEN, (11, 14), SONIA, (11, 21)),
    DemoText("announce-end", HELENE, (12, 15), sent=True),
    DemoText("advisory", HELENE, (12, 17), SONIA, (12, 17)),
)
# Tables that the page leaves to the records, as its template does: the first, the second…
LIVE: Final = {"decision-log": ("log",), "operating-playbook": ("rituals", "board")}
_TABLE: Final = re.compile(r"^\|.*\|\n(?:\|.*\|(?:\n|\Z))+", re.MULTILINE)
# The middle month of the quarter each is about, as the engagement counts them.
QUARTERS: Final = {"plan-90": 2, "quarterly-review": 5}
# Checked where they were first written, by whom, on which day.
CHECKED: Final[dict[str, tuple[str, Day]]] = {
    "attribution-data": (DAMIEN, (3, 20)),
    "operating-playbook": (INES, (1, 21)),
    "reporting-process": (INES, (9, 9)),
    "overlap-plan": (SONIA, (10, 16)),
}
# Pages of a step that are of no kind: written elsewhere, by whom, on which day.
PAGES: Final = (
    ("start-context", HELENE, (12, 2, 2024)),
    ("brief", HELENE, (12, 3, 2024)),
    ("cmo-fit", JULIEN, (12, 9, 2024)),
    ("data-resources", JULIEN, (1, 16)),
    ("data-roadmap", HELENE, (1, 16)),
    ("audit-funnel", JULIEN, (1, 28)),
    ("scale-12m", HELENE, (2, 14)),
    ("budget-marketing", HELENE, (2, 18)),
    ("sales-sla", JULIEN, (2, 20)),
    ("structure-6m", JULIEN, (6, 30)),
    ("role-scorecard", JULIEN, (5, 22)),
    ("package", HELENE, (5, 15)),
    ("contract-close", HELENE, (12, 19)),
)


def tell_documents(story: Recorder) -> None:
    """Each with its dates where the demo has them."""
    for place, each in enumerate(TEXTS, 1):
        _tell(story, each, LINK.format(place))
    for place, (page, author, day) in enumerate(PAGES, len(TEXTS) + 1):
        _write_elsewhere(story, f"other/{page}", author, story.day(*day), LINK.format(place))


def _tell(story: Recorder, told: DemoText, link: str) -> None:
    day = story.day(*told.day)
    document = _named(story, told.id, day)
    if told.earlier:
        _write_elsewhere(story, document, told.author, story.day(*told.earlier), link)
    if told.id in CHECKED:
        verifier, when = CHECKED[told.id]
        check(story, document, verifier, story.day(*when))
    if day > story.today:
        return
    _write(story, document, told.author, day)
    if told.verifier:
        check(story, document, told.verifier, story.day(*told.verified))
    if told.sent:
        story.on(
            day,
            lambda: send_document(story.engagement, document, day, story.today),
            ACTORS[told.author],
        )


def _named(story: Recorder, kind: str, day: date) -> str:
    """Its id: of a kind that returns, with what it is about; the memo is of one decision."""
    middle = story.month(QUARTERS.get(kind, 1))
    period = {
        "day": day.isoformat(),
        "quarter": f"{middle.year}-Q{(middle.month + 2) // 3}",
        "decision": "decision-search-ads",
    }.get(RETURNING.get(kind, ""))
    return f"{kind}/{period}" if period else kind


def _write(story: Recorder, document: str, author: str, day: date) -> None:
    language = story.words.language
    kind = kind_of(document)
    text = story.slid(read_content("examples", kind, f"{language}.md"))
    for blank in LIVE.get(kind, ()):
        text = _TABLE.sub(f"{{{blank}}}\n", text, count=1)
    story.on(
        day,
        lambda: write_document(
            story.engagement, document, author, day, text=text, language=language
        ),
        ACTORS[author],
    )


def _write_elsewhere(story: Recorder, document: str, author: str, day: date, link: str) -> None:
    story.on(
        day,
        lambda: write_document(story.engagement, document, author, day, link=link),
        ACTORS[author],
    )


def check(story: Recorder, document: str, verifier: str, day: date) -> None:
    """Somebody who wrote none of it reads it over."""
    story.on(
        day,
        lambda: verify_document(story.engagement, document, verifier, day, story.today),
        ACTORS[verifier],
    )
