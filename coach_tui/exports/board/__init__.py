"""Where the mission stands, as one page for a founder's phone or a board. Nothing private is in it.

`board_page` is one engagement's; `clients_page`, the CMO's own, of her clients side by side.
"""
