"""The handover: `record` and `plan`, its dates; `signals`; `taker`; what is handed over:
`dossier`, `contacts`, `loops`, `expiry`; `rehearsal`; `exit`, after it.

May import `language` and the rest of `engagement`: no clock, no file.
"""
