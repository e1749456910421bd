"""Names said within a sentence: of many, the first few, and how many more there are."""

from typing import Final

FEW: Final = 8  # names that a sentence holds; our rule of thumb


class Listed(tuple[str, ...]):
    """Names that fill one blank of some words; `Words` writes them."""

    __slots__ = ()
