"""Prompts that attack or were never thought of: a film or a kind error, and nothing outside its folder."""

import json
import os
from pathlib import Path

import pytest
from tests.studio.command import SMALL, Command, Made

from reelwright.errors import BadInput
from reelwright.film.film import Until
from reelwright.studio import Studio

PROMPTS = {
    "paths": "../../x/../../../etc/passwd",
    "controls": "Coffee\x01\x02\x1b[31m\x07 for\r\n\tmornings\x7f\u2028and\u202eevenings",
    "markup": "<script>alert(1)</script> <b>tea</b> {\\an8}\\N --> &amp;",
    "formats": "{{7*7}} {0.__class__} {x!r} %s %n ${HOME} $(id) `id`",
    "quotes": 'Robert\'); DROP TABLE films; -- "tea"',
    "emoji": "\U0001f680\U0001f525 \U0001f469\u200d\U0001f469\u200d\U0001f467",
    "arabic": "قهوة عربية أصيلة لصباح جميل",
    "chinese": "\u4e00\u676f\u8ba9\u65e9\u6668\u53d8\u5f97\u7f8e\u597d\u7684\u5496\u5561",
    "marks alone": "\u200b\u0301\u0301?!",
    "one long word": "x" * 5000,
    "a windows device": "NUL",
    "like an option": "--out=/etc",
}


def only_folder(place: Path) -> Path:
    """The one folder, where the command was given; its name is harmless."""
    folder = next(iter(place.iterdir()))
    assert [path.name for path in place.iterdir()] == [folder.name]
    assert len(os.fsencode(folder.name)) <= 220
    assert not any(ord(letter) < 32 or letter in "/\\:*?<>|\u202e\u200b" for letter in folder.name)
    return folder


@pytest.mark.parametrize("prompt", PROMPTS.values(), ids=PROMPTS.keys())
def test_any_words_become_a_shot_list(prompt: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.chdir(place)
    with Studio() as studio:
        report = studio.make(prompt, duration_s=6.0, until=Until.SHOTS)
        assert [film.id for film in studio.films()] == [report.film_id]
    shots = json.loads((only_folder(place) / "shots.json").read_text("utf-8"))
    assert shots["shots"]
    assert not any(ord(letter) < 32 for letter in shots["title"])


@pytest.mark.parametrize(
    "name", ["arabic", *(pytest.param(n, marks=pytest.mark.slow) for n in PROMPTS if n != "arabic")]
)
def test_any_words_become_a_film(name: str, coffee: Made, tmp_path: Path) -> None:
    """Also in a script that the voice cannot speak: the product is told in English."""
    (tmp_path / "place").mkdir()
    command = Command(coffee.command.home, tmp_path / "place")
    ran = command("make", *SMALL, "--json", "--burn-captions", "--no-music", "--", PROMPTS[name])
    assert ran.code == 0, ran.err
    assert "Traceback" not in ran.err
    folder = only_folder(command.folder)
    assert (folder / "film.mp4").exists()
    captions = (folder / "captions.vtt").read_text("utf-8")
    assert captions.count("-->") == sum("-->" in line for line in captions.splitlines())
    assert all(letter >= " " or letter == "\n" for letter in captions)
    if name == "arabic":
        assert "offee" in captions
        assert json.loads((folder / "manifest.json").read_text())["warnings"] == []


def test_bytes_that_are_no_text(own_home: Path) -> None:
    for prompt in ("Coffee \udcff", "\u2028 \t"):
        with pytest.raises(BadInput, match="prompt"), Studio() as studio:
            studio.make(prompt)
