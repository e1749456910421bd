"""The command line itself: words, exit codes, consoles, pipes, errors of ours."""

from __future__ import annotations

import argparse
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coach_tui.cli import argparse_words, parser
from coach_tui.cli.argparse_parser import NEVER_EMPTY
from coach_tui.cli.call import Call
from coach_tui.cli.parser import COMMANDS, SUBJECTS, commands, parser_of
from coach_tui.language import LANGUAGES, Language, Words
from tests.cli.conftest import Coach

NO_BREAK = "\u00a0"
ROOT = Path(__file__).resolve().parents[2]


def shell(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "coach_tui", *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **env},
        timeout=60,
    )


def test_every_command_has_its_help_in_both_languages(coach: Coach) -> None:
    for name, _ in commands():
        for language in LANGUAGES:
            ended = coach(*name.split(), "--help", "--lang", language)
            said, asked = ended.out.replace("\u00a0", " "), (name, language)
            assert (ended.code, ended.err) == (0, ""), asked
            assert "cli." not in said, asked
            assert ("usage :" if language == "fr" else "usage:") in said, asked
            if name:
                about = Words(language)(f"cli.{name.replace(' ', '-')}")
                assert about in ended.out, asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_names_every_command(coach: Coach, language: Language) -> None:
    shown = coach("--help", "--lang", language).out
    assert len(shown.splitlines()) <= 68, "grouped by subject, it stays within two screens"
    told, names = shown.split("\n"), [name for name, _ in commands() if name]
    for name in names:
        subject, _, verb = name.partition(" ")
        if any(re.search(rf"^ {{14}}(.*, )?{name}(,|$)", line) for line in told) and not verb:
            continue  # named with others of one use
        at = next(place for place, line in enumerate(told) if line.startswith(f"  {subject} "))
        assert verb in " ".join(told[at : at + 4]), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_subject_alone_lists_its_commands(coach: Coach, language: Language) -> None:
    words = Words(language)
    for subject in SUBJECTS:
        ended = coach(subject, "--lang", language)
        assert ended.code == 0, subject
        asked = [(name, key) for name, key in commands() if name.startswith(f"{subject} ")]
        assert asked, subject
        for name, key in asked:
            assert re.search(rf"coach {name} +{re.escape(words(key))}", ended.out), name
        assert ended.out in coach("--lang", language, subject, "--help").out
        assert coach(subject, "nothing", "--lang", language).code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stauts"], "status"),
        (["nothing-like-it"], "doctor"),
        (["export", "more"], "export checklist"),
        (["playbook", "more"], "playbook check"),
        (["status", "--frobnicate"], "--frobnicate"),
        (["--frobnicate"], "--frobnicate"),
        (["status", "more"], "more"),
        (["step", "access-crm"], "status"),
        (["step", "access-crm", "finished"], "blocked"),
        (["new", "X"], "--start"),
        (["history", "--limit", "many"], "many"),
        (["status", "--lang", "de"], "fr"),
        (["--home"], "--home"),
    ],
)
def test_misuse_ends_with_2_and_says_what(dupont: Coach, arguments: list[str], said: str) -> None:
    for language in LANGUAGES:
        ended = dupont("--lang", language, *arguments)
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err


def test_misuse_is_said_in_french(dupont: Coach) -> None:
    assert "il manque" in dupont("--lang", "fr", "step", "access-crm").err
    assert "Vouliez-vous dire" in dupont("--lang", "fr", "stauts").err
    assert "pas compris" in dupont("status", "--lang=fr", "--frobnicate").err


def test_argparse_says_nothing_we_have_not_translated() -> None:
    said = set(re.findall(r"_\('((?:[^'\\]|\\.)+)'\)", inspect.getsource(argparse)))
    ours = set(argparse_words.MESSAGES)
    for_programmers = {
        message
        for message in said
        if re.search(
            r"conflicting|cannot |invalid option|dest=|mutually|__call__|not callable|mode %r"
            r"|can't open|'required'|subparser|unknown parser|show this|show program|ambiguous"
            r"|unexpected option|groups are named|invalid conflict|merge|deprecated|\\\\"
            # Since Python 3.13: of what we don't use, and a heading that is filled with ours.
            r"|warning: |default: |subcommands|^%\(heading\)s:$",
            message,
        )
    }
    assert {message.replace("\\n", "\n") for message in said - for_programmers} <= ours


def test_shared_options_go_before_or_after(dupont: Coach, tmp_path: Path) -> None:
    elsewhere = str(tmp_path / "elsewhere")
    for arguments in (["--home", elsewhere, "list"], ["list", f"--home={elsewhere}"]):
        assert dupont(*arguments).out == ""
    assert dupont("--lang", "fr", "status").out == dupont("status", "--lang", "fr").out
    assert dupont("--version").out == dupont("status", "--version").out


@pytest.mark.parametrize(
    ("name", "value"),
    [("COACH_TODAY", "demain"), ("COACH_LANG", "de"), ("COACH_TODAY", "2026-02-31")],
)
def test_a_setting_that_makes_no_sense_is_said_by_its_name(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    ended = dupont("status")
    assert (ended.code, ended.out) == (2, "")
    assert f"${name}" in ended.err
    assert value in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["status", "\x1b[2J"],
        ["\x1b[2J"],
        ["step", "\x1b[2J", "done"],
        ["step", "access-crm", "\x1b[2J"],
        ["status", "-e", "\x1b[2J"],
        ["import", "\x1b[2J"],
        ["status", "--playbook", "\x1b[2J"],
        ["export", "checklist", "--stage", "\x1b[2J"],
    ],
)
def test_what_was_typed_is_said_back_harmlessly(dupont: Coach, arguments: list[str]) -> None:
    ended = dupont(*arguments)
    assert ended.code in (1, 2)
    assert "\x1b" not in ended.out + ended.err


def test_names_of_files_are_shown_harmlessly(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "engagements" / "evil\x1b[2J.json").write_bytes(b"{}")
    for command in ("list", "doctor"):
        ended = dupont(command)
        assert "evil" in ended.out
        assert "\x1b" not in ended.out + ended.err
    monkeypatch.setenv("COACH_TODAY", "\x1b[2J")
    assert "\x1b" not in dupont("status").err


def test_the_language_is_asked_for_then_chosen_then_the_machines(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "dirigeant" in dupont("status").out
    settings = home / "state" / "settings.json"
    settings.write_text(settings.read_text().replace("{", '{"language": "en",', 1))
    assert "founder" in dupont("status").out
    monkeypatch.setenv("COACH_LANG", "fr")
    assert "dirigeant" in dupont("status").out
    assert "founder" in dupont("status", "--lang", "en").out


def test_the_app_without_a_terminal_explains_itself(dupont: Coach) -> None:
    ended = shell("--lang", "fr")
    assert ended.returncode == 2
    assert "terminal" in ended.stderr
    assert ended.stdout == ""


@pytest.mark.parametrize(
    "command", ["status", "today --all", "history --limit 0", "doctor", "--help"]
)
def test_a_closed_pipe_is_no_error(dupont: Coach, command: str) -> None:
    ended = subprocess.run(
        f"{sys.executable} -m coach_tui {command} | true",
        shell=True, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    assert ended.stderr == ""


def test_an_ascii_console_shows_the_nearest_letters(dupont: Coach) -> None:
    dupont("step", "access-crm", "blocked", "--by", "Zoé “Ω”", "--note", "…")
    for command in (["status"], ["today", "--all"], ["history"], ["doctor"], ["--help"], ["list"]):
        ended = shell("--lang", "fr", *command, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert "Traceback" not in ended.stderr
        assert ended.stdout.isascii()
    assert 'Zoe "?": ...' in shell("today", "--all", PYTHONIOENCODING="ascii").stdout
    told = shell("today", "--all", "--json", PYTHONIOENCODING="ascii")
    assert '"by": "Zo\\u00e9 \\u201c\\u03a9\\u201d"' in told.stdout


def test_a_document_is_utf8_whatever_the_console(dupont: Coach) -> None:
    document = shell("export", "checklist", "--lang", "fr", PYTHONIOENCODING="ascii").stdout
    assert "Accueil et accès" in document


def test_leaving_with_ctrl_c_is_quiet(dupont: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Call) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Call, "session", interrupted)
    ended = dupont("status")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_an_error_of_ours_is_one_sentence_and_a_report_without_a_clients_word(
    dupont: Coach, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Call) -> None:
        try:
            int("Dupont & fils")
        except ValueError as error:
            raise RuntimeError("le secret de Dupont") from error

    monkeypatch.setattr(Call, "session", broken)
    ended = dupont("--lang", "fr", "status")
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    assert "Traceback" not in ended.err
    report = home / "state" / "last-error.log"
    assert str(report) in ended.err
    assert "RuntimeError" in report.read_text()
    assert "ValueError" in report.read_text()
    assert "Dupont" not in report.read_text()
    monkeypatch.setenv("COACH_DEBUG", "1")
    with pytest.raises(RuntimeError):
        dupont("status")


def test_where_and_doctor(dupont: Coach, home: Path) -> None:
    told = dupont("where", "--json").json
    assert told["engagements"] == str(home / "engagements")
    assert set(told) == {"engagements", "current", "state", "settings", "report", "playbook"}
    assert str(home / "state") in dupont("where", "--lang", "fr").out
    well = dupont("doctor")
    assert (well.code, "All is well" in well.out) == (0, True), well.out
    (home / "engagements" / "broken.json").write_bytes(b'{"meta":{"1":{"engagement"')
    ill = dupont("doctor", "--lang", "fr")
    assert ill.code == 1
    assert "broken.json" in ill.out


def test_doctor_makes_nothing_in_an_empty_home(coach: Coach, home: Path) -> None:
    assert coach("doctor").code == 0
    assert coach("where").code == 0
    assert coach("list").code == 0
    assert not home.exists()


def test_someones_own_playbook(
    dupont: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine" / "onboarding"
    folder.mkdir(parents=True)
    (folder / "fr.md").write_text(
        "# Chez nous\n<!-- stage: onboarding -->\n\n## Début\n<!-- section: start -->\n\n"
        "### Dire bonjour\n<!-- step: hello | owner: cmo | due: D+1 | essential -->\nBonjour.\n\n"
        "### Sans identifiant\nRien.\n",
        encoding="utf-8",
    )
    ended = dupont("status", "--playbook", str(folder.parent))
    assert "Chez nous" in ended.out
    assert "coach playbook check" in ended.err
    monkeypatch.setenv("COACH_PLAYBOOK", str(folder.parent))
    assert dupont("step", "hello", "done").code == 0
    monkeypatch.delenv("COACH_PLAYBOOK")
    assert "retired: hello" in dupont("export", "checklist").out
    assert dupont("status", "--playbook", str(tmp_path / "nowhere")).code == 1


def test_every_commands_parser_is_built_without_the_others() -> None:
    assert len({name for name, _ in commands()}) == len(parser.COMMANDS)
    assert "" in {name for name, _ in commands()}


def test_a_playbook_is_checked_with_file_and_line(coach: Coach, tmp_path: Path) -> None:
    folder = tmp_path / "onboarding"
    folder.mkdir()
    (folder / "fr.md").write_text("# Sans rien\n", encoding="utf-8")
    ended = coach("playbook", "check", str(tmp_path), "--lang", "fr")
    assert ended.code == 1
    assert re.search(r"onboarding/fr\.md:1: .", ended.out)
    assert "playbook." not in ended.out
    assert coach("playbook", "check", str(tmp_path / "nowhere")).code == 1


SAME_IN_BOTH = {
    "PAGE",
    "URL",
    "CLAUSE",
    "DATE",
    "ID",
    "N",
}  # what is to be typed there is called so in French too


def values_asked(language: Language) -> set[str]:
    """The words in capitals that stand for what is to be typed, of every command."""
    found: set[str] = set()
    for command in parser.COMMANDS:
        built = parser.parser_of(command, Words(language))
        command.add_options(built, Words(language))
        for action in built._actions:
            if isinstance(action.metavar, str):
                found |= set(re.findall(r"\b[A-Z]+(?:=[A-Z]+)?\b", action.metavar))
    return found


def test_what_is_to_be_typed_is_named_in_the_reader_s_language() -> None:
    french, english = values_asked("fr"), values_asked("en")
    assert french & english <= SAME_IN_BOTH
    assert {"NOM", "CHAMP=VALEUR", "SUJET"} <= french


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize(
    "command",
    [
        *("today", "today --json", "today --all", "status", "status --json", "list", "history"),
        *(
            "history --json",
            "export checklist",
            "export team",
            "kpi list --json",
            "access list --json",
        ),
        *("frame need", "report month --month 2026-11", "doctor", "where"),
        *("--help", "today --help", "--version", "check --json"),
    ],
)
def test_an_answer_that_can_t_be_written_is_one_sentence(dupont: Coach, command: str) -> None:
    for language in LANGUAGES:
        ended = subprocess.run(
            f"{sys.executable} -m coach_tui {command} --lang {language} > /dev/full",
            shell=True, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False,
        )  # fmt: skip
        assert ended.returncode == 1
        assert ended.stderr.splitlines()[-1:] == [Words(language)("cli.unwritten-full")]
        assert "OSError" not in ended.stderr
        assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "est un dossier, pas un fichier"), ("en", "is a folder, not a")]
)
@pytest.mark.parametrize("command", [["import"], ["kpi", "import"]])
def test_a_folder_is_said_to_be_one(
    dupont: Coach, tmp_path: Path, command: list[str], language: str, said: str
) -> None:
    ended = dupont(*command, str(tmp_path), "--lang", language)
    assert ended.code == 1
    assert said in ended.err
    assert str(tmp_path) in ended.err


def test_a_refusal_writes_numbers_as_its_reader_does(dupont: Coach) -> None:
    asked = ("new", "X", "--start", "2026-12-07", "--days-per-week")
    assert "Jours par semaine : 9, ce" in dupont(*asked, "9", "--lang", "fr").err.replace(
        NO_BREAK, " "
    )
    assert "7,5" in dupont(*asked, "7,5", "--lang", "fr").err
    assert "7.5" in dupont(*asked, "7.5", "--lang", "en").err
    assert "40 est impossible" in dupont("rhythm", "days", "40", "--lang", "fr").err


def test_today_parts_what_comes_next_in_a_pipe_too(dupont: Coach) -> None:
    ended = dupont("today", "--lang", "en")
    lines = ended.out.splitlines()
    assert "Next:" in lines
    told = dupont("today", "--json").json
    place = lines.index("Next:")
    after = [line.split() for line in lines[place + 1 :]]
    assert [told["next"][n]["id"] in words for n, words in enumerate(after)] == [True] * 3
    before = [each for each in lines[:place] if not each.startswith(("Also", "Waiting"))]
    assert len(before) == len(told["now"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_help_shows_an_empty_choice_and_no_day_is_given_empty(
    coach: Coach, language: Language
) -> None:
    """What a choice is emptied by is said in words; a day or a number without any is refused."""
    words = Words(language)
    refused = 0
    for command in COMMANDS:
        made = parser_of(command, words)
        command.add_options(made, words)
        for action in made._actions:
            shown = made.format_usage() + made.format_help()
            assert not re.search(r"\{,|,,|,\}", shown), command.name
            if "" in (action.choices or ()):
                assert words("arguments.empties") in str(action.help), (command.name, action.dest)
            if action.option_strings and action.metavar in NEVER_EMPTY:
                ended = coach(
                    *command.name.split(), f"{action.option_strings[-1]}=", "--lang", language
                )
                assert (ended.code, ended.out) == (2, ""), (command.name, action.dest)
                assert action.option_strings[-1] in ended.err, ended.err
                refused += words("arguments.empty") in ended.err
    assert refused > 40


def test_a_mission_begins_without_no_day_that_was_asked_for(coach: Coach) -> None:
    for said in ("", " "):
        ended = coach("new", "Nord", "--start", said, "--days-per-week", "2", "--lang", "en")
        assert (ended.code, "--start" in ended.err) == (2, True), ended
        ended = coach("new", "Nord", "--start", "2026-12-07", "--days-per-week", said)
        assert ended.code == 2
    assert coach("list", "--json").json == []
