"""Framing: `record`, the answers; `need`, `fit`, `model` and `cost`, what they come to; `budget`,
the cost as chosen; `candidates`; `contract`.

May import `language` and the rest of `engagement`: no clock, no file.
"""
