"""What is wrong with a command line. The blanks are argparse's own."""

WORDS = {
    "arguments.usage": "usage: ",
    "arguments.positional": "arguments",
    "arguments.options": "options",
    "arguments.error": "%(prog)s: %(message)s\n",
    "arguments.argument": "%(argument_name)s: %(message)s",
    "arguments.required": "missing: %s",
    "arguments.unrecognized": "not understood: %s",
    "arguments.not-allowed-with": "can’t go with %s",
    "arguments.one-of": "one of these is required: %s",
    "arguments.ignored": "takes no value (%r)",
    "arguments.one": "a value is missing",
    "arguments.at-most-one": "one value at most",
    "arguments.at-least-one": "at least one value is missing",
    "arguments.invalid-value": "%(value)r can’t be read as %(type)s",
    "arguments.invalid-choice": "%(value)r can’t be. Choose among: %(choices)s",
    "arguments.empty": "nothing stands behind it",
    "arguments.empties": "empty: none",
}
