"""The app's frame: its screens' names, what it says in passing."""

WORDS = {
    "app.today": "Today",
    "app.stages": "Stage",
    "app.history": "History",
    "app.engagements": "Engagements",
    "app.help": "Help",
    "app.welcome": "Welcome",
    "app.depth.essential": "essential",
    "app.depth.full": "full",
    "app.only-mine": "mine only",
    "app.saved": "saved {time}",
    "app.news": "updated from another window",
    "app.undone": "Undone.",
    "app.copied": "Copied: {title}. Some terminals refuse the clipboard: paste to check.",
    "app.no-link": "This step has no link.",
    "app.which-link": "Open which step?",
    "app.dead-link": "Nothing opens at “{link}”.",
    "app.no-engagement": "No engagement is open. Press 4 to choose one.",
    "app.cannot-create": "The folder {folder} can’t be written: {why}. Nothing was created.",
    "app.how-to-quit": "Press q or Ctrl+Q to leave. Everything is saved already.",
    "app.crashed": "The coach stopped on an error. What was saved is safe. Details: {path}",
}
