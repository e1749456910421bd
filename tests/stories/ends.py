"""Missions that ended: early, before the successor came, on time; told as in `figures`."""

from .figures import TRANSITION, Mission, named

# The CMO left on 11 September, in the first of the eight weeks planned from 7 September: seven are
# left out, and everything after is counted from the 11th: five working days to the 18th, +30 on 11
# October, +90 on 10 December. From 5 January 249 days × 2 ÷ 7 = 71.1 planned, in September
# 10 × 2 ÷ 7 = 2.9, 41.1 of them not used.
LEFT_EARLY = Mission(
    TRANSITION.recorded.rstrip()
    + """
    2026-01-05 set day_rate=1000
    2026-01-05 team skills da-reporting
    2026-01-05 rhythm add stand --name Standup --cadence weekly --minutes 60
    2026-06-15 rhythm days 30
    2026-09-11 transition plan --ended 2026-09-11
    """,
    {
        "2026-08-31 rhythm days": ["30 used of 68 planned", "56 days left"],
        "2026-09-10 transition plan": ["This week: This week, the fractional CMO (Max) decides"],
        "2026-09-12 transition plan": [
            "The mission’s end, 11 September 2026, has passed: the overlap is over, 7 weeks",
            "T+1 wk · 11 September 2026: The CMO left",
            "18 September 2026: Accesses removed", "11 October 2026: Check at 30 days",
            "10 December 2026: Check at 90 days", "Week 1, from 7 September 2026",
            "no: This week", "no: Week 2", "no: Decisions change hands", "no: End of the overlap",
            "no: leaves on",
        ],
        "2026-09-30 --lang fr transition plan": [
            "La fin de la mission, le 11 septembre 2026, est passée : le tuilage est terminé",
            "no: Cette semaine", "no: Semaine 2", "no: part le"],
        "2026-09-30 rhythm list": ["run by the CMO until 11 September 2026",
                                   "Ritual load: none any more", "no: h a month",
                                   "30 used of 71.1 planned (42%); the engagement ended in week 36",
                                   "41.14 days not used"],
        "2026-12-01 rhythm days": ["30 used of 71.1 planned (42%)"],
        "2026-09-10 document show weekly-agenda": ["60 minutes · the founder · Max"],
        "2026-09-30 document show weekly-agenda": ["60 minutes · the founder · Ada", "no: Max"],
        "2026-09-30 export handover": ["| Standup | weekly | CMO until 11 Sep 2026 |"],
        "2026-09-30 export report --month 2026-08": ["Days planned: 8.9", "end: 56 days"],
        "2026-09-30 export report --month 2026-09": ["Days planned: 2.9", "41.1 days not used"],
        "2026-10-31 export report --month 2026-10": ["Days planned: —", "41.1 days not used"],
        "2026-09-30 team taper": ["The mission’s end, 11 September 2026, has passed",
                                  "71.1 days · €71,143", "no: stay at", "no: suggested"],
        "2026-09-30 export team": ["The mission’s end, 11 September 2026", "| 71.1 | €71,143 |",
                                   "no: stay at"],
        "2026-09-30 screen 5": ["CMO until 11 Sep 2026", "30 used of 71.1 planned"],
        "2026-09-30 screen 6 t": ["The mission’s end, 11 September 2026", "no: stay at"],
    },
)  # fmt: skip
# The CMO left before the permanent one came: there was nothing to overlap with.
LEFT_BEFORE = Mission(
    TRANSITION.recorded.rstrip() + "\n2026-08-03 transition plan --ended 2026-07-31",
    {
        "2026-08-03 transition plan": ["before the permanent CMO’s first day: there is no overlap",
                                       "T−5 wk · 31 July 2026: The CMO left", "no: Week 1",
                                       "no: Dossier, first version"],
        "2026-09-09 transition plan": ["no: This week", "no: fractional CMO"],
        "2026-09-09 transition readiness": ["The CMO has left", "no: Overlap", "no: no access any"],
    },
)  # fmt: skip
ON_TIME = Mission(
    TRANSITION.recorded.rstrip()
    + """
    2026-01-05 rhythm add stand --name Standup --cadence weekly --minutes 60
    2026-01-05 team skills da-reporting
    """,
    {
        "2026-11-02 transition plan": ["The CMO leaves on 2 November 2026", "Week 8"],
        "2026-11-03 transition plan": ["The mission’s end, 2 November 2026, has passed",
                                       "2 November 2026: End of the overlap", "Week 8",
                                       "no: leaves on", "no: This week"],
        "2026-11-03 rhythm list": ["run by the CMO until 2 November 2026",
                                   "Ritual load: none any more"],
        "2026-11-02 rhythm list": ["run by the CMO", "no: until", "h a month"],
        "2026-11-03 team taper": ["The mission’s end, 2 November 2026, has passed"],
        "2026-11-02 status": ["D+301"],
        "2026-11-03 status": ["past its end, 2 November 2026", "no: D+"],
        "2026-11-03 --lang fr status": ["fin passée, le 2 novembre 2026", "no: J+"],
        "2026-11-02 export handover": ["**Owner**: CMO", "no: **Owner**: CMO until"],
        "2026-11-03 export handover": ["**Owner**: CMO until 2 Nov 2026"],
        "2026-11-02 transition open-loops": ["None listed", "no: press"],
        "2026-11-02 --lang fr transition open-loops": ["Aucun sujet listé", "no: appuyez"],
    },
)  # fmt: skip

# The CMO is one of the team, was to leave on 2 November and left on 31 July, and nobody said so of
# the person. What was theirs is asked for, their contract is over. 207 days × 2 ÷ 7 = 59.1.
CMO_OF_THE_TEAM = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role founder
    2026-01-05 set planned_end=2026-11-02
    2026-01-05 team add Julie
    2026-01-05 team add Max --kind cmo
    2026-01-05 access add HubSpot --owner Max
    2026-01-05 kpi add mql --baseline 40 --owner Max
    2026-05-04 expiry gather
    2026-07-31 transition plan --ended 2026-07-31
    """,
    {
        "2026-07-31 team handover": ["no: Max"],
        "2026-07-31 export report --month 2026-07": ["Days left until the end: 59.1 days"],
        "2026-08-20 team handover": ["Max left on 31 July 2026: 2 things", "access:hubspot"],
        "2026-08-20 team list": ["Max · CMO · left 31 Jul 2026"],
        "2026-08-20 export team": ["Max left on 31 July 2026: 2 things"],
        "2026-08-20 check": ["no: takes over from"],
        "2026-08-20 screen 6": ["Max left on 31 July 2026"],
        "2026-08-20 expiry list": ["31 Jul 2026", "left to end", "no: days left", "no: 2 Nov"],
        "2026-08-20 export handover": ["| 31 July 2026 |", "no: 2 November 2026"],
        "2026-08-20 export report --month 2026-07": ["the engagement has ended: 59.1 days not"],
        "2026-08-20 rhythm days": ["none logged of 59.1 planned; the engagement ended in week 30",
                                   "no: by now"],
    },
)  # fmt: skip

# The CMO is nobody of the team, only the name of who leaves: what that name answers for is asked.
CMO_BY_NAME = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role founder
    2026-01-05 team add Julie
    2026-01-05 access add HubSpot --owner max
    2026-01-05 kpi add mql --baseline 40 --owner Max
    2026-01-05 rhythm add stand --name Standup --cadence weekly --owner Max
    2026-07-31 transition plan --leaving Max --ended 2026-07-31
    2026-08-18 team handover Max kpi:mql --to Julie
    """,
    {
        "2026-07-31 team handover": ["no: Max"],
        "2026-08-19 team handover": ["Max left on 31 July 2026: 2 things", "access:hubspot",
                                     "ritual:stand", "no: kpi:mql"],
        "2026-08-19 --lang fr team handover": ["Max n’est plus là depuis le 31 juillet 2026"],
        "2026-08-19 team list": ["Max · CMO · left 31 Jul 2026", "Julie"],
        "2026-08-19 export team": ["Max left on 31 July 2026: 2 things"],
        "2026-08-19 screen 6": ["Max left on 31 July 2026"],
    },
)  # fmt: skip

MISSIONS = named({name: each for name, each in globals().items() if name != "TRANSITION"})
