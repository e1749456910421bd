"""What the help adds to its document."""

WORDS = {
    "help.here": "Here: {screen}",
    "help.everywhere": "Everywhere",
    "help.keys": "Keys",
    "help.where": "Your engagements are in {folder}",
}
