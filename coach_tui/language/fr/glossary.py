"""Le glossaire."""

WORDS = {
    "glossary.title": "Glossaire",
    "glossary.placeholder": "Tapez un mot…",
    "glossary.nothing": "Rien de ce nom.",
    "glossary.here": "Les mots de cette action",
}
