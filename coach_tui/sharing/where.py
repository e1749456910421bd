"""Where an engagement is shared, as somebody says it: a folder, or a server's address."""

from pathlib import Path

from coach_tui.places import folder_named
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.place import Place
from coach_tui.sharing.server.address import is_server
from coach_tui.sharing.server.calls import PATIENT_S
from coach_tui.sharing.server.place import Server


def place_named(said: str) -> str:
    """What was typed, as it is kept; empty where nothing was."""
    text = said.strip()
    return text if is_server(text) else str(folder_named(text)) if text else ""


def place_at(where: str, engagement: str, seconds: float = PATIENT_S) -> Place:
    """The place; where it is a server's, one that waits so long for an answer."""
    if is_server(where):
        return Server(where, engagement, seconds)
    return Folder(Path(where), engagement)
