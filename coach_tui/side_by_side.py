"""The page of all clients: made of what each file says, kept on this machine alone.

Erasing a client erases this page too: each is in it under the id of its engagement.
"""

from pathlib import Path
from typing import Final

from coach_tui.clients import clients_of
from coach_tui.coach.advice.situation import Catalogues
from coach_tui.exports.board.clients import OneClient, clients_page
from coach_tui.language import Refusal, Words
from coach_tui.places import Home, is_within
from coach_tui.playbook.model import Playbook
from coach_tui.store.documents import write_document
from coach_tui.store.membership import membership_of
from coach_tui.store.private_files import Beside
from coach_tui.wall_clock import Now

FILE: Final = "clients.html"


def page_of_clients(
    home: Home, playbook: Playbook, catalogues: Catalogues, words: Words, now: Now
) -> str:
    """The page, worked out now."""
    found = [
        OneClient(each.id, each.path.name, each.line,
               words.refusal(each.error.refusal) if each.error else "")
        for each in clients_of(home, playbook, catalogues, now)
    ]  # fmt: skip
    return clients_page(found, words, now().date())


def keep_page(home: Home, page: str) -> Path:
    """Write it in this machine's own folder, over the one before. Raises StoreError."""
    path = home.state / FILE
    write_document(path, page, over=True)
    return path


def refuse_place(home: Home, path: Path) -> Refusal | None:
    """Why the page can’t be there: among our own files, or in a folder a client reads too."""
    if is_within(path, home):
        return Refusal("refusal.export.ours", {"file": str(path)})
    for engagement in Beside(home.state).engagements():
        membership = membership_of(home.state, engagement)
        if membership and membership.place and _is_in(path, Path(membership.place)):
            values = {"file": str(path), "folder": membership.place}
            return Refusal("refusal.board.shared", values)
    return None


def _is_in(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False
