"""Nothing grows out of heads: trees stand aside, the camera steps away from lamps, a kite's line crosses nobody."""

import itertools

import numpy as np
import pytest

from reelwright.film.shot import Camera, Framing, Person, Shot, Staging
from reelwright.providers.builtin.artist.clearing import clear_of_heads, set_aside
from reelwright.providers.builtin.artist.composition import compose
from reelwright.providers.builtin.artist.contract import Anchor, Scene, Setting
from reelwright.providers.builtin.artist.creatures import creatures
from reelwright.providers.builtin.artist.painting import Canvas2D, pixels_of
from reelwright.providers.builtin.artist.pieces.flown import flown
from reelwright.providers.builtin.artist.scene import build_scene
from reelwright.providers.builtin.artist.settings import setting_for

SIZE = Canvas2D.for_size(320, 180)


def set_up(setting: str, framing: Framing, seed: int, **staging: object) -> tuple[Scene, Setting, tuple[Anchor, ...]]:
    """One person in a place, at the size of a thumbnail."""
    people = staging.pop("people", (Person(place=("left", "centre", "right")[seed % 3]),))
    where = Staging.model_validate({"setting": setting, "place_seed": seed, "people": people} | staging)
    shot = Shot(id="one", number=1, frame_count=72, staging=where, camera=Camera(framing=framing))
    known, _ = setting_for(where)
    scene = build_scene(shot, known, "illustrated", SIZE, seed)
    return scene, known, compose(scene, None).anchors


def edges_over(scene: Scene, setting: Setting, head: Anchor) -> float:
    """How strongly the set changes from column to column in the band over the head, 0 to 255."""
    frame = np.zeros((180, 320, 3))
    for layer in setting.paint(scene).behind:
        per_unit = SIZE.scale * layer.detail
        columns = np.clip(((np.arange(320) / SIZE.scale) - layer.left) * per_unit, -1, layer.image.width()).astype(int)
        rows = np.clip(((np.arange(180) / SIZE.scale) - layer.top) * per_unit, -1, layer.image.height()).astype(int)
        valid = ((rows >= 0) & (rows < layer.image.height()))[:, None] & (
            (columns >= 0) & (columns < layer.image.width())
        )
        seen = pixels_of(layer.image)[np.clip(rows, 0, layer.image.height() - 1)][
            :, np.clip(columns, 0, layer.image.width() - 1)
        ]
        alpha = seen[..., 3:] / 255.0 * valid[..., None]
        frame = frame * (1 - alpha) + seen[..., :3] * valid[..., None]
    x, y, half = head.head_x * SIZE.scale, head.head_y * SIZE.scale, head.head_height * SIZE.scale / 2
    band = frame[max(0, int(y - half * 1.9)) : max(2, int(y)), int(x - half * 1.3) : int(x + half * 1.3)]
    return float(np.abs(np.diff(band, axis=1)).max(axis=2).mean())


def test_the_camera_steps_aside_from_what_would_grow_out_of_a_head() -> None:
    before: list[float] = []
    after: list[float] = []
    for setting in ("living_room", "restaurant"):
        for seed in range(2):
            scene, known, anchors = set_up(setting, Framing.MEDIUM, seed)
            clear = clear_of_heads(scene, known, anchors)
            before.append(edges_over(scene, known, anchors[0]))
            after.append(edges_over(clear, known, anchors[0]))
    assert sum(after) < 0.75 * sum(before)
    assert sum(a > 1.3 * b + 2 for a, b in zip(after, before, strict=True)) <= 1


@pytest.mark.parametrize("setting", ["street", "garden", "field"])
def test_no_tree_stands_behind_a_head(setting: str) -> None:
    moved = 0
    for seed in range(6):
        scene, known, anchors = set_up(setting, Framing.MEDIUM_WIDE, seed)
        behind = known.paint(scene).behind
        for layer in set_aside(behind, scene, anchors):
            if layer.name not in ("living", "tree"):
                continue
            alpha, per_unit = pixels_of(layer.image)[..., 3], SIZE.scale * layer.detail
            head = anchors[0]
            rows, columns = np.nonzero(alpha > 160)
            away = np.hypot(
                columns / per_unit + layer.left - head.head_x, (rows / per_unit + layer.top - head.head_y) / 1.1
            )
            ring = (away > 0.42 * head.head_height) & (away < 0.72 * head.head_height)
            whole = np.pi * (0.72**2 - 0.42**2) * 1.1 * (head.head_height * per_unit) ** 2
            assert not 0.15 < ring.sum() / whole < 0.85, seed
        moved += {layer.left for layer in behind} != {layer.left for layer in set_aside(behind, scene, anchors)}
    assert moved or setting == "field"


def test_a_kite_between_two_has_its_line_over_neither_head() -> None:
    girl = Person(id="girl", age_years=9, presentation="girl", place="right", gaze="up", holds="reel")
    grandfather = Person(id="old", age_years=70, presentation="man", place="left", gaze="right")
    scene, _, anchors = set_up("beach", Framing.WIDE, 1, people=(girl, grandfather), props=("kite",))
    hand = anchors[0].head_x - anchors[0].head_height * 0.5, anchors[0].head_y + anchors[0].head_height * 1.4
    (layer,) = flown(scene, anchors, hand, indoors=False)
    rows, columns = np.nonzero(pixels_of(layer.image)[..., 3] > 20)
    x, y = columns / SIZE.scale + layer.left, rows / SIZE.scale + layer.top
    for head in anchors:
        assert np.hypot(x - head.head_x, y - head.head_y).min() > 0.5 * head.head_height
    assert np.hypot(x - hand[0], y - hand[1]).min() < 8


def test_a_horse_is_larger_than_who_stands_beside_it_and_on_one_ground() -> None:
    rider = Person(presentation="man", place="left", pose="standing")
    scene, _, anchors = set_up("field", Framing.WIDE, 2, people=(rider,), props=("horse",))
    (horse,) = creatures(scene, anchors, indoors=False)
    rows, columns = np.nonzero(pixels_of(horse.image)[..., 3] > 160)
    long, tall = np.ptp(columns) / SIZE.scale, np.ptp(rows) / SIZE.scale
    man = 7.4 * anchors[0].head_height
    assert long > 0.9 * man
    assert tall > 0.85 * man
    foot = rows.max() / SIZE.scale + horse.top
    assert abs(foot - (anchors[0].head_y + 6.9 * anchors[0].head_height)) < 0.5 * anchors[0].head_height
    assert columns.min() / SIZE.scale + horse.left > anchors[0].head_x + 0.6 * anchors[0].head_height


@pytest.mark.parametrize("gaze", ["camera", "left", "product"])
def test_three_shots_in_a_row_see_somebody_from_three_sides(gaze: str) -> None:
    where = Staging.model_validate({"setting": "studio", "people": (Person(gaze=gaze, place="centre"),)})  # type: ignore[arg-type]
    known, _ = setting_for(where)
    turns: list[float] = []
    for number in (1, 2, 3):
        shot = Shot(
            id=f"s{number}", number=number, frame_count=72, staging=where, camera=Camera(framing=Framing.MEDIUM)
        )
        turns.append(compose(build_scene(shot, known, "illustrated", SIZE, 4), None).anchors[0].faces)
    assert len({turn > 0 for turn in turns}) == 1, "nobody is mirrored between two shots"
    assert min(abs(a - b) for a, b in itertools.combinations(turns, 2)) > 0.08


def test_a_medium_shot_of_a_runner_shows_the_knees() -> None:
    runner = Person(pose="running", action="run", presentation="man")
    _, _, anchors = set_up("road", Framing.MEDIUM, 1, people=(runner,))
    knees = anchors[0].head_y + 5.1 * anchors[0].head_height
    assert knees < SIZE.height
    _, _, standing = set_up("road", Framing.MEDIUM, 1, people=(runner.model_copy(update={"pose": "", "action": ""}),))
    assert standing[0].head_height > 1.4 * anchors[0].head_height
