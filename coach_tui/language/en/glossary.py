"""The glossary."""

WORDS = {
    "glossary.title": "Glossary",
    "glossary.placeholder": "Type a word…",
    "glossary.nothing": "Nothing of that name.",
    "glossary.here": "Words of this step",
}
