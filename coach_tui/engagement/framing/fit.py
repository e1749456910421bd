"""Framing, the fit: does the company look like the guide's usual client? n of 4."""

from typing import Final, NamedTuple

from coach_tui.engagement.framing.record import Framing, framing_of
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.state import Engagement, viewed

# Source: the guide's typical company (FORMULAS.md, "Fit"). Amounts in euros, a year.
RANGES: Final = {
    "headcount": (20.0, 100.0),
    "revenue": (2_000_000.0, 15_000_000.0),
    "marketing_budget": (50_000.0, 500_000.0),
}
SECTORS_IN: Final = ("saas", "tech", "b2b-services", "industry")


class Trait(NamedTuple):
    """One of the four. `fits` is None while its value is not known."""

    name: str
    value: float | str | None
    fits: bool | None


class Fit(NamedTuple):
    """How many of the four fit; `unknown` counts those nobody has filled in."""

    traits: tuple[Trait, ...]

    @property
    def fitting(self) -> int:
        return sum(trait.fits is True for trait in self.traits)

    @property
    def unknown(self) -> int:
        return sum(trait.fits is None for trait in self.traits)

    @property
    def verdict(self) -> str:
        """core (4), fine (3), question (2 or fewer), unknown while that can still change."""
        if self.fitting >= 4:
            return "core"
        if self.fitting + self.unknown <= 2:
            return "question"
        return "fine" if not self.unknown else "unknown"


def fit(profile: Profile, framing: Framing) -> Fit:
    """The four traits of this company."""
    traits = [
        Trait(name, value, None if value is None else low <= value <= high)
        for name, (low, high) in RANGES.items()
        for value in [getattr(profile, name)]
    ]
    sector = framing.sector
    traits.append(Trait("sector", sector or None, sector in SECTORS_IN if sector else None))
    return Fit(tuple(traits))


@viewed
def fit_of(engagement: Engagement) -> Fit:
    """The fit as recorded."""
    return fit(profile_of(engagement), framing_of(engagement))
