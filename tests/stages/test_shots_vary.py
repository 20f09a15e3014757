"""What must hold of the shots of any film: no two alike, drawn as said, on one side of the line, within the clock."""

import tomllib
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from tests.stages.briefs import BRIEFS
from tests.stages.films import Written, write

from reelwright.film.shot import Angle, Framing, Shot
from reelwright.providers.builtin.artist.people.poses import POSES
from reelwright.providers.builtin.artist.products import SHAPES
from reelwright.providers.builtin.artist.settings import SETTINGS
from reelwright.stages.stage_acting import line_side, other_side

ACTIONS = {
    "", "lift", "sip", "taste", "pour", "walk", "run", "ride", "turn", "look_up", "look_down", "open", "reach", "wave",
    "nod", "shake_head", "stretch", "point", "apply", "tap", "celebrate", "slump", "breathe_in", "wipe",
    "loosen", "wipe_brow", "hug", "arm_around", "lean_in", "hold_hands", "walk_together", "shake_hands", "high_five",
    "give", "take", "talk", "listen", "ponder", "settle", "show", "look_on", "exercise", "row",
}  # fmt: skip
PRODUCT_ACTIONS = {
    "", "open", "pour", "fill", "light_up", "turn", "spray", "drop", "drive", "glint", "break", "bounce", "unveil",
    "perk",
}  # fmt: skip
EFFECTS = {
    "steam", "dust", "bokeh", "petals", "sparkle", "light shafts", "silhouette", "neon", "fire", "stars", "confetti",
    "splash",
}  # fmt: skip
SOUNDS = {
    "rain", "pour", "steps", "whoosh", "wind", "waves", "birds", "hooves", "fire", "crowd", "traffic", "click",
    "sizzle",
    "crunch", "chime", "typing", "cloth", "bark", "meow", "engine", "spray",
}  # fmt: skip
DURATIONS_S = (15, 6, 30, 20, 45, 9, 60)
GROUPS = 16


@lru_cache(maxsize=1)
def prompts() -> tuple[str, ...]:
    """Every other labelled brief and the varied ones."""
    folder = Path(__file__).parents[1] / "briefs"
    labelled = [
        brief["text"]
        for path in sorted(folder.glob("*.toml"))
        for brief in tomllib.loads(path.read_text(encoding="utf-8"))["brief"]
    ]
    return tuple(dict.fromkeys((*labelled[::2], *BRIEFS)))


@pytest.mark.parametrize("group", [0, *(pytest.param(group, marks=pytest.mark.slow) for group in range(1, GROUPS))])
def test_any_film_is_varied_and_drawn_as_said(group: int) -> None:
    for at, prompt in enumerate(prompts()[group::GROUPS]):
        film = write(prompt, DURATIONS_S[at % len(DURATIONS_S)] if at % 3 == 0 else 15, seed=at % 5)
        assert sum(shot.frame_count for shot in film.shots) == round(film.brief.duration_s * film.brief.rate), prompt
        for shot in film.shots:
            _drawn_as_said(shot, film)
        _unlike(film)
        _one_side(film)
        _shows_it_in_full(film)


def _shows_it_in_full(film: Written) -> None:
    """One picture of an advertisement belongs to the product: near, with nobody in it but a hand."""
    shown = [shot for shot in film.shots if shot.staging.product]
    alone = [shot for shot in shown if not shot.staging.people or shot.camera.angle in (Angle.POV, Angle.TOP)]
    near = [shot for shot in alone if shot.camera.framing not in (Framing.EXTREME_WIDE, Framing.WIDE)]
    assert near or not shown, (film.brief.prompt, [shot.action_description for shot in shown])


def _drawn_as_said(shot: Shot, film: Written) -> None:
    staging, said = shot.staging, (film.brief.prompt, shot.action_description)
    assert bool(staging.people) == shot.presence.character_visible, said
    is_worn = any({"headphones"} & {*person.accessories} or person.glasses for person in staging.people)
    is_shown = staging.product is not None or (is_worn and "wearing" in shot.action_description)
    assert is_shown == shot.presence.product_visible, said
    assert staging.setting in SETTINGS, (staging.setting, *said)
    assert staging.product is None or staging.product.shape in SHAPES, said
    assert {person.pose for person in staging.people} <= POSES.keys(), said
    assert {person.action for person in staging.people} <= ACTIONS, said
    assert staging.product_action in PRODUCT_ACTIONS, said
    assert set(staging.effects) <= EFFECTS, said
    assert set(shot.sounds) <= SOUNDS, said
    assert len(shot.sounds) <= 2
    held = [person for person in staging.people if person.holds_product]
    assert (staging.product_place == "in hand") == bool(held), said


def _unlike(film: Written) -> None:
    """By set-up and content, and by what is done; neighbours differ in size or angle and in what happens."""
    seen = [_content(shot) for shot in film.shots]
    assert len(set(seen)) == len(seen), (film.brief.prompt, [one for one in seen if seen.count(one) > 1])
    said = [shot.action_description for shot in film.shots]
    assert len(set(said)) == len(said), (film.brief.prompt, said)
    for before, after in pairwise(film.shots):
        one, two = before.camera, after.camera
        assert (one.framing, one.angle) != (two.framing, two.angle), film.brief.prompt
    if len(film.shots) > 3:
        assert len({shot.camera.framing for shot in film.shots}) > 2, (film.brief.prompt, said)


def _content(shot: Shot) -> tuple[object, ...]:
    people = tuple((person.id, person.pose, person.action) for person in shot.staging.people)
    product = shot.staging.product_action if shot.staging.product else None
    return shot.camera.framing, shot.camera.angle, shot.presence.character_visible, people, product


def _one_side(film: Written) -> None:
    """The lead looks aside to one side only and never stands on the other; company faces back."""
    side = line_side(film.brief)
    for shot in film.shots:
        for lead in shot.staging.people[:1]:
            assert lead.place != other_side(side), shot.action_description
            if "back" not in shot.action_description:
                assert lead.gaze != side, shot.action_description
        for other in shot.staging.people[1:]:
            assert other.gaze != other.place, shot.action_description


def test_the_camera_travels_one_way() -> None:
    """Sideways moves match over the cuts and go where the lead looks."""
    for seed in range(12):
        film = write("Gourmet chocolate tasting", 45, seed)
        ways = {shot.camera.movement.value.split(" ")[1] for shot in film.shots if " " in shot.camera.movement.value}
        assert ways - {"up", "down"} <= {other_side(line_side(film.brief))}


def test_a_beat_is_filmed_in_many_ways() -> None:
    ways = {
        write("Artisan coffee that starts your morning right", 15, seed).shots[0].action_description
        for seed in range(24)
    }
    assert len(ways) >= 4


@pytest.mark.parametrize(
    ("prompt", "settings"),
    [
        ("Eco friendly water bottle for hikers", {"mountain", "street"}),
        ("Waterproof boots for campers", {"forest", "street", "living_room", "mountain"}),
        ("Project planning software for remote teams", {"office", "living_room"}),
        ("Fresh bread from our bakery", {"kitchen"}),
        ("Surfboard wax for surfers", {"beach", "street", "living_room"}),
        ("A detective enters his dimly lit office on a rainy night", {"office"}),
    ],
)
def test_films_play_where_their_people_are(prompt: str, settings: set[str]) -> None:
    for seed in range(6):
        places = [shot.staging.setting for shot in write(prompt, 15, seed).shots]
        assert set(places) <= settings, places
        assert len([1 for one, two in pairwise(places) if one != two]) <= 1, "a film moves at most once"


def test_a_story_is_told_by_its_own_verbs() -> None:
    film = write("A detective enters his dimly lit office on a rainy night", 20, 3)
    told = " ".join(shot.action_description for shot in film.shots)
    assert "drawer" in told or "lamp" in told or "window" in told
    assert {shot.staging.weather for shot in film.shots} == {"rain"}
    rider = write("Aldar Kose riding his horse across the steppe to his yurt at sunset", 15, 3)
    assert [person.action for shot in rider.shots for person in shot.staging.people].count("ride") >= 2
    assert any("yurt" in shot.staging.props for shot in rider.shots)
    fox = write("A girl finds a glowing fox in the snowy forest", 15, 1)
    assert any("a glowing fox" in shot.action_description for shot in fox.shots[1:])


def test_pictures_begin_before_the_action_and_end_after_it() -> None:
    for prompt in ("Artisan coffee that starts your morning right", "A detective enters his dimly lit office"):
        for shot in write(prompt, 20, 2).shots:
            prompts = shot.prompts
            assert len({prompts.image_prompt, prompts.start_image_prompt, prompts.end_image_prompt}) == 3
            assert len(prompts.motion_prompt.split(". ")) >= 3, "camera, subject and what surrounds it"


def test_close_shots_show_one_person() -> None:
    near = {Framing.CLOSE_UP, Framing.EXTREME_CLOSE_UP, Framing.INSERT}
    film = write("Coffee for families", 60, 4)
    assert all(len(shot.staging.people) <= 1 for shot in film.shots if shot.camera.framing in near)


@pytest.mark.parametrize(
    ("prompt", "presentation", "years"),
    [
        ("A young painter searches for her lost cat", "woman", range(18, 30)),
        ("An old baker teaches his grandson the last recipe", "man", range(66, 90)),
        ("Two brothers race their bikes through the village", "boy", range(6, 13)),
        ("A little girl loses her balloon", "girl", range(5, 10)),
    ],
)
def test_the_lead_is_who_the_story_says(prompt: str, presentation: str, years: range) -> None:
    lead = next(shot.staging.people[0] for shot in write(prompt).shots if shot.staging.people)
    assert lead.presentation == presentation
    assert lead.age_years in years


@pytest.mark.parametrize(
    ("prompt", "prop", "held"),
    [
        ("A girl and her grandfather fly a kite on the beach", "kite", "reel"),
        ("An old fisherman rows out before dawn", "rowing_boat", ""),
        ("Two brothers race their bikes through the village", "bicycle", ""),
        ("An old woman finds a letter in the attic", "letter", "letter"),
    ],
)
def test_what_a_story_is_about_is_seen(prompt: str, prop: str, held: str) -> None:
    for seed in range(3):
        shots = write(prompt, 15, seed).shots
        assert sum(prop in shot.staging.props for shot in shots) >= 2
        hands = {person.holds for shot in shots for person in shot.staging.people}
        assert held in hands
