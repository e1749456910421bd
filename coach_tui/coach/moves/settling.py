"""What settles each piece of advice: the act, the field that has the focus, and whose it is."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Settling(NamedTuple):
    """How a rule is settled.

    steps    those whose move carries it as its reason: while one is open, it is one line, not two.
    role     whose it is where that is not the owner of the step it opens; "leads" for results.
    outcome  only a result months away silences it: until then, a plan about it quietens it.
    after    its steps only come before what it asks: of them it is what comes next.
    """

    act: str
    focus: str = ""
    steps: tuple[str, ...] = ()
    role: str = ""
    outcome: bool = False
    after: bool = False


SETTLING: Final[Mapping[str, Settling]] = {
    "score-gates": Settling("frame:need", "gate", ("need-diagnostic",)),
    "no-execution-layer": Settling(
        "profile:execution_days", "execution_days", ("execution-layer",)
    ),
    "wrong-model-fulltime": Settling("frame:model", "kept", ("model-choice",)),
    "fee-eats-budget": Settling("profile:activation_budget", "activation_budget", ("budget-time",)),
    "fee-over-leadership": Settling("frame:cost", "day_rate", ("budget-time",)),
    "taper-or-overpay": Settling("taper", "since", ("budget-time",), after=True),
    "no-exit-horizon": Settling("profile:planned_end", "planned_end", ("exit-horizon",)),
    "references-missing": Settling("frame:candidates", "references", ("references",)),
    "contract-missing-clause": Settling("frame:contract", "state", ("contract",)),
    "vigilance-due": Settling("profile:certificate_on", "certificate_on", ("compliance-file",)),
    "single-client": Settling("frame:independence", "clients", ("independence-check",)),
    "critical-access-day5": Settling("access", "next"),
    "admin-for-guest": Settling("access", "reason", ("access-hygiene",)),
    "single-internal-owner": Settling("access", "admins", ("access-hygiene",)),
    "brief-incomplete": Settling("document:company-brief:verified", "", ("brief-company",)),
    "too-few-interviews": Settling(
        "meeting:interviews-internal", "who", ("interviews-internal", "interviews-customers")
    ),
    "launching-before-diagnosis": Settling(
        "document:diagnosis:verified", "", ("first-recommendations",)
    ),
    "no-first-recos": Settling("document:diagnosis:verified", "", ("first-recommendations",)),
    "kpi-no-baseline": Settling("kpi:baseline", "baseline", ("baselines",)),
    "no-business-kpi": Settling("kpi", "family", ("kpi-shortlist",)),
    "definitions-unsigned": Settling(
        "document:mql-sql:verified", "verified_by", ("funnel-definitions",)
    ),
    "target-too-early": Settling("kpi:targets", "target_3", ("targets-3-6-12",)),
    "kpi-fell": Settling("decision", "about", role="leads"),
    "kpi-signal": Settling("decision", "about", role="leads"),
    "kpi-red-two-months": Settling("decision", "about", role="leads"),
    "ceo-hour-missed": Settling("ritual:weekly-ceo", "slot", ("weekly-ceo",)),
    "no-monthly-report": Settling("report", "month", ("monthly-report",)),
    "decision-stale": Settling("decision", "decided", role="leads"),
    "meeting-overload": Settling("ritual:weekly-ceo", "minutes", ("ritual-audit",)),
    "time-drift": Settling("decision", "about", role="leads"),
    "no-relay": Settling("profile:relay", "relay", ("deputy",)),
    "single-autonomous": Settling("goal", "level", ("backup-pairs",), outcome=True),
    "critical-gap": Settling("decision", "about", ("fill-gaps",), outcome=True),
    "cmo-still-3-days": Settling("taper", "since", ("taper",)),
    "autonomy-flat": Settling(
        "decision", "about", ("quarterly-reassess",), outcome=True, after=True
    ),
    "doc-unused": Settling("backup", "use"),
    "absence-test-due": Settling("drill", "start", ("absence-test",), outcome=True),
    "start-permanent-search": Settling("plan", "successor_first_day", ("retroplanning",)),
    "overlap-short": Settling("plan", "overlap_weeks", ("overlap-plan",), after=True),
    "leaver-handover": Settling("decision", "about", role="leads"),
    "guard-passed": Settling("decision", "about", role="leads"),
    "absence-uncovered": Settling("decision", "about", role="leads"),
    "expiry-near": Settling("expiry", "ends", role="leads"),
    "expiry-passed": Settling("expiry", "day", role="leads"),
    "entrustment-expired": Settling("entrustment", "level", role="leads"),
    "exit-check-due": Settling("exit", "outcome", ("post-checks",), role="founder"),
    "residual-access": Settling("access:exit", "removed_on", ("access-revoke",), role="founder"),
}  # fmt: skip
