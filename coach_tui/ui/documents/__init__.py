"""Documents on the screen: `pane`, where one is written and read; `more`, what else is said of
one.

May import every room but `cli`, and Textual.
"""
