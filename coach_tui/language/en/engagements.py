"""The engagements screen."""

WORDS = {
    "engagements.damaged": "can’t be opened",
    "engagements.damaged-about": "The other engagements are not touched by this. In a terminal, this says more (y copies it): {command}",
    "engagements.edit": "The engagement’s settings",
    "engagements.where": "One file each, in {folder}",
    "engagements.archived": "archived",
    "engagements.gone": "file gone",
    "engagements.back": "Bring {company} back?",
    "engagements.back-yes": "Bring back",
    "engagements.evicted": "taken off this disk by a cloud",
}
