"""The access register as it is read (`overview`): its lines, their flags, what an end today costs.

`granting` is who can grant one.

May import `engagement`, `playbook`, `language` and the rest of `coach`.
"""
