"""A shot list as a file: what cannot be read is said with the next step."""

import json
from pathlib import Path

import pytest

from reelwright.errors import BadInput, NotFound
from reelwright.film.cut import plain_cuts
from reelwright.workflows.supplied import MAX_SHOT_LIST_BYTES, film_from_list


def test_a_list_that_cannot_be_read_is_said_with_the_next_step(tmp_path: Path) -> None:
    latin, huge = tmp_path / "latin.json", tmp_path / "huge.json"
    latin.write_bytes('{"prompt": "café"}'.encode("latin-1"))
    huge.write_bytes(b" " * (MAX_SHOT_LIST_BYTES + 1))
    for path, said in ((latin, "no UTF-8 text"), (huge, "4000001 bytes"), (tmp_path, "is a folder")):
        with pytest.raises(BadInput, match=said) as refusal:
            film_from_list(path, "film1")
        assert str(path) in refusal.value.message
        assert refusal.value.hint
    with pytest.raises(NotFound, match="there is no file"):
        film_from_list(tmp_path / "gone.json", "film1")


def test_splices_that_are_lost_with_a_shot_are_named(tmp_path: Path) -> None:
    dissolve = {"kind": "dissolve", "frame_count": 12}
    shots = [{"action_description": "Steam rises.", "duration_s": 3}] * 3
    written = {"prompt": "tea", "shots": shots, "cut_plan": {"splices": [{}, dissolve, {}]}}
    path = tmp_path / "shots.json"
    path.write_text(json.dumps(written))
    film, _ = film_from_list(path, "film1")
    assert film.cut_plan == plain_cuts(3)
    assert film.notes
    assert "3 entries, 3 shots need 4" in film.notes[0]
    path.write_text(json.dumps(written | {"shots": shots[:2]}))
    film, _ = film_from_list(path, "film1")
    assert film.notes == ()
