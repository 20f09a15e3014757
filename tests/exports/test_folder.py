"""The output folder is whole or not there, and never holds over somebody's files."""

import json
import os
import subprocess
import sys
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


@pytest.fixture
def dead_pid() -> int:
    """The id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_a_killed_delivery_left_is_cleared_and_nothing_else(tmp_path: Path, dead_pid: int) -> None:
    for name in (f".out.{dead_pid}.partial", f".out.{os.getppid()}.partial", f".other.{dead_pid}.partial"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "half").write_bytes(b"half")
    deliver(tmp_path / "out", {"film.txt": b"1"}, MANIFEST)
    kept = {f".out.{os.getppid()}.partial", f".other.{dead_pid}.partial"} if os.name == "posix" else set[str]()
    assert {path.name for path in tmp_path.iterdir()} >= {"out", *kept}
    assert not (tmp_path / f".out.{dead_pid}.partial").exists() or os.name != "posix"


@pytest.mark.skipif(os.name != "posix", reason="a dead process cannot be told from a living one")
def test_killed_between_two_renames_the_older_film_comes_back(tmp_path: Path, dead_pid: int) -> None:
    out = tmp_path / "out"
    deliver(out, {"film.txt": b"1"}, MANIFEST)
    out.rename(tmp_path / f".out.{dead_pid}.old")
    with pytest.raises(StorageError):
        deliver(out, {"film.txt": tmp_path / "missing"}, MANIFEST)
    assert (out / "film.txt").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_interrupted_while_writing_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    deliver(out, {"film.txt": b"1"}, MANIFEST)

    def interrupted(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("shutil.copyfile", interrupted)
    with pytest.raises(KeyboardInterrupt):
        deliver(out, {"film.txt": out / "film.txt"}, MANIFEST)
    assert (out / "film.txt").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["x" * 300, "é" * 120, "nul\0byte"])
def test_names_that_no_disk_takes(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="--out"):
        check_folder(tmp_path / name)


def test_default_folder_steps_aside_for_another_film(tmp_path: Path) -> None:
    base = tmp_path / "coffee"
    assert choose_folder(base, "f1") == base
    deliver(base, {"a": b"1"}, MANIFEST)
    assert choose_folder(base, "f1") == base
    assert choose_folder(base, "f2") == tmp_path / "coffee-2"
