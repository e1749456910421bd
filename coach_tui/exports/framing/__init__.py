"""Framing as Markdown: `need`, `model`, `cost`, `people` (candidates and contract),
`decision_note`.

May import `coach` and what lies below it: no file, no screen.
"""
