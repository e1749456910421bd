"""Why a field of a record can't be what was written: the same words for every record."""

WORDS = {
    "refusal.field.long": "{field}: that is {length} characters, and {limit} at most fit. Shorten it.",
    "refusal.field.choice": "{field}: “{value}” is not one of {values}.",
    "refusal.field.yes-no": "{field}: “{value}” is neither yes nor no.",
    "refusal.field.count": "{field}: “{value}” is not a whole number. Write one from 0 to {limit}, such as 2.",
    "refusal.field.number": "{field}: {value} can’t be. Write a number from 0 to {limit}.",
    "refusal.field.money": "{field}: {value} can’t be. Write an amount of 0 or more.",
    "refusal.field.far-day": "{field}: {day} is too far away. Check the year.",
    "refusal.field.future": "{field}: {day} has not come yet. Write the day it happened.",
    "refusal.field.unknown": "There is no field “{name}”. Choose from: {fields}.",
    "refusal.field.unset": "“{text}” sets nothing. Write FIELD=VALUE, such as owner=Zoé.",
    "refusal.field.bytes": "“{text}” holds bytes that are no text (UTF-8). Nothing was recorded: type it again.",
}
