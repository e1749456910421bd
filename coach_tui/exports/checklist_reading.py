"""An edited checklist, read back: the boxes that were ticked or unticked, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from coach_tui.coach.plan import Planned
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.step import FINISHED, set_status
from coach_tui.exports.checklist import FORMAT
from coach_tui.language.refusal import Refusal

SIZE_LIMIT: Final = 400_000  # characters; a checklist of the whole playbook has 20,000
_HEADER: Final = re.compile(
    r"(?<!\\)<!--\s*coach:\s*checklist\s+(\d{1,6})\s+engagement\s+(\S{1,80}?)\s*-->", re.ASCII
)
_ITEM: Final = re.compile(r"\s*[-*+]\s+\[(?P<box>[^\]\n]{0,3})\](?P<rest>\s.*|)")
_STEP: Final = re.compile(r"(?<!\\)<!--\s*step:\s*([a-z0-9-]{1,200})\s*-->")
_RETIRED: Final = re.compile(r"(?<!\\)<!--\s*retired:\s*[a-z0-9-]{1,200}\s*-->")
_TICKED: Final = ("x", "X")
_UNTICKED: Final = (" ", "\u00a0")  # a Mac's keyboard easily types the second for the first


class Wanted(NamedTuple):
    """A box that says otherwise than what is recorded: the status before, and the one wanted."""

    step_id: str
    before: str
    after: str


class Reading(NamedTuple):
    """What an edited checklist asks for.

    changes         the steps whose box was changed, in the order of the file.
    not_understood  lines that look like a step's and can't be read as one, with their numbers.
    shown_by_facts  unticked, and still done because of a recorded fact: (line number, step id).
    """

    changes: tuple[Wanted, ...]
    not_understood: tuple[tuple[int, str], ...]
    shown_by_facts: tuple[tuple[int, str], ...] = ()


class _Line(NamedTuple):
    """A line that is about a step. `ticked` is None where its box can't be read."""

    number: int
    text: str
    step_id: str
    ticked: bool | None


def read_checklist(text: str, engagement_id: str, planned: Iterable[Planned]) -> Reading | Refusal:
    """What the boxes in `text` would change. Never raises, whatever the text.

    Refused whole where it is another engagement's, or carries no ids to tell the steps by.
    """
    if len(text) > SIZE_LIMIT:
        return Refusal("refusal.export.too-large", {"limit": SIZE_LIMIT})
    if refusal := _refuse_header(text, engagement_id):
        return refusal
    lines = list(_lines(text))
    if not any(line.step_id for line in lines):
        return Refusal("refusal.export.no-ids")
    return _compared(lines, {each.step.id: each for each in planned})


def decide(changes: Sequence[Wanted], planned: Iterable[Planned], actor: str) -> Decision:
    """The wanted changes as one gesture, to be taken back as one."""
    steps = {each.step.id: each for each in planned}
    drafts: list[Draft] = []
    for wanted in changes:
        current = steps[wanted.step_id].record
        decision = set_status(wanted.step_id, wanted.after, current=current, actor=actor)
        if isinstance(decision, Refusal):
            return decision
        drafts += decision
    return drafts


def _refuse_header(text: str, engagement_id: str) -> Refusal | None:
    headers = set(_HEADER.findall(text))
    if not headers:
        return Refusal("refusal.export.no-header")
    if len({found for _, found in headers}) > 1:
        return Refusal("refusal.export.several")
    written, found = max(headers, key=lambda header: int(header[0]))
    if int(written) > FORMAT:
        return Refusal("refusal.export.newer", {"format": written})
    if found != engagement_id:
        return Refusal("refusal.export.other-engagement", {"found": found})
    return None


def _lines(text: str) -> Iterator[_Line]:
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(unix.split("\n"), 1):
        ids = _STEP.findall(line)
        item = _ITEM.fullmatch(line)
        if _RETIRED.search(line) or not (ids or item):
            continue
        step_id = ids[0] if len(ids) == 1 else ""
        box = item["box"] if item else ""
        ticked = True if box in _TICKED else False if box in _UNTICKED else None
        yield _Line(number, line.strip(), step_id, ticked)


def _compared(lines: Sequence[_Line], steps: dict[str, Planned]) -> Reading:
    changes: list[Wanted] = []
    not_understood: list[tuple[int, str]] = []
    shown_by_facts: list[tuple[int, str]] = []
    times = Counter(line.step_id for line in lines)
    for line in lines:
        step = steps.get(line.step_id)
        if step is None or line.ticked is None or times[line.step_id] > 1:
            not_understood.append((line.number, line.text))
        elif line.ticked and step.open:
            changes.append(Wanted(line.step_id, step.status, "done"))
        elif not line.ticked and step.finished:
            if step.record.status in FINISHED:
                changes.append(Wanted(line.step_id, step.status, "todo"))
            if step.evidence:
                shown_by_facts.append((line.number, line.step_id))
    return Reading(tuple(changes), tuple(not_understood), tuple(shown_by_facts))
