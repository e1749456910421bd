"""`python -m coach_tui` is `coach`."""

import sys

from coach_tui.cli import main

if __name__ == "__main__":  # to import it runs nothing
    sys.exit(main())
