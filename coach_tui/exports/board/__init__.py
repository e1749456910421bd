"""Where the mission stands, as one page for a founder's phone or a board. Nothing private is in it.

`page` is one engagement's, from `mission`: `now`, `stages` and `facts`; `clients`, the CMO's own,
of her clients side by side. `frame` surrounds both; people's words come in by `markup` alone.
"""
