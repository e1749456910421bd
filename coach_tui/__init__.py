"""Coach: from framing the need of a fractional CMO to handing over to a permanent one."""

__version__ = "0.1.0"
