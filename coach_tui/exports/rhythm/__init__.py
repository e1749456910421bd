"""The rhythm out: `words`, rituals and days as one says them; `invoiced`, days worked for several.

May import `coach` and what lies below it: no file, no screen.
"""
