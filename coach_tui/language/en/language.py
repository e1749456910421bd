"""The languages."""

WORDS = {"language.fr": "français", "language.en": "English"}
