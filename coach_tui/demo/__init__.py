"""An invented engagement to look at: a company of thirty, two juniors, the fourth month.

It is written into a folder of its own and thrown away with it: never into anyone's real home.
"""

from coach_tui.demo.mission import make_demo

__all__ = ["make_demo"]
