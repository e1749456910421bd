"""How a command ends: fine, refused with the reason said, not how it is used, stopped by Ctrl+C."""

FINE, REFUSED, MISUSED, INTERRUPTED = 0, 1, 2, 130
