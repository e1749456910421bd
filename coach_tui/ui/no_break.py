"""Lines that never break before a French `:`, `»` or `€`: no-break spaces, held by the framework.

Rich, which wraps Textual's lines, breaks them at any white space, and Textual's Markdown makes
plain spaces of all of it. Neither has a setting for this. What is replaced is private to them: a
test looks at the lines, and would tell if a new version did it otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich import _wrap
from textual.content import Content

if TYPE_CHECKING:
    from markdown_it.token import Token
    from textual.widgets.markdown import MarkdownBlock

_BREAK: Final = "[^\\S\u00a0\u202f]"
_WORD: Final = re.compile(f"{_BREAK}*[\\S\u00a0\u202f]+{_BREAK}*")

# Two characters that Unicode keeps out of all text, and that are no white space.
_STAND_INS: Final = {"\u00a0": "\ufdd0", "\u202f": "\ufdd1"}
_AWAY: Final = str.maketrans(_STAND_INS)
_BACK: Final = str.maketrans({kept: space for space, kept in _STAND_INS.items()})


def hold_in_lines() -> None:
    """Wrap every line of the app at spaces that may be broken, and at those only."""
    _wrap.re_word = _WORD


def hold_in_markdown(block: type[MarkdownBlock]) -> None:
    """Let Markdown keep its no-break spaces, in each kind of block that is a `block`."""
    written = block._token_to_content

    def with_its_spaces(self: MarkdownBlock, token: Token) -> Content:
        for child in token.children or ():
            child.content = child.content.translate(_AWAY)
        content = written(self, token)
        return Content(content.plain.translate(_BACK), spans=list(content.spans))

    block._token_to_content = with_its_spaces  # type: ignore[method-assign]
