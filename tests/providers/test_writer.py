"""The built-in writer: the named examples, and what must hold for any brief, seed and length."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from tests.sampling import sampled
from tests.stages.briefs import BRIEFS, EXAMPLES, ODD
from tests.stages.films import Written, write

from reelwright.film.shot import Shot
from reelwright.prompts.templates import load_templates
from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.stages.identifiers import MIN_IDENTIFIERS, identifiers
from reelwright.stages.plan_shots import LEAD_S, TAIL_S

DURATIONS_S = (6, 7.5, 9, 12, 15, 20, 31, 45, 60)
LEAK = re.compile(r"[{}<>]|\b(\w+) \1\b|\.\.|,\.| ,|\bNone\b", re.IGNORECASE)


@pytest.mark.parametrize(("prompt", "slug"), EXAMPLES.items())
def test_the_examples_choose_their_templates(prompt: str, slug: str) -> None:
    choice = write(prompt).choice
    assert choice.selected_template == slug
    assert choice.alternative_template != slug
    assert 0.5 < choice.confidence < 1
    assert choice.reasoning.endswith(".")


@pytest.mark.parametrize("at", sampled(range(len(BRIEFS)), 3))
def test_any_brief_gives_a_sound_film(at: int) -> None:
    for seed in (1, 2):
        for duration_s in (15, DURATIONS_S[(at + seed) % len(DURATIONS_S)]):
            _check(write(BRIEFS[at], duration_s, seed))


@pytest.mark.parametrize("at", sampled(range(len(ODD)), 3))
def test_odd_input_ends_in_a_film(at: int) -> None:
    for duration_s in (6, 15, 60):
        _check(write(ODD[at], duration_s, 1))


@pytest.mark.parametrize("slug", sampled(load_templates(), 2))
def test_every_template_works_at_every_length(slug: str) -> None:
    for duration_s in DURATIONS_S:
        film = write("Artisan coffee that starts your morning right", duration_s, 3, template=slug)
        assert film.choice.confidence == 1
        _check(film)


def _check(film: Written) -> None:
    rate = film.brief.rate
    assert sum(shot.frame_count for shot in film.shots) == round(film.brief.duration_s * rate)
    said = [part for shot in film.shots for part in re.split(r"(?<=[.!?])\s+", shot.voice_over.text)]
    assert max(Counter(said).values()) == 1, said
    assert all(said), "a silent stretch"
    for shot in film.shots:
        _check_shot(shot, film)
    for before, after in pairwise(film.shots):
        assert (before.camera.framing, before.camera.angle) != (after.camera.framing, after.camera.angle)
        assert before.action_description != after.action_description
    described = film.story.subject.product_description + film.story.title + film.markers.subject_description
    assert not re.search(r"[{}]", described)
    if film.story.subject.character_description:
        assert len(identifiers(film.story.subject.character_description)) >= MIN_IDENTIFIERS
    _check_product(film)


def _check_shot(shot: Shot, film: Written) -> None:
    length_s = float(shot.frame_count / film.brief.rate)
    assert 2.99 <= length_s <= 7.01
    words = len(shot.voice_over.text.split())
    assert words <= 3 * (length_s - LEAD_S - TAIL_S)
    assert shot.voice_over.end_s <= length_s
    assert not LEAK.search(shot.voice_over.text), shot.voice_over.text
    assert not LEAK.search(shot.action_description), shot.action_description
    for prompt in (shot.prompts.image_prompt, shot.prompts.start_image_prompt, shot.prompts.end_image_prompt):
        assert 80 <= len(prompt.split()) <= 150
        assert (film.story.subject.character_description in prompt) == shot.presence.character_visible
        assert shot.number == 1 or "exact same" in prompt
    assert shot.staging.setting != "abstract"
    assert bool(shot.staging.people) == shot.presence.character_visible
    is_worn = "wearing" in shot.action_description
    is_shown = shot.staging.product is not None or (is_worn and shot.presence.product_visible)
    assert is_shown == shot.presence.product_visible
    assert len(shot.staging.palette) == 6


def _check_product(film: Written) -> None:
    """First seen where the template says, and seen where the call to action is."""
    seen = [shot for shot in film.shots if shot.presence.product_visible]
    if film.story.subject.type == "character":
        assert not seen
        return
    names = [beat.name for beat in film.template.beats]
    first = names.index(film.template.product_first_visible)
    assert names.index(seen[0].story_beat) >= first
    if film.brief.duration_s >= 12:
        assert seen[0].story_beat == film.template.product_first_visible
    assert film.shots[-1].presence.product_visible


def test_the_same_seed_writes_the_same_and_another_writes_otherwise() -> None:
    first, again, other = (write("Wooden toys for curious kids", 20, seed) for seed in (5, 5, 6))
    assert first == again
    assert first.story.lines != other.story.lines


def test_the_figure_drawn_follows_the_description() -> None:
    for seed in range(12):
        film = write("Fitness app for busy moms to stay healthy", 15, seed)
        text = film.story.subject.character_description.lower()
        people = {
            (p.hair_color, p.skin, p.garment, p.garment_color) for shot in film.shots for p in shot.staging.people[:1]
        }
        assert len(people) == 1, "the same person in every shot"
        lead = film.shots[0].staging.people[0]
        assert f"{lead.hair_length}" in text or lead.hair_length == "long"
        assert lead.garment == "sportswear"
        assert lead.presentation == "woman"
        assert str(lead.age_years) in text


def test_the_drawn_product_is_the_described_one() -> None:
    for prompt, shape in (
        ("Artisan coffee that starts your morning right", "mug"),
        ("Luxury perfume capturing midnight elegance", "perfume"),
        ("New smartphone launch", "phone"),
        ("Skincare transformation", "jar"),
        ("Gourmet chocolate tasting", "chocolate"),
        ("Waterproof hiking boots for mountain trails", "shoe"),
        ("Electric car for long journeys", "car"),
    ):
        look = write(prompt).shots[-1].staging.product
        assert look is not None
        assert look.shape == shape
        assert look.label


def test_a_brief_is_read() -> None:
    moms = analyse("Fitness app for busy moms to stay healthy")
    assert (moms.noun_phrase, moms.audience, moms.is_story) == ("fitness app", "busy moms", False)
    lumen = analyse("A lamp called Lumen that wakes you gently")
    assert (lumen.brand, lumen.noun_phrase) == ("Lumen", "lamp")
    rider = analyse("Aldar Kose riding his horse across the steppe to his yurt at sunset")
    assert (rider.is_story, rider.hero, rider.time) == (True, "Aldar Kose", "golden hour")


def test_stories_sell_nothing() -> None:
    film = write("A detective enters his dimly lit office on a rainy night", 20)
    assert film.story.subject.type == "character"
    assert film.shots[0].staging.setting == "office"
    assert film.shots[0].staging.weather == "rain"
    assert all(shot.staging.time_of_day == "night" for shot in film.shots)


def test_no_number_the_brief_did_not_give() -> None:
    for prompt in BRIEFS:
        film = write(prompt, 30, 4)
        for line in film.story.lines:
            for number in re.findall(r"\d[\d,.]*", line.text):
                assert number.rstrip(".,") in prompt


def test_weather_is_a_word_not_a_syllable() -> None:
    assert write("Marathon training app").shots[0].staging.weather == "clear"
