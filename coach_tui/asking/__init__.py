"""What is asked of people: each form as a value (its questions, and the decision its answers make).

The app draws a form, `coach walk` asks it line by line: the same questions, the same refusals.
Nothing here knows Textual or a terminal; `desk` says what a door must offer.
"""
