"""What expires: by when to act, what is decided of it, what the register and the contract offer."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest

from coach_tui.coach.transition.expiring import as_line, gather, proposals
from coach_tui.engagement.access.change import add_access, set_access
from coach_tui.engagement.context import tell
from coach_tui.engagement.profile import amend
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.expiry import (
    Expiry,
    drop_expiry,
    expiries_of,
    set_expiry,
)
from coach_tui.exports.transition.expiries import expiry_list
from coach_tui.language import Words
from tests.engagement.kpi_mission import reason, recorded

TODAY = date(2026, 3, 2)


def expiring(**fields: object) -> Engagement:
    said = {"what": "example.com", "day": TODAY + timedelta(days=90), **fields}
    return recorded(Engagement(), set_expiry(Engagement(), "e1", said, TODAY))


def line(known: Engagement, identity: str = "e1") -> Expiry:
    return expiries_of(known)[identity]


@pytest.mark.parametrize(
    ("days", "notice", "ends", "near", "passed"),
    [
        (61, None, "", False, False),
        (60, None, "", True, False),
        (0, None, "", True, False),
        (-1, None, "", False, True),
        (150, 90, "", True, False),  # it is decided by its notice, 60 days from now
        (151, 90, "", False, False),
        (89, 90, "", False, True),  # the notice has gone by, the day has not come
        (30, None, "renew", False, False),
        (-1, None, "renew", False, True),  # renewed: its next day is to write
        (30, None, "end", False, False),
        (-30, None, "end", False, False),
    ],
)
def test_a_line_is_near_or_passed_by_its_last_day_to_act(days, notice, ends, near, passed):
    said = {"day": TODAY + timedelta(days=days), "notice": notice, "ends": ends}
    found = line(expiring(**said))
    assert (found.near(TODAY), found.passed(TODAY)) == (near, passed)


def test_a_line_without_a_day_is_listed_and_asks_for_nothing():
    found = line(expiring(day=None))
    assert (found.near(TODAY), found.passed(TODAY), found.left(TODAY)) == (False, False, None)


def test_a_day_of_the_past_is_one_and_a_year_gone_wrong_is_not():
    assert line(expiring(day=date(2025, 1, 1))).passed(TODAY)
    cases = {
        "refusal.expiry.no-name": {"what": " "},
        "refusal.field.far-day": {"day": date(9999, 1, 1)},
        "refusal.field.count": {"notice": 731},
        "refusal.field.choice": {"kind": "wine"},
        "refusal.field.money": {"cost": -1},
    }
    for why, fields in cases.items():
        said = {"what": "x", **fields}
        assert reason(set_expiry(Engagement(), "e", said, TODAY)) == why


def test_another_day_is_another_term_to_decide():
    known = expiring(ends="renew")
    known = recorded(known, set_expiry(known, "e1", {"day": date(2027, 6, 1)}, TODAY))
    assert line(known).ends == ""
    kept = recorded(known, set_expiry(known, "e1", {"ends": "end", "owner": "Zoé"}, TODAY))
    same = recorded(kept, set_expiry(kept, "e1", {"day": date(2027, 6, 1)}, TODAY))
    assert line(same).ends == "end"


def test_a_line_is_taken_off():
    known = expiring()
    assert not expiries_of(recorded(known, drop_expiry(known, "e1")))
    assert reason(drop_expiry(known, "other")) == "refusal.expiry.unknown"


def test_three_hundred_lines_come_in_the_order_to_act_on_them():
    known = Engagement()
    for place in range(300):
        said = {
            "what": f"n{place}",
            "day": TODAY + timedelta(days=300 - place),
            "notice": place % 9,
        }
        known = recorded(known, set_expiry(known, f"e{place}", said, TODAY))
    days = [each.act_by for each in expiries_of(known).values()]
    assert len(days) == 300
    assert days == sorted(days, key=lambda day: day or date.max)


def test_the_register_the_contract_and_the_papers_fill_the_list_in_one_gesture():
    known = recorded(Engagement(), amend(Engagement(), {"planned_end": date(2026, 12, 1)}))
    known = recorded(known, tell({"certificate_on": date(2026, 1, 5)}))
    for identity, fields in {
        "crm": {"tool": "HubSpot", "category": "crm", "owner": "Zoé"},
        "site": {"tool": "example.com", "category": "site", "planned_end": date(2026, 9, 1)},
        "gone": {"tool": "Old", "category": "seo"},
    }.items():
        known = recorded(known, add_access(known, identity, fields, TODAY))
    known = recorded(known, set_access(known, "gone", {"na_reason": "unused"}, TODAY))
    offered = proposals(known)
    assert [(each.origin, each.kind) for each in offered] == [
        ("engagement:planned_end", "contract"),
        ("context:certificate_on", "compliance"),
        ("access:crm", "subscription"),
        ("access:site", "domain"),
        ("access-end:site", "access"),
    ]
    assert offered[1].day == date(2026, 7, 6)
    numbers = count(1)
    lines = [as_line(each, f"n{next(numbers)}", each.name or each.key) for each in offered]
    listed = recorded(known, gather(known, lines, TODAY))
    assert [each.what for each in expiries_of(listed).values()] == [
        "vigilance", "example.com", "contract",
    ]  # fmt: skip
    assert [each.origin for each in proposals(listed)] == ["access:crm", "access:site"]
    assert reason(gather(listed, [], TODAY)) == "refusal.expiry.none-dated"


def test_of_a_site_its_name_is_a_domain_and_what_it_is_made_with_is_a_subscription():
    names = (
        "acme.fr", "acme.fr (OVH)", "www.acme.co.uk", "https://acme.fr/", "société-été.fr",
        "Domain name", "Nom de domaine", "Noms de domaine acme", "DNS acme", "OVH", "OVHcloud",
        "OVH Cloud (acme.fr)", "Gandi", "gandi.net", "Ionos", "GoDaddy", "Namecheap",
        "Cloudflare Registrar",
    )  # fmt: skip
    tools = (
        "Next.js", "Node.js (blog)", "WordPress", "WordPress.com", "acme.wordpress.com", "Webflow",
        "Webflow.com (acme.fr)", "ASP.NET", "WordPress 6.4", "Hébergement OVH",
    )  # fmt: skip
    for tool in (*names, *tools):
        fields = {"tool": tool, "category": "site"}
        (offered,) = proposals(recorded(Engagement(), add_access(Engagement(), "x", fields, TODAY)))
        assert offered.kind == ("domain" if tool in names else "subscription"), tool


def test_the_day_it_expires_is_said_where_it_is_not_the_last_to_act() -> None:
    for language, said in (("en", "expires on 31 May 2026"), ("fr", "expire le 31 mai 2026")):
        words = Words("fr" if language == "fr" else "en")
        (told,) = expiry_list(expiring(notice=30), words, TODAY)
        assert said in told
        (told,) = expiry_list(expiring(), words, TODAY)
        assert said not in told
