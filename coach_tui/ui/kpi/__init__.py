"""KPIs on the screen: `rows`, with `chart` and `drawing`; `readings_import`, a table brought in.

May import every room but `cli`, and Textual.
"""
