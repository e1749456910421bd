"""Missions told by commands about their money and the days it buys, as in `figures`."""

from .figures import Mission, named

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
        "2026-01-06 check": ["$60,000 a year stated, $70,000 in fees"],
        "2026-01-06 screen 8": ["$70,000"],
    },
    {"2026-01-06 set 'leadership_budget=70 000 €'": "$"},
)

# In £: 3 × 13 + 2 × 22 = 83 days at £900: £74,700; ÷ 35 × 44 = £93,909 a year. LTV: 100 × 80 %
# ÷ 2 % = £4,000. Nothing is saved against figures in euros: no saving is said not to compare.
POUNDS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo --currency GBP
    2026-01-05 set planned_end=2026-09-07 day_rate=£900 "leadership_budget=£70,000" revenue=£5M
    2026-01-05 frame cost --day-rate 900 --phase 3x13 --phase 2x22 --save
    2026-01-05 kpi add cac --definition loaded --baseline 4200 --target-12 3000
    2026-01-05 kpi add arpa
    2026-01-05 kpi add gross-margin
    2026-01-05 kpi add churn
    2026-03-31 kpi read cac "£3,800"
    2026-03-31 kpi read arpa 100
    2026-03-31 kpi read gross-margin "80 %"
    2026-03-31 kpi read churn "2 %"
    2026-03-31 rhythm days 31
    2026-01-05 expiry set Domain --kind domain --day 2026-05-01 --cost £120
    """,
    {
        "2026-04-10 check": ["£70,000 a year stated, £74,700 in fees"],
        "2026-04-10 frame cost": ["83 days × £900 = £74,700", "A year at this pace: £93,909",
                                  "write your own in £", "no: like with like"],
        "2026-04-10 frame fit": ["Revenue £2–15M (guide): £5,000,000"],
        "2026-04-10 kpi status": ["£4,200 → £3,800 · £3,000", "£100 × 80% ÷ 2% = £4,000",
                                  "£3,800 ÷ (£100 × 80%) = 47.5 months"],
        "2026-04-10 export kpis": ["| £4,200 | £3,800 | £3,000 by", "no: €"],
        "2026-04-10 export kpis --format csv": [",3800,£,", "no: €"],
        "2026-04-10 export report --month 2026-03": ["| £3,800 | — | £3,000 |", "no: €"],
        "2026-04-10 export decision": ["83 days · **£74,700** · £7,826 a month", "no: like with"],
        "2026-04-10 export handover --day-rate": ["£70,000", "| £4,200 | £3,800 |", "no: €"],
        "2026-04-10 export page": ["£3,800", "no: €"],
        "2026-04-10 export team": ["| £35,100 |", "| £39,600 |", "no: €"],
        "2026-04-10 rhythm days --clients": ["2026-03-31,Acme,31,,900,27900,GBP"],
        "2026-04-10 expiry list --json": ['"cost": 120'],
        "2026-04-10 screen 4": ["£3,800", "no: €"],
    },
    {"2026-04-10 kpi read cac $3,800": "in £, not in $",
     "2026-04-10 set day_rate=€900": "in £, not in €",
     "2026-04-10 expiry set Domain --cost $120": "in £, not in $"},
)  # fmt: skip
# A full time of one's own, in $: 180,000 × 1.29 + 50,000 = 282,200 a year; × 26 ÷ 44 = 166,755 over
# the same 26 weeks, against 52 × 1,500 = 78,000: 53.2 % less, 40 % of the days.
DOLLARS = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 2 --role cmo --currency CHF
    2026-01-06 set currency=USD day_rate=$1,500
    2026-01-06 frame cost --day-rate 1500 --phase 2x26 --gross 180K --bonus 20K --search 30K --save
    """,
    {
        "2026-02-02 frame cost": ["$166,755 ($282,200 a year, your figures): 53.2% less",
                                  "(40.0%)", "like with like"],
        "2026-02-02 export decision": ["52 days · **$78,000**", "**53.2% less**", "like with like"],
        "2026-02-02 export team": ["| 104 | $156,000 |"],
        "2026-02-02 screen 8": ["$78,000"],
        "2026-02-02 set currency=EUR": ["Amounts now read in €", "nothing was converted"],
    },
    {"2026-02-02 set revenue=CHF3M": "in $, not in CHF"},
)  # fmt: skip

# Three days a week to 28 September, 38 weeks: 114, of which 51 used by July: 63 left. The end moved
# in August to 28 December: 153 − 51 = 102. A rate of 1,000 until 15 August is 222 × 3 ÷ 7 × 1,000 =
# 95,142.86, then 135 × 3 ÷ 7 × 1,200 = 69,428.57: 164,571. July's 20 days stay at 1,000.
MOVED = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo --day-rate 1000
    2026-01-05 set planned_end=2026-09-28
    2026-06-30 rhythm days 31
    2026-07-31 rhythm days 20
    2026-08-15 set planned_end=2026-12-28 day_rate=1200
    2026-09-15 rhythm days 2
    2026-10-15 set planned_end=2026-10-10
    """,
    {
        "2026-07-31 export report --month 2026-07": ["Days left until the end: 63 days"],
        "2026-08-31 export report --month 2026-07": ["Days planned: 13.3",
                                                     "Days left until the end: 63 days"],
        "2026-10-31 export report --month 2026-07": ["Days planned: 13.3",
                                                     "Days left until the end: 63 days"],
        "2026-10-31 export report --month 2026-09": ["Days planned: 12.9",
                                                     "Days left until the end: 100 days"],
        "2026-10-31 export report --month 2026-10": ["ended: 66.1 days not used"],
        "2026-10-31 rhythm days --clients": ["2026-07-31,Acme,20,,1000,20000,EUR",
                                             "2026-09-15,Acme,2,,1200,2400,EUR"],
    },
    {"2026-10-31 set headcount=60 --since 2026-10-01": "--since says",
     "2026-10-31 set day_rate=900 --why less": "--why"},
)  # fmt: skip
MOVED_MEANWHILE = Mission(
    MOVED.recorded[: MOVED.recorded.index("2026-10-15")],
    {
        "2026-09-30 export team": ["| 5 January 2026 | 3 | 153 | €164,571 |"],
        "2026-09-30 team taper": ["153 days · €164,571"],
        "2026-09-30 screen 6 t": ["153 days · €164,571"],
    },
)
# A rate corrected from July on, taken back, then raised from October: each day has its own.
RATE = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo --day-rate 1000
    2026-06-30 rhythm days 4
    2026-07-31 rhythm days 20
    2026-08-15 set day_rate=1300 --since 2026-06-01
    2026-08-16 undo
    2026-08-17 set day_rate=1200 --since 2026-07-01
    2026-09-01 set day_rate=1500 --since 2026-10-01
    2026-10-02 rhythm days 2
    """,
    {
        "2026-10-03 rhythm days --clients": ["2026-06-30,Acme,4,,1000,4000,EUR",
                                             "2026-07-31,Acme,20,,1200,24000,EUR",
                                             "2026-10-02,Acme,2,,1500,3000,EUR"],
        "2026-10-03 history": ["day rate: €1,500, from: 1 October 2026"],
    },
)  # fmt: skip
# A slip set right at once bills nothing, not even what was logged of the month before.
SLIP = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo --day-rate 8000
    2026-01-05 set day_rate=800
    2026-01-05 set day_rate=1000 --since 2026-02-01
    2026-01-06 rhythm days 3 --date 2025-12-15
    2026-02-27 rhythm days 1
    """,
    {
        "2026-03-02 rhythm days --clients": ["2025-12-15,Acme,3,,800,2400,EUR",
                                             "2026-02-27,Acme,1,,1000,1000,EUR"],
    },
)  # fmt: skip
# In another currency, every day is billed in it: at the first rate that was told in it.
OTHER_CURRENCY = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo --day-rate 1000
    2026-02-10 rhythm days 2
    2026-03-05 set currency=GBP day_rate=850
    2026-03-10 rhythm days 1
    2026-04-01 set currency=GBP day_rate=900
    2026-04-10 rhythm days 1
    """,
    {
        "2026-04-11 rhythm days --clients": ["2026-02-10,Acme,2,,850,1700,GBP",
                                             "2026-03-10,Acme,1,,850,850,GBP",
                                             "2026-04-10,Acme,1,,900,900,GBP"],
    },
)  # fmt: skip
# Days agreed anew, phases costed anew: July keeps its own. 100 ÷ 38 × 31 ÷ 7 = 11.7, then half.
AGREED = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo
    2026-01-05 rhythm days --agreed 100 --weeks 38
    2026-07-31 rhythm days 20
    2026-08-15 rhythm days --agreed 50 --weeks 38
    """,
    {
        "2026-08-31 export report --month 2026-07": ["Days planned: 11.7", "end: 80 days"],
        "2026-08-31 export report --month 2026-08": ["Days planned: 5.8", "end: 30 days"],
    },
)
PHASES = Mission(
    """
    2026-01-05 new Acme --start 2026-01-05 --days-per-week 3 --role cmo
    2026-01-05 set planned_end=2026-09-28
    2026-01-06 frame cost --day-rate 1000 --phase 3x38 --save
    2026-07-31 rhythm days 20
    2026-08-15 frame cost --day-rate 1200 --phase 1x38 --save
    """,
    {
        "2026-08-31 export report --month 2026-07": ["Days planned: 13.3", "end: 94 days"],
        "2026-08-31 export report --month 2026-08": ["Days planned: 4.4", "end: 18 days"],
    },
)

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
        "2026-06-08 export report --month 2026-05": [
            "Days planned: 6.4",
            "days of a year: no end is recorded",
        ],
        "2026-06-08 export team": ["| 6 April 2026 | 1 | 7 |"],
        "2026-06-08 check": ["50% of the plan to date"],
        "2026-06-08 screen 5": ["50%"],
    },
)

MISSIONS = named(globals())
