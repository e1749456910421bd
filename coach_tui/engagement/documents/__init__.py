"""Documents: `record`, one and its state; `kinds`; `save` decides; `versions`, `merge` and
`crossings`, a text over time and what two people made of it.

May import `language` and the rest of `engagement`: no clock, no file.
"""
