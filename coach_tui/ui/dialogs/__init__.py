"""What opens over a screen. To ask: `form` (with `questions` and `in_step`), `live_form`,
`several`, `choose`, `find`; to read: `preview`, `reading`, `glossary`, `search`; `working`, while
one waits. `letters` is what narrows a list in `find`, `glossary` and `search`; `frame`, round all.

May import every room but `cli`, and Textual.
"""
