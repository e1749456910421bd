"""The access register: `record`, a line, and the rule on the CMO as its sole owner; `change` and
`steps` decide; `flags`, what is wrong with a line; `facts`, what it proves of the playbook's steps.

May import `language` and the rest of `engagement`: no clock, no file.
"""
