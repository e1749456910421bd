"""How this machine takes part in what is open, where it is shared: what may be said, and leave."""

from collections.abc import Sequence

from coach_tui.engagement.actor import hand_of
from coach_tui.engagement.change import Draft
from coach_tui.engagement.state import Engagement
from coach_tui.language.refusal import Refusal
from coach_tui.store.journal import Journal
from coach_tui.store.membership import Membership


class TakingPart:
    """`membership`: None where it is not shared from here."""

    journal: Journal
    engagement: Engagement
    actor: str
    membership: Membership | None = None

    @property
    def looks_only(self) -> bool:
        """Whether it was joined to be read: nothing is recorded here then, or answers alone."""
        return self.membership is not None and self.membership.looks_only

    @property
    def puts(self) -> bool:
        """Whether what is recorded here may leave: of who looks only, where they may answer."""
        known = self.membership
        return known is None or not known.looks_only or known.confirms

    def refuse_looking(self, decision: Sequence[Draft]) -> Refusal | None:
        """Why somebody who looks only can't record this; None for who takes part."""
        if not self.looks_only:
            return None
        from coach_tui.engagement.answering import only_answers  # noqa: PLC0415 (few only look)

        if self.puts and only_answers(decision, self.engagement, self._own()):
            return None
        return Refusal("refusal.share.confirms-only" if self.puts else "refusal.share.looks-only")

    def _own(self) -> frozenset[str]:
        """The ids of what this person's hands recorded, for themselves or for somebody else."""
        hand = hand_of(self.actor)
        return frozenset(one.id for one in self.journal.changes if hand_of(one.actor) == hand)
