"""Where screens fold: every width and height, in cells, at which one is drawn otherwise.

Of the window, or of a list in it. The least that a widget needs to be drawn at all is its own.
"""

from typing import Final

NARROW: Final = 60  # from here on side frames stand
OWNERS: Final = 72  # from here on a stage's steps say whose they are
NAMES: Final = 140  # from here on the team's matrix calls its skills by their whole names
BESIDE: Final = 100  # from here on a document's text stands beside what will be read
WIDE: Final = 110  # from here on there are two columns
NORMAL: Final = 20  # lines from which more than one thing is shown at a time
TALL: Final = 36  # lines from which there is room for what can wait

MINUTES: Final = 56  # of the week's list: from here on it has the minutes of each move
BADGE_IN_WORDS: Final = 96  # of the KPIs' list: from here on an old reading is told in words

ACROSS: Final = [(0, "-tight"), (NARROW, "-narrow"), (WIDE, "-wide")]
FORM_ACROSS: Final = ACROSS[:2]
DOCUMENT_ACROSS: Final = [(0, "-narrow"), (BESIDE, "-wide")]
DOWN: Final = [(0, "-small"), (NORMAL, "-normal"), (TALL, "-tall")]
FORM_DOWN: Final = DOWN[:2]
