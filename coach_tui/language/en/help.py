"""What the help adds to its document."""

WORDS = {
    "help.keys": "Keys",
    "help.key": "Key",
    "help.what": "What it does",
    "help.where": "Your engagements are in {folder}",
}
