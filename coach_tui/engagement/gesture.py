"""Several effects as one gesture: all of them are recorded at once, or none is."""

from collections.abc import Callable
from typing import Final

from coach_tui.engagement.change import Change, Decision, Draft, Value
from coach_tui.engagement.state import Engagement
from coach_tui.language.refusal import Refusal

# Above every id the clock stamps: what is only supposed is known last.
_SUPPOSED: Final = "~"

Known = Callable[[Engagement], Decision]


def together(*decisions: Decision) -> Decision:
    """These decisions as one, each record changed once; the first refusal where there is one.

    Where two set one field, the later has the say.
    """
    found: dict[tuple[str, str, str | None], Draft] = {}
    for decision in decisions:
        if isinstance(decision, Refusal):
            return decision
        for draft in decision:
            key = draft.entity, draft.entity_id, draft.undoes
            before = found[key].changes if key in found else {}
            found[key] = draft._replace(changes={**before, **draft.changes})
    return [*found.values()]


def in_turn(engagement: Engagement, *steps: Known) -> Decision:
    """Decisions taken one after the other, each knowing what those before it decided; as one."""
    made: list[Decision] = []
    for step in steps:
        decision = step(engagement)
        if isinstance(decision, Refusal):
            return decision
        made.append(decision)
        engagement = supposing(engagement, decision)
    return together(*made)


def supposing(engagement: Engagement, decision: Decision) -> Engagement:
    """The engagement as it would be once this is recorded; as it is where it was refused."""
    if isinstance(decision, Refusal):
        return engagement
    return engagement.after(
        Change(_SUPPOSED, "", "", draft.entity, draft.entity_id, draft.changes)
        for draft in decision
    )


def only_news(engagement: Engagement, decision: Decision) -> Decision:
    """This decision without what is recorded already; empty where nothing differs.

    A field left alone is not written again: whoever changes it elsewhere meanwhile keeps the say.
    """
    if isinstance(decision, Refusal):
        return decision
    drafts = (draft._replace(changes=_news(engagement, draft)) for draft in decision)
    return [draft for draft in drafts if draft.changes]


def _news(engagement: Engagement, draft: Draft) -> dict[str, Value]:
    known = engagement.record(draft.entity, draft.entity_id)
    held = {name: known[name].value for name in draft.changes if name in known}
    return {
        name: value
        for name, value in draft.changes.items()
        if _said(value) != _said(held.get(name))
    }


def _said(value: Value) -> tuple[bool, Value]:
    """An empty text says nothing, as a field nobody filled; a yes is not a one."""
    return isinstance(value, bool), None if value == "" else value
