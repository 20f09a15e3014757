"""Films that wait for a person: nothing runs meanwhile, a decision needs no process, and nothing is made twice."""

import json
from collections.abc import Callable

import pytest
from tests.studio.command import PROMPT, SMALL, Command

SILENT = ("--no-voice", "--no-music", "--no-effects")


def test_a_film_waits_after_story_frames_and_takes_and_goes_on_when_approved(
    new_command: Callable[[str], Command],
) -> None:
    reelwright = new_command("gates")
    report = reelwright("make", PROMPT, *SMALL, *SILENT, "--pause-after", "takes,story,frames", "--json").json
    film_id: str = report["film_id"]
    stages: list[str] = []
    while report["status"] == "waiting":
        stages.append(report["waits_after"])
        waits = reelwright("resume", film_id)
        assert waits.code == 75, waits.err
        assert f"reelwright approve {film_id}" in waits.err
        assert reelwright("approve", film_id, "--note", "good").code == 0
        again = reelwright("approve", film_id)
        assert again.code == 75
        assert f"approved the {stages[-1]}" in again.err
        assert again.err.count("good") == 1
        report = reelwright("resume", film_id, "--json").json
    assert stages == ["story", "frames", "takes"]
    assert report["status"] == "completed"
    events = [json.loads(line) for line in reelwright("follow", film_id, "--json").out.splitlines()]
    started = [event["body"]["stage"] for event in events if event["kind"] == "stage_started"]
    assert sorted(started) == sorted(set(started)), "no stage ran twice"
    kinds = [event["kind"] for event in events if event["kind"] in ("waiting", "approved", "done")]
    assert kinds == ["waiting", "approved"] * 3 + ["done"]
    assert [event["id"] for event in events] == sorted(event["id"] for event in events)
    later = reelwright("follow", film_id, "--after", str(events[3]["id"]), "--json").out.splitlines()
    assert [json.loads(line) for line in later] == events[4:]


@pytest.mark.slow
def test_a_rejected_film_stays_and_asks_again(new_command: Callable[[str], Command]) -> None:
    reelwright = new_command("rejected")
    asked = (*SMALL, *SILENT, "--until", "shots", "--pause-after", "story", "--json")
    film_id = reelwright("make", PROMPT, *asked).json["film_id"]
    assert reelwright("reject", film_id).code == 2, "nobody says what is wrong"
    assert reelwright("reject", film_id, "--note", "duller than the last").code == 0
    late = reelwright("approve", film_id)
    assert late.code == 75
    assert "duller than the last" in late.err
    report = reelwright("resume", film_id, "--json").json
    assert (report["status"], report["waits_after"]) == ("waiting", "story")
    assert reelwright("resume", film_id, "--pause-after", "none").code == 75, "what waits is decided, not switched off"
    assert reelwright("approve", film_id).code == 0
    assert reelwright("resume", film_id, "--json").json["status"] == "completed"


def test_an_unknown_gate_is_named(new_command: Callable[[str], Command]) -> None:
    wrong = new_command("wrong")("make", PROMPT, "--pause-after", "shots")
    assert wrong.code == 2
    assert "'shots'" in wrong.err
    assert "story, frames, takes" in wrong.err
