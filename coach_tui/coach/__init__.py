"""What next: pure functions over the playbook, the engagement and the day.

plan, due       every step with its state and its day
moves           what one person can do now, in order: the week (`moves/found`)
advice          what the coach says of it: `advice/rules`, one module a theme, each rule's
                words in `content/advice`; `advice/evidence`: the records behind it
readiness       how ready the function is to be handed over, and its gates
acts, done_when   what doing a step is, and what shows that it is done; `none_here`, that there
                  is nothing to do it on
typed           a declared field as people type it and read it, the same at every door
access, kpi, rhythm, team, transition   what follows from one subject's records
"""
