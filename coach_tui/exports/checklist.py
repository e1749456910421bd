"""A checklist of the steps, as Markdown to tick anywhere and to bring back.

One line a step. Its box and the comment at its end, which carries the step's id, are all that
`checklist_reading` looks at; with `clean` no comment is written and the file can't be read back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.plan import Planned, in_stage, progress
from coach_tui.engagement.step import FINISHED, Note, StepRecord
from coach_tui.exports.markdown import comment, escaped, escaped_lines
from coach_tui.exports.people import actor_words, day_words, record_standing, standing
from coach_tui.language import Words
from coach_tui.language.dates import plain_date
from coach_tui.playbook.metadata import ID
from coach_tui.playbook.model import Stage

FORMAT: Final = 1


class Checklist(NamedTuple):
    """What a checklist is made of.

    stages   the stages to list, in the language to write in; planned, every step of them to show.
    retired  what was recorded of steps this playbook no longer has, by id.
    notes    write the notes that are not private; clean, write no id.
    """

    company: str
    engagement_id: str
    today: date
    stages: Sequence[Stage]
    planned: Sequence[Planned]
    retired: Mapping[str, StepRecord] = {}
    notes: bool = False
    clean: bool = False


def checklist(handout: Checklist, words: Words) -> str:
    """The document, in the language of `words` whatever language was recorded in."""
    return "\n".join([*_head(handout, words), *_body(handout, words), *_retired(handout, words)])


def _head(handout: Checklist, words: Words) -> Iterator[str]:
    several = len(handout.stages) != 1
    title = words("export.checklist") if several else escaped(handout.stages[0].title)
    yield f"# {title}"
    if not handout.clean:
        yield comment(f"coach: checklist {FORMAT} engagement {handout.engagement_id}")
    steps = [step for stage in handout.stages for step in in_stage(handout.planned, stage.id)]
    yield ""
    yield f"**{words('export.company')}** {escaped(handout.company)}"
    yield ""
    day = words("export.day", day=plain_date(handout.today, words.language))
    yield f"{day} · {_progress(steps, words)}"
    yield ""
    if not handout.clean:
        yield words("export.how-to")
        yield ""


def _body(handout: Checklist, words: Words) -> Iterator[str]:
    several = len(handout.stages) != 1
    for stage in handout.stages:
        listed = {each.step.id: each for each in in_stage(handout.planned, stage.id)}
        if several and listed:
            yield f"## {escaped(stage.title)}"
            yield ""
            yield _progress(listed.values(), words)
            yield ""
        for section in stage.sections:
            steps = [listed[step.id] for step in section.steps if step.id in listed]
            if not steps:
                continue
            if section.title:
                yield f"{'###' if several else '##'} {escaped(section.title)}"
                yield ""
            for planned in steps:
                yield from _step(planned, handout, words)
            yield ""


def _step(planned: Planned, handout: Checklist, words: Words) -> Iterator[str]:
    owner = words(f"role.{planned.step.owner}")
    due = (
        words("step.due", day=plain_date(planned.due, words.language))
        if planned.due
        else words("step.no-date")
    )
    said = standing(planned, words)
    title = escaped(planned.step.title)
    if planned.status == "na":
        title = f"~~{title}~~"
        parts = [owner, said]
    else:
        parts = [f"{owner}, {due}", said]
    line = " — ".join((title, *(escaped(part) for part in parts if part)))
    mark = "" if handout.clean else f" {comment(f'step: {planned.step.id}')}"
    yield f"- [{'x' if planned.finished else ' '}] {line}{mark}"
    if handout.notes:
        yield from _notes(planned.record.notes, words)


def _notes(notes: Iterable[Note], words: Words) -> Iterator[str]:
    for note in notes:
        if note.private:
            continue
        who = f"{actor_words(note.actor, words)}, {day_words(note.day, words)}"
        # A backslash at a line's end is CommonMark's line break, and survives trimming editors.
        lines = escaped_lines(note.text)
        yield "\\\n    ".join([f"  - *{escaped(who)}*", *lines])


def _retired(handout: Checklist, words: Words) -> Iterator[str]:
    """No title is known any more: the id says what it was, and its words alone are written."""
    if not handout.retired:
        return
    yield f"## {words('export.retired')}"
    yield ""
    for step_id, record in handout.retired.items():
        said = record_standing(record, words)
        line = " — ".join(escaped(part) for part in (step_id.replace("-", " "), said) if part)
        known = not handout.clean and ID.fullmatch(step_id)
        mark = f" {comment(f'retired: {step_id}')}" if known else ""
        yield f"- [{'x' if record.status in FINISHED else ' '}] {line}{mark}"
        if handout.notes:
            yield from _notes(record.notes, words)
    yield ""


def _progress(planned: Iterable[Planned], words: Words) -> str:
    done = progress(planned)
    if done.share is None:
        return words("export.no-progress")
    percent = int(done.share * 100)  # 99.6 % is not finished
    return words("export.progress", n=done.applicable, finished=done.finished, percent=percent)
