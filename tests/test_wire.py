"""Shot lists: what we write we read back exactly; what people write is honoured or refused by field."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from reelwright.errors import BadInput
from reelwright.film.brief import Brief
from reelwright.film.cut import Splice, SpliceKind, plain_cuts
from reelwright.film.film import Film
from reelwright.film.shot import Camera, Framing, Prompts, Shot, VoiceOver
from reelwright.film.story import ConsistencyMarkers, Line, Narrative, Story, Subject
from reelwright.wire import read_shot_list, stage_data, write_shot_list

SHOTS = (
    Shot(id="sh01", number=1, frame_count=96, action_description="A kettle boils.", prompts=Prompts(image_prompt="x")),
    Shot(
        id="b7",
        number=2,
        frame_count=84,
        camera=Camera(framing=Framing.CLOSE_UP),
        voice_over=VoiceOver(text="Good morning.", start_s=0.3, end_s=1.2),
    ),
)
FILM = Film(
    id="f1",
    brief=Brief(prompt="Coffee", rate="30000/1001", duration_s=6),  # type: ignore[arg-type]
    created_at=datetime.now(UTC),
    cut_plan=plain_cuts(2),
    markers=ConsistencyMarkers(subject_description="s", style="s", color_palette="p", lighting="l", mood="m"),
    story=Story(
        title="Warm",
        narrative=Narrative(logline="a", setup="b", development="c", climax="d", resolution="e"),
        subject=Subject(type="product", product_description="a mug"),
        lines=(Line(beat="Joy", text="Good morning."),),
    ),
)


def listed() -> dict[str, Any]:
    return write_shot_list(FILM.brief, SHOTS, story=FILM.story, markers=FILM.markers, cut_plan=FILM.cut_plan)


def test_a_list_comes_back_exactly() -> None:
    read = read_shot_list(json.dumps(listed()))
    assert read.shots == SHOTS
    assert (read.brief, read.story, read.markers, read.cut_plan) == (
        FILM.brief,
        FILM.story,
        FILM.markers,
        FILM.cut_plan,
    )


def test_story_has_the_wire_names() -> None:
    said = stage_data(FILM.choice, FILM.story, SHOTS, FILM.markers, FILM.brief.rate)
    assert list(said) == [
        "stage_0_template_selection",
        "stage_1_story",
        "stage_2_scenes",
        "stage_3_storyboard",
    ]
    assert list(said["stage_1_story"]["character_subject"]) == [
        "type",
        "character_description",
        "product_description",
        "character_arc",
    ]
    scenes = said["stage_2_scenes"]
    assert scenes["number_of_scenes"] == 2
    assert scenes["total_duration"] == pytest.approx(180 * 1001 / 30000, abs=0.001)
    assert scenes["scenes"][1]["voice_over"] == {
        "has_voiceover": True,
        "text": "Good morning.",
        "timing": {"start_s": 0.3, "end_s": 1.2},
    }
    assert set(scenes["scenes"][0]["camera_work"]) == {"angle", "movement", "framing", "lens_note"}
    assert said["stage_3_storyboard"]["scenes"][0]["image_generation_prompt"] == "x"


def test_a_hand_made_list_needs_little() -> None:
    read = read_shot_list('{"prompt": "A dog", "shots": [{"duration_s": 4}, {"frame_count": 80}]}')
    assert [(shot.number, shot.frame_count) for shot in read.shots] == [(1, 96), (2, 80)]
    assert len({shot.id for shot in read.shots}) == 2


def test_a_new_shot_gets_a_free_id_and_numbers_follow_the_order() -> None:
    said = listed()
    said["shots"].insert(0, {"duration_s": 3})
    read = read_shot_list(json.dumps(said))
    assert [(shot.id, shot.number) for shot in read.shots[1:]] == [("sh01", 2), ("b7", 3)]
    assert read.shots[0].id not in ("sh01", "b7")
    assert read.plan == plain_cuts(3)


Change = Callable[[dict[str, Any]], object]
WRONG: list[tuple[Change, str]] = [
    (lambda d: d.update(shots=[]), "at least one shot"),
    (lambda d: d.update(schema_version=9), "schema_version.: 9"),
    (lambda d: d["shots"][1]["camera"].update(framing="huge"), r"shots\.1\.camera\.framing.*'wide'.*'huge'"),
    (lambda d: d["shots"][0].update(duration_s=99999), r"shots\.0\.duration_s.: 99999"),
    (lambda d: d["shots"][0].update(duration_s=4), "disagree"),
    (lambda d: d["shots"][0].pop("frame_count"), "duration_s"),
    (lambda d: d["shots"][0].update(colour="red"), r"shots\.0\.colour"),
    (lambda d: d["shots"][0].update(id="b7"), "'b7' stands there twice"),
    (lambda d: d["shots"][0].update(id="../x"), r"shots\.0\.id.*'../x' is no id; write up to 32 lower-case letters"),
    (lambda d: d["cut_plan"]["splices"][0].update(frame_count=5), r"splices\.0\.frame_count.*an even number.*'5'"),
    (lambda d: d["cut_plan"]["splices"][0].update(kind="wipe"), r"splices\.0\.kind.*it must be 'cut', 'dissolve'"),
    (lambda d: d["brief"].update(rate="fast"), r"brief\.rate.*'fast'"),
    (lambda d: d["brief"].update(aspect="2:1"), r"brief\.aspect.*'2:1'"),
    (lambda d: d["shots"][1]["staging"].update(palette=["red"]), r"shots\.1\.staging\.palette\.0.*'red'"),
    (lambda d: d.update(brief=[1]), "'brief'"),
]


@pytest.mark.parametrize(("change", "said"), WRONG)
def test_a_wrong_list_names_the_field(change: Change, said: str) -> None:
    document: dict[str, Any] = json.loads(json.dumps(listed()))
    change(document)
    with pytest.raises(BadInput, match=said):
        read_shot_list(json.dumps(document))


@pytest.mark.parametrize("text", ["", "{", "7", '"x"', "[]", "[1]", "{}", '{"shots": 1}', "null"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_shot_list(text)


def _with_cards(*cards: dict[str, Any]) -> str:
    return json.dumps(
        {
            "prompt": "tea",
            "shots": [{"action_description": "Steam rises.", "duration_s": 3}],
            "cut_plan": {"splices": [{}, {}], "cards": cards},
        }
    )


def test_cards_and_colours_are_tidied() -> None:
    plan = read_shot_list(
        _with_cards({"kind": "title", "heading": " A\n\x00B ", "frame_count": 40, "ink": "#FFAA00"})
    ).cut_plan
    assert plan is not None
    assert (plan.cards[0].heading, plan.cards[0].ink) == ("A B", "#ffaa00")


@pytest.mark.parametrize(
    ("card", "field", "said"),
    [
        ({"heading": " \u200b\n"}, "heading", "at least 1"),
        ({"frame_count": 100}, "frame_count", "do not fit"),
        ({"lead_frames": 60}, "frame_count", "do not fit"),
        ({"kind": "end", "lead_frames": 60, "frame_count": 73}, "frame_count", "do not fit"),
        ({"ink": "red"}, "ink", "no colour"),
        ({"line": 3}, "line", "text in quotes"),
    ],
)
def test_a_card_that_cannot_be_lettered_is_named(card: dict[str, Any], field: str, said: str) -> None:
    with pytest.raises(BadInput, match=f"cut_plan.cards.0.{field}.*{said}") as refusal:
        read_shot_list(_with_cards({"kind": "title", "heading": "Tea", "frame_count": 40} | card))
    assert refusal.value.hint


def test_a_second_title_is_refused() -> None:
    title = {"kind": "title", "heading": "Tea", "frame_count": 40}
    with pytest.raises(BadInput, match="there is a title card already"):
        read_shot_list(_with_cards(title, title))


def test_cards_outlive_a_shot_that_was_deleted() -> None:
    given = json.loads(_with_cards({"kind": "title", "heading": "Tea", "frame_count": 40}))
    opening = {"kind": "fade in", "frame_count": 12}
    given["cut_plan"]["splices"] = [opening, {"kind": "dissolve", "frame_count": 12}, {}]
    plan = read_shot_list(json.dumps(given)).plan
    assert plan.splices == (Splice(kind=SpliceKind.FADE_IN, frame_count=12), Splice())
    assert plan.cards[0].heading == "Tea"


def _with_splices(*splices: dict[str, Any], frames: tuple[int, ...] = (72, 30, 72)) -> str:
    shots = [{"action_description": "Steam rises.", "frame_count": count} for count in frames]
    return json.dumps({"prompt": "tea", "shots": shots, "cut_plan": {"splices": splices}})


def _dissolve(frames: int) -> dict[str, Any]:
    return {"kind": "dissolve", "frame_count": frames}


def test_splices_that_overlap_are_refused_at_reading_with_both_shots() -> None:
    with pytest.raises(BadInput) as refusal:
        read_shot_list(_with_splices({}, _dissolve(24), _dissolve(40), {}))
    assert refusal.value.message == (
        "shot list, field 'cut_plan.splices.1': shot 2 has 30 frames, but the dissolve from shot 1 to shot 2 takes 12 "
        "and the dissolve from shot 2 to shot 3 takes 20 of it"
    )
    assert "lengthen shot 2" in refusal.value.hint
    assert read_shot_list(_with_splices({}, _dissolve(24), _dissolve(36), {})).cut_plan is not None


UNFIT: list[tuple[tuple[dict[str, Any], ...], str]] = [
    (
        ({"kind": "fade in", "frame_count": 80}, {}, {}, {}),
        r"splices\.0.*shot 1 has 72 .*that opens the film takes 80",
    ),
    (({}, {}, {}, {"kind": "fade out", "frame_count": 80}), r"splices\.3.*shot 3 has 72 .*that closes it takes 80"),
    ((_dissolve(8), {}, {}, {}), r"splices\.0.*cannot begin with a dissolve"),
    (({}, {}, {}, _dissolve(8)), r"splices\.3.*cannot end with a dissolve"),
]


@pytest.mark.parametrize(("splices", "said"), UNFIT)
def test_splices_that_do_not_fit_are_refused_at_reading(splices: tuple[dict[str, Any], ...], said: str) -> None:
    with pytest.raises(BadInput, match=said) as refusal:
        read_shot_list(_with_splices(*splices))
    assert refusal.value.hint


@pytest.mark.parametrize("line", ["one two three four " * 125, "no" * 300])
def test_a_line_that_no_voice_could_speak_is_refused_at_reading(line: str) -> None:
    given = json.loads(_with_splices({}, {}, {}, {}))
    given["shots"][1]["voice_over"] = {"text": line}
    with pytest.raises(BadInput, match=r"shots\.1\.voice_over\.text.*in the 1\.2 s of shot 2") as refusal:
        read_shot_list(json.dumps(given))
    assert "2 words fit" in refusal.value.hint
    given["brief"] = {"prompt": "tea", "wants_voice": False}
    assert read_shot_list(json.dumps(given)).shots[1].voice_over.text == line


def test_an_endless_shot_is_refused() -> None:
    endless = {"prompt": "tea", "shots": [{"action_description": "Steam rises.", "frame_count": 10**9}]}
    with pytest.raises(BadInput, match=r"shots\.0\.frame_count.*at most 14400"):
        read_shot_list(json.dumps(endless))
