"""Which language to speak when nobody has said."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

from coach_tui.language import LANGUAGES, Language

DEFAULT: Language = "en"


def detect(env: Mapping[str, str], platform: str = sys.platform) -> Language:
    """$COACH_LANG, then the locale variables, then what the system says, then English."""
    for tag in (env.get("COACH_LANG", ""), *_locale_tags(env), *_system_tags(env, platform)):
        if language := _spoken(tag):
            return language
    return DEFAULT


def _spoken(tag: str) -> Language | None:
    code = tag.replace("_", "-").split(".")[0].split("@")[0].split("-")[0].lower()
    return next((language for language in LANGUAGES if language == code), None)


def _locale(env: Mapping[str, str]) -> str:
    return next((env[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)), "")


def _locale_tags(env: Mapping[str, str]) -> Iterator[str]:
    locale = _locale(env)
    if locale.split(".")[0] in ("", "C", "POSIX"):
        return  # gettext too ignores LANGUAGE in the C locale
    yield from env.get("LANGUAGE", "").split(":")
    yield locale


def _system_tags(env: Mapping[str, str], platform: str) -> Iterator[str]:
    if _locale(env):
        return  # someone chose a locale, if only C: asking the system would overrule them
    if platform == "win32":
        yield _windows_tag()
    elif platform == "darwin":
        import subprocess  # noqa: PLC0415 (macOS only)

        asked = ["/usr/bin/defaults", "read", "-g", "AppleLanguages"]
        try:
            answer = subprocess.run(asked, capture_output=True, text=True, timeout=1)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            return
        yield from (word.strip(' ",\n') for word in answer.stdout.strip("()\n ").split(","))


def _windows_tag() -> str:
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 (Windows only)
    import locale  # noqa: PLC0415

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
