"""Answers in somebody's own words, kept with what they settle."""

WORDS = {
    "answer.settled": {
        "one": "Kept, and declared done by what {who} says: {what}",
        "other": "Kept, and {n} steps declared done by what {who} says: {what}",
    },
    "answer.kept": {
        "one": "Kept; what it is about stays open: {what}",
        "other": "Kept; the {n} steps it is about stay open: {what}",
    },
    "refusal.answer.no-who": "Nobody is named. Say who answered: --from NAME.",
    "refusal.answer.empty": "The answer is empty. Give its text in a file, or pipe it in.",
    "refusal.answer.no-step": "Nothing says what the answer is about. Name the step: --step ID.",
    "refusal.answer.which": "What {who} answers about can’t be told. Name the step: --step ID. Waited for from them: {steps}.",
}
