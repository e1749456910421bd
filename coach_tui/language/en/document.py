"""Documents: what is said of them, and why one is not kept."""

WORDS = {
    "refusal.document.crossed": {
        "one": "Someone changed the same passage meanwhile ({n}). Nothing was kept. Read theirs, then keep yours, theirs or both.",
        "other": "Someone changed the same passages meanwhile ({n}). Nothing was kept. Read theirs, then keep yours, theirs or both.",
    },
    "refusal.document.standing": "It is not finished: {blanks} still to be answered. Fill that in before it is checked.",
    "refusal.document.long": "That is {length} characters, and a document has {limit} at most. Keep it elsewhere, and write here where it is: `coach document link`.",
    "refusal.document.link": "This is no address. Write one such as https://…, or the path of a file.",
}
