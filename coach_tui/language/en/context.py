"""What the coach can't see from the records, and asks."""

WORDS = {
    "context.title": "What the coach can’t see",
    "context.about": "Some advice depends on these. Leave empty what you don’t know: the coach then stays silent about it.",
    "context.execution_days": "Execution: days a week of everybody who does the work (team, freelancers, agency)",
    "context.sales_cycle": "Sales cycle: days from first meeting to signature",
    "context.campaign_launched": "Day the first campaign of this engagement went out",
    "context.certificate_on": "Day on the CMO’s vigilance certificate",
    "context.strategy": "Strategy, % of the CMO’s time",
    "context.managing": "Managing, % of the CMO’s time",
    "context.hands_on": "Hands-on work, % of the CMO’s time",
    "context.slots": "The CMO’s fixed slots",
    "context.reply_time": "How soon the CMO replies",
    "context.absences": "The CMO’s absences",
    "refusal.context.split": "Strategy, managing and hands-on work must make 100% together.",
}
