"""Why a date was not read."""

WORDS = {
    "refusal.dates.far": "{day} is too far away. Check the year.",
    "refusal.dates.empty": "A date is missing. Write it as 2026-12-31 or 31/12/2026.",
    "refusal.dates.unread": "“{text}” is not a date. Write it as 2026-12-31 or 31/12/2026.",
    "refusal.dates.no-month": "“{month}” is not a month. Write the date as 2026-12-31.",
    "refusal.dates.no-such-month": "“{text}”: there is no month {month}. Write it as 2026-12-31.",
    "refusal.dates.no-such-day": "“{text}”: that month runs from the 1st to {last}.",
    "refusal.dates.other-weekday": "“{text}”: {day} is a {falls}. Correct one or the other.",
    "refusal.dates.two-readings": (
        "“{text}” can be read two ways: {first} or {second}. Write the one you mean."
    ),
}
