"""The figures of the invented company behind every example, month by month, and what follows.

Sitavel's engagement began on 7 January 2025; the lists go from October 2024 to December 2025, three
months before it and its twelve. Amounts in thousands of euros unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LAST: Final = 14  # December 2025
BEFORE: Final = 2  # December 2024, the month before the first
APRIL, MAY, OCTOBER = 6, 7, 12

MQL: Final = (48, 52, 44, 50, 46, 29, 33, 38, 41, 36, 24, 45, 52, 49, 38)
SQL: Final = (9, 10, 8, 9, 9, 10, 12, 15, 16, 14, 9, 18, 21, 20, 16)
BY_SALES: Final = (8, 9, 7, 8, 8, 7, 7, 6, 7, 6, 4, 8, 8, 7, 6)  # opportunities sales found alone
WON: Final = (4, 3, 4, 3, 3, 4, 4, 5, 5, 5, 3, 6, 6, 6, 7)
LOST: Final = (14, 13, 12, 11, 12, 12, 13, 15, 14, 14, 8, 16, 15, 17, 15)
CHURNED: Final = (2, 1, 2, 2, 2, 2, 1, 2, 1, 2, 1, 1, 2, 1, 2)
# Average opportunity at opening, average new contract, average contract lost.
OPENED_AT: Final = (
    14.8, 15.0, 14.7, 14.9, 14.8, 15.0, 15.1, 15.1, 15.2, 15.2, 15.0, 15.3, 15.4, 15.4, 15.5,
)  # fmt: skip
SIGNED_AT: Final = (
    14.2, 14.1, 14.3, 14.2, 14.4, 14.4, 14.6, 14.7, 14.8, 14.9, 14.8, 15.1, 15.2, 15.2, 15.3,
)  # fmt: skip
LOST_AT: Final = (
    12.6, 13.1, 12.4, 12.9, 12.5, 13.0, 12.2, 12.7, 13.1, 12.6, 12.0, 12.8, 12.5, 12.9, 12.6,
)  # fmt: skip
EXPANSION: Final = (16, 15, 19, 14, 15, 19, 17, 20, 23, 19, 14, 25, 26, 25, 31)
CONTRACTION: Final = (5, 4, 5, 5, 6, 4, 4, 4, 3, 4, 3, 4, 3, 4, 4)
RESPONSE: Final = (25, 27, 26, 26, 22, 13, 9, 6, 5, 5, 7, 4, 3, 3, 2.5)  # working hours, median

SALES_PAY: Final = (*[37.8] * 12, *[42.0] * 3)
MARKETING_PAY: Final = (*[8.2] * 11, *[13.4] * 4)
PERMANENT: Final = (*[0.0] * 13, 12.9, 12.9)
AGENCY: Final = (*[4.5] * 9, *[2.8] * 6)
MEDIA: Final = (7.4, 7.4, 7.2, 5.0, 4.0, 5.5, 6.0, 6.5, 6.5, 6.0, 4.0, 7.0, 8.0, 7.5, 6.0)
EVENTS: Final = (1.0, 14.2, 0.8, 1.0, 1.5, 3.0, 2.0, 1.5, 2.5, 1.5, 0.5, 3.0, 4.0, 2.5, 2.0)
TOOLS: Final = (*[1.7] * 11, *[1.9] * 4)
DAYS: Final = (0, 0, 0, 8, 8.5, 8, 9, 8.5, 8, 9, 4, 9, 7, 6.5, 2)
PLANNED: Final = (0, 0, 0, 8, 8, 8, 9, 8, 8, 9, 4, 9, 7, 6.5, 2)
RATE, MARGIN, COMMISSION = 1.1, 0.78, 0.06


def _three(each: Sequence[float], month: int) -> float:
    return sum(each[month - 2 : month + 1])


FEE: Final = tuple(round(days * RATE, 2) for days in DAYS)
COMMISSIONS: Final = tuple(
    round(COMMISSION * won * at, 1) for won, at in zip(WON, SIGNED_AT, strict=True)
)
COST: Final = tuple(
    round(sum(month), 1)
    for month in zip(
        SALES_PAY, COMMISSIONS, MARKETING_PAY, FEE, PERMANENT, AGENCY, MEDIA, EVENTS, TOOLS,
        strict=True,
    )
)  # fmt: skip
PIPELINE: Final = tuple(round(n * at) for n, at in zip(SQL, OPENED_AT, strict=True))
RATE_TO_SQL: Final = tuple(round(100 * s / m, 1) for s, m in zip(SQL, MQL, strict=True))
# From December 2024 on: over three months, none before.
CAC: Final = (0, 0, *(round(1000 * _three(COST, m) / _three(WON, m)) for m in range(2, 15)))
WIN: Final = (
    0.0, 0.0,
    *(round(100 * _three(WON, m) / (_three(WON, m) + _three(LOST, m)), 1) for m in range(2, 15)),
)  # fmt: skip


def customers(month: int) -> int:
    """How many at the month's end: 215 at the end of 2024, then those won less those lost."""
    after = range(BEFORE + 1, month + 1)
    return 215 + sum(WON[m] - CHURNED[m] for m in after)


def arr(month: int) -> float:
    """Recurring revenue at the month's end: 3,096.0 at the end of 2024, then what moved it."""
    after = range(BEFORE + 1, month + 1)
    moved = (
        round(WON[m] * SIGNED_AT[m], 1)
        + EXPANSION[m]
        - CONTRACTION[m]
        - round(CHURNED[m] * LOST_AT[m], 1)
        for m in after
    )
    return round(3096.0 + sum(moved), 1)


def payback(month: int) -> float:
    """Months of margin that earn the full CAC back."""
    a_month = arr(month) / customers(month) * 1000 / 12 * MARGIN
    return round(CAC[month] / a_month, 1)
