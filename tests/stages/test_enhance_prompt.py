"""Enhanced prompts: never worse than the original, 80 to 150 words, the subject word for word, nothing invented.

``REELWRIGHT_WRITE_GOLDEN=1 python3 reel test tests/stages/test_enhance_prompt.py`` writes the golden prompts anew.
"""

import os
import re
from functools import lru_cache
from pathlib import Path

import pytest
from tests.stages.briefs import BRIEFS
from tests.stages.crafting import INPUTS, Kept, judged, kept, rewritten, target
from tests.stages.films import Written, write

from reelwright.errors import ReplyUnreadable
from reelwright.film.brief import Brief
from reelwright.film.craft import GOOD_ENOUGH, MEASURED, SHARES, Criterion, Mark, PromptParts
from reelwright.film.crafting import CritiqueDraft
from reelwright.film.shot import Camera, Framing, Shot, Staging
from reelwright.film.story import Narrative, Story, Subject
from reelwright.stages.enhance_prompt import (
    enhance_prompt_request,
    enhanced,
    read_marks,
    read_parts,
    target_of,
)
from reelwright.stages.prompt_pieces import carried, composed, take_apart

GOLDEN = Path(__file__).parents[1] / "golden" / "craft" / "prompts.txt"
WRITES = bool(os.environ.get("REELWRIGHT_WRITE_GOLDEN"))
SHOWN = (
    ("Artisan coffee that starts your morning right", 3, ""),
    ("Luxury perfume capturing midnight elegance", 2, ""),
    ("A detective enters his dimly lit office on a rainy night", 1, ""),
    ("Marathon training app", 2, ""),
    ("Aldar Kose riding his horse across the steppe to his yurt at sunset", 1, "35 mm photograph"),
    ("Gourmet chocolate tasting", 2, "photorealistic"),
    ("New smartphone launch", 1, "neon"),
    ("Skincare transformation", 2, "paper"),
    ("An old lighthouse keeper watches the last ship leave at dusk", 2, "photorealistic"),
    ("Waterproof hiking boots for mountain trails", 3, "documentary photograph"),
)


@lru_cache(maxsize=32)
def film(prompt: str, style: str = "") -> Written:
    return write(prompt, style=style)


def descriptions(of: Written) -> tuple[str, ...]:
    subject = of.story.subject
    return tuple(one for one in (subject.character_description, subject.product_description) if one)


def test_ten_prompts_read_as_they_did() -> None:
    if WRITES and not INPUTS.exists():
        films = [(film(prompt, style), number) for prompt, number, style in SHOWN]
        written = [
            Kept(brief=of.brief, template=of.template.slug, story=of.story, markers=of.markers, shot=of.shots[at - 1])
            for of, at in films
        ]
        INPUTS.write_text("\n".join(one.model_dump_json() for one in written) + "\n", "utf-8")
    texts: list[str] = []
    for one in kept():
        shot = one.shot
        made = rewritten(target_of(shot.prompts.image_prompt, shot, one.brief, one.story, one.markers, one.template))
        before = made.original_critique.score if made.original_critique else 0
        scores = " ".join(f"{one.critique.score:g}" for one in made.rounds)
        texts.append(f"# {one.brief.prompt}, shot {shot.number}: {before:g} -> {scores}\n{made.final}\n")
    now = "\n".join(texts)
    if WRITES:
        GOLDEN.write_text(now, "utf-8")
    assert GOLDEN.read_text("utf-8") == now


@pytest.mark.parametrize("prompt", BRIEFS[8:20:5])
def test_every_prompt_of_a_film_becomes_better(prompt: str) -> None:
    of = film(prompt)
    bodies: set[str] = set()
    for shot in of.shots:
        for text in (shot.prompts.image_prompt, shot.prompts.start_image_prompt):
            made = rewritten(target(of, shot, text))
            assert made.original_critique is not None
            assert made.best is not None, text
            assert made.best.critique.score > made.original_critique.score
            assert len(made.rounds) <= 4
            assert made.best.critique.score >= GOOD_ENOUGH, made.best.critique.weak
            assert 80 <= len(made.final.split()) <= 150
            assert all(one in made.final for one in descriptions(of) if one in text)
            assert "What follows" not in made.final
            bodies.update(re.findall("ARRI Alexa Mini|RED V-Raptor|Sony Venice|Leica M11", made.final))
    assert len(bodies) == 1, "a film is shot on one camera"


def test_the_criteria_share_a_hundred_points() -> None:
    assert sum(SHARES.values()) == 100


def test_the_critic_measures_what_stands_there() -> None:
    of = film(SHOWN[0][0])
    shot = of.shots[0]
    here = target(of, shot, shot.prompts.image_prompt)
    good = rewritten(here).final
    for loses, changed in (
        (Criterion.CAMERA, good.replace("ARRI Alexa Mini", "a good device")),
        (Criterion.LENS, re.sub(r"at T\d", "wide open", good)),
        (Criterion.SUBJECT, good.replace("slim build", "slender build")),
        (Criterion.LENGTH, good + " And more of it." * 10),
        (Criterion.INSTANT, good + " Then she sits down."),
        (Criterion.CONCRETE, good + " A stunning, timeless masterpiece."),
        (Criterion.AGREEMENT, good + " Extreme close-up and extreme wide."),
        (Criterion.COLOUR, re.sub("Kodak Vision3", "film", good)),
    ):
        lost = {mark.criterion for mark in judged(changed, here).weak}
        assert lost - {Criterion.LENGTH} == {loses} - {Criterion.LENGTH}, (changed, lost)
        assert judged(changed, here).score < judged(good, here).score == 100


def test_a_criterion_without_a_subject_has_no_share() -> None:
    here = target_of("A red bicycle", _shot(), Brief(prompt="A red bicycle"), None, None, is_own=True)
    critique = judged("A red bicycle", here)
    assert Criterion.SUBJECT not in [mark.criterion for mark in critique.marks]
    assert critique.score == round(100 * sum(mark.points for mark in critique.marks) / 85, 1)


def test_a_persons_own_prompt_keeps_its_words() -> None:
    words = "A red bicycle leans on a white wall in the village, its shadow long on the stones"
    here = target_of(words, _shot(), Brief(prompt=words), None, None, is_own=True)
    made = rewritten(here)
    assert made.final.startswith(words)
    assert 80 <= len(made.final.split()) <= 150
    long = " ".join(f"Then word{number} stands there." for number in range(40))
    over = rewritten(target_of(long, _shot(), Brief(prompt=long), None, None, is_own=True))
    assert len(over.final.split()) <= 150


@pytest.mark.parametrize("within", ["A red bicycle", "red bicycle", "its shadow long on the stones"])
def test_a_subject_within_a_sentence_stays_where_it_is(within: str) -> None:
    words = "A red bicycle leans on a white wall in the village, its shadow long on the stones"
    subject = Subject(type="character", character_description=within)
    nothing = Narrative(logline="", setup="", development="", climax="", resolution="")
    story = Story(title="", narrative=nothing, subject=subject, lines=())
    here = target_of(words, _shot(), Brief(prompt=words), story, None, is_own=True)
    assert rewritten(here).final.startswith(words)
    lost = composed(PromptParts(picture="Somebody leans a bike on a wall."), here.pieces)
    assert lost.startswith(words)
    assert f"Keep these words exactly as they stand: {within}" in enhance_prompt_request(here, ()).prompt


def _shot() -> Shot:
    return Shot(id="s1", number=1, frame_count=72, camera=Camera(framing=Framing.WIDE), staging=Staging())


def _read(**parts: str) -> PromptParts:
    of = film(SHOWN[0][0])
    here = target(of, of.shots[2], of.shots[2].prompts.image_prompt)
    return read_parts(PromptParts(**{"picture": "The woman opens the curtain.", **parts}), here)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"picture": 'A sign with "BEST COFFEE" hangs above her.'}, "picture 'BEST COFFEE'"),
        ({"composition": "A watermark in the corner"}, "composition 'watermark'"),
        ({"picture": "The woman drinks from a Starbucks cup."}, "picture 'Starbucks'"),
        ({"light": "soft, as Roger Deakins would"}, "light 'Roger'"),
    ],
)
def test_what_is_invented_is_refused_by_name(parts: dict[str, str], said: str) -> None:
    with pytest.raises(ReplyUnreadable, match=said):
        _read(**parts)


def test_names_of_the_trade_and_of_the_film_are_not_invented() -> None:
    parts = {"camera": "Sony Venice with a Helios 44-2 at T2.8, Dutch angle", "light": "a Fresnel through a Kino Flo"}
    assert _read(picture='The cup lettered "ARTISAN COFFEE" stands there.', **parts).camera == parts["camera"]


def test_a_critic_that_leaves_something_out_is_asked_again() -> None:
    marks = tuple(Mark(criterion=one, points=100) for one in Criterion if one not in MEASURED)
    assert {mark.points for mark in read_marks(CritiqueDraft(marks=marks))} <= set(SHARES.values())
    with pytest.raises(ReplyUnreadable, match="there is none for camera"):
        read_marks(CritiqueDraft(marks=marks[1:]))


def test_a_rewriting_that_is_too_long_is_shortened_and_keeps_the_subject() -> None:
    of = film(SHOWN[0][0])
    shot = of.shots[2]
    here = target(of, shot, shot.prompts.image_prompt)
    long = {name: "soft light from the window, " * 8 for name in ("camera", "light", "composition", "colour")}
    text = enhanced(PromptParts(picture="She drinks. " * 40, **long), here)
    assert len(text.split()) <= 150
    assert all(one in text for one in descriptions(of))


def test_the_cinematographer_is_told_what_was_weak_and_starts_from_the_best() -> None:
    of = film(SHOWN[0][0])
    shot = of.shots[0]
    here = target(of, shot, shot.prompts.image_prompt)
    good = rewritten(here).rounds[0]
    worse = good.model_copy(update={"number": 2, "critique": judged("Nothing.", here)})
    text = enhance_prompt_request(here, [good, worse]).prompt
    assert good.parts.light in text
    assert "Your next one was worse: subject (not word for word" in text
    assert "Put in by the program, never write it: The person: A woman" in text


def test_camera_and_light_are_carried_to_the_shots_other_frames() -> None:
    of = film(SHOWN[0][0])
    shot = of.shots[0]
    best = rewritten(target(of, shot, shot.prompts.image_prompt)).rounds[0].parts
    pieces = take_apart(shot.prompts.start_image_prompt, descriptions(of), of.markers.style)
    moved = carried(best, pieces.picture)
    assert (moved.camera, moved.light, moved.colour) == (best.camera, best.light, best.colour)
    assert moved.picture.startswith("The woman with one hand just touching")
    assert "right third" in moved.picture
    assert "left third" not in moved.composition
