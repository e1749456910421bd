"""The rhythm: rituals, decisions, promises, days, reports; and why something was not recorded."""

WORDS = {
    "refusal.rhythm.unknown-ritual": "There is no ritual “{ritual}”. `coach rhythm list` names them.",
    "refusal.rhythm.unknown-decision": "This decision is not in the log.",
    "refusal.rhythm.unknown-promise": "This promise is not recorded.",
    "refusal.rhythm.cadence": "“{cadence}” is not one of {cadences}.",
    "refusal.rhythm.weekday": "A weekday is one of {days}.",
    "refusal.rhythm.weekday-count": {
        "one": "This cadence takes one weekday.",
        "other": "This cadence takes {n} different weekdays.",
    },
    "refusal.rhythm.time": "“{time}” is not an hour of the day. Write it as 09:30, or leave it empty.",
    "refusal.rhythm.nth": "A working day of the month goes from 1 to 20, not {nth}.",
    "refusal.rhythm.minutes": "{minutes} minutes can’t be: write 1 to {limit}.",
    "refusal.rhythm.run-by": "“{run_by}” is neither cmo nor team.",
    "refusal.rhythm.result": "“{result}” is neither held nor skipped.",
    "refusal.rhythm.skip-needs": "Skipped: say why, in a few words.",
    "refusal.rhythm.future": "{day} has not come yet: write a day already past.",
    "refusal.rhythm.allowance": "Days agreed: write a number of days and of weeks, both above zero.",
    "refusal.rhythm.days": "{days} days can’t be: write more than 0 and at most 31.",
    "refusal.rhythm.dose": "{days} days a week can’t be: write 0 (a pause) to 5.",
    "refusal.rhythm.no-title": "The decision is empty. Say what was, or is to be, decided.",
    "refusal.rhythm.no-why": "Say why: a decision without its reason is argued again in three months.",
    "refusal.rhythm.review-before": "The review, {review}, comes before the decision, {decided}. Change one of the two.",
    "refusal.rhythm.no-promise": "The promise is empty. Say what was promised.",
    "refusal.rhythm.month": "“{month}” is not a month. Write it as 2026-03.",
    "refusal.rhythm.empty-report": "The report is empty. Nothing was kept.",
}
