"""Framing on the screen: `rows`, its parts and their lines.

May import every room but `cli`, and Textual.
"""
