"""A stage between its two doors: what is passed, what remains, what people judge."""

WORDS = {
    "journey.entry": "To enter",
    "journey.exit": "To leave",
    "journey.passed": "Nothing remains: this stage can be left.",
    "journey.met": {
        "one": "{n} of {total} conditions met",
        "other": "{n} of {total} conditions met",
    },
    "journey.missing": {"one": "{n} condition missing", "other": "{n} conditions missing"},
    "journey.judge": {"one": "{n} to be judged by you", "other": "{n} to be judged by you"},
    "journey.none": "This stage names no condition.",
    "journey.by-you": "to be judged by you",
    "journey.shown-by": "{because}",
    "journey.lacks": "missing: {because}",
    "journey.now": "now {because}",
    "journey.remains": "What remains to leave “{stage}”",
}
