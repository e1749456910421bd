"""The team on the screen: `rows`, the matrix; `pages`, of a person and of a skill; `curve`, the
index; `stepping_back`, taper and drill as text; `asked`, what one came for.

May import every room but `cli`, and Textual.
"""
