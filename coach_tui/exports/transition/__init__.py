"""The handover out: `dossier` and its parts (`dossier_sections`, `dossier_documents`,
`dossier_team`, from `dossier_recorded`); `axes`, `dates`, `lists`, `expiries`; `rehearsal`.

May import `coach` and what lies below it: no file, no screen.
"""
