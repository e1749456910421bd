"""The demo's fourteen tools: who opened them, who owns them, how they are closed."""

from datetime import timedelta
from typing import Any, Final, NamedTuple

from coach_tui.demo.recorder import CMO, Recorder
from coach_tui.engagement.access.change import add_access, set_access

OPS: Final = "ops/Aurélie"


class Tool(NamedTuple):
    """A line of the ledger: its catalogue id, tool, category, and what makes it interesting.

    verified  month and day of the first time the CMO was seen to enter.
    second    the day a second administrator was named, where there was only one.
    mine      in the CMO's own name, until it is transferred in December.
    then      who owns it from that day on, where it was given to somebody who came later.
    """

    catalogue: str
    tool: str
    category: str
    owner: str
    critical: bool = False
    verified: tuple[int, int] = (1, 9)
    second: tuple[int, int] | None = None
    mine: bool = False
    wide: bool = False
    then: tuple[str, tuple[int, int]] | None = None


TOOLS: Final = (
    Tool("hubspot", "HubSpot", "crm", "Lucas Perrot", critical=True, verified=(1, 7)),
    Tool("google-analytics", "Google Analytics 4", "analytics", "Lucas Perrot", True, (1, 7)),
    Tool("search-console", "Search Console", "analytics", "Lucas Perrot", True, (1, 7)),
    Tool("tag-manager", "Tag Manager", "analytics", "Lucas Perrot", True, (1, 16), (1, 16)),
    Tool("metabase", "Metabase", "reporting", "Aurélie Bonnin", True, mine=True),
    Tool("google-ads", "Google Ads", "ads", "Lucas Perrot", False, (1, 14), (3, 12)),
    Tool("linkedin-ads", "LinkedIn Campaign Manager", "ads", "Lucas Perrot", wide=True),
    Tool("linkedin-page", "LinkedIn", "ads", "Inès Taleb", False, (1, 14), (3, 14)),
    Tool("webflow", "Webflow", "site", "Inès Taleb", then=("Maud Ferrier", (9, 12))),
    Tool("zapier", "Zapier", "automation", "Lucas Perrot", False, (2, 20), mine=True),
    Tool("slack", "Slack", "collaboration", "Aurélie Bonnin", False, (1, 7)),
    Tool("notion", "Notion", "collaboration", "Aurélie Bonnin", False, (1, 7)),
    Tool("shared-drive", "Google Drive", "collaboration", "Aurélie Bonnin", False, (1, 7)),
    Tool("semrush", "Semrush", "seo", "Lucas Perrot", False, (8, 19), (12, 31)),
)


def tell_accesses(story: Recorder) -> None:
    """Asked for before the first day, tested on it; four days late for one, a second asked later.

    One tool keeps one administrator to the end, which is accepted.
    """
    for tool in TOOLS:
        _open(story, tool)
        _close(story, tool)


def _open(story: Recorder, tool: Tool) -> None:
    verified = story.day(*tool.verified)
    early = tool.verified < (2, 1)
    asked = story.day(12, 26, 2024) if early else verified - timedelta(days=25)
    fields: dict[str, Any] = {
        "tool": tool.tool,
        "catalogue": tool.catalogue,
        "category": tool.category,
        "critical": tool.critical,
        "owner": tool.owner,
        "admins": 1 if tool.second else 2,
        "granter": "Aurélie Bonnin",
        "requested_role": story.say("role-editor"),
        "requested_on": asked,
        "cmo_owns": tool.mine,
        "personal_data": tool.category == "crm",
    }
    engagement, name = story, tool.catalogue
    story.on(asked, lambda: add_access(engagement.engagement, name, fields, story.today), OPS)
    granted = max(verified - timedelta(days=5), asked)
    opened: dict[str, Any] = {
        "granted_role": story.say("role-admin" if tool.wide else "role-editor"),
        "granted_to": "Julien Astruc",
        "granted_on": granted,
        "more": tool.wide,
    }
    _set(story, granted, name, opened, OPS)
    seen = {"verified_on": verified, "evidence": story.say("login")}
    _set(story, verified, name, seen, CMO)
    if tool.then:
        owner, day = tool.then
        _set(story, story.day(*day), name, {"owner": owner}, OPS)
    if tool.second:
        _set(story, story.day(*tool.second), name, {"admins": 2}, OPS)


def _close(story: Recorder, tool: Tool) -> None:
    name = tool.catalogue
    if tool.mine:
        moved = story.day(12, 2)
        given = {
            "exit": "transfer", "transferred_to": "Aurélie Bonnin", "transferred_on": moved,
            "cmo_owns": False,
        }  # fmt: skip
        _set(story, moved, name, given, OPS)
    leaving, removed, checked = story.day(12, 15), story.day(12, 19), story.day(12, 22)
    _set(story, leaving, name, {"leaving_on": leaving}, OPS)
    _set(story, removed, name, {"removed_on": removed}, OPS)
    gone = {"exit_verified_on": checked, "exit_verified_by": "Sonia Wibaux"}
    _set(story, checked, name, gone, "successor/Sonia")


def _set(story: Recorder, day: Any, access: str, fields: dict[str, Any], actor: str) -> None:
    story.on(day, lambda: set_access(story.engagement, access, fields, story.today), actor)
