"""The handover, worked out: `handover` counts the records, `verdict` says what to do, `overlap`
who decides when; `dossier_parts`, `rehearsing`, `expiring`; `leaving` with gates unmet,
`after_exit`.

May import `engagement`, `playbook`, `language` and the rest of `coach`.
"""
