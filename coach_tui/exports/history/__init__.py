"""Changes in words: `fields`, how each field of each record is told; `values`, what it says;
`things`, on what; `words`, the sentence; `reader`, to whom; `taking_back`, what an undo would
leave.

May import `coach` and what lies below it: no file, no screen.
"""
