"""Advice: `rules`, one module a theme, ask the `situation`; `ranked` puts their answers in order,
`deduplicate` and `in_hand` leave some out; `words`, `blanks` and `record_words` write them, and
`evidence` holds the records behind.

May import `engagement`, `playbook`, `language` and the rest of `coach`.
"""
