"""What was typed after a command, read: days, amounts, people, skills, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.output import say
from coach_tui.engagement.state import Engagement
from coach_tui.language.clean import one_line
from coach_tui.language.dates import Sense, long_date, read_date
from coach_tui.language.fold import folded
from coach_tui.language.listed import Listed


def day_said(call: Call, text: str | None, sense: Sense = "near") -> date | None:
    """The day meant; None where nothing was said."""
    if not text:
        return None
    day = accepted(read_date(text, call.language, call.today, sense))
    say_back(call, text, day)
    return day


def say_back(call: Call, text: str, day: date) -> None:
    """Say the whole date on stderr where its year was not written."""
    if f"{day.year}" not in text:
        meant = long_date(day, call.language)
        say(call.words("cli.day-meant", text=one_line(text, 40), day=meant))


def number_said(call: Call, text: str) -> float:
    """The number meant."""
    from coach_tui.language.numbers import read_number

    return float(accepted(read_number(text, call.language, call.words.currency)))


def person_said(engagement: Engagement, text: str) -> str:
    """The id of the person meant: by label, name, id, or how one of them begins."""
    from coach_tui.engagement.team.people import labels_of, people_of

    people = people_of(engagement)
    labels = labels_of(people.values())
    names = {each: [label, people[each].name, each] for each, label in labels.items()}
    found = _meant(names, text)
    if len(found) > 1:
        said = Listed(one_line(labels[each], 40) for each in found)
        raise Refused("refusal.team.several-people", name=one_line(text, 40), people=said)
    if not found:
        raise Refused("refusal.team.unknown-person", name=one_line(text, 40))
    return found[0]


def entry_said(names: Mapping[str, str], text: str, reason: str, blank: str) -> str:
    """The id meant among these: the id itself, the name, or how either begins."""
    found = _meant({each: [each, name] for each, name in names.items()}, text)
    if len(found) != 1:
        said = one_line(text, 40)
        if found:
            raise Refused("refusal.rhythm.several", said=said, names=Listed(found))
        raise Refused(reason, **{blank: said})
    return found[0]


def record_said(names: Mapping[str, list[str]], text: str) -> str:
    """Which of these, by "kind/id", is meant by the words it goes by, or how one of them begins."""
    found = _meant(dict(names), text)
    if len(found) == 1:
        return found[0]
    said = one_line(text, 40)
    if found:
        raise Refused("refusal.remark.several", said=said, names=Listed(found))
    raise Refused("refusal.remark.unknown", said=said)


def _meant(names: Mapping[str, list[str]], text: str) -> list[str]:
    """Those named exactly so; otherwise those whose name begins so."""
    sought = folded(text.strip())
    exact = [each for each, said in names.items() if any(folded(name) == sought for name in said)]
    if exact or not sought:
        return exact
    return [
        each
        for each, said in names.items()
        if any(folded(name).startswith(sought) for name in said)
    ]
