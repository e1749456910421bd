"""`python -m coach_tui` is `coach`."""

import sys

from coach_tui.cli import main

sys.exit(main())
