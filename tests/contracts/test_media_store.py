"""What every media store promises, in a folder, in a folder that machines share, and in a bucket."""

import hashlib
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import obstore
import pytest
from tests.bucket_server import BucketServer, client, keys, running_server

from reelwright.errors import BadInput, NotFound
from reelwright.film.asset import Asset
from reelwright.keepers import MediaStore
from reelwright.store.bucket import Bucket
from reelwright.store.media import FolderMediaStore
from reelwright.store.media_bucket import BucketMediaStore
from reelwright.store.media_cache import MediaCache
from reelwright.store.media_folder import key_of

Store = FolderMediaStore | BucketMediaStore


@dataclass(frozen=True)
class Shelf:
    """A place for media, seen past the store too."""

    elsewhere: Callable[[str], Store]
    """The store as a machine of that name opens it."""
    names: Callable[[], list[str]]
    """All that is kept, as ``ab/cdef...``."""
    overwrite: Callable[[str, bytes], object]
    """Other bytes under a name."""
    folder: Path
    """What this machine writes to."""


@pytest.fixture(scope="session")
def bucket_server(tmp_path_factory: pytest.TempPathFactory) -> Generator[BucketServer]:
    """A running S3-compatible server."""
    with running_server(tmp_path_factory.mktemp("buckets")) as server:
        yield server


def _files(root: Path) -> list[str]:
    return sorted(str(found.relative_to(root)) for found in root.rglob("*") if found.is_file())


@pytest.fixture(params=["folder", "shared folder", "bucket"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    root = tmp_path / "home" / "media"
    if request.param != "bucket":
        shared = request.param == "shared folder"
        if shared:
            root.mkdir(parents=True)
        return Shelf(
            elsewhere=lambda machine: FolderMediaStore(root, shared=shared),
            names=lambda: _files(root),
            overwrite=lambda name, content: (root / name).write_bytes(content),
            folder=root,
        )
    server: BucketServer = request.getfixturevalue("bucket_server")
    address = server.new_bucket(prefix="")
    return Shelf(
        elsewhere=lambda machine: BucketMediaStore(Bucket(address), MediaCache(tmp_path / machine, 10**9)),
        names=lambda: keys(address),
        overwrite=lambda name, content: obstore.put(client(address), name, content),
        folder=tmp_path / "here",
    )


@pytest.fixture
def media(shelf: Shelf) -> Store:
    return shelf.elsewhere("here")


def source(tmp_path: Path, content: bytes = b"a picture", name: str = "made.png") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_file_is_moved_in_under_its_hash(media: Store, shelf: Shelf, tmp_path: Path) -> None:
    promised: MediaStore = media
    made = source(tmp_path)
    os.chmod(made, 0o600)
    asset = promised.put(made, "image/png", "builtin:artist")
    sha256 = hashlib.sha256(b"a picture").hexdigest()
    assert asset == Asset(sha256=sha256, media_type="image/png", byte_count=9, origin="builtin:artist")
    assert promised.path(asset) == shelf.folder / sha256[:2] / sha256[2:]
    assert promised.path(asset).read_bytes() == b"a picture"
    assert promised.has(asset)
    assert not made.exists()
    assert shelf.names() == [f"{sha256[:2]}/{sha256[2:]}"]
    assert _files(shelf.folder) == shelf.names()
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(promised.path(asset).stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("byte_count", [0, 1, 3_000_000])
def test_another_machine_has_the_same_bytes(media: Store, shelf: Shelf, tmp_path: Path, byte_count: int) -> None:
    content = os.urandom(byte_count)
    asset = media.put(source(tmp_path, content), "video/mp4")
    there = shelf.elsewhere("there")
    assert there.has(asset)
    assert there.verify(asset)
    assert there.path(asset).read_bytes() == content


def test_an_equal_file_is_kept_once(media: Store, shelf: Shelf, tmp_path: Path) -> None:
    first = media.put(source(tmp_path), "image/png", "builtin:artist")
    again = source(tmp_path, name="again.png")
    second = shelf.elsewhere("there").put(again, "image/x-other")
    assert second.sha256 == first.sha256
    assert (second.media_type, second.origin) == ("image/x-other", "")
    assert not again.exists()
    assert shelf.names() == [key_of(first.sha256)]


def test_a_file_cut_short_by_a_crash_is_mended(media: Store, shelf: Shelf, tmp_path: Path) -> None:
    asset = media.put(source(tmp_path), "image/png")
    shelf.overwrite(key_of(asset.sha256), b"a pic")
    assert not media.has(asset)
    assert not media.verify(asset)
    media.put(source(tmp_path), "image/png")
    assert media.has(asset)
    assert media.verify(asset)


def test_damage_of_equal_length_is_found_on_request(media: Store, shelf: Shelf, tmp_path: Path) -> None:
    asset = media.put(source(tmp_path), "image/png")
    shelf.overwrite(key_of(asset.sha256), b"a pictuRe")
    assert media.has(asset)
    assert not media.verify(asset)


def test_what_is_gone_is_named(media: Store, shelf: Shelf, tmp_path: Path) -> None:
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
    assert shelf.names() == _files(shelf.folder) == []


@pytest.mark.parametrize("wrong", ["", "../../etc/passwd", "ab", "A" * 64, "a" * 63 + "/", "a" * 65, "a" * 64 + "\n"])
def test_only_hashes_are_names(media: Store, wrong: str) -> None:
    with pytest.raises(BadInput):
        media.remove(wrong)


def test_a_link_gives_its_content_and_leaves_the_original(media: Store, tmp_path: Path) -> None:
    original, link = source(tmp_path), tmp_path / "link"
    link.symlink_to(original)
    asset = media.put(link, "image/png")
    assert not media.path(asset).is_symlink()
    assert original.exists()
    assert not link.is_symlink()


def test_leftovers_of_killed_processes_are_cleared(media: Store, shelf: Shelf, tmp_path: Path) -> None:
    kept = media.put(source(tmp_path), "image/png")
    old, young = shelf.folder / "incoming" / "old", shelf.folder / "incoming" / "young"
    for leftover in (old, young):
        leftover.write_bytes(b"half")
    os.utime(old, (time.time() - 3700, time.time() - 3700))
    again = shelf.elsewhere("here")
    assert not old.exists()
    assert young.exists(), "another process may be writing it"
    assert again.has(kept)


_PUT = """
import sys
from pathlib import Path
from reelwright.crew import open_media
from reelwright.settings import load_settings
home, folder = Path(sys.argv[1]), Path(sys.argv[2])
media = open_media(load_settings(home=home))
for n in range(40):
    source = folder / f"source{n}"
    source.write_bytes(b"%d" % (n % 20) * 10_000)
    asset = media.put(source, "text/plain")
    assert media.verify(asset) and media.path(asset).stat().st_size == asset.byte_count
"""


def _in_a_folder(tmp_path: Path) -> tuple[dict[str, str], Callable[[], list[str]]]:
    root = tmp_path / "media"
    root.mkdir()
    return {"REELWRIGHT_MEDIA_URL": str(root)}, lambda: _files(root)


def _in_a_bucket(server: BucketServer) -> tuple[dict[str, str], Callable[[], list[str]]]:
    address = server.new_bucket()
    variables = {
        "REELWRIGHT_MEDIA_URL": address.url,
        "REELWRIGHT_S3_ENDPOINT_URL": address.endpoint_url,
        "AWS_ACCESS_KEY_ID": address.access_key_id,
        "AWS_SECRET_ACCESS_KEY": address.secret_access_key,
    }
    return variables, lambda: keys(address)


@pytest.mark.parametrize("place", ["folder", "bucket"])
@pytest.mark.parametrize("machines", [("a", "a"), ("a", "b")], ids=["one machine", "two machines"])
def test_two_processes_put_equal_files(
    bucket_server: BucketServer, tmp_path: Path, place: str, machines: tuple[str, str]
) -> None:
    variables, names = _in_a_folder(tmp_path) if place == "folder" else _in_a_bucket(bucket_server)
    writers: list[subprocess.Popen[bytes]] = []
    for number, machine in enumerate(machines):
        sources = tmp_path / f"sources{number}"
        sources.mkdir()
        command = [sys.executable, "-c", _PUT, str(tmp_path / machine), str(sources)]
        writers.append(subprocess.Popen(command, env=os.environ | variables))
    assert [writer.wait() for writer in writers] == [0, 0]
    assert len(names()) == 20
    assert list(tmp_path.rglob("incoming/*")) == []


def test_everything_is_listed_and_collected(media: Store, shelf: Shelf, tmp_path: Path) -> None:
    """What is no media stays: others may keep things beside it."""
    assets = {media.put(source(tmp_path, bytes(size)), "image/png").sha256: size for size in (1, 20)}
    shelf.overwrite("notes.txt", b"not ours")
    found = list(media.everything())
    assert {kept.sha256: kept.byte_count for kept in found} == assets
    assert all(abs(kept.put_at_s - time.time()) < 60 for kept in found)
    there = shelf.elsewhere("there")
    assert all(there.collect(kept) for kept in found)
    assert shelf.names() == ["notes.txt"]
    assert not any(there.collect(kept) for kept in found)


def test_what_was_put_in_again_is_not_collected(
    media: Store, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes once more, by another machine, after they were listed as old."""
    monkeypatch.setattr("reelwright.store.media_bucket._FRESH_S", 0)
    asset = media.put(source(tmp_path), "image/png")
    (kept,) = media.everything()
    time.sleep(1.1)  # a bucket's clock counts seconds
    shelf.elsewhere("there").put(source(tmp_path), "image/png")
    assert not media.collect(kept)
    assert media.has(asset)
    assert media.path(asset).read_bytes() == b"a picture"
    (again,) = media.everything()
    assert media.collect(again)
    assert not media.has(asset)


def test_a_probe_leaves_nothing(media: Store, shelf: Shelf) -> None:
    media.probe()
    assert shelf.names() == []
