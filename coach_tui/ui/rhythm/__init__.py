"""The rhythm on the screen: `rows`, `occurrence_rows`, `days_curve`.

May import every room but `cli`, and Textual.
"""
