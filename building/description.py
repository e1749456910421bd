"""The description a package index shows: README.md, which stands alone there.

Its pictures and pages lie beside it in the sources, not on the index. Where their address is known
(`files` in pyproject.toml), links lead there; else a picture is its words, and a link plain text.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK: Final = re.compile(r"(!?)\[([^\]]*)\]\((?![a-z]+:|#)([^)\s]+)\)")


def description(readme: str, files: str) -> str:
    """The same words, with no link that leads nowhere. files: an address, or empty."""

    def led(found: re.Match[str]) -> str:
        sign, words, path = found.groups()
        if files:
            return f"{sign}[{words}]({files}{path})"
        return f"*{words}*" if sign else words

    return _LINK.sub(led, readme)


class CustomMetadataHook(MetadataHookInterface):
    """Found by hatchling."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Say what the index shows."""
        readme = Path(self.root, "README.md").read_text("utf-8")
        text = description(readme, str(self.config.get("files", "")))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
