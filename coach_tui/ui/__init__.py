"""The app: the only room that imports Textual. It shows what it is handed.

app, session_app  the app, and its engagement; `app_shell`: languages and themes
commands        every command once: its key, its place, its words (`w` on Rhythm is there)
navigation      from place to place; `everywhere`: what works in each of them; `palette`:
                everything by its name
patience        what is said of anything that takes over a second
widths          where screens fold
screens         one module a place; `coach_screen`: what every one of them does
widgets, dialogs  what screens are made of, and what they open
now, access, kpi, rhythm, team, framing, transition, documents, sharing   one folder a
                subject: its rows, and what only it has
plain           the one way in for people's words: never read as markup
"""
