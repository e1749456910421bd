"""The commands of the handover: `dates`, its signals, readiness and plan; `lists`, what is handed
over and what is left open. They may import every other room; none imports them.
"""
