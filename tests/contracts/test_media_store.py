"""What every media store promises."""

import hashlib
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reelwright.errors import BadInput, NotFound
from reelwright.film.asset import Asset
from reelwright.keepers import MediaStore
from reelwright.store.media import FolderMediaStore


@pytest.fixture
def media(tmp_path: Path) -> FolderMediaStore:
    return FolderMediaStore(tmp_path / "home" / "media")


def source(tmp_path: Path, content: bytes = b"a picture", name: str = "made.png") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def files(media: FolderMediaStore) -> list[str]:
    return sorted(str(found.relative_to(media.root)) for found in media.root.rglob("*") if found.is_file())


def test_a_file_is_moved_in_under_its_hash(media: FolderMediaStore, tmp_path: Path) -> None:
    promised: MediaStore = media
    made = source(tmp_path)
    os.chmod(made, 0o600)
    asset = promised.put(made, "image/png", "builtin:artist")
    sha256 = hashlib.sha256(b"a picture").hexdigest()
    assert asset == Asset(sha256=sha256, media_type="image/png", byte_count=9, origin="builtin:artist")
    assert promised.path(asset) == media.root / sha256[:2] / sha256[2:]
    assert promised.path(asset).read_bytes() == b"a picture"
    assert promised.has(asset)
    assert not made.exists()
    assert files(media) == [f"{sha256[:2]}/{sha256[2:]}"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(promised.path(asset).stat().st_mode) == 0o666 & ~mask


def test_an_equal_file_is_kept_once(media: FolderMediaStore, tmp_path: Path) -> None:
    first = media.put(source(tmp_path), "image/png", "builtin:artist")
    before = media.path(first).stat()
    again = source(tmp_path, name="again.png")
    second = media.put(again, "image/x-other")
    assert second.sha256 == first.sha256
    assert (second.media_type, second.origin) == ("image/x-other", "")
    assert media.path(second).stat().st_ino == before.st_ino
    assert not again.exists()
    assert len(files(media)) == 1


def test_a_file_cut_short_by_a_crash_is_mended(media: FolderMediaStore, tmp_path: Path) -> None:
    asset = media.put(source(tmp_path), "image/png")
    media.path(asset).write_bytes(b"a pic")
    assert not media.has(asset)
    assert not media.verify(asset)
    media.put(source(tmp_path), "image/png")
    assert media.has(asset)
    assert media.verify(asset)


def test_damage_of_equal_length_is_found_on_request(media: FolderMediaStore, tmp_path: Path) -> None:
    asset = media.put(source(tmp_path), "image/png")
    media.path(asset).write_bytes(b"a pictuRe")
    assert media.has(asset)
    assert not media.verify(asset)


def test_what_is_gone_is_named(media: FolderMediaStore, tmp_path: Path) -> None:
    asset = media.put(source(tmp_path), "image/png")
    media.remove(asset.sha256)
    media.remove(asset.sha256)
    assert not media.has(asset)
    assert not media.verify(asset)
    with pytest.raises(NotFound, match=asset.sha256[:12]):
        media.path(asset)
    with pytest.raises(NotFound, match="nothing here"):
        media.put(tmp_path / "nothing here", "image/png")
    with pytest.raises(NotFound):
        media.put(tmp_path, "image/png")
    assert files(media) == []


@pytest.mark.parametrize("wrong", ["", "../../etc/passwd", "ab", "A" * 64, "a" * 63 + "/", "a" * 65, "a" * 64 + "\n"])
def test_only_hashes_are_names(media: FolderMediaStore, wrong: str) -> None:
    with pytest.raises(BadInput):
        media.remove(wrong)


def test_a_link_gives_its_content_and_leaves_the_original(media: FolderMediaStore, tmp_path: Path) -> None:
    original, link = source(tmp_path), tmp_path / "link"
    link.symlink_to(original)
    asset = media.put(link, "image/png")
    assert not media.path(asset).is_symlink()
    assert original.exists()
    assert not link.is_symlink()


def test_leftovers_of_killed_processes_are_cleared(media: FolderMediaStore, tmp_path: Path) -> None:
    kept = media.put(source(tmp_path), "image/png")
    old, young = media.root / "incoming" / "old", media.root / "incoming" / "young"
    for leftover in (old, young):
        leftover.write_bytes(b"half")
    os.utime(old, (time.time() - 3700, time.time() - 3700))
    again = FolderMediaStore(media.root)
    assert not old.exists()
    assert young.exists(), "another process may be writing it"
    assert again.has(kept)


_PUT = """
import sys
from pathlib import Path
from reelwright.store.media import FolderMediaStore
folder = Path(sys.argv[1])
media = FolderMediaStore(folder / "media")
for n in range(60):
    source = folder / f"{sys.argv[2]}{n}"
    source.write_bytes(b"%d" % (n % 20) * 10_000)
    assert media.verify(media.put(source, "text/plain"))
"""


def test_two_processes_put_equal_files(tmp_path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", _PUT, str(tmp_path), who]) for who in ("a", "b")]
    assert [writer.wait() for writer in writers] == [0, 0]
    media = FolderMediaStore(tmp_path / "media")
    assert len(files(media)) == 20
    assert list((media.root / "incoming").iterdir()) == []
