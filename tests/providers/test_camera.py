import itertools
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reelwright.errors import UnreadableMedia
from reelwright.film.asset import Asset
from reelwright.film.frame import FrameRole
from reelwright.film.shot import Camera as ShotCamera
from reelwright.film.shot import Movement, Shot
from reelwright.media.canvas import skia
from reelwright.media.decode import rgb_frames
from reelwright.media.png import write_png
from reelwright.media.probe import probe
from reelwright.media.workshop import Workshop
from reelwright.ports import ImageRequest, Tools, VideoRequest
from reelwright.providers.builtin.artist.painting import Canvas2D, LayerMotion, Overlay, Painting, Plate
from reelwright.providers.builtin.camera import Camera, jobs
from reelwright.providers.builtin.camera.cache import PaintingCache
from reelwright.providers.builtin.camera.jobs import Look, Take, shoot_job
from reelwright.providers.builtin.camera.moves import MAX_DEPTH, eased, pose_at
from reelwright.providers.builtin.camera.render import Lens, as_rgba
from reelwright.providers.builtin.camera.sparse import pieces_of
from reelwright.providers.builtin.cards import ARTIST, CAMERA
from reelwright.providers.builtin.stills import BuiltinArtist

WIDTH, HEIGHT = 320, 180
MOVES = list(Movement)


def small_painting(*motions: LayerMotion) -> Painting:
    """A striped wall behind, a disc at the subject's plane, a post in front; every layer fills its overscan."""
    size = Canvas2D.for_size(WIDTH, HEIGHT)
    wall, disc, post = Plate(size, 0.2, "wall"), Plate(size, 1.0, "disc"), Plate(size, 1.6, "post")
    wall.canvas.drawColor(0xFF305070)
    for x in range(-200, 1500, 80):
        wall.canvas.drawRect(skia.Rect.MakeXYWH(x, -100, 40, 1000), skia.Paint(Color=0xFF406890))
    disc.canvas.drawCircle(640, 360, 150, skia.Paint(Color=0xFFE0A060, AntiAlias=True))
    post.canvas.drawRect(skia.Rect.MakeXYWH(1000, -100, 60, 1000), skia.Paint(Color=0xFF201810))
    kinds = (*motions, LayerMotion(), LayerMotion(), LayerMotion())
    layers = tuple(plate.layer(kind) for plate, kind in zip((wall, disc, post), kinds, strict=False))
    return Painting(size, WIDTH, HEIGHT, tuple(layer for layer in layers if layer))


@pytest.mark.parametrize("move", MOVES)
def test_no_move_ever_shows_what_lies_beyond_the_overscan(move: Movement) -> None:
    for seed in range(8):
        for step in range(-12, 73):
            pose = pose_at(move, step / 60, step / 10, seed=seed, strength=1.2)
            for depth in (0.0, 0.5, 1.0, 1.7, MAX_DEPTH, 5.0):
                scale, x, y = pose.place(depth)
                assert scale >= 1.0
                assert 0.5 + max(abs(x), abs(y)) <= 0.6 * scale + 1e-9


@pytest.mark.parametrize("move", MOVES)
def test_frames_are_filled_and_moves_are_seen_and_smooth(move: Movement) -> None:
    lens = Lens(small_painting(), move)
    frames = [as_rgba(lens.look(n / 24, n / 24)).astype(int) for n in range(25)]
    assert all((frame[..., 3] == 255).all() and frame[..., :3].min() > 5 for frame in frames)
    total = np.abs(frames[-1] - frames[0]).mean()
    steps = [np.abs(b - a).mean() for a, b in itertools.pairwise(frames)]
    if move is Movement.STATIC:
        assert total == 0
    else:
        assert total > 1.0
        assert max(steps) < 12 * (np.mean(steps) + 0.05)


def test_moves_go_where_their_names_say() -> None:
    def disc_x(move: Movement, u: float) -> float:
        frame = as_rgba(Lens(small_painting(), move).look(u, 0))
        return float(np.argwhere(frame[..., 0] > 180)[:, 1].mean())

    def disc_size(move: Movement, u: float) -> int:
        return int((as_rgba(Lens(small_painting(), move).look(u, 0))[..., 0] > 180).sum())

    assert disc_x(Movement.PAN_LEFT, 1) > disc_x(Movement.PAN_LEFT, 0) + 10
    assert disc_x(Movement.DOLLY_RIGHT, 1) < disc_x(Movement.DOLLY_RIGHT, 0) - 10
    assert abs(disc_x(Movement.ORBIT, 1) - disc_x(Movement.ORBIT, 0)) < 3
    assert disc_size(Movement.PUSH_IN, 1) > disc_size(Movement.PUSH_IN, 0) * 1.1
    assert disc_size(Movement.PULL_OUT, 1) < disc_size(Movement.PULL_OUT, 0) / 1.1


def test_the_pace_begins_and_ends_gently_and_goes_on_in_the_spare_frames() -> None:
    assert (eased(0), eased(1)) == (0, 1)
    shares = [eased(n / 100) for n in range(-15, 116)]
    pace = np.diff(shares)
    assert (pace > 0).all()
    assert pace.max() > 4 * pace[16]
    assert np.abs(np.diff(pace)).max() < 0.002


@pytest.mark.parametrize("kind", ["rise", "drift", "sway", "breathe", "flicker", "fall"])
def test_layers_live_and_repeat_without_a_seam(kind: str) -> None:
    motion = LayerMotion(kind=kind, amount=0.1 if kind in ("breathe", "flicker") else 12, period_s=2.0)  # type: ignore[arg-type]
    lens = Lens(small_painting(LayerMotion(), motion), Movement.STATIC)
    frames = [as_rgba(lens.look(0, n / 12)).astype(int) for n in range(25)]
    assert np.abs(frames[6] - frames[0]).mean() + np.abs(frames[3] - frames[0]).mean() > 0.05
    assert np.abs(frames[24] - frames[0]).max() <= 1
    steps = [np.abs(b - a).mean() for a, b in itertools.pairwise(frames)]
    assert max(steps) < 6 * np.mean(steps)


def test_a_still_camera_draws_the_same_from_flattened_layers() -> None:
    painting = small_painting(LayerMotion(), LayerMotion(), LayerMotion(kind="drift", amount=6))
    flat = as_rgba(Lens(painting, Movement.STATIC).look(0.3, 0.7)).astype(int)
    lens = Lens(painting, Movement.STATIC)
    lens._stack = list(painting.layers)  # pyright: ignore[reportPrivateUsage]
    assert np.abs(flat - as_rgba(lens.look(0.3, 0.7))).max() <= 1


def test_overlays_are_laid_on_in_their_order() -> None:
    dark = skia.Surface(WIDTH, HEIGHT)
    dark.getCanvas().drawColor(0x80000000)
    light = skia.Surface(WIDTH, HEIGHT)
    light.getCanvas().drawColor(0xFF404040)
    plain = small_painting()
    overlays = (Overlay(dark.makeImageSnapshot()), Overlay(light.makeImageSnapshot(), "screen"))
    lit = Painting(plain.canvas, WIDTH, HEIGHT, plain.layers, overlays)
    before = as_rgba(Lens(plain, Movement.STATIC).look(0, 0))[90, 160, 0] / 255
    after = as_rgba(Lens(lit, Movement.STATIC).look(0, 0))[90, 160, 0] / 255
    assert after == pytest.approx(1 - (1 - before / 2) * (1 - 64 / 255), abs=0.01)


def picture(path: Path, wide: int = 400, high: int = 300) -> Path:
    rows, columns = np.mgrid[:high, :wide]
    pixels = np.stack([columns * 255 // wide, rows * 255 // high, (columns + rows) % 64 * 3], axis=-1).astype(np.uint8)
    write_png(path, pixels)
    return path


def shot(move: Movement, frame_count: int = 24) -> Shot:
    return Shot(id="a", number=1, frame_count=frame_count, camera=ShotCamera(movement=move), seed=5)


@pytest.mark.parametrize("move", MOVES)
def test_every_move_works_over_any_still(tmp_path: Path, move: Movement) -> None:
    look = Look(shot(move), "illustrated", WIDTH, HEIGHT, 5)
    take = Take(2, 12, 2, (0, 2, 14), Fraction(24), 5, picture(tmp_path / "still.png"))
    shoot_job(look, take, tmp_path / "take.mp4")
    facts = probe(tmp_path / "take.mp4")
    assert (facts.frame_count, facts.keyframes, facts.width_px) == (16, (0, 2, 14), WIDTH)
    for frame in rgb_frames(tmp_path / "take.mp4"):
        assert frame[4:-4, 4:12, 1].std() > 20


def test_a_push_in_over_a_still_begins_with_all_of_it(tmp_path: Path) -> None:
    still = picture(tmp_path / "still.png", WIDTH, HEIGHT)
    take = Take(0, 12, 0, (), Fraction(24), 5, still)
    shoot_job(Look(shot(Movement.PUSH_IN), "", WIDTH, HEIGHT, 5), take, tmp_path / "take.mp4")
    first = next(rgb_frames(tmp_path / "take.mp4")).astype(int)
    wanted = skia.Image.open(str(still)).toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]
    assert np.abs(first - wanted).mean() < 4


async def test_the_camera_says_when_it_leaves_the_end_frame_out(tmp_path: Path) -> None:
    still = picture(tmp_path / "still.png")
    asset = Asset(sha256="a" * 64, media_type="image/png", byte_count=1, origin="upload")
    request = VideoRequest(
        "", "", shot(Movement.PAN_LEFT), "", asset, asset, still, 0, 8, 0, (), Fraction(30000, 1001), WIDTH, HEIGHT, 5,
        tmp_path,
    )  # fmt: skip
    with Workshop(1) as workshop:
        reply = await Camera(CAMERA, Tools(workshop, tmp_path)).shoot(request)
        assert (probe(reply.media.path).frame_count, probe(reply.media.path).rate) == (8, Fraction(30000, 1001))
        assert "end frame" in reply.notes[0]
        still.write_text("no picture")
        with pytest.raises(UnreadableMedia):
            await Camera(CAMERA, Tools(workshop, tmp_path)).shoot(request)


def test_the_cache_keeps_the_newest_within_its_bytes() -> None:
    one = small_painting()
    cache, painted = PaintingCache(one.byte_count * 2), list[str]()

    def paint(name: str) -> Painting:
        painted.append(name)
        return one

    for name in "abacab":
        cache.get(name, lambda name=name: paint(name))
    assert "".join(painted) == "abcb"
    assert len(PaintingCache(1)._kept) == 0  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize("move", [Movement.PUSH_IN, Movement.HANDHELD, Movement.STATIC])
def test_start_and_end_frames_are_the_first_and_last_of_the_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, move: Movement
) -> None:
    alive = small_painting(LayerMotion(), LayerMotion(kind="drift", amount=20, period_s=1.3))

    def painted(*look: object) -> Painting:
        return alive

    monkeypatch.setattr(jobs, "painted", painted)
    look = Look(shot(move, 20), "illustrated", WIDTH, HEIGHT, 5)
    rate = Fraction(30000, 1001)
    jobs.paint_frame_job(look, 0.0, 0.0, tmp_path / "start.png")
    jobs.paint_frame_job(look, 1.0, float(19 / rate), tmp_path / "end.png")
    shoot_job(look, Take(3, 20, 4, (0, 3, 23), rate, 5), tmp_path / "take.mp4")
    frames = [picture.astype(int) for picture in rgb_frames(tmp_path / "take.mp4")]
    for name, number in (("start", 3), ("end", 22)):
        still = skia.Image.open(str(tmp_path / f"{name}.png")).toarray(colorType=skia.kRGBA_8888_ColorType)
        away = [float(np.abs(frame - still[..., :3]).mean()) for frame in frames]
        assert away[number] < 4
        assert away[number] <= min(away) * 1.15


async def test_the_artist_asks_for_the_moment_of_each_role(tmp_path: Path) -> None:
    asked: list[tuple[float, float]] = []

    class Recorder:
        async def run(self, job: object, /, *arguments: Any, bench: int | None = None) -> jobs.Done:
            asked.append((arguments[1], arguments[2]))
            return jobs.Done((), 0.0)

    artist = BuiltinArtist(ARTIST, Tools(Recorder(), tmp_path))
    for role in (FrameRole.START, FrameRole.END):
        await artist.paint(
            ImageRequest(role, "", "", shot(Movement.STATIC, 48), "", WIDTH, HEIGHT, 5, tmp_path, rate=Fraction(24))
        )
    assert asked == [(0.0, 0.0), (1.0, pytest.approx(47 / 24))]


def test_sparse_pictures_are_cut_where_nothing_is_painted() -> None:
    surface = skia.Surface(600, 400)
    canvas = surface.getCanvas()
    canvas.clear(0)
    for x, y, radius in ((40, 50, 6), (300, 200, 30), (590, 390, 20), (144, 240, 3)):
        canvas.drawCircle(x, y, radius, skia.Paint(Color=0xFFE0A060, AntiAlias=True))
    image = surface.makeImageSnapshot()
    pieces = pieces_of(image)
    assert len(pieces) == 4
    assert sum(piece.width() * piece.height() for piece, _, _ in pieces) < 0.15 * 600 * 400
    again = skia.Surface(600, 400)
    again.getCanvas().clear(0)
    for piece, left, top in pieces:
        again.getCanvas().drawImage(piece, left, top)
    assert np.array_equal(again.makeImageSnapshot().toarray(), image.toarray())
    canvas.drawRect(skia.Rect.MakeWH(600, 300), skia.Paint(Color=0xFF305070))
    assert len(pieces_of(surface.makeImageSnapshot())) == 1
