"""What stands before a step for its status, in the app, in a terminal and in what is handed out."""

from __future__ import annotations

from typing import Final

# Text, not colour alone: they read the same on a light theme, without colours, and read aloud.
MARKS: Final = {
    "todo": "[ ]",
    "doing": "[~]",
    "blocked": "[!]",
    "done": "[x]",
    "confirmed": "[●]",
    "na": "[-]",
}
