"""What one person can do now: `move` is one, its order and a person's week; `found` collects them
all, from `steps`, `advised`, `returning`, `falling_due`, `own_part`, `mending` and `taking_over`,
each given what is `looked_at`. `settling`: what settles an advice; `wanted`: who is waited for;
`week`: what was done; `dated`: the day of a step.

May import `engagement`, `playbook`, `language` and the rest of `coach`.
"""
