"""The access register out and in: `register` (its Markdown, and its CSV with the order of its
columns), `register_in` reads that table back, `import_words` says what it would change.

May import `coach` and what lies below it: no file, no screen.
"""
