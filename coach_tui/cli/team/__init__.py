"""The commands on the team: `levels` and who can do what, `entrust`, `stepping_back` of the CMO,
`handover` of people who leave; `rows`: how a skill is written out. They may import every other
room; none imports them.
"""
