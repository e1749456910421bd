"""The engagements screen."""

WORDS = {
    "engagements.edit": "The engagement’s frame",
    "engagements.where": "One file each, in {folder}",
    "engagements.archived": "put away",
    "engagements.gone": "file gone",
    "engagements.back": "Bring {company} back?",
    "engagements.back-yes": "Bring back",
}
