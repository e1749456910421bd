"""The looks: dark, light, and the terminal's own sixteen colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from textual.theme import BUILTIN_THEMES, Theme

DARK: Final = Theme(
    name="coach-dark",
    primary="#5B8DEF",
    secondary="#8AA4C8",
    accent="#E8B04B",
    foreground="#E6E9EF",
    background="#14171C",
    surface="#1B1F26",
    panel="#232933",
    success="#6CC08B",
    warning="#E8B04B",
    error="#F07A72",
    dark=True,
)
LIGHT: Final = Theme(
    name="coach-light",
    primary="#2456B3",
    secondary="#4A5B75",
    accent="#8A5200",
    foreground="#1B1F26",
    background="#FBFAF7",
    surface="#F1EFEA",
    panel="#E5E2DB",
    success="#1B6E3C",
    warning="#8A5200",
    error="#A8261C",
    dark=False,
)
THEMES: Final = (
    DARK,
    LIGHT,
    *(theme for name, theme in BUILTIN_THEMES.items() if name in ("ansi-dark", "ansi-light")),
)


def first_theme(chosen: Any, env: Mapping[str, str]) -> Theme:
    """The one chosen, or the first. Where NO_COLOR is set, the terminal's own, without colours."""
    wanted = "ansi-dark" if "NO_COLOR" in env else chosen
    return next((theme for theme in THEMES if theme.name == wanted), DARK)
