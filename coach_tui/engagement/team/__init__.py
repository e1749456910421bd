"""The team: `people`, `skills`, `levels`; `cover`, the autonomy index; `entrustment`, `plan`, what
is agreed with each; `absence`; `facts`, what it proves of the playbook's steps.

May import `language` and the rest of `engagement`: no clock, no file.
"""
