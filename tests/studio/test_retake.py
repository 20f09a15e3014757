"""Another take of one shot: everything else stays as it is."""

import contextlib
import sqlite3
from pathlib import Path

from tests.studio.command import Made


def calls_of(home: Path) -> dict[str, int]:
    """How often each call was begun."""
    with contextlib.closing(sqlite3.connect(f"file:{home / 'reelwright.db'}?mode=ro", uri=True)) as connection:
        return dict(connection.execute("select key, attempts from calls").fetchall())


def test_one_more_take_is_shot_selected_and_cut_in(copied: Made, tmp_path: Path) -> None:
    film_id, home, out = str(copied.report["film_id"]), copied.command.home, tmp_path / "film"
    before, old_film = calls_of(home), (copied.folder / "film.mp4").read_bytes()
    first_takes = {place.name: place.read_bytes() for place in (copied.folder / "takes").iterdir()}
    ran = copied.command("retake", film_id, "2", "--out", str(out), "--json")
    assert ran.code == 0, ran.err
    assert ran.json["film_id"] == film_id
    now = calls_of(home)
    assert {key: now[key] for key in before} == before, "nothing is made twice"
    assert len(now) - len(before) <= 3, "the take, the cut and no more"
    takes = {place.name: place.read_bytes() for place in (out / "takes").iterdir()}
    assert takes["sh02_t02.mp4"] != takes["sh02_t01.mp4"]
    assert {name: takes[name] for name in first_takes} == first_takes
    assert (out / "film.mp4").read_bytes() != old_film
    again = copied.command("retake", film_id, "sh02", "--out", str(out), "--json")
    assert again.code == 0, again.err
    assert (out / "takes" / "sh02_t03.mp4").exists()


def test_a_shot_that_is_not_there_is_named(copied: Made) -> None:
    films = copied.command("films").out
    ran = copied.command("retake", str(copied.report["film_id"]), "9", "--json")
    assert ran.code == 2
    assert "no shot '9'; it has 1 (sh01), 2 (sh02)" in ran.json["error"]["message"]
    assert copied.command("films").out == films, "nothing was begun"
