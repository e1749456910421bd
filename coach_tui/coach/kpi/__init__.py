"""KPIs as they are read: `overview` joins them with the catalogue, `month` tells of one month,
`frame_fields` are their settings as typed, `names` what a spreadsheet may call them.

May import `engagement`, `playbook`, `language` and the rest of `coach`.
"""
