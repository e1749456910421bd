"""The interface's words in English, one module a subject."""
