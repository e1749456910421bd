"""The engagement's own fields, and why one was not accepted."""

WORDS = {
    "profile.since": "New first day, days a week, end or rate: from which day (empty: today; the first day: a correction)",
    "profile.why": "Why the days a week change (kept in the history)",
    "profile.company": "Company",
    "profile.role": "I am",
    "profile.first_day": "First day",
    "profile.days_per_week": "CMO’s days per week",
    "profile.depth": "Steps shown",
    "profile.archived": "Archived",
    "profile.sector": "Sector",
    "profile.headcount": "Headcount",
    "profile.revenue": "Revenue ({currency} a year)",
    "profile.marketing_budget": "Marketing budget ({currency} a year)",
    "profile.activation_budget": "Activation budget ({currency} a year)",
    "profile.leadership_budget": "Leadership budget ({currency} a year)",
    "profile.day_rate": "Day rate ({currency}, ex-VAT)",
    "profile.currency": "Currency of its amounts",
    "profile.currency.EUR": "euro (€)",
    "profile.currency.USD": "US dollar ($)",
    "profile.currency.GBP": "pound sterling (£)",
    "profile.currency.CHF": "Swiss franc (CHF)",
    "profile.currency-kept": "Amounts now read in {currency}: the numbers recorded are the same, nothing was converted.",
    "profile.planned_end.usual": "most often 3 to 12 months after the first day (guide)",
    "profile.planned_end": "Planned end",
    "profile.successor_first_day": "Permanent CMO’s first day",
    "profile.beginning": "Where you are",
    "profile.beginning.thinking": "thinking about it",
    "profile.beginning.looking": "looking for the CMO",
    "profile.beginning.signed": "signed, not begun",
    "profile.beginning.begun": "begun already",
    "profile.beginning.successor": "I am taking over",
    "profile.exit_scenario": "How it is to end",
    "profile.exit_scenario.permanent": "a permanent CMO is hired",
    "profile.exit_scenario.promotion": "someone inside takes over",
    "profile.exit_scenario.autonomous": "the team goes on alone, with an adviser",
    "profile.exit_scenario.in-house": "the work is brought in-house",
    "profile.finished": "What finished means",
    "refusal.profile.no-name": "Company: the name is empty. Write the company’s name.",
    "refusal.profile.role": "Role: “{role}” is not one of {roles}.",
    "refusal.profile.days-per-week": (
        "Days per week: {days} can’t be. Write a number above 0 and up to 5, such as 2 or 0.5."
    ),
    "refusal.profile.days-unread": (
        "Days per week: “{text}” is no number of days. Write 2, 1.5 or 0.5."
    ),
    "refusal.profile.since-ahead": "A first day holds from today at the latest, not from {since}. Write a day that has come.",
    "refusal.profile.since-alone": "--since says from when a first day, days a week, an end or a day rate change, and --why why the first two do: write first_day=… or days_per_week=… (with --since, planned_end=… or day_rate=… too).",
    "refusal.profile.since-nothing": (
        "Neither the first day, the days a week, the end nor the rate changes: nothing holds from "
        "that day. Change one, or empty the day. For a rate that stays: coach set day_rate=… --since DATE."
    ),
    "refusal.profile.why-nothing": (
        "Neither the first day nor the days a week change: there is nothing to give a reason for. "
        "Change one, or empty the reason."
    ),
    "refusal.profile.end-before-start": (
        "Planned end: {end} comes before the first day, {start}. Change one of the two."
    ),
}
