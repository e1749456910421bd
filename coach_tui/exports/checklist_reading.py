"""An edited checklist, read back: the boxes that were ticked or unticked, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from coach_tui.coach.plan import Planned
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.step import FINISHED, set_status
from coach_tui.exports.checklist import FORMAT
from coach_tui.exports.checklist_items import ChecklistItem, Items, items_of
from coach_tui.exports.mail import body_of
from coach_tui.language.refusal import Refusal

SIZE_LIMIT: Final = 400_000  # characters; a checklist of the whole playbook has 20,000
_HEADER: Final = re.compile(
    r"(?<!\\)<!--\s*coach:\s*checklist\s+(\d{1,6})\s+engagement\s+(\S{1,80}?)\s*-->", re.ASCII
)
_TICKED: Final = ("x", "X")
_UNTICKED: Final = (" ", "\u00a0")  # a Mac's keyboard easily types the second for the first


class WantedBox(NamedTuple):
    """A box that says otherwise than what is recorded: the status before, and the one wanted."""

    step_id: str
    before: str
    after: str


class ChecklistRead(NamedTuple):
    """What an edited checklist asks for.

    changes         the steps whose box was changed, in the order of the file.
    not_understood  lines that look like a step's and can't be read as one, with their numbers.
    shown_by_facts  unticked, and still done because of a recorded fact: (line number, step id).
    read            how many boxes could be read.
    examples        how many steps are named in code blocks or comments, where nothing is meant.
    """

    changes: tuple[WantedBox, ...]
    not_understood: tuple[tuple[int, str], ...]
    shown_by_facts: tuple[tuple[int, str], ...] = ()
    read: int = 0
    examples: int = 0

    @property
    def verdict(self) -> str:
        """What an import comes to: "changes", "same" where all boxes say what is recorded, "kept"
        where only what a fact shows was unticked, "some" where not all boxes could be read, "none"
        where none could be."""
        if self.changes:
            return "changes"
        if not self.read:
            return "none"
        if self.not_understood:
            return "some"
        return "kept" if self.shown_by_facts else "same"


def read_checklist(
    text: str, engagement_id: str, planned: Iterable[Planned]
) -> ChecklistRead | Refusal:
    """What the boxes in `text` would change. Never raises, whatever the text.

    A saved e-mail is read as what it says. Refused whole where it is another engagement's, or
    carries no ids to tell the steps by.
    """
    if len(text) > SIZE_LIMIT:
        return Refusal("refusal.export.too-large", {"limit": SIZE_LIMIT})
    items = items_of(body_of(text))
    if items.examples and not any(item.ids for item in items.found):
        return Refusal("refusal.export.examples-only", {"n": items.examples})
    if refusal := _refuse_header(items, engagement_id):
        return refusal
    if not any(item.ids for item in items.found):
        return Refusal("refusal.export.no-ids")
    steps = {each.step.id: each for each in planned}
    return _compared(items.found, steps)._replace(examples=items.examples)


def decide(changes: Sequence[WantedBox], planned: Iterable[Planned], actor: str) -> Decision:
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


def _refuse_header(items: Items, engagement_id: str) -> Refusal | None:
    headers = set(_HEADER.findall(items.visible))
    if not headers:
        boxed = any(item.box is not None for item in items.found)
        return Refusal(f"refusal.export.{'no-header' if boxed else 'no-boxes'}")
    if len({found for _, found in headers}) > 1:
        return Refusal("refusal.export.several")
    written, found = max(headers, key=lambda header: int(header[0]))
    if int(written) > FORMAT:
        return Refusal("refusal.export.newer", {"format": written})
    if found != engagement_id:
        return Refusal("refusal.export.other-engagement", {"found": found})
    return None


def _compared(items: Sequence[ChecklistItem], steps: dict[str, Planned]) -> ChecklistRead:
    changes: list[WantedBox] = []
    not_understood: list[tuple[int, str]] = []
    shown_by_facts: list[tuple[int, str]] = []
    times = Counter(step_id for item in items for step_id in item.ids)
    for item in items:
        step_id = item.ids[0] if len(item.ids) == 1 else ""
        step = steps.get(step_id)
        ticked = item.box in _TICKED
        if step is None or not (ticked or item.box in _UNTICKED) or times[step_id] > 1:
            not_understood.append((item.number, item.text))
        elif ticked and not step.finished:  # one that was set aside is done, if its box says so
            changes.append(WantedBox(step_id, step.status, "done"))
        elif not ticked and step.finished:
            if step.record.status in FINISHED:
                changes.append(WantedBox(step_id, step.status, "todo"))
            if step.evidence:
                shown_by_facts.append((item.number, step_id))
    read = len(items) - len(not_understood)
    return ChecklistRead(tuple(changes), tuple(not_understood), tuple(shown_by_facts), read)
