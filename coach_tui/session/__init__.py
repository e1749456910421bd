"""One open engagement: all that the app and the commands talk to, from this one door.

`create_session` begins a file and `open_session` opens one, each with the time they are told by
(`wall_clock`). What comes back is a `Session`: it decides, saves, and only then knows.
"""

from coach_tui.session.engagement_files import (
    SUFFIX,
    create_session,
    make_home,
    open_session,
    slug_of,
)
from coach_tui.session.open_engagement import Session
from coach_tui.wall_clock import Now, wall_clock

__all__ = [
    "SUFFIX",
    "Now",
    "Session",
    "create_session",
    "make_home",
    "open_session",
    "slug_of",
    "wall_clock",
]
