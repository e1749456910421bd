"""The interface's words in French, one module a subject."""
