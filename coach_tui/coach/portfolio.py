"""Several clients at a glance, for the CMO who has two to four of them.

Each line is worked out from one engagement alone; nothing here joins two of them but sums of days.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.coach.advice.ranked import Advice, advise
from coach_tui.coach.advice.situation import Catalogues, Situation
from coach_tui.coach.glance import Glance, SaidAct
from coach_tui.coach.journey import current_stage
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.move import Move, agenda, late_of, week_of
from coach_tui.coach.plan import plan
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.days import burn_today, days_used_of
from coach_tui.engagement.rhythm.dose import dose_on
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.rhythm.slots import next_slot
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.cover import autonomy_index, covers_of
from coach_tui.engagement.transition.record import ended_on
from coach_tui.playbook.model import Playbook

WEEK: Final = timedelta(days=7)


class ClientLine(NamedTuple):
    """One client. `autonomy` and `burn` are shares, None where nothing is recorded to tell them.

    burn  days used ÷ days planned to date.
    acts  what the CMO does this week, in the coach's order (see `moves`), of `situation`.
    underway  whether it takes days this week: begun by its end, and not over.
    """

    company: str
    stage: str
    late: int
    advice: tuple[Advice, ...]
    autonomy: float | None
    burn: float | None
    next_meeting: date | None
    days_per_week: float | None
    acts: tuple[Move, ...]
    situation: Situation
    archived: bool
    underway: bool = True


def glance(line: ClientLine, say: Callable[[Move], str]) -> Glance:
    """This line, each of its acts as `say` says it."""
    acts = (
        SaidAct(
            act.id, act.about[0] if act.id.startswith("step:") else "", act.due, act.late, say(act)
        )
        for act in line.acts
    )
    return Glance(
        line.company, line.stage, line.late, tuple(each.id for each in line.advice),
        line.autonomy, line.burn, line.next_meeting, line.days_per_week, tuple(acts),
        line.archived, line.underway,
    )  # fmt: skip


def portfolio_line(
    playbook: Playbook, engagement: Engagement, today: date, catalogues: Catalogues
) -> ClientLine:
    """This client's line today."""
    profile = profile_of(engagement)
    burn = burn_today(engagement, today)
    planned = plan(playbook, engagement, today)
    stage = current_stage(planned, playbook.stages, profile, today)
    moves = moves_of(playbook, engagement, today, catalogues, "cmo")
    return ClientLine(
        company=profile.company,
        stage=stage.title if stage else "",
        late=late_of(moves, "cmo", today),
        advice=advise(playbook, engagement, today, catalogues),
        autonomy=autonomy_index(covers_of(engagement, today)),
        burn=burn.burn if burn and days_used_of(engagement) else None,
        next_meeting=next_meeting(engagement, today),
        days_per_week=dose_on(engagement, today),
        acts=agenda(moves, "cmo", week_of("cmo"), today).shown,
        situation=Situation(playbook, engagement, today, catalogues),
        archived=profile.archived,
        underway=_underway(engagement, today),
    )


def _underway(engagement: Engagement, today: date) -> bool:
    """A mission sold for January, or over since spring, takes nothing from this week."""
    profile = profile_of(engagement)
    begun = profile.first_day is None or profile.first_day < today + WEEK
    return begun and not ended_on(engagement, today)


def next_meeting(engagement: Engagement, today: date) -> date | None:
    """The nearest planned day of any ritual still held."""
    if ended_on(engagement, today):
        return None
    days = (next_slot(ritual, today) for ritual in rituals_of(engagement).values())
    return min((day for day in days if day), default=None)
