"""A rule: a pure function of a situation that finds something to say, or nothing.

A rule whose facts nobody recorded stays silent: the coach never advises on what it does not know.
"""

from __future__ import annotations

from collections.abc import Callable

from coach_tui.coach.advice.situation import Finding, Situation

Rule = Callable[[Situation], Finding | None]
