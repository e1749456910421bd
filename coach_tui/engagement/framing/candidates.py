"""Candidates, for the fractional CMO as for the permanent one: marks by two raters, and vetoes.

Marks go from 1 (weak) to 5 (strong); score = Σ points × mark ÷ 5, on 100
(FORMULAS.md, "Candidates"; points and bands are our rule of thumb). Each rater marks before seeing
the other.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.gesture import only_news, together
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, Record, flag_of, number_of, text_of, viewed
from coach_tui.engagement.text_checks import recorded, refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "candidate"
MARK: Final = "candidate-mark"
VETO: Final = "candidate-veto"
FOR: Final = ("fractional", "permanent")
RATERS: Final = ("1", "2")
BEST: Final = 5
CRITERIA: Final = (
    "track-record", "sector", "fit", "availability", "alignment", "vision", "results", "board",
    "acquisition", "measurement", "stack", "levers", "develop", "delegate", "communication",
    "adaptation", "transmission", "network", "curiosity",
)  # fmt: skip
PERMANENT_CRITERIA: Final = (
    "stage-fit", "revenue-culture", "positioning", "team-building", "demand-mix",
    "cross-functional", "rigour", "culture",
)  # fmt: skip
ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "fractional": CRITERIA, "permanent": PERMANENT_CRITERIA,
}  # fmt: skip
BANDS: Final = (("strong", 75.0), ("test", 60.0), ("no", 0.0))  # our rule of thumb
GAP: Final = 2  # marks apart that the two raters have to talk about (our rule of thumb)
NAME_LIMIT: Final = 200
TO_MEET: Final = 3  # fractional CMOs with an interview day (our rule of thumb)
SHORTLIST: Final = 4  # candidates for the permanent post (our rule of thumb)


class Candidate(NamedTuple):
    """Someone considered. `clients` is how many they have now; `raters`, the two raters' names.

    `interviewed_on` is the day they are, or were, met.
    """

    id: str
    name: str
    post: str = "fractional"
    clients: float | None = None
    references: float | None = None
    note: str = ""
    chosen: bool = False
    marks: Mapping[str, Mapping[str, int]] = {}
    vetoes: tuple[str, ...] = ()
    raters: tuple[str, str] = ("", "")
    interviewed_on: date | None = None


class Score(NamedTuple):
    """One rater's score out of 100, of what was marked so far; `share` is out of what it can be."""

    points: float
    possible: float
    marked: int
    criteria: int

    @property
    def complete(self) -> bool:
        return self.criteria > 0 and self.marked == self.criteria

    @property
    def band(self) -> str:
        """strong from 75, test from 60, else no; empty while half filled."""
        if not self.complete:
            return ""
        return next(name for name, low in BANDS if round(self.points, 1) >= low)


class Comparison(NamedTuple):
    """The two raters side by side. Nothing is compared before both have marked everything."""

    scores: tuple[Score, Score]
    apart: tuple[str, ...]
    vetoed: bool

    @property
    def ready(self) -> bool:
        return all(score.complete for score in self.scores)

    @property
    def mean(self) -> float | None:
        return sum(score.points for score in self.scores) / 2 if self.ready else None

    @property
    def verdict(self) -> str:
        """veto, strong, test, no, or nothing yet."""
        if self.vetoed:
            return "veto"
        if self.mean is None:
            return ""
        return next(name for name, low in BANDS if round(self.mean or 0, 1) >= low)


@viewed
def candidates_of(engagement: Engagement) -> tuple[Candidate, ...]:
    """Everyone considered, in the order they were added."""
    marks = _marks(engagement)
    return tuple(
        _decoded(engagement, candidate_id, record, marks.get(candidate_id, {}))
        for candidate_id, record in sorted(engagement.records(ENTITY).items())
        if text_of(record, "name") and not flag_of(record, "_deleted")
    )


def score(marks: Mapping[str, int], points: Mapping[str, float]) -> Score:
    """Σ points × mark ÷ 5, brought to 100 where the points were edited."""
    total = sum(points.values()) or 1.0
    known = {criterion: mark for criterion, mark in marks.items() if criterion in points}
    earned = sum(points[criterion] * mark / BEST for criterion, mark in known.items())
    possible = sum(points[criterion] for criterion in known)
    return Score(earned * 100 / total, possible * 100 / total, len(known), len(points))


def compare(candidate: Candidate, points: Mapping[str, float]) -> Comparison:
    """The two raters' scores, and the criteria they see two marks apart or more."""
    first, second = (candidate.marks.get(rater, {}) for rater in RATERS)
    scores = (score(first, points), score(second, points))
    both = [name for name in points if name in first and name in second]
    ready = all(each.complete for each in scores)
    apart = tuple(name for name in both if ready and abs(first[name] - second[name]) >= GAP)
    return Comparison(scores, apart, bool(candidate.vetoes))


def add_candidate(candidate_id: str, name: str, post: str = "fractional") -> Decision:
    """Consider someone."""
    if post not in FOR:
        return Refusal("refusal.frame.choice", {"value": post, "choices": ", ".join(FOR)})
    return amend_candidate(candidate_id, {"name": name, "post": post})


def amend_candidate(candidate_id: str, fields: Mapping[str, object]) -> Decision:
    """Set what is known of a candidate: name, clients, references, note, raters, chosen, and the
    day of the interview."""
    if "name" in fields:
        name = str(fields["name"]).strip()
        if not name:
            return Refusal("refusal.frame.no-name").of("name")
        if len(name) > NAME_LIMIT:
            return Refusal("refusal.frame.long-name", {"limit": NAME_LIMIT}).of("name")
    texts = [value for value in fields.values() if isinstance(value, str)]
    return refuse_words(*texts) or [Draft(ENTITY, candidate_id, recorded(fields))]


def mark(candidate: str, rater: str, criterion: str, given: int | None) -> Decision:
    """One rater's mark for one criterion; None takes it back."""
    if rater not in RATERS:
        return Refusal("refusal.frame.rater", {"value": rater})
    if given is not None and given not in range(1, BEST + 1):
        return Refusal("refusal.frame.mark", {"value": given}).of(criterion)
    fields: dict[str, Value] = {"candidate": candidate, "rater": rater, "criterion": criterion}
    return [Draft(MARK, f"{candidate}.{rater}.{criterion}", {**fields, "mark": given})]


def veto(candidate: str, reason: str, on: bool) -> list[Draft]:
    """Say that this veto applies to the candidate, or no longer does."""
    fields: dict[str, Value] = {"candidate": candidate, "veto": reason, "on": on}
    return [Draft(VETO, f"{candidate}.{reason}", fields)]


def judge(
    engagement: Engagement,
    candidate: str,
    rater: str = "1",
    marks: Mapping[str, int | None] = {},
    vetoes: Mapping[str, bool] = {},
    *,
    name: str | None = None,
    post: str = "fractional",
) -> Decision:
    """One rater's marks and the vetoes, at once; `name` begins with considering someone."""
    added = [] if name is None else [add_candidate(candidate, name, post)]
    marked = (mark(candidate, rater, criterion, given) for criterion, given in marks.items())
    raised = (veto(candidate, reason, on) for reason, on in vetoes.items())
    return only_news(engagement, together(*added, *marked, *raised))


def chosen_for(post: str) -> Callable[[Engagement], str]:
    """Who was marked on everything by both raters; for the permanent post, who was chosen so."""

    def fact(engagement: Engagement) -> str:
        """Their names; else nothing. The marks stay out of it."""
        return ", ".join(
            candidate.name
            for candidate in candidates_of(engagement)
            if candidate.post == post
            and (candidate.chosen or post == "fractional")
            and all(set(ASKED[post]) <= set(candidate.marks.get(rater, {})) for rater in RATERS)
        )

    return fact


candidates_recorded: Final = chosen_for("fractional")


def to_meet(engagement: Engagement) -> Proof:
    """Three people have an interview day, for the post of fractional CMO."""
    met = [each for each in _for(engagement, "fractional") if each.interviewed_on]
    return _counted(met) if len(met) >= TO_MEET else ""


def shortlisted(engagement: Engagement) -> Proof:
    """Four people are on the list for the permanent post."""
    listed = _for(engagement, "permanent")
    return _counted(listed) if len(listed) >= SHORTLIST else ""


def _for(engagement: Engagement, post: str) -> list[Candidate]:
    return [each for each in candidates_of(engagement) if each.post == post]


def _counted(candidates: list[Candidate]) -> Saying:
    return Saying("proof.candidates", {"n": len(candidates)})


def _marks(engagement: Engagement) -> dict[str, dict[str, dict[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for record in engagement.records(MARK).values():
        given, rater = number_of(record, "mark"), text_of(record, "rater")
        if given in range(1, BEST + 1) and rater in RATERS:
            of_candidate = found.setdefault(text_of(record, "candidate"), {})
            of_candidate.setdefault(rater, {})[text_of(record, "criterion")] = int(given or 0)
    return found


def _decoded(
    engagement: Engagement,
    candidate_id: str,
    record: Record,
    marks: Mapping[str, Mapping[str, int]],
) -> Candidate:
    post = text_of(record, "post", "fractional")
    return Candidate(
        id=candidate_id,
        name=text_of(record, "name"),
        post=post if post in FOR else "fractional",
        clients=number_of(record, "clients"),
        references=number_of(record, "references"),
        note=text_of(record, "note"),
        chosen=flag_of(record, "chosen"),
        marks=marks,
        vetoes=tuple(
            text_of(raised, "veto")
            for raised in engagement.records(VETO).values()
            if text_of(raised, "candidate") == candidate_id and flag_of(raised, "on")
        ),
        raters=(text_of(record, "rater_1"), text_of(record, "rater_2")),
        interviewed_on=day_of(record, "interviewed_on"),
    )
