"""Opening the app from a terminal: on which engagement, in which language."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from coach_tui.language import LANGUAGES, Language
from coach_tui.language.detect import detect
from coach_tui.places import Home
from coach_tui.ui.app import CoachApp
from coach_tui.ui.choices import Choices
from coach_tui.wall_clock import wall_clock


def run(
    home: Home,
    env: Mapping[str, str],
    *,
    language: Language | None,
    wanted: str,
    playbook_folder: Path | None,
    acting: str = "",
) -> int:
    """Open the app on the engagement `wanted`, the last one used, or the welcome."""
    if not os.environ.get("TEXTUAL_DRIVER"):  # who draws it elsewhere says the size so
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)  # Textual would obey them and never notice a resize
    now = wall_clock(env)
    app = CoachApp(
        home,
        now,
        language=language or _chosen_language(home, env),
        path=_first_path(home, wanted),
        playbook_folder=playbook_folder,
        acting=acting,
    )
    code = app.run()
    if app.failure is not None:
        raise app.failure
    # Every way out of ours gives a code: None means that the app was brought down.
    return code if code is not None else app.return_code or 1


def _chosen_language(home: Home, env: Mapping[str, str]) -> Language:

    chosen = Choices(home.settings).get("language")
    return next((each for each in LANGUAGES if each == chosen), None) or detect(env)


def _first_path(home: Home, wanted: str) -> Path | None:
    last = "" if wanted else Choices(home.settings).get("engagement")
    if home.holds(last):
        return Path(last)  # most often: without what looks among all the others
    from coach_tui.listing import find_engagement, list_engagements
    from coach_tui.recovery import list_gone

    if wanted:
        found = find_engagement(list_engagements(home), wanted)
        return found[0].path if found else None
    summaries = list_engagements(home)
    if last and any(one.record.file == Path(last) for one in list_gone(home, summaries)):
        return None  # its file is gone: offered back, and no other client's opened in its place
    good = [each for each in summaries if not each.error and not each.profile.archived]
    return next((each.path for each in (*good, *summaries)), None)
