"""The week of somebody who never opens the coach, as a mail."""

WORDS = {
    "remind.subject": {
        "one": "{company}: one thing for you this week ({minutes} min)",
        "other": "{company}: {n} things for you this week ({minutes} min)",
    },
    "remind.about": {
        "one": "This week, for the marketing engagement at {company}:",
        "other": "This week, for the marketing engagement at {company}, the most pressing first:",
    },
    "remind.how": "Answer this message: a tick, [x] in its box, for what is done; a few words for the rest.",
    "refusal.remind.nothing": "Nothing is asked of {role} this week: no message was written.",
}
