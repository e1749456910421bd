"""This user's own choices on this machine, kept in the settings file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coach_tui.store.settings import read_settings, write_settings
from coach_tui.ui.place import OnScreen, read_place


class Choices:
    """Theme, language, and for each engagement the role and the place. Written when they change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._settings = read_settings(path)

    def get(self, name: str, default: str = "") -> str:
        """A choice that holds everywhere (`theme`, `language`, `engagement`)."""
        value = self._settings.get(name)
        return value if isinstance(value, str) else default

    def put(self, **choices: str) -> None:
        """Keep these. A disk that refuses costs only the memory of them."""
        if any(self._settings.get(name) != value for name, value in choices.items()):
            self._settings.update(choices)
            write_settings(self._path, self._settings)

    def role(self, engagement_id: str) -> str:
        """The role taken in this engagement; empty where none was chosen."""
        value = self._of(engagement_id).get("role")
        return value if isinstance(value, str) else ""

    def place(self, engagement_id: str) -> OnScreen:
        """Where this engagement was left."""
        return read_place(self._of(engagement_id).get("place"))

    def keep(self, engagement_id: str, *, role: str, place: OnScreen) -> None:
        """Keep the role and the place of this engagement."""
        self._keep(engagement_id, {"role": role, "place": place._asdict()})

    def act_as(self, engagement_id: str, role: str) -> None:
        """Keep who acts in this engagement: "role/name"."""
        self._keep(engagement_id, {"role": role})

    def _keep(self, engagement_id: str, said: dict[str, Any]) -> None:
        missions = self._settings.setdefault("missions", {})
        kept = {**self._of(engagement_id), **said}
        if isinstance(missions, dict) and missions.get(engagement_id) != kept:
            missions[engagement_id] = kept
            write_settings(self._path, self._settings)

    def _of(self, engagement_id: str) -> dict[str, Any]:
        missions = self._settings.get("missions")
        found = missions.get(engagement_id) if isinstance(missions, dict) else None
        return found if isinstance(found, dict) else {}
