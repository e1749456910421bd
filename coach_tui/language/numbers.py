"""Numbers and money as people write them in French and English, and as we write them back.

Written as CLDR does (Babel is the tests' oracle; it costs 50 ms at its first call). Percentages
that are typed or recorded are in points: `12 %` is 12. Only `write_percent` takes a share.
"""

import re
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import Final, NamedTuple

from coach_tui.language.currency import EUR, NO_BREAK, SIGNS, currency_of, signed
from coach_tui.language.refusal import Refusal

NARROW: Final = "\u202f"  # between a French number's thousands
LIMIT: Final = Decimal(10) ** 12  # beyond any company's figures, and exact in a JSON number
TEXT_LIMIT: Final = 60
DECIMALS: Final = 12  # more than anybody types

# As texts: compiled once a number is read, which most commands never do.
_PLAIN: Final = r"\d{1,6}(?:[.,]\d{1,3})?"
_BLANKS: Final = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u2008\u2002\u2003\t"), " ")
_SIGNS: Final = {ord("\u2212"): "-", ord("\u2013"): "-", ord("’"): "'"}
_SAID: Final = (
    r"(?i)(?P<sign>[+-]?) ?(?P<front>[€£]|(?:US)?\$|(?:EUR|USD|GBP|CHF|Fr\.) ?)? ?"
    r"(?P<after>-?)(?P<figures>[0-9][0-9 .,']*?) ?"
    r"(?P<scale>(?:K|M|Md|Mds|Bn)(?![a-z]))? ?"
    r"(?P<unit>€|(?:US)?\$|£|euros?|EUR|USD|GBP|CHF|Fr\.|%|×|x|mois|months?|jours?|days?|j|d|heures?|hours?|h)?"
)
_SCALES: Final = {
    "": Decimal(1), "k": Decimal(10) ** 3, "m": Decimal(10) ** 6,
    "md": Decimal(10) ** 9, "mds": Decimal(10) ** 9, "bn": Decimal(10) ** 9,
}  # fmt: skip
_UNITS: Final = {
    "%": "percent",
    "×": "times", "x": "times", "mois": "months", "month": "months", "months": "months",
    "jour": "days", "jours": "days", "day": "days", "days": "days", "j": "days", "d": "days",
    "heure": "hours", "heures": "hours", "hour": "hours", "hours": "hours", "h": "hours",
}  # fmt: skip
_GROUPED: Final = r"[0-9]{1,3}(?:([ ,.'])[0-9]{3})(?:\1[0-9]{3})*"


class Amount(NamedTuple):
    """What was read: the number, and the unit where one was written: "percent", "days"…, "eur" for
    an amount in the mission's currency, whichever that is."""

    value: Decimal
    unit: str = ""


def read_plain_number(text: str) -> float | None:
    """A small number without thousands: `2`, `1,5`, `0.5`. None for anything else."""
    said = text.strip().replace("\u00a0", "").replace("\u202f", "")
    return float(said.replace(",", ".")) if re.fullmatch(_PLAIN, said) else None


def read_number(text: str, language: str, currency: str = EUR) -> Decimal | Refusal:
    """The number in `text`, whatever its unit: `1 234,56 €`, `1,234.56`, `12 %`, `150 K€`.

    `1.234` is refused with both its readings, and so is `1,234` outside English, where it is how
    we write a thousand ourselves.
    """
    amount = read_amount(text, language, currency)
    return amount if isinstance(amount, Refusal) else amount.value


def read_amount(
    text: str, language: str, currency: str = EUR, *, decimal_comma: bool = False
) -> Amount | Refusal:
    """The number in `text` and the unit written beside it. Of the currencies, only the mission's
    is read: no amount is converted.

    decimal_comma  whether numbers beside it have a comma before their decimals: `1,234` is then
                   refused in English too.
    """
    said = _plainly(text)
    if not said:
        return Refusal("refusal.number.empty")
    found = re.fullmatch(_SAID, said) if len(said) <= TEXT_LIMIT else None
    if found is None or (found["sign"] and found["after"]) or (found["front"] and found["unit"]):
        return Refusal("refusal.number.unread", {"text": said[:40]})
    unit = (found["unit"] or found["front"] or "").strip()
    typed = currency_of(unit)
    if typed and typed != currency:
        values = {"text": said[:40], "typed": SIGNS[typed], "expected": SIGNS[currency]}
        return Refusal("refusal.number.currency", values)
    value = _value(found["figures"], said, language, own="" if decimal_comma else ",")
    if isinstance(value, Refusal):
        return value
    value *= _SCALES[(found["scale"] or "").lower()]
    if abs(value) >= LIMIT:
        return Refusal("refusal.number.too-large", {"text": said[:40]})
    negative = "-" in (found["sign"], found["after"])
    return Amount(-value if negative else value, "eur" if typed else _UNITS.get(unit.lower(), ""))


def has_decimal_comma(text: str) -> bool:
    """Whether a comma can only stand before decimals here: `12,5`, `1.234,56`; not in `1,234`."""
    found = re.fullmatch(_SAID, _plainly(text)) if len(text) <= TEXT_LIMIT else None
    return found is not None and _decimal_mark(found["figures"]) == ","


def write_number(value: Decimal | float, language: str, places: int | None = None) -> str:
    """`1 234,5` · `1,234.5`. Without `places`, as many as needed, two at most."""
    rounded = _rounded(value, 2 if places is None else places)
    text = f"{rounded:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if language == "fr":
        return text.replace(",", NARROW).replace(".", ",")
    return text


def write_whole(value: float, language: str) -> str:
    """`9`, `2,5`, `1 234,125`: with all the decimals it has, and none that it has not."""
    if not abs(value) < float(LIMIT):  # beyond anybody's figures, or not a number
        return str(value)
    exact = _exact(round(value, DECIMALS)).normalize()
    return write_number(exact, language, max(0, -int(exact.as_tuple().exponent)))


def write_money(
    value: Decimal | float, language: str, places: int | None = None, currency: str = EUR
) -> str:
    """`12 800 €` · `€12,800`. Without `places`, cents only where there are some."""
    if places is None:
        exact = _rounded(value, 2)
        places = 0 if exact == exact.to_integral_value() else 2
    return signed(write_number(value, language, places), currency, language)


def write_percent(share: Decimal | float, language: str, places: int | None = None) -> str:
    """A share of one as a percentage: 0.125 is `12,5 %` · `12.5%`."""
    points = write_number(_exact(share) * 100, language, places)
    return f"{points}{NO_BREAK}%" if language == "fr" else f"{points}%"


def _plainly(text: str) -> str:
    return " ".join(text.translate(_BLANKS).translate(_SIGNS).split())


def _value(figures: str, said: str, language: str, own: str) -> Decimal | Refusal:
    """`own` is the mark that English may write between thousands."""
    marks = _marks(figures)
    whole, point, broken = figures, "", ""
    decimal = _decimal_mark(figures)
    if decimal:
        whole, point, broken = figures.rpartition(decimal)
    unread = Refusal("refusal.number.unread", {"text": said[:40]})
    grouping = _marks(whole)
    if grouping and (not re.fullmatch(_GROUPED, whole) or point in grouping):
        return unread
    if point and not broken.isdigit():
        return unread
    if not point and len(marks) == 1 and figures.count(mark := next(iter(marks))) == 1:
        sure = mark == own and language == "en"
        if mark in ".," and not sure and not figures.startswith("0"):
            return _two_readings(figures, mark, said, language)
    try:
        bare = "".join(part for part in whole if part not in " .,'")
        return Decimal(f"{bare}.{broken}" if broken else bare)
    except InvalidOperation:
        return unread


def _marks(figures: str) -> set[str]:
    return {mark for mark in figures if mark in " .,'"}


def _decimal_mark(figures: str) -> str:
    """The mark before the decimals; empty where there are none, or where it could be thousands."""
    last = max((figures.rfind(mark), mark) for mark in ".,")
    place, mark = last
    if place < 0 or figures.count(mark) > 1:
        return ""
    if len(_marks(figures)) > 1:
        return mark  # the last of two different marks
    looks_grouped = re.fullmatch(_GROUPED, figures) and not figures.startswith("0")
    return "" if looks_grouped else mark


def _two_readings(figures: str, mark: str, said: str, language: str) -> Refusal:
    thousands = Decimal(figures.replace(mark, ""))
    broken = Decimal(figures.replace(mark, "."))
    return Refusal(
        "refusal.number.two-readings",
        {
            "text": said[:40],
            "first": write_number(thousands, language),
            "second": write_number(broken, language, 3),
            "write_first": str(thousands),
            "write_second": write_number(broken, language, 4),
        },
    )


def _rounded(value: Decimal | float, places: int) -> Decimal:
    rounded = _exact(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    return abs(rounded) if rounded.is_zero() else rounded  # never “-0”


def _exact(value: Decimal | float) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))
