"""Now, the first screen: `lines`, the card and the week; `why`, what is behind a move;
`journey`, how far the stages are.

May import every room but `cli`, and Textual.
"""
