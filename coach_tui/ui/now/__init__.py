"""Now, the first screen: `lines`, the card and the week; `why`, what is behind a move.

May import every room but `cli`, and Textual.
"""
