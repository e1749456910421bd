"""The looks: dark, light, and the terminal's own sixteen colours.

One accent (blue: focus, headings, progress), one attention (orange), one alarm (vermilion): told
apart by eyes that do not see red and green as two, and never the only sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from textual.theme import BUILTIN_THEMES, Theme

OURS: Final = (
    "quiet",
    "line",
    "focus",
    "band",
    "cursor",
)  # names the styles know besides Textual's


def _theme(name: str, *, dark: bool, colours: str) -> Theme:
    """Ground, body, panel, quiet, frame, blue, orange, alarm, band, cursor: in this order."""
    ground, body, panel, quiet, line, blue, orange, alarm, band, cursor = colours.split()
    return Theme(
        name=name,
        dark=dark,
        primary=blue,
        secondary=quiet,
        accent=blue,
        foreground=body,
        background=ground,
        surface=ground,
        panel=panel,
        success=blue,
        warning=orange,
        error=alarm,
        variables=dict(zip(OURS, (quiet, line, blue, band, cursor), strict=True)),
    )


DARK: Final = _theme(
    "coach-dark",
    dark=True,
    colours="#12161C #E4E8EE #1F2733 #9BA7B8 #5F6C80 #74BBFF #FFB454 #FF8A7A #1E2B3D #1D3A5C",
)
LIGHT: Final = _theme(
    "coach-light",
    dark=False,
    colours="#FBFAF7 #1B1F26 #ECE8E0 #5A6472 #8A8478 #0B57B0 #8F4A00 #B3261E #E1E9F4 #D6E4F8",
)
THEMES: Final = (
    DARK,
    LIGHT,
    *(
        replace(theme, variables={**theme.variables, **dict.fromkeys(OURS, "ansi_default")})
        for name, theme in BUILTIN_THEMES.items()
        if name in ("ansi-dark", "ansi-light")
    ),
)


def first_theme(chosen: Any, env: Mapping[str, str]) -> Theme:
    """The one chosen, or the first. Where NO_COLOR is set, the terminal's own, without colours."""
    wanted = "ansi-dark" if "NO_COLOR" in env else chosen
    return next((theme for theme in THEMES if theme.name == wanted), DARK)
