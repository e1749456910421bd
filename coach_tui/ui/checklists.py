"""Exporting a checklist and reading one back, from the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach_tui.ui.app import CoachApp


def export_checklist(app: CoachApp) -> None:
    """Ask what and where, then write it."""


def import_checklist(app: CoachApp) -> None:
    """Ask for a file, show exactly what it would change, then apply."""
