"""The commands of the rhythm: `rituals` and `log`, `decisions` and promises, `meetings`, the
month's `report`. They may import every other room; none imports them.
"""
