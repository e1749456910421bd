"""Why a number was not read."""

WORDS = {
    "refusal.number.empty": "A number is missing. Write it 1,234.56 or 12%.",
    "refusal.number.unread": "“{text}” is not a number. Write it 1,234.56 or 12%.",
    "refusal.number.two-readings": (
        "“{text}” can be read two ways: {first} or {second}. Write {write_first} or {write_second}."
    ),
    "refusal.number.currency": (
        "“{text}”: the amounts of this engagement are in {expected}, not in {typed}. "
        "Convert it first: the coach converts nothing."
    ),
    "refusal.number.too-large": (
        "“{text}” is too large (a thousand billion or more). Check the zeros and the unit."
    ),
}
