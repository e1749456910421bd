"""The weights of text as colours of the theme.

They are made once a theme: no class of the styles is as cheap.

Three weights (strong, body, quiet), headings, and the colours of states. Where a terminal has
sixteen colours of its own, shape says it: bold, reverse, underline.
"""

from typing import Any, Final

from rich.style import Style

WEIGHTS: Final = {
    "": "foreground",
    "strong": "bold foreground",
    "quiet": "quiet",
    "key": "bold foreground",
    "head": "bold focus",
    "line": "line",
    "frame": "focus",
    "fill": "focus",
    "watch": "bold warning",
    "off": "bold error",
    "button": "bold background on focus",
    "title": "bold foreground on panel",
    "title!": "bold background on focus",
    "here": "foreground on panel",
    "here!": "bold foreground on cursor",
}
PLAIN: Final = {
    "button": "bold reverse",
    "title!": "bold reverse",
    "here!": "bold reverse",
    "here": "underline",
}  # where the colours are the terminal's own
_MADE: dict[tuple[str, bool, str, bool], Style] = {}


def weight(app: Any, name: str, focused: bool = False) -> Style:
    """This weight in the app's theme; `focused` where the panel has the keys."""
    plain = bool(app.native_ansi_color)
    known = (str(app.theme), plain, name, focused)
    if known not in _MADE:
        _MADE[known] = _made(app, name, focused, plain)
    return _MADE[known]


def _made(app: Any, name: str, focused: bool, plain: bool) -> Style:
    key = f"{name}!" if focused and f"{name}!" in WEIGHTS else name
    words = WEIGHTS.get(key, "foreground").split()
    if plain:
        return Style.parse(PLAIN.get(key, "bold" if "bold" in words else "default"))
    colours = app.theme_variables
    said = [each if each in ("bold", "on") else colours.get(each, "default") for each in words]
    ground = [] if "on" in words else ["on", colours["background"]]
    return Style.parse(" ".join([*said, *ground]))
