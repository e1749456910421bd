"""The rhythm and the team from the command line: the worked example, the exports, the refusals."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from tests.cli.conftest import Coach


@pytest.fixture
def acme(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """A mission at four days a month, in its eighteenth week."""
    monkeypatch.setenv("COACH_TODAY", "2026-05-11")
    begun = coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2", "--role", "cmo")
    assert begun.code == 0
    return coach


def done(coach: Coach, *arguments: str) -> str:
    ended = coach(*arguments)
    assert ended.code == 0, ended.err
    return ended.out


def test_the_load_of_the_worked_example(acme: Coach) -> None:
    done(acme, "rhythm", "days", "--agreed", "24", "--weeks", "26")  # four days a month
    done(acme, "rhythm", "add", "weekly-ceo", "--since", "2026-01-05")
    done(acme, "rhythm", "add", "standup", "--cadence", "weekly", "--since", "2026-01-05")
    load = acme("rhythm", "list", "--json").json["load"]
    assert (f"{load['share']:.1%}", load["too_much"]) == ("20.3%", False)
    done(acme, "rhythm", "add", "standup", "--cadence", "twice-weekly")
    load = acme("rhythm", "list", "--json").json["load"]
    assert (f"{load['share']:.1%}", load["too_much"]) == ("27.1%", True)
    assert "27,1\u00a0%" in done(acme, "rhythm", "list", "--lang", "fr")


def test_the_burn_of_the_worked_example(acme: Coach) -> None:
    done(acme, "rhythm", "days", "--agreed", "52", "--weeks", "26")
    done(acme, "rhythm", "days", "20,5", "--date", "2026-02-02", "--lang", "fr")
    said = done(acme, "rhythm", "days", "20.5")
    assert "41 used of 36 planned by now (114%)" in said
    assert "close to the plan, in week 19 · 11 days left" in said
    assert "at this pace they run out in week 23 of 26" in said
    told = acme("rhythm", "days", "--json").json
    assert round(told["burn"]["exhausted"], 1) == 22.8
    assert [line["days"] for line in told["days"]] == [20.5, 20.5]


def test_an_occurrence_is_logged_for_the_planned_day_nobody_logged(acme: Coach) -> None:
    done(acme, "rhythm", "add", "weekly-ceo", "--since", "2026-04-06", "--time", "09:30")
    logged = acme("rhythm", "log", "weekly", "held", "--run-by", "team")
    assert "11 May 2026" in logged.err
    logged = acme("rhythm", "log", "Weekly founder–CMO hour", "skipped", "--reason", "board day")
    assert "4 May 2026" in logged.err
    ritual = acme("rhythm", "list", "--json").json["rituals"][0]
    assert (ritual["held"], ritual["planned"], ritual["by_team"]) == (1, 6, 1)
    assert ritual["next"] == "2026-05-18"
    refused = acme("rhythm", "log", "weekly-ceo", "skipped")
    assert (refused.code, "say why" in refused.err) == (1, True)


def test_rituals_begin_with_the_dose_stop_and_may_be_ones_own(acme: Coach) -> None:
    acme("rhythm", "add", "--usual")
    assert len(acme("rhythm", "list", "--json").json["rituals"]) == 5
    assert "0 rituals begun" in acme("rhythm", "add", "--usual").err
    done(acme, "rhythm", "stop", "standup")
    done(acme, "rhythm", "add", "Café [x] du vendredi", "--day", "fri")
    names = {each["id"]: each["name"] for each in acme("rhythm", "list", "--json").json["rituals"]}
    assert names["cafe-x-du-vendredi"] == "Café [x] du vendredi"
    assert "standup" not in names
    assert acme("rhythm", "add", "standup", "--day", "someday").code == 1
    assert acme("rhythm", "stop", "nothing").code == 1


def test_decisions_and_promises(acme: Coach) -> None:
    done(acme, "rhythm", "decide", "Stop the show", "--open", "--date", "2026-04-01")
    assert "! 1 Apr" in done(acme, "rhythm", "decide")
    assert "Waiting for 40 days, to decide: Stop the show" in done(acme, "rhythm", "list")
    refused = acme("rhythm", "decide", "Stop the show")
    assert (refused.code, "Say why" in refused.err) == (1, True)
    done(acme, "rhythm", "decide", "Stop the show", "--why", "1 lead", "--review", "2026-08-01")
    log = acme("rhythm", "decide", "--json").json
    assert [(each["opened"], each["open"], each["why"]) for each in log] == [
        ("2026-04-01", False, "1 lead")
    ]
    done(acme, "rhythm", "promise", "Send the deck", "--to", "Paul", "--due", "2026-05-13")
    assert "Send the deck" in done(acme, "rhythm", "resume")
    done(acme, "rhythm", "promise", "send", "--kept")
    assert acme("rhythm", "promise", "--json").json[0]["kept"] == "2026-05-11"
    assert "Send the deck" not in done(acme, "rhythm", "resume")


def test_a_decision_waits_is_taken_and_waits_again_with_all_that_was_said(acme: Coach) -> None:
    said = ("--why", "1 lead", "--review", "2026-08-01", "--outcome", "none missed")
    kept = ("1 lead", "2026-08-01", "none missed")
    for options, opened in ((("--open", *said), True), ((), False), (("--open",), True)):
        done(acme, "rhythm", "decide", "Leave the fair", *options)
        [each] = acme("rhythm", "decide", "--json").json
        assert each["open"] is opened, options
        assert (each["why"], each["review"], each["outcome"]) == kept, options
    done(acme, "rhythm", "decide", "leave", "--outcome", "two missed")
    [each] = acme("rhythm", "decide", "--json").json
    assert (each["open"], each["outcome"]) == (True, "two missed")
    assert acme("rhythm", "decide", "nothing", "--outcome", "two").code == 1


@pytest.fixture
def team(acme: Coach) -> Coach:
    """The worked example's two people and three skills."""
    for name, kind in (("Léa", "internal"), ("Tom", "internal"), ("Ann", "cmo")):
        done(acme, "team", "add", name, "--kind", kind)
    done(acme, "team", "skills", "da-reporting", "ac-seo", "cr-ops")
    proof = ("--evidence", "May report", "--verified-by", "Eva")
    done(acme, "team", "rate", "lea", "da-reporting", "3", *proof)
    done(acme, "team", "rate", "tom", "da-reporting", "2")
    done(acme, "team", "rate", "tom", "ac-seo", "3", *proof)
    done(acme, "team", "use", "tom", "da-reporting", "--date", "2026-03-01")
    done(acme, "team", "use", "lea", "cr-ops", "--date", "2026-03-01")
    for skill in ("da-reporting", "ac-seo", "cr-ops"):
        done(acme, "team", "rate", "ann", skill, "4", *proof)
    return acme


def test_the_index_of_the_worked_example(team: Coach) -> None:
    told = team("team", "list", "--json").json
    assert {each["id"]: each["coverage"] for each in told["skills"]} == {
        "da-reporting": 0.75, "ac-seo": 1.0, "cr-ops": 0.25
    }  # fmt: skip
    assert "Autonomy index: 57% (progressing)" in done(team, "team", "list")
    assert "57\u00a0% (en progrès)" in done(team, "team", "list", "--lang", "fr")
    assert "ratings" not in told


def test_what_cannot_be_is_refused_with_its_reason(team: Coach) -> None:
    cases = {
        ("team", "rate", "lea", "cr-ops", "3"): "needs its evidence",
        ("team", "rate", "zoe", "cr-ops", "1"): "Nobody here",
        ("team", "rate", "lea", "nothing", "1"): "no skill",
        ("team", "rate", "lea", "cr-ops", "9"): "from 0 to 4",
        ("team", "rate", "lea", "cr-ops", "1", "--date", "tomorrow"): "has not come yet",
        ("team", "drill", "lea", "--from", "2026-06-10", "--to", "2026-06-01"): "",
        ("report", "month", "--month", "March"): "not a month",
        ("export", "calendar", "--zone", "Mars/Base"): "not a time zone",
    }
    for arguments, said in cases.items():
        ended = team(*arguments)
        if said:
            assert ended.code == 1, arguments
            assert said in ended.err


def test_two_people_of_one_name_are_asked_about(team: Coach) -> None:
    done(team, "team", "add", "Tom", "--role", "sales")
    refused = team("team", "rate", "Tom", "cr-ops", "1")
    assert (refused.code, "may be" in refused.err) == (1, True)
    done(team, "team", "rate", "Tom (sales)", "cr-ops", "1")


def test_someone_leaves_and_comes_back(team: Coach) -> None:
    done(team, "team", "add", "léa", "--left", "2026-05-11")
    assert "57%" not in done(team, "team", "list")
    assert team("team", "list", "--json").json["people"][0]["left"] == "2026-05-11"
    done(team, "team", "add", "léa", "--back")
    assert "57%" in done(team, "team", "list")


def test_the_drill_the_taper_and_the_board(team: Coach) -> None:
    told = team("team", "drill", "tom", "--from", "2026-06-01", "--json").json
    assert (told["skills"], told["end"]) == (["ac-seo"], "2026-06-12")
    assert "- [ ] SEO" in done(team, "team", "drill", "tom")
    done(team, "team", "drill", "cmo", "--from", "2026-03-02", "--to", "2026-03-13",
         "--result", "passed", "--note", "one question")  # fmt: skip
    assert "réussie" in done(team, "export", "team", "--lang", "fr")
    taper = team("team", "taper", "--json").json
    assert (taper["wanted"], taper["suggested"]) == (1.5, 2)
    assert taper["guards"] == [{"key": "uncovered", "ids": ["cr-ops"]}]
    done(team, "team", "taper", "--set", "1.5", "--from", "2026-06-01", "--why", "index 57%")
    assert "1,5 jour par semaine" in done(team, "team", "taper", "--lang", "fr")
    assert team("team", "taper", "--set", "9").code == 1
    done(team, "team", "delegate", "campaign-launch", "--to", "lea", "--now", "3", "--wanted", "5")
    assert "3 → 5  Launch a campaign" in done(team, "team", "delegate")


def test_the_report_is_drafted_then_kept_word_for_word(team: Coach, tmp_path: Path) -> None:
    draft = done(team, "report", "month", "--month", "2026-05", "--lang", "fr")
    assert "Indice d’autonomie" in draft
    assert "{" not in draft, "nothing is left in it to fill"
    edited = draft.replace("rapport mensuel", "rapport du mois")
    file = tmp_path / "may.md"
    file.write_text(edited, encoding="utf-8")
    team("report", "month", "--month", "2026-05", "--keep", str(file), "--by", "team", "--sent")
    assert done(team, "report", "month", "--month", "2026-05") == edited
    assert done(team, "report", "month", "--month", "2026-05", "--draft", "--lang", "fr") == draft
    printed = done(team, "export", "report", "--month", "2026-05", "--format", "html")
    assert "<title>Report for May 2026</title>" in printed or "Rapport mensuel" in printed
    assert team("report", "month", "--month", "2026-05", "--keep", str(tmp_path / "no")).code == 1


def test_of_a_text_that_nothing_tells_to_be_that_report_it_is_said(team: Coach) -> None:
    """By a mark of ours or by its first lines, in either language; kept all the same."""
    month = ("report", "month", "--month", "2026-05", "--keep", "-")
    ours = done(team, "report", "month", "--month", "2026-05", "--lang", "fr")
    source = done(team, "document", "show", "monthly-report/2026-05", "--source")
    unmarked = ours.rpartition("<!--")[0]
    assert "# Acme" in unmarked
    said_of = {
        "shopping": "2 onions\n1 leek\n",
        "no head": "## In one word\n\nGood.\n",
        "the company alone": "# Acme\n\n## Numbers\n\nIn May 2026 all went well.\n",
        "the month alone": "# Report, May 2026\n\nGood.\n",
        "another month": unmarked.replace("mai 2026", "avril 2026"),
        "a namesake": unmarked.replace("Acme", "Acmena"),
    }
    for name, text in said_of.items():
        for language, why in (("en", "Nothing in this text says"), ("fr", "Rien dans ce texte")):
            said = team(*month, "--lang", language, stdin=text.encode())
            assert (said.code, why in said.err, "coach undo" in said.err) == (0, True, True), name
            assert "2026-05" in said.err
            kept = done(team, "document", "show", "monthly-report/2026-05", "--source")
            assert text.strip() in kept, name
    recognised = {
        "a mark, a new title": ours.replace("# Acme", "# What we did"),
        "a title, no mark": unmarked,
        "English": "# ACME: report for May 2026\n\nGood.\n",
        "the first lines": "# Where we are\n\nAcme, 05/2026\n\n## Numbers\n",
        "from the document’s door": source.replace("# Acme", "# So"),
    }
    for name, text in recognised.items():
        said = team(*month, "--lang", "en", stdin=text.encode())
        assert (said.code, "Nothing in this text" in said.err) == (0, False), (name, said.err)
        assert "coach: " not in done(team, "document", "show", "monthly-report/2026-05"), name


def test_a_report_brought_back_by_the_door_of_documents_is_this_ones_too(team: Coach) -> None:
    assert team("new", "Boréal", "--start", "2026-01-05", "--days-per-week", "2").code == 0
    theirs = done(team, "report", "month", "--month", "2026-05", "-e", "Boréal")
    theirs = theirs.replace("Boréal", "We")
    ours = done(team, "report", "month", "--month", "2026-05", "-e", "Acme")
    keep = ("--lang", "en", "document", "set", "-e", "Acme")
    refused = team(*keep, "monthly-report/2026-05", "-", stdin=theirs.encode())
    assert "another client’s (Boréal)" in refused.err
    refused = team(*keep, "monthly-report/2026-04", "-", stdin=ours.encode())
    assert refused.code == 1
    assert team(*keep, "monthly-report/2026-05", "-", stdin=ours.encode()).code == 0
    kept = done(team, "document", "show", "monthly-report/2026-05", "-e", "Acme")
    assert "coach: report" not in kept


def test_the_sheet_leaves_ratings_out_unless_asked(team: Coach) -> None:
    assert "Léa" not in done(team, "export", "team")
    assert "| Reporting and KPI reading | 3 | 2 | 4 |" in done(team, "export", "team", "--ratings")


def test_the_calendar_is_read_by_a_calendar_and_its_ids_do_not_change(team: Coach) -> None:
    team("rhythm", "add", "weekly-ceo", "--time", "09:30")
    first, second = (
        Calendar.from_ical(done(team, "export", "calendar", "--zone", "Europe/Paris"))
        for _ in range(2)
    )
    ids = [str(event["uid"]) for event in first.walk("VEVENT")]
    assert ids == [str(event["uid"]) for event in second.walk("VEVENT")]
    assert len(ids) == len(set(ids)) > 20
    french = Calendar.from_ical(done(team, "export", "calendar", "--lang", "fr", "--zone", ""))
    assert "Heure hebdomadaire dirigeant-CMO · Acme" in [
        str(event["summary"]) for event in french.walk("VEVENT")
    ]


def test_a_day_without_its_year_is_said_back_whole(dupont: Coach) -> None:
    promised = dupont("rhythm", "promise", "Send the deck", "--due", "5 March", "--lang", "en")
    assert promised.code == 0
    assert "5 March: Friday 5 March 2027." in promised.err
    decided = dupont("rhythm", "decide", "Stop the show", "--why", "1 lead", "--date", "5 March")
    assert "Thursday 5 March 2026" in decided.err  # what was decided is behind us
    written = dupont("rhythm", "promise", "Send it", "--due", "2027-03-05")
    assert "2027" not in written.err


def test_a_ritual_that_ended_is_taken_up_again_or_says_that_it_still_ends(acme: Coach) -> None:
    done(acme, "rhythm", "add", "weekly-ceo", "--since", "2026-01-05", "--nth", "7")
    done(acme, "rhythm", "stop", "weekly-ceo", "--date", "2026-04-06")
    assert acme("rhythm", "list", "--json").json["rituals"] == []
    friday = ("--cadence", "weekly", "--day", "fri", "--time", "08:00", "--since", "2026-05-18")
    said = acme("rhythm", "add", "weekly-ceo", *friday).err
    assert said == (
        "Taken up again from 18 May 2026 on: Weekly founder–CMO hour (every week, Friday 08:00)\n"
    )
    (told,) = acme("rhythm", "list", "--json").json["rituals"]
    assert (told["next"], told["planned"]) == ("2026-05-22", 8), "nothing was planned in between"
    said = acme("rhythm", "add", "weekly-ceo", "--time", "10:00").err
    assert "Friday 10:00). From 18 May 2026 on: every week, Friday 08:00." in said
    done(acme, "rhythm", "stop", "weekly-ceo", "--date", "2026-07-01")
    said = acme("rhythm", "add", "weekly-ceo", "--time", "11:00", "--since", "2026-06-01").err
    assert "Friday 11:00). It still ends from 1 Jul 2026 on." in said
    # What is only renamed goes on as it fell; what is asked of one that ended, from today on.
    done(acme, "rhythm", "add", "standup", "--since", "2026-01-05")
    done(acme, "rhythm", "stop", "standup", "--date", "2026-05-04")
    assert "Taken up again from 11 May" in acme("rhythm", "add", "standup", "--minutes", "45").err


class Diary:
    """Somebody's calendar: of two versions of an event, the one that replaces the other stays."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def import_file(self, text: str) -> None:
        for event in Calendar.from_ical(text).walk("VEVENT"):
            known = self.events.get(str(event["uid"]))
            if known is None or _version(event) >= _version(known):
                self.events[str(event["uid"])] = event

    def days(self, of: str) -> list[str]:
        """The days on which it shows an event whose name begins so, until the end of 2026."""
        found: list[str] = []
        for event in self.events.values():
            if event["status"] == "CANCELLED" or not str(event["summary"]).startswith(of):
                continue
            start = event.decoded("dtstart")
            if "rrule" not in event:
                found.append(f"{start:%Y-%m-%d}")
                continue
            rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
            year = takewhile(lambda day: day.year == 2026, rule)
            found += [f"{day:%Y-%m-%d}" for day in year]
        return sorted(found)


def _version(event: Any) -> tuple[int, Any]:
    return event["sequence"], event.decoded("dtstamp")


def test_a_calendar_imported_again_shows_what_is_planned_then(acme: Coach) -> None:
    """After a move, a pause, an end, and what was done: nothing doubles and nothing stays."""
    diary, zone = Diary(), ("--zone", "Europe/Paris")

    def imported() -> list[str]:
        diary.import_file(done(acme, "export", "calendar", *zone))
        return diary.days("Weekly founder–CMO hour")

    done(acme, "rhythm", "promise", "Send the deck", "--due", "2026-06-15")
    weekly = ("--cadence", "weekly", "--day", "mon", "--time", "09:30")
    done(acme, "rhythm", "add", "weekly-ceo", *weekly, "--since", "2026-05-11")
    whole = imported()
    assert whole[:3] == ["2026-05-11", "2026-05-18", "2026-05-25"]
    assert imported() == whole, "twice is once"
    assert diary.days("Promised: Send the deck · Acme") == ["2026-06-15"]

    done(acme, "rhythm", "add", "weekly-ceo", "--day", "fri", "--since", "2026-06-01")
    moved = imported()
    assert moved[2:5] == ["2026-05-25", "2026-06-05", "2026-06-12"]
    done(acme, "rhythm", "stop", "weekly-ceo", "--date", "2026-07-01")
    assert imported()[-1] == "2026-06-26"
    done(acme, "rhythm", "add", "weekly-ceo", "--since", "2026-09-01")
    paused = imported()
    assert paused[paused.index("2026-06-26") + 1] == "2026-09-04"

    # Moved again, and ended before it ever fell so: that series goes by its own id.
    done(acme, "rhythm", "stop", "weekly-ceo", "--date", "2026-06-01")
    assert imported() == whole[:3]
    assert diary.days("Open CRM access")
    done(acme, "step", "access-crm", "done")
    done(acme, "rhythm", "promise", "--kept", "Send")
    imported()
    assert diary.days("Open CRM access") == []
    assert diary.days("Promised") == []
    done(acme, "undo")
    imported()
    assert diary.days("Promised: Send the deck · Acme") == ["2026-06-15"]


def test_a_mission_that_ended_leaves_no_meeting_in_the_calendar(acme: Coach) -> None:
    diary = Diary()
    done(acme, "rhythm", "add", "weekly-ceo", "--time", "09:30", "--since", "2026-04-06")
    diary.import_file(done(acme, "export", "calendar", "--zone", "Europe/Paris"))
    assert diary.days("Weekly founder–CMO hour")[-1] > "2026-12-01"
    ended = acme("transition", "plan", "--ended", "2026-05-08")
    assert (ended.code, "5 gates are not met" in ended.err) == (0, True)
    done(acme, "transition", "plan", "--why", "its end was planned")
    assert "Reason given: its end was planned." in done(acme, "transition", "readiness")
    diary.import_file(done(acme, "export", "calendar", "--zone", "Europe/Paris"))
    assert diary.days("Weekly founder–CMO hour")[-1] == "2026-05-04"


def test_what_two_who_leave_shared_is_counted_once_when_it_is_taken(acme: Coach) -> None:
    for name in ("Julie", "Max", "Tom"):
        done(acme, "team", "add", name)
    done(acme, "kpi", "add", "mql", "--owner", "Julie", "--keeper", "Max")
    for name in ("Julie", "Max"):
        done(acme, "team", "add", name, "--left", "2026-03-20")
    assert len(acme("team", "handover", "--json").json) == 2
    taken = acme("team", "handover", "--to", "Tom", "--lang", "en")
    assert taken.err.strip() == "1 thing taken over"


def test_who_leaves_hands_over_and_who_comes_back_was_away(acme: Coach) -> None:
    done(acme, "team", "add", "Julie")
    done(acme, "team", "add", "Tom")
    done(acme, "access", "add", "HubSpot")
    tool = acme("access", "list", "--json").json["lines"][0]["id"]
    done(acme, "access", "set", tool, "owner=Julie")
    said = done(acme, "team", "add", "Julie", "--left", "2026-03-20")
    assert "Who takes it?" in said
    assert f"access:{tool}  Access · HubSpot" in said
    assert "leaver-handover" in [each["id"] for each in acme("check", "--json").json]
    listed = acme("team", "handover", "--json").json
    assert [each["thing"] for each in listed] == [f"access:{tool}"]
    assert acme("team", "handover", "Julie", "--to", "Julie").code == 1
    assert acme("team", "handover", "Julie", "kpi:x", "--to", "Tom").code == 1
    done(acme, "team", "handover", "Julie", f"access:{tool}", "--to", "Tom")
    assert acme("team", "handover", "--json").json == []
    assert acme("team", "add", "Julie", "--back", "2026-03-19").code == 1
    done(acme, "team", "add", "Julie", "--back", "2026-04-20")
    person = next(each for each in acme("team", "list", "--json").json["people"]
                  if each["name"] == "Julie")  # fmt: skip
    assert person["left"] is None


def test_days_a_week_come_down_against_a_guard_only_with_a_reason_which_stays(acme: Coach) -> None:
    done(acme, "team", "add", "Julie")
    done(acme, "team", "rate", "Julie", "da-reporting", "2")
    lowered = ("team", "taper", "--set", "0.5", "--from", "2026-03-16")
    refused = acme(*lowered)
    assert refused.code == 1
    assert "Nobody inside does 1 critical skill alone" in refused.err
    assert "Reason given: the budget" in done(acme, *lowered, "--why", "the budget")
    told = {each["id"]: each["words"] for each in acme("check", "--json").json}
    assert told["guard-passed"].endswith("Reason given: the budget.")
    own = ("team", "rate", "Julie", "da-reporting", "3", "--evidence", "May", "--verified-by")
    assert acme(*own, "julie").code == 1
    done(acme, *own, "Eva")


def test_an_absence_nobody_covers_is_checked_until_somebody_else_does_it(acme: Coach) -> None:
    done(acme, "team", "add", "Julie")
    done(acme, "team", "add", "Tom")
    seen = ("da-reporting", "3", "--evidence", "May", "--verified-by", "Eva")
    done(acme, "team", "rate", "Julie", *seen)
    away = ("team", "drill", "Julie", "--from", "2026-06-08", "--to", "2026-06-12",
            "--result", "planned")  # fmt: skip
    refused = acme(*away)
    assert (refused.code, "it stays flagged" in refused.err) == (1, True)
    done(acme, *away, "--note", "her wedding.")
    told = {each["id"]: each for each in acme("check", "--json").json}["absence-uncovered"]
    assert "Away from" in told["words"]
    assert told["words"].endswith("Reason given: her wedding.")
    explained = done(acme, "--lang", "fr", "why", "absence-uncovered")
    assert "Motif indiqué" in explained
    assert "her wedding" in explained
    done(acme, "team", "rate", "Tom", *seen)
    assert "absence-uncovered" not in [each["id"] for each in acme("check", "--json").json]


def test_a_report_that_is_not_this_ones_is_refused(team: Coach, tmp_path: Path) -> None:
    """Another client's by its mark or by its title, another month's, a checklist, a data file."""
    begun = team("new", "Boréal & fils", "--start", "2026-01-05", "--days-per-week", "2")
    assert begun.code == 0, begun.err
    month = ("report", "month", "--month", "2026-05")
    theirs = done(team, *month, "-e", "Boréal & fils")
    (data,) = (path for path in tmp_path.rglob("boreal*.json") if path.parent.name == "engagements")
    ours = done(team, *month, "-e", "Acme")
    cases = {
        "theirs": (theirs, "another client"),
        "theirs kept by hand": (theirs.rpartition("<!--")[0], "another client’s (Boréal & fils)"),
        "another month": (ours.replace("report 2026-05", "report 2026-04"), "--month 2026-04"),
        "a checklist": (done(team, "export", "checklist", "-e", "Acme"), "no report (checklist)"),
        "a file": (data.read_text(encoding="utf-8"), "own file"),
    }
    for name, (text, why) in cases.items():
        file = tmp_path / "given.md"
        file.write_text(text, encoding="utf-8")
        for given, piped in ((str(file), None), ("-", text.encode())):
            refused = team(*month, "-e", "Acme", "--keep", given, stdin=piped)
            assert refused.code == 1, name
            assert why in refused.err, name
    assert team(*month, "-e", "Acme", "--keep", "-", stdin=ours.encode()).code == 0
    bare = "# May\n\nNo word of ours, nor of Boréal’s.\n"
    assert team(*month, "-e", "Acme", "--keep", "-", stdin=bare.encode()).code == 0
    kept = done(team, *month, "-e", "Acme")
    assert kept.startswith(bare)
    assert kept.count("<!-- coach: report 2026-05 engagement ") == 1


@pytest.mark.parametrize(("language", "name"), [
    ("en", "- Weekly founder–CMO hour"), ("fr", "- Heure hebdomadaire dirigeant-CMO"),
])  # fmt: skip
def test_a_ritual_that_ended_is_named_in_the_months_report(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    monkeypatch.setenv("COACH_TODAY", "2026-01-05")
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    coach("rhythm", "add", "weekly-ceo", "--day", "thu")
    monkeypatch.setenv("COACH_TODAY", "2026-01-20")
    assert coach("rhythm", "stop", "weekly-ceo").code == 0
    report = coach("--lang", language, "report", "month", "--month", "2026-01").out
    assert name in report.splitlines()
    assert "- weekly-ceo" not in report
