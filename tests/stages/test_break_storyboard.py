"""A storyboard's panels: checked, mended or refused by name, worded for a picture model, made into shots."""

import pytest

from reelwright.errors import ReplyUnreadable
from reelwright.film.board import BoardWishes, PanelCamera
from reelwright.film.brief import Brief, FilmKind
from reelwright.film.shot import Angle
from reelwright.film.writing import BoardDraft, PanelDraft
from reelwright.providers.builtin.writer.board import draft_board
from reelwright.stages.board_prompts import WINDOW_TOKENS, encoder_tokens
from reelwright.stages.break_storyboard import (
    break_storyboard_request,
    camera_of,
    read_storyboard,
    scenes_of,
    stage_panels,
    unused_wishes,
)

TOKEN = "aldar_kose_man"
STORY = "Aldar Kose rides his horse across the steppe to his yurt at sunset"
DEEDS = (
    "aldar_kose_man saddles the horse beside the yurt at dawn",
    "aldar_kose_man rides out on the steppe under heavy clouds",
    "A hawk circles over the empty road",
    "aldar_kose_man stops at the river and drinks from the hand",
    "aldar_kose_man shares bread with a shepherd by the fire",
    "aldar_kose_man gallops through the first drops of rain",
    "Smoke rises from the far yurt in the evening light",
    "aldar_kose_man lifts the door felt and smiles at his mother",
)
CAMERAS = (
    PanelCamera.WIDE,
    PanelCamera.MEDIUM,
    PanelCamera.EXTREME_WIDE,
    PanelCamera.CLOSE_UP,
    PanelCamera.OVER_SHOULDER,
    PanelCamera.LOW,
    PanelCamera.POV,
    PanelCamera.MEDIUM,
)


def brief_of(token: str = TOKEN, **wishes: object) -> Brief:
    board = BoardWishes.model_validate({"token": token, **wishes})
    return Brief(prompt=STORY, kind=FilmKind.STORYBOARD, style="paper", board=board)


def draft_of(changes: dict[int, str] | None = None, cameras: tuple[PanelCamera, ...] = CAMERAS) -> BoardDraft:
    told = [(changes or {}).get(number, deed) for number, deed in enumerate(DEEDS, 1)]
    return BoardDraft(
        panels=tuple(
            PanelDraft(description=f"{deed}.", camera=camera, mood="calm", lead=TOKEN in deed)
            for deed, camera in zip(told, cameras, strict=True)
        )
    )


def test_panels_become_shots_with_prompts() -> None:
    board = read_storyboard(draft_of(), brief_of())
    shots = stage_panels(board, brief_of())
    assert board.notes == ()
    assert [scene.frame for scene in scenes_of(shots)] == list(range(1, 9))
    assert [scene.camera for scene in scenes_of(shots)] == [camera.value for camera in CAMERAS]
    assert shots[0].prompts.image_prompt == (
        "aldar_kose_man saddles the horse beside the yurt at dawn, wide shot, first light, long soft shadows, "
        "calm mood, pencil and ink storyboard panel on warm paper, masterpiece, best quality, highly detailed, "
        "sharp focus, clear composition"
    )
    assert all(shot.prompts.image_prompt.count(TOKEN) == shot.presence.character_visible for shot in shots)
    assert shots[6].camera.angle is Angle.POV
    assert shots[0].staging.people
    assert len({shot.id for shot in shots}) == 8
    assert shots[5].scene_heading == "EXT. RIVER - DAWN"


def test_a_place_is_that_of_the_panel_before() -> None:
    shots = read_storyboard(draft_of({6: "aldar_kose_man gallops on and on, faster"}), brief_of()).shots
    assert shots[4].scene_heading == shots[5].scene_heading == "EXT. RIVER - DAWN"


def test_clothes_are_cut_and_told() -> None:
    board = read_storyboard(draft_of({2: "aldar_kose_man, wearing a red robe, rides out on the steppe"}), brief_of())
    assert board.shots[1].action_description == "aldar_kose_man rides out on the steppe."
    assert board.notes == ("panel 2: 'wearing a red robe' was cut; aldar_kose_man stands for clothes and looks",)


def test_clothes_stay_where_no_token_stands_for_them() -> None:
    board = read_storyboard(draft_of({2: "A man wearing a red robe rides out on the steppe"}), brief_of(token=""))
    assert "red robe" in board.shots[1].action_description


@pytest.mark.parametrize(
    ("changes", "cameras", "named"),
    [
        ({4: "aldar_kose_man straightens his hat"}, CAMERAS, "panel 4: 'his hat' describes clothes or looks"),
        ({6: DEEDS[1]}, CAMERAS, "panel 6 repeats panel 2"),
        ({}, (PanelCamera.WIDE, PanelCamera.MEDIUM) * 4, "camera: only wide shot, medium shot"),
    ],
)
def test_what_cannot_be_mended_is_refused_by_name_and_taken_at_last(
    changes: dict[int, str], cameras: tuple[PanelCamera, ...], named: str
) -> None:
    with pytest.raises(ReplyUnreadable, match=named):
        read_storyboard(draft_of(changes, cameras), brief_of())
    board = read_storyboard(draft_of(changes, cameras), brief_of(), as_it_is=True)
    assert len(board.shots) == 8
    assert any(named in note for note in board.notes)


def test_a_lead_without_its_token_is_refused() -> None:
    drafts = list(draft_of().panels)
    drafts[2] = drafts[2].model_copy(update={"lead": True})
    with pytest.raises(ReplyUnreadable, match="panel 3: the main character is seen, but not as 'aldar_kose_man'"):
        read_storyboard(BoardDraft(panels=tuple(drafts)), brief_of())


def test_the_number_of_panels_is_kept() -> None:
    seven = BoardDraft(panels=draft_of().panels[:7])
    with pytest.raises(ReplyUnreadable, match="7 were given, exactly 8 are needed"):
        read_storyboard(seven, brief_of())
    assert len(read_storyboard(seven, brief_of(), as_it_is=True).shots) == 7
    nine = BoardDraft(panels=(*draft_of().panels, draft_of().panels[0]))
    assert len(read_storyboard(nine, brief_of(), as_it_is=True).shots) == 8
    with pytest.raises(ReplyUnreadable):
        read_storyboard(BoardDraft(panels=seven.panels[:5]), brief_of(), as_it_is=True)


def test_neighbours_seen_alike_are_varied_and_told() -> None:
    cameras = (*CAMERAS[:4], PanelCamera.CLOSE_UP, *CAMERAS[5:])
    board = read_storyboard(draft_of(cameras=cameras), brief_of())
    assert all(one.camera != other.camera for one, other in zip(board.shots, board.shots[1:], strict=False))
    assert board.notes[0].startswith("panel 5: a close-up again; drawn as a ")


def test_long_prompts_are_told_and_condensed_only_when_asked() -> None:
    long = (
        "aldar_kose_man rides out on the steppe under heavy clouds, a long column of dust behind, three hawks "
        "circling, far mountains blue in the haze, dry grass bending to the ground on both sides of an old "
        "caravan track, two gravestones leaning beside it, a broken cart wheel half buried in the sand"
    )
    plain = read_storyboard(draft_of({2: long}), brief_of())
    assert "broken cart wheel" in plain.shots[1].prompts.image_prompt
    assert "panel 2: prompts of up to about" in plain.notes[-1]
    condensed = read_storyboard(draft_of({2: long}), brief_of(condenses=True))
    prompt = condensed.shots[1].prompts.image_prompt
    assert encoder_tokens(prompt) <= WINDOW_TOKENS
    assert prompt.startswith("aldar_kose_man rides out on the steppe under heavy clouds")
    assert "pencil and ink storyboard panel" in prompt
    assert "panel 2: its prompt was condensed from about" in condensed.notes[-1]
    assert "'masterpiece'" in condensed.notes[-1]


def test_somebody_else_alone_is_staged() -> None:
    board = read_storyboard(draft_of({7: "An old woman in a blue coat waits at the door of the yurt"}), brief_of())
    shot = stage_panels(board, brief_of())[6]
    assert not shot.presence.character_visible
    assert shot.staging.people[0].presentation == "woman"


def test_what_the_painter_does_not_use_is_said() -> None:
    assert unused_wishes(brief_of()) == ()
    (said,) = unused_wishes(brief_of(inference_steps=30, lora_strength=1.0))
    assert "--lora-strength, --num-inference-steps" in said


STORIES = (
    STORY,
    "A detective enters his dimly lit office on a rainy night. A letter lies on the desk. He reads it, takes his coat "
    "and runs out into the street. Under a lamp a woman in red waits for him.",
    "A little girl finds a lost star in the forest and carries it home, but the star wants to go back to the sky.",
    "New ceramic mug that keeps coffee hot on winter mornings",
    "Maya opens her bakery before dawn. The first customer tastes a croissant and smiles. By noon the queue reaches"
    " around the corner. At night she turns off the lamp, tired and happy.",
    "Rain",
    "He came. He saw. He won. He left. He wept. He slept. He dreamt. He woke. He rose. He sang. He died. The end came.",
)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("count", [6, 8, 10])
@pytest.mark.parametrize("token", ["", TOKEN])
def test_the_built_in_writer_tells_any_story_without_a_fault(story: str, count: int, token: str) -> None:
    wishes = BoardWishes(panel_count=count, token=token)
    brief = Brief(prompt=story, kind=FilmKind.STORYBOARD, style="paper", board=wishes)
    request = break_storyboard_request(brief)
    assert request.inputs
    board = read_storyboard(draft_board(request.inputs, request.seed), brief)  # type: ignore[arg-type]  # these inputs
    assert len(board.shots) == count
    assert len({shot.action_description for shot in board.shots}) == count
    assert len({camera_of(shot.camera) for shot in board.shots}) >= 4
    assert not token or any(token in shot.prompts.image_prompt for shot in board.shots)
