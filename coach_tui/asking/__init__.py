"""What is asked of people: each form as a value (its questions, and the decision its answers make).

The app draws a form, `coach walk` asks it line by line: the same questions, the same refusals.
Nothing here knows Textual or a terminal; `desk` and `asker` say what a door must offer.

field, form, sheet   a question; several, with what they decide; one opened at a door
acts                 what doing a step opens; `week`: the moves there are to do
access, kpi, …       the forms of a subject, a module each; some have more (`cost` is of framing,
                     `entrustment` of the team, `expiry` and `rehearsal` of the handover)
kept_answers         what was typed and not saved; `outside_editor`: one's own, for a long text
requesting           asking somebody for what is waited for
"""
