"""Going back to what an older copy of the mission said, without losing what came since.

Taking changes out of the file would not hold: this machine, another window or another computer
knows them, and puts back what a file has lost. So each field is set to what it said then, by one
more gesture: it counts everywhere, the history keeps what it replaced, and undo takes it back.
"""

from __future__ import annotations

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.order import ENTITY as ORDER
from coach_tui.engagement.state import Engagement, Record
from coach_tui.language.refusal import Refusal


def as_it_was(now: Engagement, then: Engagement) -> Decision:
    """What takes `now` to all that `then` said; what it said nothing of is emptied.

    Refused where there is nothing to change, and where `then` does not even name the mission.
    """
    if not any("company" in record for record in then.records("engagement").values()):
        return Refusal("refusal.doctor.copy-empty")
    drafts = []
    for entity in sorted(now.kinds - {ORDER}):  # when something was done is no matter of opinion
        for entity_id, record in now.records(entity).items():
            before = then.record(entity, entity_id)
            changed = {
                name: _said(before, name)
                for name in record
                if _differ(_said(record, name), _said(before, name))
            }
            if changed:
                drafts.append(Draft(entity, entity_id, changed))
    return drafts or Refusal("refusal.doctor.copy-same")


def _said(record: Record, name: str) -> Value:
    """The value as it was recorded, not as it is shown."""
    return record[name].change.changes[name] if name in record else None


def _differ(one: Value, other: Value) -> bool:
    """Whether they are recorded differently: True is not 1, though Python calls them equal."""
    return type(one) is not type(other) or one != other
