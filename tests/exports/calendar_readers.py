"""Other programs' readers of calendars, each following the time zone as the file describes it.

Every zone is given a name that no program's own tables know, so that only the file can tell.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache

import vobject
from icalendar import Calendar

Reader = Callable[[str, Sequence[datetime]], list[float]]

ICAL_JS = """
const ICAL = require('ical.js'), lib = ICAL.default || ICAL;
const {text, days} = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const zone = new lib.Timezone(new lib.Component(lib.parse(text)).getFirstSubcomponent('vtimezone'));
const hours = days.map(day => zone.utcOffset(lib.Time.fromString(day)) / 3600);
console.log(JSON.stringify(hours));
"""


def unknown(text: str, zone: str) -> str:
    """The same calendar in a zone of an unknown name: some readers keep zones by their name."""
    name = f"As the file says of {zone.replace('/', ' ')}"
    return text.replace(f"TZID={zone}:", f'TZID="{name}":').replace(f"TZID:{zone}", f"TZID:{name}")


def icalendar_hours(text: str, days: Sequence[datetime]) -> list[float]:
    """Hours from UTC at these local times, by icalendar."""
    zone = Calendar.from_ical(text).timezones[0].to_tz(lookup_tzid=False)
    return [_hours(day.replace(tzinfo=zone)) for day in days]


def vobject_hours(text: str, days: Sequence[datetime]) -> list[float]:
    """The same by vobject."""
    start = vobject.readOne(text).vevent.dtstart.value
    return [_hours(day.replace(tzinfo=start.tzinfo)) for day in days]


def ical_js_hours(text: str, days: Sequence[datetime]) -> list[float]:
    """The same by ical.js, which Thunderbird and Nextcloud use."""
    asked = json.dumps({"text": text, "days": [day.isoformat() for day in days]})
    found: list[float] = json.loads(_node(ICAL_JS, asked))
    return found


def readers() -> dict[str, Reader]:
    """Those that are installed here."""
    found: dict[str, Reader] = {"icalendar": icalendar_hours, "vobject": vobject_hours}
    return {**found, "ical.js": ical_js_hours} if has_ical_js() else found


@cache
def has_ical_js() -> bool:
    """Whether node is here, and finds ical.js (npm install --global ical.js)."""
    try:
        return bool(_node("require('ical.js'); console.log('here')"))
    except (OSError, subprocess.CalledProcessError):
        return False


def _node(script: str, given: str = "") -> str:
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node")
    paths = [os.environ.get("NODE_PATH", "")]
    if npm := shutil.which("npm"):
        paths.append(subprocess.run([npm, "root", "-g"], capture_output=True, text=True).stdout)
    env = {**os.environ, "NODE_PATH": os.pathsep.join(path.strip() for path in paths)}
    command = [node, "-e", script]
    ended = subprocess.run(
        command, input=given, capture_output=True, text=True, check=True, timeout=60, env=env
    )
    return ended.stdout


def _hours(moment: datetime) -> float:
    return (moment.utcoffset() or timedelta()).total_seconds() / 3600
