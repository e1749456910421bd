"""Is the function ready to be handed over? A hundred points in six lines, gates first.

FORMULAS.md, "Transition": weights, gates and bands are our rule of thumb. It takes plain counts, so
that it can be tried on any figures; `coach.transition.handover` counts them in what was recorded.
"""

from typing import Final, NamedTuple

AUTONOMY: Final = 30.0
DOCUMENTS: Final = 20.0
KPIS: Final = 15.0
ACCESSES: Final = 15.0
RITUALS: Final = 10.0
RELATIONS: Final = 10.0
COVER: Final = 0.7  # of autonomy: one person inside at level 3 or more; the rest is for a backup
MONTHS: Final = 2  # months reported by the team that are enough
GATES: Final = ("ownership", "successor", "skills", "loops", "absence")
BANDS: Final = (("leave", 90.0), ("overlap", 75.0), ("prepare", 50.0), ("not-ready", 0.0))
READY: Final = 75.0


class CountedPart(NamedTuple):
    """So many of so many. Of nothing recorded, nothing is earned."""

    done: float
    total: float

    @property
    def share(self) -> float:
        return min(1.0, max(0.0, self.done / self.total)) if self.total > 0 else 0.0

    @property
    def missing(self) -> float:
        return max(0.0, self.total - self.done)


class ReadinessCounts(NamedTuple):
    """What was counted. Gates are yes, no, or None where nobody could tell (which fails too).

    cover        critical skills with one person inside at level 3 or more.
    backups      critical skills with a backup at level 2 or more.
    documents    mandatory documents verified by someone who did not write them.
    fresh        KPIs whose last reading is fresh.   months  reports made by the team.
    accesses     company-owned, with two admins or more.
    rituals      of the last eight occurrences, those run by the team.
    decisions    decision areas delegated at level 5 or more.
    contacts     key contacts introduced to whoever takes over.
    """

    cover: CountedPart
    backups: CountedPart
    documents: CountedPart
    fresh: CountedPart
    months: float
    accesses: CountedPart
    rituals: CountedPart
    decisions: CountedPart
    contacts: CountedPart
    ownership: bool | None = None
    successor: bool | None = None
    skills: bool | None = None
    loops: bool | None = None
    absence: bool | None = None


class Proof(NamedTuple):
    """One thing a line counts. `gain` is what one more of it would earn, in points."""

    id: str
    part: CountedPart
    points: float

    @property
    def earned(self) -> float:
        return self.points * self.part.share

    @property
    def gain(self) -> float:
        """Points for the next one; where nothing is recorded, all that recording could bring."""
        if self.part.total <= 0:
            return self.points
        return self.points / self.part.total * min(1.0, self.part.missing)


class ScoreLine(NamedTuple):
    """One line of the score, with where it is fixed."""

    id: str
    proofs: tuple[Proof, ...]
    place: str

    @property
    def earned(self) -> float:
        return sum(proof.earned for proof in self.proofs)

    @property
    def possible(self) -> float:
        return sum(proof.points for proof in self.proofs)

    @property
    def missing(self) -> tuple[Proof, ...]:
        return tuple(proof for proof in self.proofs if proof.gain > 0)


class Readiness(NamedTuple):
    """The verdict. `failed` are the gates not met, said before any number; `blank` are those of
    them that are not met because nothing is recorded that would tell."""

    lines: tuple[ScoreLine, ...]
    failed: tuple[str, ...]
    blank: frozenset[str] = frozenset()

    def state(self, gate: str) -> str:
        """met, failed or blank."""
        if gate in self.blank:
            return "blank"
        return "failed" if gate in self.failed else "met"

    @property
    def score(self) -> float:
        """Out of 100, to one decimal."""
        return round(sum(line.earned for line in self.lines), 1)

    @property
    def verdict(self) -> str:
        """not-ready, prepare, overlap or leave; a gate that fails caps it at prepare."""
        band = next(name for name, low in BANDS if self.score >= low)
        return "prepare" if self.failed and self.score >= READY else band

    @property
    def ready(self) -> bool:
        return self.verdict in ("overlap", "leave")

    @property
    def best(self) -> Proof | None:
        """The one thing that would earn most now."""
        proofs = [proof for line in self.lines for proof in line.missing]
        return max(proofs, key=lambda proof: proof.gain, default=None)


def readiness(records: ReadinessCounts) -> Readiness:
    """Score what was recorded."""
    months = CountedPart(min(records.months, MONTHS), MONTHS)
    lines = (
        ScoreLine(
            "autonomy",
            (
                Proof("cover", records.cover, AUTONOMY * COVER),
                Proof("backups", records.backups, AUTONOMY * (1 - COVER)),
            ),
            "team",
        ),
        ScoreLine("documents", (Proof("documents", records.documents, DOCUMENTS),), "transition"),
        ScoreLine(
            "kpis",
            (Proof("fresh", records.fresh, KPIS / 2), Proof("months", months, KPIS / 2)),
            "kpis",
        ),
        ScoreLine("accesses", (Proof("accesses", records.accesses, ACCESSES),), "accesses"),
        ScoreLine("rituals", (Proof("rituals", records.rituals, RITUALS),), "rhythm"),
        ScoreLine(
            "relations",
            (
                Proof("decisions", records.decisions, RELATIONS / 2),
                Proof("contacts", records.contacts, RELATIONS / 2),
            ),
            "transition",
        ),
    )  # fmt: skip
    failed = tuple(gate for gate in GATES if not getattr(records, gate))
    blank = frozenset(gate for gate in GATES if getattr(records, gate) is None)
    return Readiness(lines, failed, blank)


def advise(need: int, ready: bool) -> str:
    """The quadrant: continue, taper, document or recruit (FORMULAS.md, "Transition")."""
    if need < 2:
        return "taper" if ready else "continue"
    return "recruit" if ready else "document"
