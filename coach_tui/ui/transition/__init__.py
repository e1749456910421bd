"""The handover on the screen: `rows`, its parts; `reading`, what each says; `expiries`,
`rehearsal`.

May import every room but `cli`, and Textual.
"""
