"""The first screen."""

WORDS = {
    "welcome.title": "Welcome. Which engagement are we setting up?",
    "welcome.about": (
        "Five answers, all of which can be changed later. They stay on this machine. "
        "Ctrl+L : français"
    ),
    "welcome.person": "My name",
    "welcome.optional": "optional",
    "welcome.begin": "Begin",
}
