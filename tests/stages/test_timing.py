"""The clock: planned slots, the voice locked into them, splices, captions."""

import itertools
from fractions import Fraction

import pytest

from reelwright.errors import BadInput
from reelwright.film.asset import Asset
from reelwright.film.cut import SpliceKind
from reelwright.film.shot import Shot, Staging, VoiceOver
from reelwright.film.sound import Speech, SpokenWord
from reelwright.film.story import StoryTemplate
from reelwright.prompts.templates import load_templates
from reelwright.stages.lock_timing import MAX_PACE, lock_timing
from reelwright.stages.plan_cut import plan_cut
from reelwright.stages.plan_shots import plan_shots
from reelwright.stages.write_captions import write_captions

RATES = (Fraction(24), Fraction(25), Fraction(30), Fraction(30000, 1001))
ASSET = Asset(sha256="0" * 64, media_type="audio/wav", byte_count=1)
RATE = Fraction(24)


def _shots(*frames: int) -> tuple[Shot, ...]:
    return tuple(Shot(id=f"s{n}", number=n, frame_count=count) for n, count in enumerate(frames, start=1))


def _speech(shot: Shot, text: str, words_per_s: float) -> Speech:
    words = text.split()
    step = 1 / words_per_s
    spoken = tuple(SpokenWord(text=word, start_s=n * step, end_s=(n + 1) * step) for n, word in enumerate(words))
    return Speech(shot_id=shot.id, text=text, asset=ASSET, voice="v", duration_s=len(words) * step, words=spoken)


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("template", load_templates().values(), ids=lambda one: one.slug)
def test_plans_are_exact_at_every_length(template: StoryTemplate, rate: Fraction) -> None:
    for tenths in range(60, 601, 7):
        plan = plan_shots(template, tenths / 10, rate)
        assert sum(slot.frame_count for slot in plan) == round(Fraction(tenths, 10) * rate)
        assert all(2.96 <= slot.duration_s <= 7.04 for slot in plan)
        covered = [name for slot in plan for name in slot.covers]
        assert list(dict.fromkeys(covered)) == [beat.name for beat in template.beats]
        assert plan[0].beat == template.beats[0].name
        assert plan[-1].beat == template.beats[-1].name
        assert plan[-1].carries_call


def test_a_length_that_no_shots_give_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(BadInput, match=r"2\.5 s.*6 to 60 s") as refusal:
        plan_shots(load_templates()["aida"], 2.5, RATE)
    assert "--duration" in refusal.value.hint


def test_fifteen_seconds_are_four_shots() -> None:
    assert len(plan_shots(load_templates()["emotional-arc"], 15, RATE)) == 4


def test_lines_breathe_and_the_film_ends_in_silence() -> None:
    shots = _shots(96, 96)
    locked = lock_timing(shots, [_speech(shot, "one two three four five six seven", 2.2) for shot in shots], RATE)
    first, last = locked.speeches
    assert first.offset_s == pytest.approx(0.3)
    assert 4 - last.offset_s - last.duration_s > 4 - first.offset_s - first.duration_s
    assert 4 - last.offset_s - last.duration_s >= 0.5
    assert (4 - first.offset_s - first.duration_s) + last.offset_s > 0.5


def test_a_line_that_fits_is_only_placed() -> None:
    shots = _shots(96, 96)
    locked = lock_timing(shots, [_speech(shots[0], "A short line", 2.5)], RATE)
    assert locked.is_final
    assert locked.speeches[0].offset_s == pytest.approx(0.3)
    assert locked.shots[0].voice_over.end_s == pytest.approx(1.5)
    assert [shot.frame_count for shot in locked.shots] == [96, 96]


def test_a_slightly_long_line_is_spoken_faster() -> None:
    shots = _shots(72, 72)
    locked = lock_timing(shots, [_speech(shots[0], "one two three four five six", 2.1)], RATE)
    assert [request.pace <= MAX_PACE for request in locked.respeak] == [True]
    assert locked.respeak[0].text == "one two three four five six"


def test_a_long_line_borrows_frames_and_the_total_stays() -> None:
    shots = _shots(72, 144, 96)
    locked = lock_timing(shots, [_speech(shots[0], "one two three four five six seven eight", 2.0)], RATE)
    assert sum(shot.frame_count for shot in locked.shots) == 312
    assert locked.shots[0].frame_count > 72
    assert all(shot.frame_count >= 72 for shot in locked.shots)


def test_locking_converges_in_two_rounds() -> None:
    shots = _shots(72, 72, 72)
    text = "This line is much too long for three seconds, and nobody could ever say it all, not even in a hurry."
    said = {shot.id: (text.replace("This", f"Take {shot.number}"), 1.0) for shot in shots}
    for _ in range(2):
        speeches = [_speech(shot, said[shot.id][0], 2.4 * said[shot.id][1]) for shot in shots]
        locked = lock_timing(shots, speeches, RATE, paces={name: pace for name, (_, pace) in said.items()})
        shots = locked.shots
        said |= {request.shot_id: (request.text, request.pace) for request in locked.respeak}
    speeches = [_speech(shot, said[shot.id][0], 2.4 * said[shot.id][1]) for shot in shots]
    assert lock_timing(shots, speeches, RATE, paces={name: pace for name, (_, pace) in said.items()}).is_final


def test_a_supplied_line_that_does_not_fit_is_named() -> None:
    shots = _shots(72, 168)
    with pytest.raises(BadInput, match="shot 1: the line 'one two"):
        lock_timing(
            shots, [_speech(shots[0], "one two three four five six seven eight nine", 2.0)], RATE, supplied=True
        )


def test_splices() -> None:
    kitchen, night = Staging(setting="kitchen"), Staging(setting="kitchen", time_of_day="night")
    shots = [
        shot.model_copy(update={"staging": staging})
        for shot, staging in zip(_shots(96, 96, 96), (kitchen, kitchen, night), strict=True)
    ]
    plan = plan_cut(shots, RATE)
    kinds = [splice.kind for splice in plan.splices]
    assert kinds == [SpliceKind.FADE_IN, SpliceKind.CUT, SpliceKind.DISSOLVE, SpliceKind.FADE_OUT]
    assert plan.spare_frames(1) == (0, 6)
    assert plan.spare_frames(2) == (6, 0)


LONG = (
    "The house is still, a floorboard creaks, somebody breathes out. "
    "Then the window turns gold and everything else can wait a little."
)


@pytest.mark.parametrize("most", [42, 30, 22])
@pytest.mark.parametrize("with_voice", [True, False])
def test_caption_norms(most: int, with_voice: bool) -> None:
    texts = (LONG, "Yes.", LONG, "No, wait: not yet.")
    shots = tuple(
        shot.model_copy(update={"voice_over": VoiceOver(text=text, start_s=0.3, end_s=6.6)})
        for shot, text in zip(_shots(216, 72, 216, 72), texts, strict=True)
    )
    speeches = [_speech(shot, shot.voice_over.text, 2.7).model_copy(update={"offset_s": 0.3}) for shot in shots]
    captions = write_captions(shots, speeches if with_voice else (), RATE, max_characters=most)
    assert " ".join(line for caption in captions for line in caption.lines) == " ".join(texts)
    for caption in captions:
        assert all(len(line) <= most for line in caption.lines)
        assert sum(map(len, caption.lines)) / (caption.end_s - caption.start_s) <= 20.01
        assert caption.end_s - caption.start_s >= 0.75
    for before, after in itertools.pairwise(captions):
        assert before.end_s <= after.start_s
    assert captions[-1].end_s <= 24
