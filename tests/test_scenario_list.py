"""The scenario list: written under its wire names, read back exactly, edited by people, wrong fields named."""

import json
from pathlib import Path
from typing import Any

import pytest

from reelwright.errors import BadInput
from reelwright.film.brief import Brief, FilmKind
from reelwright.film.scenario import Scenario
from reelwright.film.shot import Angle, Camera, DialogueLine, Framing, Lighting, Movement, Presence, Prompts, Shot
from reelwright.film.story import Character
from reelwright.prompts.scenes import style_named
from reelwright.wire import read_shot_list, write_scenario_list
from reelwright.wire.scene_prompt import action_in, scene_prompts
from reelwright.workflows.supplied import film_from_list

WIRE_NAMES = {
    "shot_id", "shot_number", "shot_type", "enhanced_prompt", "negative_prompt", "duration", "dialogue", "characters",
    "landscapes", "styles", "mood", "time_of_day",
}  # fmt: skip
MAYA = Character(name="Maya", description="a woman aged 30, 170 cm tall, short red hair, green raincoat, 2 rings.")


def shot(number: int, **more: Any) -> Shot:
    fields: dict[str, Any] = {
        "id": f"shot_{number:03d}",
        "number": number,
        "frame_count": 84,
        "scene_heading": "INT. CAFE - NIGHT",
        "action_description": "Maya sits down by the window. She waits, 2.5 m from the door.",
        "presence": Presence(character_visible=True, character_timing="throughout"),
        "camera": Camera(framing=Framing.CLOSE_UP, movement=Movement.PUSH_IN, lens_note="85 mm lens"),
        "lighting": Lighting(setup="one hard key"),
        "emotional_tone": "tense",
        "characters": ("Maya",),
        "styles": ("film noir",),
        "prompts": Prompts(negative_prompt="blur"),
        **more,
    }
    made = Shot.model_validate(fields)
    prompts = scene_prompts(made, (MAYA,), style_named("noir"), "film noir", ("Maya",) if number > 1 else ())
    return made.model_copy(update={"prompts": prompts})


SHOTS = (
    shot(1),
    shot(2, dialogue=(DialogueLine(speaker="Maya", text="Late again."),), frame_count=90),
    shot(3, camera=Camera(framing=Framing.CLOSE_UP, angle=Angle.POV), scene_heading="EXT. STREET - DUSK"),
)
WRITTEN = Scenario(
    film_id="f",
    title="Waiting",
    brief=Brief(prompt="Maya waits", kind=FilmKind.SCENARIO, style="film noir", wants_cards=False),
    cast=(MAYA,),
    soundtrack_mood="slow jazz",
    shots=SHOTS,
)


def listed() -> dict[str, Any]:
    return json.loads(json.dumps(write_scenario_list(WRITTEN)))


def test_it_has_the_names_that_others_know() -> None:
    first = listed()["shots"][0]
    assert set(first) >= WIRE_NAMES
    assert (first["shot_id"], first["shot_type"], first["time_of_day"]) == ("shot_001", "close-up", "night")
    assert (first["landscapes"], first["duration"]) == (["cafe"], 3.5)
    assert listed()["shots"][2]["shot_type"] == "POV"


def test_it_comes_back_exactly() -> None:
    read = read_shot_list(json.dumps(listed()))
    assert read.shots == SHOTS
    assert (read.brief, read.cast, read.title) == (WRITTEN.brief, WRITTEN.cast, "Waiting")
    assert read.soundtrack_mood == "slow jazz"


def test_edits_are_honoured() -> None:
    edited = listed()
    edited["characters"]["Maya"] = "a woman aged 70, silver hair"
    one = edited["shots"][1]
    one |= {"shot_type": "Wide Shot", "duration": 9.25, "time_of_day": "dawn", "mood": "calm"}
    one["enhanced_prompt"] = one["enhanced_prompt"].replace("sits down", "stands up")
    one["dialogue"] = ["Maya: At last."]
    read = read_shot_list(json.dumps(edited)).shots
    assert [entry.frame_count for entry in read] == [84, 222, 84]
    assert read[1].camera.framing is Framing.WIDE
    assert read[1].action_description.startswith("Maya stands up by the window.")
    assert (read[1].scene_heading, read[1].emotional_tone) == ("INT. CAFE - DAWN", "calm")
    assert read[1].dialogue == (DialogueLine(speaker="Maya", text="At last."),)
    for entry in read:
        assert entry.prompts.image_prompt.endswith("Maya: a woman aged 70, silver hair")
        assert "short red hair" not in entry.prompts.image_prompt


def test_a_bare_list_of_others_is_read() -> None:
    bare = [
        {
            "enhanced_prompt": "A detective enters, cinematic, shallow depth of field.",
            "duration": 4,
            "shot_type": "ECU",
        },
        {"enhanced_prompt": "Rain on glass.", "duration": 2.5, "dialogue": "Who is there?", "characters": ["Sam"]},
    ]
    read = read_shot_list(json.dumps(bare))
    assert [one.frame_count for one in read.shots] == [96, 60]
    assert read.shots[0].action_description == "A detective enters."
    assert read.shots[0].prompts.image_prompt == bare[0]["enhanced_prompt"]
    assert read.shots[0].camera.framing is Framing.EXTREME_CLOSE_UP
    assert read.shots[1].dialogue[0].speaker == "Voice"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"duration": "long"}, "shots.1.duration"),
        ({"duration": 0}, "shots.1.duration"),
        ({"enhanced_prompt": ""}, "shots.1.enhanced_prompt"),
        ({"shot_type": "sideways"}, "shots.1.shot_type.*'sideways' is no shot type; allowed are extreme wide"),
        ({"dialogue": [{"speaker": "", "text": "x"}]}, "shots.1.dialogue.0.speaker"),
        ({"camera_movement": "zoom"}, "shots.1.camera_movement"),
        ({"colour": "red"}, "shots.1.colour.*no such field"),
        ({"shot_id": "shot_001"}, "shots.1.id.*twice"),
        ({"dialogue": ["Maya: " + "word " * 80]}, "shots.1.dialogue.*80 words"),
    ],
)
def test_wrong_fields_are_named(change: dict[str, Any], said: str) -> None:
    wrong = listed()
    wrong["shots"][1] |= change
    with pytest.raises(BadInput, match=said) as refusal:
        read_shot_list(json.dumps(wrong))
    assert refusal.value.hint


def test_wrong_heads_are_named() -> None:
    changes: tuple[tuple[str, Any], ...] = (("characters", 3), ("style_", "x"), ("shots", []))
    for said, value in changes:
        change = {said: value}
        with pytest.raises(BadInput, match=said):
            read_shot_list(json.dumps(listed() | change))


def test_the_action_is_read_out_of_a_prompt() -> None:
    for one in SHOTS:
        assert action_in(one.prompts.image_prompt, (MAYA,)) == one.action_description
    assert action_in("Close-up of a red door. Lighting: harsh. Style: noir.") == "Close-up of a red door."


def test_a_bare_array_of_shots_with_long_prompts_is_read() -> None:
    entry = {"enhanced_prompt": "The monk rings the bell and walks on. " * 40, "duration": 3}
    read = read_shot_list(json.dumps([entry | {"landscapes": ["a courtyard " * 60]}]))
    assert read.shots[0].action_description.startswith("The monk rings")
    assert read.story is not None
    assert read.story.narrative.climax.endswith("...")
    long_title = json.dumps({"kind": "scenario", "title": "Bell " * 190, "shots": [entry]})
    assert len(read_shot_list(long_title).title) > 60


@pytest.mark.parametrize(("text", "said"), [("[1]", "'shots.0': it must be an object"), ('"shots"', 'is "shots"')])
def test_what_is_no_list_of_shots_is_named(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_shot_list(text)


def test_a_character_that_nobody_describes_is_told(tmp_path: Path) -> None:
    whole = listed()
    whole["shots"][1]["characters"] = ["Mayaa"]
    (tmp_path / "shots.json").write_text(json.dumps(whole), "utf-8")
    film, _ = film_from_list(tmp_path / "shots.json", "f")
    assert film.notes == ("shot 2 shows 'Mayaa', whom the list does not describe (it describes Maya).",)
