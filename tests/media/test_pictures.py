import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.errors import MediaError, UnreadableMedia
from reelwright.media.canvas import skia
from reelwright.media.decode import frame_at, read_sound, rgb_frames
from reelwright.media.encode import TakeEncoder
from reelwright.media.png import png_bytes, write_png
from reelwright.media.probe import probe
from reelwright.media.sheet import SheetShot, contact_sheet

RATE = Fraction(24)
PATCHES = (
    (255, 0, 0),
    (0, 255, 0),
    (0, 0, 255),
    (255, 255, 255),
    (0, 0, 0),
    (128, 128, 128),
    (200, 100, 50),
    (20, 200, 120),
)


def read(path: Path) -> NDArray[np.uint8]:
    return skia.Image.open(str(path)).toarray(colorType=skia.kRGBA_8888_ColorType)


def flat(color: tuple[int, int, int], width: int = 64, height: int = 64) -> NDArray[np.uint8]:
    picture = np.full((height, width, 4), 255, np.uint8)
    picture[..., :3] = color
    return picture


def test_colours_come_back_within_three_levels(tmp_path: Path) -> None:
    with TakeEncoder(tmp_path / "a.mp4", 64, 64, RATE, keyframes=range(len(PATCHES)), crf=4) as encoder:
        for color in PATCHES:
            encoder.write(flat(color))
    for color, picture in zip(PATCHES, rgb_frames(tmp_path / "a.mp4"), strict=True):
        assert np.abs(picture.astype(int) - color).max() <= 3, color


def test_both_channel_orders_give_the_same_file(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (64, 64, 4)).astype(np.uint8)
    for name, pixels, layout in (("a", noise, "rgba"), ("b", noise[..., [2, 1, 0, 3]].copy(), "bgra")):
        with TakeEncoder(tmp_path / name, 64, 64, RATE) as encoder:
            encoder.write(pixels, layout)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_takes_are_tagged_keyed_and_the_same_every_time(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (20, 90, 160, 4)).astype(np.uint8)
    for name in ("a.mp4", "b.mp4"):
        with TakeEncoder(tmp_path / name, 160, 90, Fraction(30000, 1001), keyframes=(7, 13)) as encoder:
            for picture in noise:
                encoder.write(picture)
    facts = probe(tmp_path / "a.mp4")
    assert (facts.codec, facts.pixel_format, facts.is_tagged_bt709) == ("h264", "yuv420p", True)
    assert (facts.frame_count, facts.keyframes, facts.rate) == (20, (0, 7, 13), Fraction(30000, 1001))
    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()


def test_parameter_sets_do_not_depend_on_picture_length_or_quality(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (9, 90, 160, 4)).astype(np.uint8)
    sets: set[bytes] = set()
    for name, pictures, crf in (("a", noise, 20), ("b", noise[:1] * 0, 30), ("c", noise[:4] // 8, 10)):
        with TakeEncoder(tmp_path / name, 160, 90, RATE, crf=crf) as encoder:
            for picture in pictures:
                encoder.write(picture)
        sets.add(probe(tmp_path / name).extradata)
    assert len(sets) == 1


def test_any_frame_is_found_by_its_number(tmp_path: Path) -> None:
    with TakeEncoder(tmp_path / "a.mp4", 64, 64, RATE, keyframes=(10, 20)) as encoder:
        for number in range(30):
            encoder.write(flat((8 * number, 100, 100)))
    for number in (0, 1, 9, 10, 11, 19, 25, 29):
        assert abs(int(frame_at(tmp_path / "a.mp4", number)[32, 32, 0]) - 8 * number) <= 4
    with pytest.raises(UnreadableMedia, match="frame 30"):
        frame_at(tmp_path / "a.mp4", 30)


def test_what_is_no_film_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "notes.mp4").write_text("#EXTM3U\nfile:///etc/hostname\n")
    with pytest.raises(UnreadableMedia, match=r"notes\.mp4"):
        probe(tmp_path / "notes.mp4")
    with pytest.raises(UnreadableMedia, match="no file"):
        probe(tmp_path / "absent.mp4")
    with TakeEncoder(tmp_path / "silent.mp4", 64, 64, RATE) as encoder:
        encoder.write(flat((1, 2, 3)))
    with pytest.raises(UnreadableMedia, match="no sound"):
        read_sound(tmp_path / "silent.mp4")
    with pytest.raises(MediaError, match="must be even"):
        TakeEncoder(tmp_path / "odd.mp4", 63, 64, RATE)
    with (
        pytest.raises(MediaError, match="could not be written"),
        TakeEncoder(tmp_path / "nowhere" / "a.mp4", 64, 64, RATE) as encoder,
    ):
        encoder.write(flat((1, 2, 3)))


def test_png_is_exact_and_cheap(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    for channels in (3, 4):
        pixels = rng.integers(0, 255, (37, 53, channels)).astype(np.uint8)
        pixels[..., 3:] = 255
        write_png(tmp_path / "a.png", pixels, comment="AI")
        assert (read(tmp_path / "a.png")[..., :3] == pixels[..., :3]).all()
    ramp = np.linspace(30, 200, 1280)[None, :, None] + rng.normal(0, 3, (720, 1280, 3))
    picture = ramp.clip(0, 255).astype(np.uint8)
    began = time.process_time()
    png_bytes(picture)
    assert time.process_time() - began < 0.15


@pytest.mark.parametrize(("width", "height", "count"), [(64, 36, 3), (36, 64, 6), (64, 64, 1)])
def test_the_contact_sheet_shows_every_picture(tmp_path: Path, width: int, height: int, count: int) -> None:
    shots: list[SheetShot] = []
    for number in range(count):
        with TakeEncoder(tmp_path / f"{number}.mp4", width, height, RATE) as encoder:
            for shade in (60, 140):
                encoder.write(flat((250, shade, 20 + 30 * number), width, height))
        write_png(tmp_path / f"{number}.png", flat((250, 220, 20 + 30 * number), width, height))
        pictures = ((tmp_path / f"{number}.mp4", 0), (tmp_path / f"{number}.mp4", 1), tmp_path / f"{number}.png")
        shots.append(
            SheetShot(pictures, f"sh{number:02d}", "0:00.0 to 0:03.0", "A very long beat name " * 9, "n " * 300)
        )
    contact_sheet(
        "A title that is longer than any title should ever be, and then some more of it" * 2, shots, tmp_path / "s.png"
    )
    sheet = read(tmp_path / "s.png")[::4, ::4].astype(np.int16)
    assert sheet.shape[1] == 480
    for number in range(count):
        for shade in (60, 140, 220):
            near = np.abs(sheet[..., :3] - (250, shade, 20 + 30 * number)).max(axis=2) <= 6
            assert near.sum() > 200, (number, shade)
    assert (sheet[:, :10, :3] == sheet[0, 0, :3]).all()
