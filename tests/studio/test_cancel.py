"""A film that is cancelled from another process while it is made."""

from collections.abc import Callable

from tests.studio.command import PROMPT, SMALL, Command, until_said

SILENT = ("--no-voice", "--no-music", "--no-effects")


def test_a_film_is_cancelled_from_elsewhere_and_goes_on_later(new_command: Callable[[str], Command]) -> None:
    reelwright = new_command("cancelled")
    maker = reelwright.start("make", PROMPT, *SMALL, *SILENT, "--json")
    until_said(maker, "Storyboard")
    film_id = reelwright("films", "--json").json["films"][0]["film_id"]
    assert reelwright("cancel", film_id).code == 0
    rest = maker.communicate(timeout=60)[1]
    assert maker.returncode == 130, rest
    assert "Traceback" not in rest
    assert "was cancelled" in rest
    assert f"reelwright resume {film_id}" in rest
    assert reelwright("show", film_id, "--json").json["status"] == "cancelled"
    assert reelwright("follow", film_id, "--json").code == 130
    report = reelwright("resume", film_id, "--json").json
    assert report["status"] == "completed"
    assert reelwright("cancel", film_id).code == 2, "it is complete"
