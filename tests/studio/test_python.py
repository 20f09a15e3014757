"""The studio from Python: awaited, blocking, inside a running loop, and from a script without a main guard."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reelwright import FilmReport, Studio, Until
from reelwright.errors import BadInput, NotFound

PROMPT = "Gourmet chocolate tasting"


def _is_written(report: FilmReport) -> None:
    assert report.template == "sensory-experience"
    assert report.title
    assert report.template == "sensory-experience"


async def test_every_verb_can_be_awaited() -> None:
    async with Studio() as studio:
        report = await studio.make(PROMPT, until=Until.STORY)
        _is_written(report)
        assert [film.id for film in await studio.films()] == [report.film_id]
        assert (await studio.show(report.film_id)).title == report.title
        assert (await studio.find(report.film_id)).brief.prompt == PROMPT
        assert len(await studio.templates()) == 8
        assert len(await studio.voices()) >= 2
        assert {check.state for check in await studio.doctor()} == {"passed"}
        with pytest.raises(NotFound):
            await studio.resume()
        await studio.remove(report.film_id)
        assert await studio.films() == ()


def test_the_same_verbs_block() -> None:
    with Studio() as studio:
        report = studio.make(PROMPT, until=Until.STORY)
        _is_written(report)
        assert studio.show(report.film_id).title == report.title
        with pytest.raises(BadInput, match="99"):
            studio.make(PROMPT, duration_s=99)
        assert studio.remove(report.film_id).id == report.film_id


async def test_the_blocking_verbs_work_where_a_loop_is_running() -> None:
    with Studio() as studio:
        _is_written(studio.make(PROMPT, until=Until.STORY))
        with pytest.raises(BadInput, match="empty"):
            studio.make("  ")


@pytest.mark.slow
def test_a_script_needs_no_main_guard(tmp_path: Path, voice_cache: Path) -> None:
    script = tmp_path / "film.py"
    script.write_text(
        "from reelwright import Studio\n\n"
        "with Studio() as studio:\n"
        f"    film = studio.make({PROMPT!r}, duration_s=6, width_px=320, height_px=180)\n"
        "    print(film.path)\n"
    )
    environment = {
        **os.environ,
        "REELWRIGHT_HOME": str(tmp_path / "own"),
        "REELWRIGHT_CACHE": str(voice_cache),
    }
    done = subprocess.run([sys.executable, script], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{tmp_path / 'gourmet-chocolate-tasting'}\n"
    assert (tmp_path / "gourmet-chocolate-tasting" / "film.mp4").stat().st_size > 10_000
    assert done.stderr == ""
