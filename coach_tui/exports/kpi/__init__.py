"""KPIs out: `sheet`, `readings_out`, `month_rows`, `chart`; in words: `targets`, `limits`. And
readings in: `columns`, `readings_in`, `doubts`, then `importing`, told by `import_words`.

May import `coach` and what lies below it: no file, no screen.
"""
