"""The words of the interface, and numbers, money and dates: written and read.

Words live in one module a subject and language (`fr/step.py`, `en/step.py`), loaded when first
asked for, so that a command pays only for the words it says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from importlib import import_module
from typing import Any, Final, Literal

from coach_tui.language.cause import Cause
from coach_tui.language.currency import EUR, Sign
from coach_tui.language.dates import Weekday, short_date, weekday_name
from coach_tui.language.listed import FEW, Listed
from coach_tui.language.refusal import Refusal

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")
Entry = str | dict[str, str]

__all__ = ["LANGUAGES", "Language", "Refusal", "Words", "plural_form", "subject_of"]


def subject_of(key: str) -> str:
    """The module a key lives in: its first part, or its second for a refusal."""
    first, _, rest = key.partition(".")
    return rest.partition(".")[0] if first == "refusal" else first


def plural_form(count: float, language: Language) -> str:
    """CLDR's rule for whole and broken numbers: French says one below two, English only at 1."""
    return "one" if (abs(count) < 2 if language == "fr" else count == 1) else "other"


_NAMED_BY_ID: Final = (("field", "profile"), ("confirmer", "role"))


class _Blanks(dict[str, Any]):
    """A blank nobody filled shows its name: a hole in the words must not take the screen down.
    The sign of the mission's currency is always there."""

    def __init__(self, values: Mapping[str, Any], sign: Sign) -> None:
        super().__init__(values)
        self._sign = sign

    def __missing__(self, name: str) -> str:
        return self._sign if name == "currency" else f"{{{name}}}"


class Words:
    """The interface's words in one language: `words("step.done")`, `words("today.late", n=3)`.

    `currency` is the mission's, in which every amount is written.
    """

    def __init__(self, language: Language, currency: str = EUR) -> None:
        self.language: Language = language
        self.currency = currency
        self._sign = Sign(currency, language)
        self._loaded: dict[str, dict[str, Entry]] = {}

    def counting_in(self, currency: str) -> Words:
        """The same words with amounts in this currency."""
        return self if currency == self.currency else Words(self.language, currency)

    def speaking(self, language: Language) -> Words:
        """The same mission's words in this language."""
        return Words(language, self.currency)

    def __call__(self, key: str, /, **values: Any) -> str:
        """The words for this key, its blanks filled; a plural is chosen by `n`.

        Dates and exact numbers are written in this language. A key nobody wrote is shown as
        itself: a hole in the words must not take the screen down (a test proves there is none).
        """
        entry = self._subject(subject_of(key)).get(key, key)
        if isinstance(entry, dict):
            entry = entry[plural_form(values.get("n", 0), self.language)]
        if not values and "{currency" not in entry:
            return entry
        said = {name: self._said(value) for name, value in values.items()}
        return self.before(entry, said).format_map(_Blanks(said, self._sign))

    def before(self, template: str, said: Mapping[str, Any]) -> str:
        """The template as it is written before these values: French elides “de” and “que”."""
        if self.language != "fr" or "e {" not in template:
            return template
        # Few sentences put a value there; only those pay for it.
        return str(import_module("coach_tui.language.elision").elided(template, said))

    def listed(self, names: Sequence[str], few: int = FEW, joint: str = ", ") -> str:
        """These names; of many, the first few, and how many more there are."""
        said, left = joint.join(names[:few]), len(names) - few
        return self("listed.more", names=said, n=left) if left > 0 else said

    def refusal(self, refusal: Refusal) -> str:
        """Why not, in this language. The core names fields and roles by their ids."""
        named = dict(refusal.values)
        for name, subject in _NAMED_BY_ID:
            said = str(named.get(name))
            key = said if "." in said else f"{subject}.{said}"
            if name in named and (called := self(key)) != key:
                named[name] = called.rstrip("? \u00a0\u202f")  # a question is a name here
        return self(refusal.reason, **named)

    def _said(self, value: Any) -> Any:
        if isinstance(value, Listed):
            return self.listed(value)
        if isinstance(value, Cause):
            quoted = {"said": str(value), "number": value.number}
            said = self(value.key, **quoted)
            return said if said != value.key else self("system.unknown", **quoted)
        if isinstance(value, Weekday):
            return weekday_name(value, self.language)
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, float) or hasattr(value, "as_tuple"):
            # Only those who have such a number, or a Decimal, pay for the module that writes it.
            numbers = import_module("coach_tui.language.numbers")
            write = numbers.write_whole if isinstance(value, float) else numbers.write_number
            return write(value, self.language)
        return short_date(value, self.language) if isinstance(value, date) else value

    def _subject(self, subject: str) -> dict[str, Entry]:
        if subject not in self._loaded:
            try:
                module = import_module(f"coach_tui.language.{self.language}.{subject}")
            except ModuleNotFoundError:
                self._loaded[subject] = {}
            else:
                self._loaded[subject] = module.WORDS
        return self._loaded[subject]
