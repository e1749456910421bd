"""The team out: `sheet`; `index`, over the months; in words: `absence`, `entrustment`,
`left_behind`.

May import `coach` and what lies below it: no file, no screen.
"""
