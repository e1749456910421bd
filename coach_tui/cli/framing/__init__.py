"""The commands of framing: `answers` (need, fit, situation, model), `cost`, `candidates`,
`contract`. They may import every other room; none imports them.
"""
