"""Les langues."""

WORDS = {"language.fr": "français", "language.en": "English"}
