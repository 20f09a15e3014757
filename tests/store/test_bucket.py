"""A bucket that fails: what is tried again, what is said, and what is never taken for whole."""

import os
import subprocess
import sys
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import obstore
import obstore.exceptions
import pytest
from tests.bucket_server import BucketServer, FaultyWire, client, keys

from reelwright.crew import open_media, open_vault
from reelwright.errors import ConfigurationError, NotFound, StorageError
from reelwright.film.asset import Asset
from reelwright.settings import load_settings
from reelwright.store.bucket import Bucket, bucket_fault
from reelwright.store.bucket_address import PART_BYTES, BucketAddress, bucket_address
from reelwright.store.media import FolderMediaStore
from reelwright.store.media_bucket import BucketMediaStore
from reelwright.store.media_cache import MediaCache
from reelwright.store.media_folder import key_of

LARGE = 2 * PART_BYTES + 12_345


@pytest.fixture
def address(bucket_server: BucketServer) -> BucketAddress:
    return bucket_server.new_bucket()


@pytest.fixture
def wire(address: BucketAddress) -> Generator[FaultyWire]:
    with FaultyWire(address.endpoint_url) as wire:
        yield wire


def store(address: BucketAddress, cache: Path, limit_bytes: int = 10**9) -> BucketMediaStore:
    return BucketMediaStore(Bucket(address), MediaCache(cache, limit_bytes))


def through(wire: FaultyWire, address: BucketAddress, request_s: float = 10.0) -> BucketAddress:
    return replace(address, endpoint_url=wire.url, patience=replace(address.patience, request_s=request_s))


def put(media: BucketMediaStore, tmp_path: Path, content: bytes = b"a picture") -> Asset:
    source = tmp_path / "made"
    source.write_bytes(content)
    return media.put(source, "image/png", "builtin:artist")


@pytest.mark.parametrize("byte_count", [0, 9, PART_BYTES, LARGE])
def test_the_same_bytes_on_another_machine(address: BucketAddress, tmp_path: Path, byte_count: int) -> None:
    content = os.urandom(byte_count)
    asset = put(store(address, tmp_path / "a"), tmp_path, content)
    there = store(address, tmp_path / "b")
    assert there.has(asset)
    assert there.verify(asset)
    assert there.path(asset).read_bytes() == content
    assert keys(address) == [f"films/media/{key_of(asset.sha256)}"]
    found = obstore.get(client(address), key_of(asset.sha256))
    assert found.attributes["Content-Type"] == "image/png"


def test_an_equal_object_is_not_sent_again(address: BucketAddress, wire: FaultyWire, tmp_path: Path) -> None:
    put(store(address, tmp_path / "a"), tmp_path)
    put(store(through(wire, address), tmp_path / "b"), tmp_path)
    assert wire.seen == ["HEAD"]
    media = store(through(wire, address), tmp_path / "b")
    media.path(put(media, tmp_path))
    assert wire.seen == ["HEAD", "HEAD"], "what was put or read before is read here"


def test_a_cut_object_is_replaced(address: BucketAddress, tmp_path: Path) -> None:
    media = store(address, tmp_path / "a")
    asset = put(media, tmp_path)
    obstore.put(client(address), key_of(asset.sha256), b"a pic")
    assert not media.has(asset)
    assert not media.verify(asset)
    with pytest.raises(NotFound, match="is gone"):
        store(address, tmp_path / "b").path(asset)
    put(media, tmp_path)
    assert media.verify(asset)


@pytest.mark.parametrize("fault", ["stall", "503", "drop", "lost reply"])
def test_one_failure_is_survived_by_all(address: BucketAddress, wire: FaultyWire, tmp_path: Path, fault: str) -> None:
    spoilt = through(wire, address, request_s=0.5)
    media = store(spoilt, tmp_path / "a")
    for method in ("HEAD", "PUT"):
        wire.spoil(method, fault)  # type: ignore[arg-type]
    asset = put(media, tmp_path)
    other = store(spoilt, tmp_path / "b")
    for method in ("HEAD", "GET"):
        wire.spoil(method, fault)  # type: ignore[arg-type]
    assert other.path(asset).read_bytes() == b"a picture"
    wire.spoil("DELETE", fault)  # type: ignore[arg-type]
    media.remove(asset.sha256)
    assert keys(address) == []
    assert wire.waiting == []


@pytest.mark.parametrize("fault", ["503", "drop", "lost reply"])
def test_a_part_that_fails_is_sent_again(address: BucketAddress, wire: FaultyWire, tmp_path: Path, fault: str) -> None:
    wire.spoil("PUT", fault)  # type: ignore[arg-type]
    asset = put(store(through(wire, address), tmp_path / "a"), tmp_path, os.urandom(LARGE))
    assert store(address, tmp_path / "b").verify(asset)
    assert wire.waiting == []
    assert wire.seen.count("PUT") == 4, "three parts, one of them twice"


@pytest.mark.parametrize("fault", ["cut", "garble"])
@pytest.mark.parametrize("byte_count", [900_000, LARGE])
def test_what_came_spoilt_is_fetched_again(
    address: BucketAddress, wire: FaultyWire, tmp_path: Path, fault: str, byte_count: int
) -> None:
    content = os.urandom(byte_count)
    asset = put(store(address, tmp_path / "a"), tmp_path, content)
    wire.spoil("GET", fault)  # type: ignore[arg-type]
    assert store(through(wire, address), tmp_path / "b").path(asset).read_bytes() == content
    assert wire.waiting == []


@pytest.mark.parametrize(("fault", "reason"), [("cut", "cut off"), ("garble", "damaged"), ("stall", "timed out")])
def test_what_never_comes_whole_is_refused(
    address: BucketAddress, wire: FaultyWire, tmp_path: Path, fault: str, reason: str
) -> None:
    asset = put(store(address, tmp_path / "a"), tmp_path, os.urandom(900_000))
    wire.spoil("GET", fault, times=20)  # type: ignore[arg-type]
    with pytest.raises(StorageError) as caught:
        store(through(wire, address, request_s=0.5), tmp_path / "b").path(asset)
    assert caught.value.details["reason"] == reason
    assert caught.value.hint
    assert [found for found in (tmp_path / "b").rglob("*") if found.is_file()] == []


def test_a_put_that_fails_keeps_the_source(address: BucketAddress, wire: FaultyWire, tmp_path: Path) -> None:
    wire.spoil("PUT", "503", times=20)
    with pytest.raises(StorageError, match=r"again and again \(SlowDown\)") as caught:
        put(store(through(wire, address), tmp_path / "a"), tmp_path)
    assert caught.value.details["reason"] == "failing"
    assert (tmp_path / "made").read_bytes() == b"a picture"
    assert keys(address) == []
    assert [found for found in (tmp_path / "a").rglob("*") if found.is_file()] == []


def _all_fail(media: BucketMediaStore, tmp_path: Path) -> set[str]:
    """The reasons that every verb gives."""
    asset = Asset(sha256="0" * 64, media_type="image/png", byte_count=9)
    reasons: set[str] = set()
    for verb in (
        lambda: put(media, tmp_path),
        lambda: media.path(asset),
        lambda: media.has(asset),
        lambda: media.verify(asset),
        lambda: media.remove(asset.sha256),
    ):
        with pytest.raises(StorageError) as caught:
            verb()
        assert caught.value.hint
        assert "not-a-secret" not in f"{caught.value.message} {caught.value.hint} {caught.value.details}"
        reasons.add(str(caught.value.details["reason"]))
    return reasons


def test_every_verb_says_what_is_wrong(bucket_server: BucketServer, address: BucketAddress, tmp_path: Path) -> None:
    wrong = {
        "no bucket": bucket_server.address("reel-gone", "films"),
        "refused": replace(address, secret_access_key="another"),
        "unreachable": replace(address, endpoint_url="http://127.0.0.1:9"),
    }
    for reason, place in wrong.items():
        assert _all_fail(store(place, tmp_path / "cache"), tmp_path) == {reason}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Error performing PUT http://169.254.169.254/latest/api/token - status code: 403 Forbidden", "no keys"),
        ("status code: 403 Forbidden: <Error><Code>RequestTimeTooSkewed</Code>", "clock"),
        ("status code: 301 Moved Permanently: <Error><Code>PermanentRedirect</Code>", "region"),
        ("status code: 400 Bad Request: <Error><Code>AuthorizationHeaderMalformed</Code>", "region"),
        ("status code: 429 Too Many Requests", "failing"),
        ("something nobody has seen", "other"),
    ],
)
def test_what_the_server_here_cannot_say(text: str, reason: str) -> None:
    """Words of Amazon's own, as its documentation and the client give them."""
    fault = bucket_fault(obstore.exceptions.GenericError(text), BucketAddress("films"), "write 'ab/cd'")
    assert fault.details["reason"] == reason
    assert fault.hint


def test_a_bucket_that_goes_away(bucket_server: BucketServer, address: BucketAddress, tmp_path: Path) -> None:
    asset = put(store(address, tmp_path / "a"), tmp_path)
    gone = store(bucket_server.address("reel-gone"), tmp_path / "a")
    assert gone.path(asset).read_bytes() == b"a picture", "the copy on this machine still serves"
    with pytest.raises(StorageError, match="there is no bucket 'reel-gone'"):
        gone.has(asset)


_PUT_FOR_EVER = """
import os, sys
from pathlib import Path
from reelwright.store.bucket import Bucket, bucket_fault
from reelwright.store.bucket_address import BucketAddress
from reelwright.store.media_bucket import BucketMediaStore
from reelwright.store.media_cache import MediaCache
home, bucket, endpoint, key, secret = sys.argv[1:]
address = BucketAddress(bucket, "films/media", endpoint, "us-east-1", key, secret)
media = BucketMediaStore(Bucket(address), MediaCache(Path(home) / "cache", 10**9))
n = 0
while True:
    source = Path(home) / f"source{n}"
    source.write_bytes(b"%d " % n * (4_500_000 if n % 2 else 10_000))
    asset = media.put(source, "text/plain")
    sys.stdout.write(asset.model_dump_json() + "\\n"); sys.stdout.flush()
    n += 1
"""


@pytest.mark.parametrize("acknowledged", [1, 4])
def test_killed_while_putting(address: BucketAddress, tmp_path: Path, acknowledged: int) -> None:
    where = [address.bucket, address.endpoint_url, address.access_key_id, address.secret_access_key]
    command = [sys.executable, "-c", _PUT_FOR_EVER, str(tmp_path), *where]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    lines = [writer.stdout.readline() for _ in range(acknowledged)]
    writer.kill()
    lines += writer.stdout.read().splitlines()
    writer.wait()
    writer.stdout.close()
    media = store(address, tmp_path / "another cache")
    told = [Asset.model_validate_json(line) for line in lines if line.endswith(("}", "}\n"))]
    assert len(told) >= acknowledged
    assert all(media.verify(asset) for asset in told)
    for key in keys(address):
        content = bytes(obstore.get(client(address), key.removeprefix("films/media/")).bytes())
        source = tmp_path / "again"
        source.write_bytes(content)
        assert key.endswith(key_of(media.put(source, "text/plain").sha256)), "all of its bytes or none"


def test_the_cache_forgets_what_was_not_used_for_longest(address: BucketAddress, tmp_path: Path) -> None:
    media = BucketMediaStore(Bucket(address), MediaCache(tmp_path / "a", 3_000, in_use_s=60))
    assets = [put(media, tmp_path, b"%d" % n * 1_000) for n in range(3)]
    for age_s, asset in zip((900, 800, 700), assets, strict=True):
        os.utime(media.path(asset), (1e9 - age_s, 1e9 - age_s))
    media.path(assets[0])
    newest = put(media, tmp_path, b"9" * 1_000)
    left = {key_of(asset.sha256): (tmp_path / "a" / key_of(asset.sha256)).exists() for asset in [*assets, newest]}
    assert list(left.values()) == [True, False, True, True]
    assert all(media.has(asset) for asset in assets), "the bucket keeps all"
    assert media.path(assets[1]).read_bytes() == b"1" * 1_000


def test_the_cache_keeps_what_is_in_use_and_what_is_being_written(tmp_path: Path) -> None:
    cache = MediaCache(tmp_path, 1)
    asset = Asset(sha256="ab" * 32, media_type="text/plain", byte_count=4)
    with cache.aside() as writing, cache.aside() as aside:
        writing.write_bytes(b"half")
        os.utime(writing, (1e9, 1e9))
        aside.write_bytes(b"full")
        place = cache.adopt(aside, asset)
        assert cache.shrink() == 0
        assert place.exists()
        os.utime(place, (1e9, 1e9))
        assert cache.shrink() == 4
        assert not place.exists()
        assert writing.exists()


def test_a_copy_of_another_length_is_not_used(address: BucketAddress, tmp_path: Path) -> None:
    media = store(address, tmp_path / "a")
    asset = put(media, tmp_path)
    media.path(asset).write_bytes(b"a pic")
    assert media.path(asset).read_bytes() == b"a picture"


def test_a_vault_over_a_bucket(address: BucketAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", address.access_key_id)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", address.secret_access_key)
    settings = load_settings(media_url=address.url, s3_endpoint_url=address.endpoint_url)
    source = tmp_path / "made"
    source.write_bytes(b"a picture")
    with open_vault(settings) as vault:
        asset = vault.media.put(source, "image/png")
        assert vault.media.path(asset).is_relative_to(settings.cache_dir)
    assert keys(address) == [f"films/media/{key_of(asset.sha256)}"]


def test_keys_of_a_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    credentials, config = tmp_path / "credentials", tmp_path / "config"
    credentials.write_text("[default]\naws_access_key_id = d\naws_secret_access_key = e\n[films]\n")
    with credentials.open("a") as file:
        file.write("aws_access_key_id = f\naws_secret_access_key = g%h\naws_session_token = t\n")
    config.write_text(
        "[profile films]\nregion = eu-west-1\nendpoint_url = http://there:9\n[profile sso]\nsso_session=x\n"
    )
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(credentials))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    found = bucket_address(load_settings(media_url="s3://bucket/a/b", aws_profile="films"))
    assert found == BucketAddress("bucket", "a/b", "http://there:9", "eu-west-1", "f", "g%h", "t")
    assert "g%h" not in repr(found)
    assert bucket_address(load_settings(media_url="s3://bucket")).access_key_id == "d"
    with pytest.raises(ConfigurationError, match="'sso' has no keys of its own"):
        bucket_address(load_settings(media_url="s3://bucket", aws_profile="sso"))
    with pytest.raises(ConfigurationError, match="'nobody' does not exist"):
        bucket_address(load_settings(media_url="s3://bucket", aws_profile="nobody"))


_WITHOUT_EXTRA = """
import sys
sys.modules["obstore"] = None
from reelwright.crew import open_media
from reelwright.errors import ConfigurationError
from reelwright.settings import load_settings
try:
    open_media(load_settings(media_url="s3://films"))
except ConfigurationError as error:
    assert 'pip install "reelwright[s3]"' in error.hint, error.hint
else:
    raise AssertionError("nothing was raised")
"""


def test_without_the_extra_the_command_is_named() -> None:
    subprocess.run([sys.executable, "-c", _WITHOUT_EXTRA], check=True)


def test_a_folder_needs_no_bucket_package() -> None:
    code = "import sys, reelwright.crew; assert not {'obstore', 'reelwright.store.bucket'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_shared_folder_must_be_there(tmp_path: Path) -> None:
    settings = load_settings(media_url=str(tmp_path / "mount" / "media"))
    with pytest.raises(StorageError, match="is not there"):
        open_media(settings)
    assert not (tmp_path / "mount").exists(), "a folder made here would hide that the disk is not mounted"
    settings.media_dir.mkdir(parents=True)
    media = open_media(settings)
    assert isinstance(media, FolderMediaStore)
    assert media.root == tmp_path / "mount" / "media"
