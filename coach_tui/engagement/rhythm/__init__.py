"""The rhythm: `rituals`, their `slots` and `occurrences`; `days`, `dose`, `planned`,
`first_days`, `as_planned` and `as_told`, the CMO's time; `decisions` and promises; `meetings`;
`reports`; `facts`, what it proves of steps.

May import `language` and the rest of `engagement`: no clock, no file.
"""
