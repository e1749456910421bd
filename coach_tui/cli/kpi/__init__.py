"""The commands on KPIs: `follow` and `objectives` record, `limits` shows one whole, `importing`
takes a spreadsheet in; `rows` and `as_json` are how one is written out. They may import every
other room; none imports them.
"""
