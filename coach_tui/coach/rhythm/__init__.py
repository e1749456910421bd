"""The rhythm, looked at: `overview`, what comes next and what it weighs; `beginning` rituals;
`agreed`, changing the days counted from; `month` and `reports`, what a month's report is made of;
`done_on`, the day each step came to be done.

May import `engagement`, `playbook`, `language` and the rest of `coach`.
"""
