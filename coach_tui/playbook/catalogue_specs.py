"""What an entry of each catalogue must have. The files themselves say where their facts come from.

Order of the pieces as in the files; a field that is new in a file is told until it is named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.playbook.catalogue import PlainField, Spec
from coach_tui.playbook.model import OWNERS

_FLAG: Final = PlainField("flag")
_POINTS: Final = PlainField("whole", low=1, high=100)
_DAYS_A_WEEK: Final = PlainField("number", high=5)


def _one_of(*choices: str, blank: bool = False) -> PlainField:
    return PlainField(choices=choices, blank=blank)


ACCESSES: Final = Spec(
    "catalogue/accesses.toml",
    {
        "tool": PlainField(),
        "category": _one_of(
            *("crm", "automation", "analytics", "ads", "site", "collaboration"),
            *("seo", "reporting", "finance", "ai"),
        ),
        "critical": _FLAG,
        "when": _one_of("W1", "W2", "request"),
        "exit": _one_of("revoke", "downgrade", "transfer"),
        "certainty": _one_of("A", "B", "C"),
        "checked": PlainField(),
    },
    ("role", "more", "granter", "verify", "leaving", "trap"),
)
KPIS: Final = Spec(
    "catalogue/kpis.toml",
    {
        "family": _one_of("business", "marketing", "team"),
        "unit": _one_of("count", "eur", "percent", "times", "months", "days", "hours"),
        "kind": _one_of("increase", "decrease", "above", "below"),
        "cadence": _one_of("week", "month", "quarter"),
        "origin": _one_of(
            *("crm", "finance", "analytics", "ads", "team", "billing", "email", "search-console"),
        ),
        "benchmark_source": PlainField(blank=True),
        "benchmark_year": PlainField("whole", high=2100),
        "trust": _one_of("med", "low", "none"),
        "derived": _one_of("", "ltv", "ltv-cac", "payback", "conversion", "cover", blank=True),
        "priority": _FLAG,
        "definitions": PlainField("definitions", required=False),
    },
    ("name", "short", "definition", "formula", "guard", "pitfall", "benchmark"),
    optional=("short",),
)
SKILLS: Final = Spec(
    "catalogue/skills.toml",
    {
        "group": _one_of(
            *("strategy", "acquisition", "content", "demand", "data", "crm", "product"),
            *("management", "brand"),
        ),
        "weight": PlainField("whole", low=1, high=3),
        "critical": _FLAG,
    },
    ("name", "short", "group_name", "standard"),
    optional=("short",),
)
RITUALS: Final = Spec(
    "catalogue/rituals.toml",
    {
        "cadence": _one_of(
            "twice-weekly", "weekly", "fortnightly", "monthly", "quarterly", "half-yearly"
        ),
        "minutes": PlainField("whole", low=1, high=600),
        "recurring_load": _FLAG,
        "run_by": _one_of("cmo", "team"),
        "source": PlainField(),
    },
    ("name", "purpose", "question"),
    ("agenda", "outputs", "anti_patterns"),
)
ADVICE: Final = Spec(
    "advice",
    {
        "number": PlainField(blank=True),
        "severity": _one_of("info", "watch", "alert", "critical", "praise"),
        "who": PlainField(choices=("", *OWNERS), blank=True),
        "source": PlainField(),
        "opens": PlainField(),
        "placeholders": PlainField("texts"),
    },
    ("words", "fact", "reason"),
    lists=("others",),
    table="advice",
    optional=("others",),
)

# By the name `load_catalogue` takes. "advice" is a folder: all its files make one catalogue.
SPECS: Final[Mapping[str, Spec]] = {
    "accesses": ACCESSES,
    "kpis": KPIS,
    "skills": SKILLS,
    "skill-levels": Spec(
        "catalogue/skill-levels.toml",
        {"level": PlainField("whole", high=4)},
        ("name", "proof", "coach", "trap"),
        ("actions",),
    ),
    "rituals": RITUALS,
    "need-questions": Spec(
        "catalogue/need-questions.toml", {"source": PlainField()}, ("question", "fact", "points_to")
    ),
    "need-gates": Spec("catalogue/need-gates.toml", {"source": PlainField()}, ("gate", "why")),
    "advantages": Spec(
        "catalogue/advantages.toml", {"source": PlainField()}, ("name",), lists=("gains",)
    ),
    "practice-notes": Spec(
        "catalogue/practice-notes.toml",
        {"audience": _one_of("company", "cmo"), "source": PlainField()},
        ("name", "note"),
    ),
    "situations": Spec(
        "catalogue/situations.toml",
        {"dose_low": _DAYS_A_WEEK, "dose_high": _DAYS_A_WEEK, "source": PlainField()},
        ("name", "first_deliverable", "note"),
    ),
    "models": Spec(
        "catalogue/models.toml",
        {},
        (
            *("name", "status", "clients", "time", "tailoring", "role"),
            *("fits", "cost", "exit", "risk"),
        ),
    ),
    "contradictions": Spec(
        "catalogue/contradictions.toml",
        {
            "topic": _one_of(
                *("cost", "model", "time", "status", "tables", "transition", "need"),
                *("sourcing", "dates"),
            )
        },
        ("one_side", "other_side", "what_to_do"),
    ),
    "candidate-criteria": Spec(
        "catalogue/candidate-criteria.toml",
        {
            "block": _one_of("criteria", "strategic", "operational", "managerial", "soft"),
            "points": _POINTS,
        },
        ("name", "weak", "strong"),
    ),
    "candidate-vetoes": Spec("catalogue/candidate-vetoes.toml", {}, ("name",)),
    "candidate-questions": Spec(
        "catalogue/candidate-questions.toml", {}, ("question", "listen_for")
    ),
    "contract-clauses": Spec(
        "catalogue/contract-clauses.toml", {"base": _FLAG}, ("name", "why", "check")
    ),
    "independence": Spec("catalogue/independence.toml", {}, ("name", "green", "red")),
    "delegation-decisions": Spec(
        "catalogue/delegation-decisions.toml",
        {
            "area": _one_of(
                *("strategy", "budget", "channels", "content", "brand", "sales", "vendors"),
                "people",
            ),
            "skill": PlainField(),
        },
        ("decision",),
    ),
    "delegation-levels": Spec(
        "catalogue/delegation-levels.toml",
        {"level": PlainField("whole", low=1, high=7)},
        ("name", "meaning"),
    ),
    "signals": Spec("catalogue/signals.toml", {"source": PlainField()}, ("name", "meaning")),
    "documents": Spec(
        "catalogue/documents.toml",
        {
            "store": _one_of("document", "report"),
            "each": _one_of("once", "day", "month", "quarter", "decision", "own"),
            "owner": PlainField(choices=OWNERS),
            "verify": PlainField("texts"),
            "steps": PlainField("texts"),
            "section": PlainField(blank=True),
            "place": _one_of("whole", "line", "name"),
            "nine": _FLAG,
            "due": PlainField("due", required=False),
            "ritual": PlainField(required=False),
            "draft": PlainField(choices=("note",), required=False),
            "once": PlainField("names", required=False),
            "live": PlainField("names", required=False),
            "ask": PlainField("texts"),
        },
        ("name", "content", "accept"),
    ),
    "dossier-sections": Spec(
        "catalogue/dossier-sections.toml",
        {
            "number": PlainField("whole", low=1, high=14),
            "owner": PlainField(choices=OWNERS),
            "due": PlainField("due"),
            "own": _one_of("asked", "free", "none"),
            "needs": PlainField("texts"),
            "fills": PlainField("texts"),
        },
        ("name", "content", "accept"),
    ),
    "overlap-weeks": Spec(
        "catalogue/overlap-weeks.toml",
        {
            "from_week": PlainField("whole", low=-52, high=52),
            "to_week": PlainField("whole", low=-52, high=52),
            "dose_low": _DAYS_A_WEEK,
            "dose_high": _DAYS_A_WEEK,
        },
        ("label", "permanent", "fractional", "team", "founder", "gate", "decides"),
    ),
    "permanent-criteria": Spec(
        "catalogue/permanent-criteria.toml",
        {"points": _POINTS},
        ("name", "evidence", "strong", "weak"),
    ),
    "permanent-knockouts": Spec("catalogue/permanent-knockouts.toml", {}, ("name",)),
    "advisory-terms": Spec("catalogue/advisory-terms.toml", {}, ("clause", "usual", "note")),
    "absence-checks": Spec("catalogue/absence-checks.toml", {}, ("check", "why")),
    "after-exit-checks": Spec(
        "catalogue/after-exit-checks.toml",
        {"days": PlainField("whole", low=1, high=365)},
        ("check", "why"),
    ),
    "exit-steps": Spec(
        "catalogue/exit-steps.toml", {"order": PlainField("whole", low=1, high=99)}, ("step",)
    ),
    "open-loop-sources": Spec("catalogue/open-loop-sources.toml", {}, ("place",)),
    "advice": ADVICE,
    "glossary": Spec(
        "glossary/terms.toml",
        {"group": _one_of("roles", "mission", "contract", "marketing")},
        ("name", "definition"),
        table="term",
    ),
    "sources": Spec(
        "sources.toml",
        {"year": PlainField("whole", high=2100), "site": PlainField(blank=True)},
        ("name",),
        table="source",
    ),
}  # fmt: skip
