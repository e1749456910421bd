"""The first screen."""

WORDS = {
    "welcome.title": "Welcome. Which engagement are we setting up?",
    "welcome.about": (
        "A few answers, all of which can be changed later. They stay on this machine. "
        "Ctrl+L : français"
    ),
    "welcome.invited": "Were you given an invitation? Ctrl+R: join the engagement",
    "welcome.join.key": "join",
    "welcome.first-day.proposed": "proposed: next Monday",
    "welcome.person": "My name",
    "welcome.optional": "optional",
    "welcome.begin": "Begin",
    "welcome.begin.key": "begin",
    "welcome.where": "Where are you?",
    "welcome.where.thinking": "thinking about it",
    "welcome.where.looking": "looking for the CMO",
    "welcome.where.signed": "signed, not begun",
    "welcome.where.begun": "begun",
    "welcome.where.successor": "I am taking over",
}
