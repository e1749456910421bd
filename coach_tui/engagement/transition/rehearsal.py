"""A rehearsal of the handover: twelve questions, answered from the dossier alone.

Whoever takes over (or somebody in their place) answers aloud; whoever leaves is silent. What is not
found is work on the section that failed, not a mark for anybody. After the read-back of clinical
handovers (I-PASS, “synthesis by receiver”).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.gesture import together
from coach_tui.engagement.state import (
    Engagement,
    FieldNow,
    Record,
    number_of,
    stands,
    text_of,
    viewed,
)
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.engagement.transition.dossier import ENTITY as SECTION
from coach_tui.engagement.transition.loops import Loop, close_loop, loops_of, set_loop
from coach_tui.language.refusal import Refusal

ENTITY: Final = "rehearsal"
QUESTIONS: Final = 12
RESULTS: Final = ("found", "vague", "missing")
LONGEST: Final = 180  # minutes: past that, nobody was answering all the while (ours)
BREAK: Final = 30  # minutes without an answer: it was left in between (ours)


class RehearsalQuestion(NamedTuple):
    """`key` says what is asked, of `subject` (a record as people call it); `section` answers it."""

    key: str
    section: str
    subject: str = ""


class Rehearsal(NamedTuple):
    """One sitting. `results` are by the question's place; one left half-way has fewer."""

    id: str
    day: date
    who: str = ""
    asked: tuple[RehearsalQuestion, ...] = ()
    results: Mapping[int, str] = {}
    minutes: float | None = None

    @property
    def whole(self) -> bool:
        return len(self.results) == len(self.asked)

    def counted(self, result: str) -> int:
        """How many questions came to this."""
        return sum(each == result for each in self.results.values())


class Miss(NamedTuple):
    """A question that was not answered that day; `loop` is the id of the open loop it became."""

    day: date
    loop: str


@viewed
def rehearsals_of(engagement: Engagement) -> tuple[Rehearsal, ...]:
    """Every rehearsal, oldest first; two of one day in the order they were begun."""
    found = []
    for identity, record in engagement.records(ENTITY).items():
        day = day_of(record, "day")
        if day is None or not stands(record):
            continue
        asked = tuple(_questions(record["asked"].value if "asked" in record else None))
        results = {
            place: said
            for place in range(len(asked))
            if (said := text_of(record, f"q{place + 1}")) in RESULTS
        }
        who, minutes = text_of(record, "who"), number_of(record, "minutes")
        found.append(
            (day, record["day"].place, Rehearsal(identity, day, who, asked, results, minutes))
        )
    return tuple(each for *_, each in sorted(found, key=lambda each: each[:2]))


def loops_of_misses(engagement: Engagement) -> frozenset[str]:
    """The open loops that were a question once: what was not found at a rehearsal."""
    records = engagement.records(ENTITY).values()
    return frozenset(_loop(record, place) for record in records for place in range(QUESTIONS))


def begin_rehearsal(identity: str, asked: Sequence[RehearsalQuestion], today: date) -> Decision:
    """Draw these questions: they stay the same until the sitting is over."""
    if not asked:
        return Refusal("refusal.rehearsal.nothing")
    drawn: list[Value] = [[each.key, each.section, each.subject] for each in asked]
    return [Draft(ENTITY, identity, {"day": today.isoformat(), "asked": drawn})]


def report_rehearsal(
    engagement: Engagement,
    identity: str,
    results: Mapping[int, str],
    topics: Mapping[int, str],
    ids: Iterable[str],
    today: date,
    *,
    who: str = "",
    minutes: float | None = None,
) -> Decision:
    """Note what was found and what was not, by the question's place, all at once.

    What is missing becomes an open loop of its own, called by `topics`, unless it is one already;
    one that was closed is open again. What turns out to be there after all closes its loop.
    `minutes` are what these answers took: they add up, but of a sitting that was whole already
    they are the figure of it all, put right.
    """
    known = next((each for each in rehearsals_of(engagement) if each.id == identity), None)
    if known is None:
        return Refusal("refusal.rehearsal.unknown")
    for place, result in results.items():
        if not 0 <= place < len(known.asked):
            values = {"n": place + 1, "last": len(known.asked)}
            return Refusal("refusal.rehearsal.place", values)
        if result not in RESULTS:
            return Refusal("refusal.rehearsal.result", {"value": result})
    if minutes is not None:
        so_far = 0 if known.whole else known.minutes or 0
        if minutes < 0 or so_far + minutes > LONGEST:
            value = minutes if minutes < 0 else so_far + minutes
            return Refusal("refusal.rehearsal.minutes", {"value": value}).of("minutes")
        minutes += so_far
    if refusal := refuse_words(who):
        return refusal.of("who")
    changes: dict[str, Value] = {f"q{place + 1}": said for place, said in results.items()}
    changes |= {"who": who.strip()} if who.strip() else {}
    changes |= {"minutes": minutes} if minutes is not None else {}
    if not changes:
        return []
    listed, identities = {loop.topic: loop for loop in loops_of(engagement).all}, iter(ids)
    loops = [close_loop(each, True) for each in _found_after_all(engagement, known, results)]
    for place, said in results.items():
        if said == "missing":
            topic = topics[place]
            if topic not in listed:
                listed[topic] = Loop(next(identities), topic)
                loops.append(set_loop(engagement, listed[topic].id, {"topic": topic}, today))
            elif listed[topic].closed:
                loops.append(close_loop(listed[topic].id, False))
            changes[f"loop{place + 1}"] = listed[topic].id
    return together([Draft(ENTITY, identity, changes)], *loops)


def _found_after_all(
    engagement: Engagement, held: Rehearsal, results: Mapping[int, str]
) -> Iterator[str]:
    """The open loops whose miss these answers take back.

    Not one that another sitting misses too, nor one of which somebody has said more since: that is
    a matter of its own by now.
    """
    missed_too = {
        _loop(engagement.record(ENTITY, each.id), place)
        for each in rehearsals_of(engagement)
        for place, said in each.results.items()
        if said == "missing" and each.id != held.id
    }
    record = engagement.record(ENTITY, held.id)
    opened = {loop.id: loop for loop in loops_of(engagement).open}
    for place, said in results.items():
        if said != "missing" and held.results.get(place) == "missing":
            loop = opened.get(_loop(record, place))
            if loop and loop.id not in missed_too and loop == Loop(loop.id, loop.topic):
                yield loop.id


def misses_left(engagement: Engagement) -> Mapping[str, tuple[Miss, ...]]:
    """What was not found and nobody mended since, by the section that failed, oldest first.

    Mended: its loop is closed, the section's own text was written since, or the same question was
    answered at a later sitting.
    """
    loops = {loop.id for loop in loops_of(engagement).open}
    held = rehearsals_of(engagement)
    left: dict[str, list[Miss]] = {}
    for number, each in enumerate(held):
        record = engagement.record(ENTITY, each.id)
        later = {
            one.asked[place]
            for one in held[number + 1 :]
            for place, said in one.results.items()
            if said != "missing"
        }
        for place, said in each.results.items():
            asked, loop = each.asked[place], _loop(record, place)
            text = engagement.record(SECTION, asked.section).get("text")
            written = text is not None and _place(text) > _place(record[f"q{place + 1}"])
            told = {miss.loop for miss in left.get(asked.section, ())}
            open_still = loop in loops and loop not in told
            if said == "missing" and open_still and asked not in later and not written:
                left.setdefault(asked.section, []).append(Miss(each.day, loop))
    return {section: tuple(misses) for section, misses in left.items()}


def _loop(record: Record, place: int) -> str:
    """The open loop that what is missing at this place has become."""
    return text_of(record, f"loop{place + 1}")


def _place(field: FieldNow) -> str:
    return field.place or field.change.id


def minutes_since(engagement: Engagement, held: Rehearsal, now: datetime) -> float | None:
    """The minutes since it was drawn or, once some of it is answered, since the last answer.

    None where it was left in between, or where how long it took so far is not known.
    """
    told = [engagement.moment(each.change.at)
            for each in engagement.record(ENTITY, held.id).values()]  # fmt: skip
    last = max((each for each in told if each), default=None)
    if last is None or (held.results and held.minutes is None):
        return None
    gone = minutes_gone(held, last, now)
    return None if held.results and gone and gone > BREAK else gone


def minutes_gone(held: Rehearsal, opened: datetime, now: datetime) -> float | None:
    """The minutes since this sitting was gone on with; None where it was left open for too long."""
    gone = round((now - opened).total_seconds() / 60)
    return float(gone) if 0 <= gone <= LONGEST - (held.minutes or 0) else None


def _questions(value: Value) -> list[RehearsalQuestion]:
    found = []
    for each in value if isinstance(value, list) else ():
        match each:
            case [str(key), str(section), str(subject)]:
                found.append(RehearsalQuestion(key, section, subject))
    return found
