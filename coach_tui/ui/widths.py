"""Where screens fold: every width and height, in cells, at which one is drawn otherwise."""

from typing import Final

NARROW: Final = 60  # from here on side frames stand
OWNERS: Final = 72  # from here on a stage's steps say whose they are
NAMES: Final = 140  # from here on the team's matrix calls its skills by their whole names
WIDE: Final = 110  # from here on there are two columns
NORMAL: Final = 20  # lines from which more than one thing is shown at a time
TALL: Final = 36  # lines from which there is room for what can wait

ACROSS: Final = [(0, "-tight"), (NARROW, "-narrow"), (WIDE, "-wide")]
DOWN: Final = [(0, "-small"), (NORMAL, "-normal"), (TALL, "-tall")]
