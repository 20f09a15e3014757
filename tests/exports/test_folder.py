"""The output folder is whole or not there, and never holds over somebody's files."""

import json
from pathlib import Path

import pytest

from reelwright.errors import BadInput, StorageError
from reelwright.exports.folder import check_folder, choose_folder, deliver, slug_of

MANIFEST = {"made_by": "reelwright", "film_id": "f1"}


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Artisan coffee that starts your morning right", "artisan-coffee-that-starts-your-morning-right"),
        ("  ?!  ", "film"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ünïcode Café", "ünïcode-café"),
        ("x" * 90, "x" * 48),
        ("word " * 40, "word-word-word-word-word-word-word-word-word"),
    ],
)
def test_slug_is_a_plain_folder_name(title: str, slug: str) -> None:
    assert slug_of(title) == slug
    assert "/" not in slug_of(title)


def test_delivery_lists_every_file_with_its_hash(tmp_path: Path) -> None:
    source = tmp_path / "source.bin"
    source.write_bytes(b"abc")
    out = tmp_path / "out"
    deliver(out, {"a/b.bin": source, "c.txt": b"hello"}, MANIFEST)
    said = json.loads((out / "manifest.json").read_text())
    assert set(said["files"]) == {"a/b.bin", "c.txt"}
    assert said["files"]["c.txt"]["byte_count"] == 5
    assert (out / "a/b.bin").read_bytes() == b"abc"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_our_own_film_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    deliver(out, {"old.txt": b"1", "both.txt": b"1"}, MANIFEST)
    deliver(out, {"both.txt": b"2"}, MANIFEST)
    assert sorted(path.name for path in out.iterdir()) == ["both.txt", "manifest.json"]
    assert (out / "both.txt").read_bytes() == b"2"


def test_foreign_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(BadInput, match="did not write"):
        deliver(tmp_path, {"a": b""}, MANIFEST)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["film.txt", "extra.txt"])
def test_changed_or_added_file_is_refused(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    deliver(out, {"film.txt": b"1"}, MANIFEST)
    (out / name).write_text("edited by hand")
    with pytest.raises(BadInput, match=name):
        check_folder(out)
    assert (out / name).read_text() == "edited by hand"


def test_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(BadInput, match="is a file"):
        check_folder(tmp_path / "out")


def test_failed_write_leaves_the_old_film(tmp_path: Path) -> None:
    out = tmp_path / "out"
    deliver(out, {"film.txt": b"1"}, MANIFEST)
    with pytest.raises(StorageError, match="cannot write"):
        deliver(out, {"film.txt": tmp_path / "missing"}, MANIFEST)
    assert (out / "film.txt").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_default_folder_steps_aside_for_another_film(tmp_path: Path) -> None:
    base = tmp_path / "coffee"
    assert choose_folder(base, "f1") == base
    deliver(base, {"a": b"1"}, MANIFEST)
    assert choose_folder(base, "f1") == base
    assert choose_folder(base, "f2") == tmp_path / "coffee-2"
