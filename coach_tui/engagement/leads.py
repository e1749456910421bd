"""Who leads: the founder and the CMO, by the names they record under."""

from collections.abc import Mapping, Sequence

from coach_tui.engagement.actor import hand_of
from coach_tui.engagement.change import Change
from coach_tui.engagement.step import LEADS


def leads_in(changes: Sequence[Change]) -> Mapping[str, str]:
    """By role, the founder and the CMO who recorded something last under their own name."""
    found: dict[str, str] = {}
    for actor in dict.fromkeys(change.actor for change in reversed(changes)):
        hand = hand_of(actor)
        role, _, name = hand.partition("/")
        if name and role in LEADS:
            found.setdefault(role, hand)
    return found
