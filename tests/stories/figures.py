"""Missions told by commands, and what was worked out by hand that every door must say of them.

Each mission is told by commands with their days. Each door is read on a day and must hold these
words, and none of those that begin with "no: ". A door is a command, or "screen" and the keys that
lead there.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

Doors = dict[str, list[str]]  # by "DAY door", what it says


class Mission(NamedTuple):
    """What was recorded, a command a line after its day; what is refused; what each door says."""

    recorded: str
    doors: Doors
    refused: Mapping[str, str] = MappingProxyType({})  # by "DAY command", what the refusal says


def named(written: Mapping[str, object]) -> dict[str, Mission]:
    """The missions of a module, by their names in lower case."""
    return {name.lower(): each for name, each in list(written.items()) if isinstance(each, Mission)}


# Three days a week, 38 weeks from 5 January 2026: 114 days, of which 81 used. From 10 August (week
# 31) one day a week: 93 + 7 = 100 planned in all. July has 31 × 3 ÷ 7 = 13.3, August 9 × 3 ÷ 7 +
# 22 ÷ 7 = 7. Four hours every week are 17.3 a month, of 3 × 52 ÷ 12 × 8 = 104, then of 34.7.
PAST_MONTHS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo
    2026-01-05 set planned_end=2026-09-28
    2026-01-05 rhythm add stand --name Standup --cadence weekly --minutes 240
    2026-01-05 team add Julie
    2026-01-05 team skills ac-seo
    2026-03-31 rhythm days 31
    2026-05-31 rhythm days 25
    2026-07-31 rhythm days 25
    2026-08-03 set days_per_week=1 --since 2026-08-10 --why summer
    """,
    {
        "2026-08-31 export report --month 2026-07": ["Days planned: 13.3",
                                                     "Days left until the end: 33 days"],
        "2026-08-31 export report --month 2026-08": ["Days planned: 7",
                                                     "Days left until the end: 19 days"],
        "2026-07-31 rhythm list": ["17.3 h ÷ 104 h a month = 16.7%", "33 days left"],
        "2026-08-31 rhythm list": ["17.3 h ÷ 34.7 h a month = 50.0%", "19 days left"],
        "2026-07-31 check": ["no: Rituals take"],
        "2026-08-31 check": ["Rituals take 50% of the contracted time", "Reason given: summer"],
        "2026-08-31 export team": ["| 5 January 2026 | 3 | 93 |", "| 10 August 2026 | 1 | 7 |",
                                   "the two-week absence test is not passed"],
        "2026-08-31 screen 5": ["19 days left", "50.0%"],
        "2026-08-31 screen 6 t": ["10 August 2026", "Reason given: summer"],
    },
    {"2026-08-31 set days_per_week=0.5 --since 2026-09-01": "your reason is noted",
     "2026-08-31 set days_per_week=2 --since 2026-10-05": "end"},
)  # fmt: skip

# CAC: €4,200, to €3,900 by 5 April: €3,800 that day, reached. MQL: 50 to 100 by 5 July; 71 is
# (71 − 50) ÷ 50 = 42 % of the way: missed. LTV = 100 × 80 % ÷ 2 % = 4,000. From a baseline of 0 to
# 10, 4 is 40 % of the way.
KPIS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role cmo
    2026-01-05 kpi add cac --definition loaded --baseline 4200 --target-3 3900 --target-12 3000
    2026-01-05 kpi add mql --baseline 50 --target-6 100
    2026-01-05 kpi add demos --name Demos --unit count --kind increase --baseline 0 --target-12 10
    2026-04-05 kpi read cac 380
    2026-04-05 kpi read cac 3800
    2026-04-10 kpi add cac --definition marketing-only
    2026-04-15 kpi read cac 1500
    2026-04-20 kpi add cac --definition loaded
    2026-05-31 kpi read mql 60
    2026-06-30 kpi read mql 71
    2026-06-30 kpi read demos 4
    2026-01-05 kpi add arpa
    2026-01-05 kpi add gross-margin
    2026-01-05 kpi add churn
    2026-01-05 kpi add ltv
    2026-06-30 kpi read arpa 100
    2026-06-30 kpi read gross-margin "80 %"
    2026-06-30 kpi read churn "2 %"
    """,
    {
        "2026-08-03 export report --month 2026-07": ["| —, last read 30 June 2026 | 71 | 100 |"],
        "2026-08-03 export report --month 2026-06": ["| 71 | 60 | 100 | ·, ↗ better |"],
        "2026-08-03 export kpis": ["reached: €3,800 on 5 April 2026", "missed: 71 on 30 June 2026",
                                   "Until 10 April 2026", "Until 20 April 2026", "| €1,500 |",
                                   "no: €380 ", "| 0 | 4 | 10 by",
                                   "€100 × 80% ÷ 2% = €4,000 (30 June 2026)"],
        "2026-08-03 export kpis --format csv": [",3800,", "no: ,380,"],
        "2026-08-03 history": ["€380,", "€3,800,"],
        "2026-08-03 kpi status": ["50 → 71 · 100 by 5 July 2026 · 42%", "✗ missed", "4,000",
                                  "0 → 4 · 10"],
        "2026-08-03 check": ["decide on Marketing-qualified leads (MQL)"],
        "2026-08-03 screen 4": ["missed", "42%"],
        "2026-07-20 screen 4": ["2% = €4,000 (30 June 2026)", "no: (30 June 2026) · stale"],
        "2026-09-30 screen 4": ["2% = €4,000 (30 June 2026) · stale", "5 April 2026 €3,800",
                                "no: €380 "],
        "2026-09-30 kpi status": ["2% = €4,000 (30 June 2026) · stale"],
        "2026-09-30 export kpis": ["2% = €4,000 (30 June 2026) · stale"],
    },
    {"2026-08-03 kpi read cac '$3,800'": "€", "2026-08-03 kpi add demos --limit 3": "limit"},
)  # fmt: skip

# Julie owns an access and a KPI that Max enters; both leave on 30 March, Tom stays.
LEAVERS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role cmo
    2026-01-05 team add Julie
    2026-01-05 team add Max
    2026-01-05 team add Tom
    2026-01-05 team skills da-reporting
    2026-02-01 team rate Julie da-reporting 3 --evidence board --verified-by Eva
    2026-01-05 access add HubSpot --owner Julie
    2026-01-05 kpi add mql --baseline 40 --owner Julie --keeper Max
    2026-03-02 team add Julie --left 2026-03-30
    2026-03-02 team add Max --left 2026-03-30
    """,
    {
        "2026-03-09 check": ["name who takes over from Julie, Max",
                             "Departure on 30 March 2026; to be taken over: 3"],
        "2026-03-09 team handover": ["Julie leaves on 30 March 2026: 3 things",
                                     "Max leaves on 30 March 2026. Who takes it?",
                                     "KPI · Marketing-qualified leads (MQL) · Max"],
        "2026-04-09 export team": ["Julie left on 30 March 2026: 3 things", "Access · HubSpot"],
        "2026-04-09 team list": ["Julie"],
        "2026-04-09 screen 6": ["Julie left on 30 March 2026", "Max left on 30 March 2026"],
    },
    {"2026-02-02 team rate Julie da-reporting 3 --evidence x --verified-by Julie": "own level"},
)  # fmt: skip
BACK = Mission(
    LEAVERS.recorded.rstrip() + "\n2026-04-20 team add Julie --back 2026-04-27"
    "\n2026-04-20 team handover Max --to Tom",
    {
        "2026-04-28 check": ["no: takes over from"],
        "2026-04-28 team handover": ["no: Julie"],
        "2026-04-28 export team": ["no: Who takes"],
        "2026-04-28 screen 6": ["no: Who takes"],
    },
    {"2026-04-28 team add Julie --left 2026-04-01": "27 Apr 2026"},
)

# What Julie held goes to Tom, who leaves before she is back: until then it is nobody's. Nobody who
# left is named as who can open an access.
RETURNS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role cmo
    2026-01-05 team add Julie
    2026-01-05 team add Tom
    2026-01-05 kpi add mql --baseline 40 --owner Julie
    2026-01-05 access add HubSpot --owner Julie
    2026-03-01 team add Julie --left 2026-03-30
    2026-03-02 team handover Julie --to Tom
    2026-04-01 team add Tom --left 2026-04-30
    2026-04-15 team add Julie --back 2026-05-04
    """,
    {
        "2026-04-20 team handover": ["Tom leaves on 30 April 2026: 2 things"],
        "2026-05-20 check": ["takes over from Tom",
                             "Who can open it: Super Admin", "no: Who can open it: Tom"],
        "2026-05-20 today": ["no: Ask Tom"],
    },
    {"2026-04-16 team handover Tom --to Julie": "Julie is away until 4 May 2026"},
)  # fmt: skip

# T0 on 7 September, an end on 2 November: checks on 9 November, 2 December and 31 January.
TRANSITION = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role cmo
    2026-05-04 team add Ada
    2026-05-04 transition plan --t0 2026-09-07 --successor Ada --leaving Max
    2026-05-04 transition plan --contract-end 2026-11-02
    2026-05-04 access add HubSpot --owner Zoé
    2026-06-01 transition signals --headcount 130 --budget 170K --presence yes --team 6
    """,
    {
        "2026-06-09 transition readiness": ["Meet the gates: ",
                                            "? No critical skill where nobody reaches level 2: not",
                                            "✗ Open loops signed by both: not met",
                                            "Need unknown (4 signals seen once)"],
        "2026-06-09 transition signals": ["no: ✓"],
        "2026-06-09 export handover": ["? No critical skill where nobody reaches level 2: not"],
        "2026-06-09 screen 7": ["Need unknown (4 signals seen once)"],
        "2026-09-09 transition readiness": ["Overlap: the permanent CMO is here", "no: recruit"],
        "2026-09-09 screen 7": ["Overlap: the permanent CMO is here"],
        "2026-12-10 transition readiness": ["The CMO has left"],
        "2026-12-10 check": ["make the after-exit checks", "no: no-first-recos", "no: diagnosis"],
        "2026-12-10 export calendar": ["DTSTART;VALUE=DATE:20261109",
                                       "DTSTART;VALUE=DATE:20261202",
                                       "DTSTART;VALUE=DATE:20270131"],
        "2026-12-10 screen 7": ["The CMO has left"],
    },
    {"2026-06-09 transition plan --ended 2025-12-01": "first day"},
)  # fmt: skip
GONE = Mission(
    TRANSITION.recorded.rstrip() + "\n2026-06-01 team add Ada --left 2026-08-03",
    {
        "2026-06-09 transition plan": ["Ada, named as successor: departure on 3 Aug 2026",
                                       "no: new CMO (Ada)"],
        "2026-06-09 check": ["takes over from Ada"],
        "2026-06-09 export handover": ["Max → nobody named yet", "no: new CMO (Ada)"],
        "2026-06-09 screen 7": ["Ada, named as successor: departure on 3 Aug 2026"],
        # T0 has passed, and she left before it: nobody is there to overlap with.
        "2026-09-09 transition readiness": ["no: Overlap: the permanent CMO is here",
                                            "A successor or a deputy is named: not met"],
        "2026-09-09 screen 7": ["no: Overlap: the permanent CMO is here"],
        "2026-09-09 export handover": ["Max → nobody named yet"],
    },
)  # fmt: skip

# Three KPIs have their baseline, fewer days were decided, Ada takes over from 7 September: three
# steps are done. A fourth KPI without a baseline undoes none.
PROGRESS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo
    2026-01-05 kpi add mql --baseline 40
    2026-01-05 kpi add cac --definition loaded --baseline 4200
    2026-01-05 kpi add win-rate --baseline 20%
    2026-02-02 set days_per_week=2 --since 2026-02-02 --why handover
    2026-02-02 transition plan --t0 2026-09-07 --successor Ada
    2026-02-03 kpi add demos --name Demos --unit count
    """,
    {
        "2026-02-04 export checklist --depth full": [
            "[x] Measure each KPI’s baseline — team, due 4 February 2026 — done: 3 KPIs tracked",
            "[x] Reduce CMO days — founder, due 5 May 2026 — done: 2 Feb 2026",
            "— done: Ada <!-- step: references-offer -->",
        ],
        "2026-03-09 check": ["measure the baseline: Demos", "no: a drop in days into the contract"],
        "2026-02-04 screen 2 right": ["[x] 4 Feb Measure each KPI’s baseline"],
    },
)

# The CMO leaves on 30 January 2028, a leap year: +7 is the 6th, +30 the 29th, +90 29 April.
LEAP = Mission(
    """
    2027-06-01 new Acme --start 2027-06-01 --days-per-week 2 --role cmo
    2027-06-01 access add HubSpot --owner Zoé
    2027-06-01 transition plan --contract-end 2028-01-30
    """,
    {
        "2028-02-01 transition plan": ["+7 days, 6 Feb 2028", "+30 days, 29 Feb 2028",
                                       "+90 days, 29 Apr 2028"],
        "2028-02-01 export calendar": ["VALUE=DATE:20280206", "VALUE=DATE:20280229",
                                       "VALUE=DATE:20280429", "no: ≈"],
        "2028-02-05 check": ["no: after-exit"],
        "2028-02-06 check": ["make the after-exit checks"],
        "2028-02-29 screen 7": ["The CMO has left"],
    },
)  # fmt: skip

# A target reached stays reached, the next is missed: 65 on 31 March, of 60; 55 on 30 June, of 100.
# (55 − 50) ÷ (150 − 50) = 5 % of the last. What is read twice in a day is what was said last.
TARGETS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role cmo
    2026-01-05 kpi add mql --baseline 50 --target-3 60 --target-6 100 --target-12 150
    2026-01-05 kpi add win-rate --baseline 20% --target-6 25%
    2026-03-31 kpi read mql 70
    2026-03-31 kpi read mql 7
    2026-04-10 kpi read mql 65 --date 2026-03-31
    2026-06-30 kpi read mql 55
    2026-03-31 kpi read win-rate 22.5%
    """,
    {
        "2026-07-06 export kpis": ["reached: 65 on 31 March 2026", "missed: 55 on 30 June 2026",
                                   "| 50 | 55 | 150 by 5 January 2027 | 5% |", "no: | 7 |"],
        "2026-07-01 kpi status": ["20% → 22.5% · 25% by 5 July 2026 · 50%", "pace 0.51"],
        "2026-07-06 kpi status": ["50 → 55 · 150 by 5 January 2027 · 5%", "✗ off track"],
        "2026-07-06 export kpis --format csv": ["2026-03-31,mql", ",65,count", "no: ,7,count"],
        "2026-07-06 export report --month 2026-06": ["| 55 | — | 100 |"],
        "2026-07-06 screen 4": ["off track", "5%"],
    },
    {"2026-07-06 kpi read mql 70 --date 2026-08-01": "has not come yet",
     "2026-07-06 kpi add z --name Z --unit count --kind increase --baseline 0 --target-6 0": "0"},
)  # fmt: skip

# The sign of what is our own rule of thumb is explained wherever it is read.
SIGNS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role cmo
    2026-01-05 frame situation launch
    2026-01-05 frame cost --day-rate 1000 --phase 1x10 --save
    """,
    {
        "2026-01-06 document export strategy": [" ≈ ", "≈ our rule of thumb"],
        "2026-01-06 frame situation": ["≈ our rule of thumb"],
        "2026-01-06 frame cost": ["≈ our rule of thumb"],
        "2026-01-06 export calendar": ["no: ≈"],
    },
)

MISSIONS = named(globals())
