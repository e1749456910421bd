"""Two people, two machines: what the app does of it.

exchanging  beside the screens: taking in and pushing, never in the way of a gesture
asking      the forms: share, join, renew, stop, send, receive
"""
