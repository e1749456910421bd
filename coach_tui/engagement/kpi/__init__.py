"""KPIs: `record`, what one is; `setup` and `new_reading` decide (a target equal to its baseline is
refused in `setup`); `readings`, `series`; `status`, `verdicts`, `limits` and `behaviour`, where
one stands; `derived`, what follows from others; `objectives`; `facts`.

May import `language` and the rest of `engagement`: no clock, no file.
"""
