"""The portfolio: several clients at a glance."""

WORDS = {
    "portfolio.advice": {"one": "{n} piece of advice", "other": "{n} pieces of advice"},
    "portfolio.autonomy": "autonomy {share}",
    "portfolio.burn": "days used {share}",
    "portfolio.next": "next meeting {day}",
    "portfolio.week": "This week, for you",
    "portfolio.clients": "Clients",
    "portfolio.overload": "{days} days a week are promised: more than a week has. Cut days or hand something over.",
    "portfolio.sold": {
        "one": "{n} day a week promised in all",
        "other": "{n} days a week promised in all",
    },
    "portfolio.gone": "The files of your clients are gone from here. Press 0: what is known of them comes back from there.",
    "portfolio.empty": "Your clients side by side: what is due this week, and the days promised.",
    "portfolio.empty-begin": "No client yet: begin a first engagement.",
    "portfolio.nothing": "Nothing is due for you this week.",
}
