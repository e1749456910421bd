"""Which engagement a command works on: -e, else the last one used, else the only one there is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach_tui.language import Refusal
from coach_tui.language.clean import one_line
from coach_tui.places import Home
from coach_tui.session import Summary, find_engagement, list_engagements


def engagement_path(home: Home, wanted: str | None, last: str) -> Path | Refusal:
    """The engagement's file. Refused, with the names to choose among, where it can't be told."""
    if wanted:
        return _named(list_engagements(home), wanted)
    if home.holds(last):
        return Path(last)
    summaries = list_engagements(home)
    good = [each for each in summaries if not each.error]
    active = [each for each in good if not each.profile.archived] or good or summaries
    if not active:
        return Refusal("refusal.cli.no-engagement", {"folder": str(home.engagements)})
    if len(active) > 1:
        return Refusal("refusal.cli.which", {"names": _names(active)})
    return active[0].path


def _named(summaries: Sequence[Summary], wanted: str) -> Path | Refusal:
    found = find_engagement(summaries, wanted)
    if not found:
        said = one_line(wanted, 40)
        if not summaries:
            return Refusal("refusal.cli.none-named", {"wanted": said})
        return Refusal("refusal.cli.not-found", {"wanted": said, "names": _names(summaries)})
    if len(found) > 1:
        return Refusal(
            "refusal.cli.several", {"wanted": one_line(wanted, 40), "names": _names(found)}
        )
    return found[0].path


def _names(summaries: Sequence[Summary]) -> str:
    """One a line: the company, and the file's name, which always tells two apart."""
    return "".join(
        f"\n  {one_line(each.profile.company, 40) or '?'}  ({each.path.stem})" for each in summaries
    )
