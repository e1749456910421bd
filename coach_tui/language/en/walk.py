"""The walk in a terminal: plain lines, one question at a time."""

WORDS = {
    "walk.keys": "An empty line does it or keeps the answer in brackets. ? explains · s later · b back · e done elsewhere · q leaves",
    "walk.now": "Now: {what}",
    "walk.takes": "Takes: {facts}",
    "walk.why": "Why: {why}",
    "walk.do": "Do it",
    "walk.colon": ": ",
    "walk.saved": "Saved.",
    "walk.later": "Put off.",
    "walk.left": "Left. Everything answered is saved.",
    "walk.unanswered": "The input ended at this question: {question}. What was answered before is saved.",
    "walk.place": "This is done in the app, at “{place}”: `coach` opens it. Here you can say what shows it.",
    "walk.explain": "Nothing more is asked than the question says. An empty line keeps the answer in brackets.",
    "walk.several-lines": "Several lines are taken; a full stop alone on a line ends them.",
    "walk.more": {"one": "{n} more: type a few letters", "other": "{n} more: type a few letters"},
    "walk.which": "Which one",
    "walk.which-several": "Which ones (numbers; a number again takes its mark off)",
    "walk.waiting": {
        "one": "Waiting for: {who}, {n} step",
        "other": "Waiting for: {who}, {n} steps",
    },
    "refusal.walk.choice": "“{text}” is none of these. Type a number of the list, or a few letters.",
}
