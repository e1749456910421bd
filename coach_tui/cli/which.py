"""Which engagement a command works on: -e, else the last one used, else the only one there is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach_tui.cli.gone import lost_at, lost_block, lost_lines, lost_named
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.listing import Summary, find_engagement, list_engagements
from coach_tui.places import Home


def engagement_path(home: Home, wanted: str | None, last: str, words: Words) -> Path | Refusal:
    """The engagement's file. Refused, with the names to choose among, where it can't be told.

    Where the one last worked on is gone, that is said: another client's is never taken for it.
    """
    if wanted:
        return _named(home, wanted, words)
    if home.holds(last):
        return Path(last)
    summaries = list_engagements(home)
    good = [each for each in summaries if not each.error]
    active = [each for each in good if not each.profile.archived] or good or summaries
    if not active:
        if lines := lost_lines(home, summaries, words):
            said = {"folder": str(home.engagements), "lost": lost_block(lines)}
            return Refusal("refusal.cli.gone", said)
        return Refusal("refusal.cli.no-engagement", {"folder": str(home.engagements)})
    if last and (lines := lost_at(home, summaries, last, words)):
        return Refusal("refusal.cli.last-gone", {"lost": lost_block(lines)})
    if len(active) > 1:
        return Refusal("refusal.cli.which", {"names": _names(active)})
    return active[0].path


def _named(home: Home, wanted: str, words: Words) -> Path | Refusal:
    summaries = list_engagements(home)
    found = find_engagement(summaries, wanted)
    if not found:
        said = one_line(wanted, 40)
        if lines := lost_named(home, summaries, wanted, words):
            return Refusal("refusal.cli.named-gone", {"wanted": said, "lost": lost_block(lines)})
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
