"""What widgets tell their screen. Attributes go down, these come up."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class StepPointed(Message):
    """The cursor rests on this step (or on the stage's opening, where the id is empty)."""

    step_id: str


@dataclass
class StepChosen(Message):
    """The reader wants to read this step."""

    step_id: str


@dataclass
class LinkFollowed(Message):
    """A link in the advice was followed: another step (`#id`) or a page."""

    href: str
