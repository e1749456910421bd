"""The engagements screen."""

WORDS = {
    "engagements.where": "One file each, in {folder}",
    "engagements.archived": "put away",
}
