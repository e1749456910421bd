"""Messages to whoever is waited for, and what is said when one is made."""

WORDS = {
    "request.subject": {
        "one": "{company}: one thing I need from you",
        "other": "{company}: {n} things I need from you",
    },
    "request.subject.by": "{what}, by {day}",
    "request.subject.first": "{what}, the first by {day}",
    "request.subject.again": {
        "one": "{company}: where does it stand?",
        "other": "{company}: where do these {n} things stand?",
    },
    "request.hello": "Hello,",
    "request.hello-name": "Hello {who},",
    "request.about": {
        "one": "For the marketing engagement at {company}, I need one thing from you:",
        "other": "For the marketing engagement at {company}, I need {n} things from you:",
    },
    "request.again": {
        "one": "I come back to what I asked you on {day}. Could you tell me where it stands?",
        "other": "I come back to what I asked you on {day}. Could you tell me where each of these {n} stands?",
    },
    "request.by": "by {day}",
    "request.soon": "as soon as you can",
    "request.why": "Why: {why}",
    "request.before": "asked already on {day}",
    "request.access": "{tool}",
    "request.access-role": "{tool}: {role}",
    "request.kpi": "The number wanted: {kpi}, with the period it covers",
    "request.how": "Tick what is done, [x] in its box, and send this message back; a few words of your own do as well.",
    "request.how.again": "If something stands in the way, say what: one line is enough. What is done in the meantime can be ticked, [x] in its box, and sent back.",
    "request.thanks": "Thank you,",
    "request.thanks.again": "Thanks in advance,",
    "request.noted": {
        "one": "Noted: one thing asked of {to}.",
        "other": "Noted: {n} things asked of {to}.",
    },
    "request.noted-again": {
        "one": "Noted: {to} reminded of one thing.",
        "other": "Noted: {to} reminded of {n} things.",
    },
    "request.take": "Copy, and note as asked",
    "request.sent": "Sent to {to}? Yes notes that it was asked today",
    "refusal.request.not-sent": "Nothing is noted until the request has left: s goes on to the next thing.",
    "request.not-copied": (
        "Not copied, and nothing is noted: this terminal takes no copy from a program. coach ask "
        "writes the message and notes that it was asked."
    ),
    "request.copied": "Copied, ready to send to {to}; noted as asked today. Some terminals refuse the clipboard: paste to check.",
    "request.copied-again": "Copied, a reminder ready to send to {to}; noted as asked again today. Some terminals refuse the clipboard: paste to check.",
    "request.row": {"one": "{who}: {n} thing", "other": "{who}: {n} things"},
    "request.row-asked": {
        "one": "{who}: {n} thing, asked on {day}",
        "other": "{who}: {n} things, asked on {day}",
    },
    "request.nobody": "Nobody is waited for.",
    "refusal.request.nobody": "Nothing is expected of “{said}”. {names}",
    "request.names": "Those who can be asked: {names}.",
}
