"""One thing that `coach doctor` looked at."""

from typing import NamedTuple


class DoctorFinding(NamedTuple):
    """`wrong` ends the command with 1; what is only worth knowing does not."""

    text: str
    wrong: bool = False
