"""What happened: what a person decides becomes changes, and changes fold into what is known.

    change, state   a gesture's effect on one thing; everything known, folded from them
    fields          a record declared once; `field_refusals`: why one of its fields can't be
    gesture         several decisions as one, all or nothing
    profile, step   the mission's own frame; what was done of a step (`set_status` is a tick)
    history, order  who did what, undoing it, and where a change belongs in time
    proof           what in the records shows that a step was done
    access, kpi, rhythm, team, framing, transition, documents   one folder a subject: its
                    records, its rules, its decisions `(engagement, answers) → changes | Refusal`

Pure: no clock, no file, no playbook. Why something is refused is a word key here
(`refusal.kpi.no-movement`); its sentence is in `language/`, under the same subject.
"""
