"""Accesses on the screen: `rows`, the register as shown; `register_import`, its table brought in.

May import every room but `cli`, and Textual.
"""
