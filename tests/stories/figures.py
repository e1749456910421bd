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
        "2026-08-31 check": ["Rituals take 50% of the contracted time", "Reason kept: summer"],
        "2026-08-31 export team": ["| 5 January 2026 | 3 | 93 |", "| 10 August 2026 | 1 | 7 |",
                                   "the two-week absence test is not passed"],
        "2026-08-31 screen 5": ["19 days left", "50.0%"],
        "2026-08-31 screen 6 t": ["10 August 2026", "Reason kept: summer"],
    },
    {"2026-08-31 set days_per_week=0.5 --since 2026-09-01": "the reason is kept",
     "2026-08-31 set days_per_week=2 --since 2026-10-05": "end"},
)  # fmt: skip

# Two days a week over 26 weeks, in week 18: 36 planned of 52. 22 ÷ 36 = 61 %; 50.5 ÷ 36 = 140 %.
UNDER = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role cmo
    2026-01-05 set planned_end=2026-07-06
    2026-03-31 rhythm days 22
    """,
    {
        "2026-05-11 rhythm days": ["22 used of 36 planned by now (61%): under the plan",
                                   "30 days left", "last until week 43, after the end (week 26)"],
        "2026-05-11 check": ["61% of the plan to date. Fewer days used than planned"],
        "2026-05-11 export report --month 2026-04": ["Days planned: 8.6", "30 days"],
        "2026-05-11 screen 5": ["61%", "under the plan"],
        "2026-08-10 rhythm days": ["the engagement ended in week 26", "30 days not used"],
    },
)  # fmt: skip
OVER = Mission(
    UNDER.recorded.rstrip() + "\n2026-05-10 rhythm days 28.5",
    {
        "2026-05-11 rhythm days": ["(140%): over the plan", "run out in week 19 of 26"],
        "2026-05-11 check": ["140% of the plan to date. More days used than planned"],
        "2026-05-11 export report --month 2026-05": ["1.5 days"],
        "2026-05-11 screen 5": ["140%", "over the plan"],
    },
)

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
                                            "Need unknown (4 signals seen once)"],
        "2026-06-09 transition signals": ["no: ✓"],
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
        "2026-03-09 check": ["measure the baseline: Demos", "no: fewer days into the contract"],
        "2026-02-04 screen 2 right": ["[x] 4 Feb Measure each KPI’s baseline"],
    },
)

# 3 × 13 + 1 × 31 = 70 days at $1,000: $70,000, above the $60,000 stated.
DECISION = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo
    2026-01-05 set currency=USD day_rate=1000 leadership_budget=60000
    2026-01-05 frame cost --day-rate 1000 --phase 3x13 --phase 1x31 --save
    """,
    {
        "2026-01-06 frame cost": ["70 days × $1,000 = $70,000", "against $60,000"],
        "2026-01-06 export decision": [
            "70 days · **$70,000**",
            "The fee passes the leadership budget stated: $70,000 in a year, against $60,000.",
        ],
        "2026-01-06 check": ["$60,000 a year stated, $70,000 of fees"],
        "2026-01-06 screen 8": ["$70,000"],
    },
    {"2026-01-06 set 'leadership_budget=70 000 €'": "$"},
)

# One day, at three a week: 3 ÷ 7 = 0.4 planned, 1 used.
ONE_DAY = Mission(
    """
    2026-03-02 new Acme --start 2026-03-02 --days-per-week 3 --role cmo
    2026-03-02 set planned_end=2026-03-02
    2026-03-02 rhythm days 1
    """,
    {
        "2026-03-03 rhythm days": ["1 used of 0.4 planned (233%)", "ended in week 1"],
        "2026-03-03 export report --month 2026-03": ["Days planned: 0.4"],
        "2026-03-10 check": ["make the after-exit checks", "no: diagnosis", "no: brief"],
        "2026-03-03 screen 5": ["ended in week 1"],
    },
    {"2026-03-03 set planned_end=2026-03-01": "first day"},
)

# Three days a week, one from week 13 on, three again from week 20: 39 + 7 + 6 = 52 by week 22.
CHANGED_BACK = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo
    2026-04-06 set days_per_week=1 --since 2026-04-06 --why summer
    2026-05-25 set days_per_week=3 --since 2026-05-25 --why launch
    2026-06-07 rhythm days 26
    """,
    {
        "2026-06-08 rhythm days": ["26 used of 52 planned by now (50%)"],
        "2026-06-08 export report --month 2026-05": ["Days planned: 6.4"],
        "2026-06-08 export team": ["| 6 April 2026 | 1 | 7 |"],
        "2026-06-08 check": ["50% of the plan to date"],
        "2026-06-08 screen 5": ["50%"],
    },
)

MISSIONS = {
    name.lower(): mission for name, mission in list(globals().items())
    if isinstance(mission, Mission)
}  # fmt: skip
