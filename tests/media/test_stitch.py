from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.errors import MediaError
from reelwright.film.cut import CutPlan, Splice, SpliceKind
from reelwright.film.sound import Caption, SpokenWord
from reelwright.media.conform import conform
from reelwright.media.decode import raw_frames, read_sound, rgb_frames
from reelwright.media.encode import TakeEncoder
from reelwright.media.libav import RawPicture, av
from reelwright.media.probe import probe
from reelwright.media.segments import TakeSource, keyframes_for
from reelwright.media.stitch import stitch

WIDTH, HEIGHT = 320, 180
NTSC = Fraction(30000, 1001)
HARD, BRIEF = Splice(), Splice(kind=SpliceKind.DISSOLVE, frame_count=8)


def marked(take: int, number: int) -> NDArray[Any]:
    """A picture that says which take it is (colour at the right) and which frame (ten blocks, black or white)."""
    picture = np.full((HEIGHT, WIDTH, 4), 255, np.uint8)
    picture[:, :, :3] = (40 + 30 * take, 90, 200 - 30 * take)
    for bit in range(10):
        picture[40:120, 10 + bit * 24 : 30 + bit * 24, :3] = 235 if number >> bit & 1 else 20
    return picture


def read_mark(picture: NDArray[Any]) -> tuple[int, int]:
    bits = [picture[60:100, 14 + bit * 24 : 26 + bit * 24].mean() > 128 for bit in range(10)]
    return round((float(picture[:, 290:310, 0].mean()) - 40) / 30), sum(1 << n for n, on in enumerate(bits) if on)


def shoot(folder: Path, plan: CutPlan, counts: tuple[int, ...], rate: Fraction) -> list[TakeSource]:
    takes: list[TakeSource] = []
    for index, count in enumerate(counts):
        head, tail = plan.spare_frames(index)
        path = folder / f"take{index}.mp4"
        with TakeEncoder(path, WIDTH, HEIGHT, rate, keyframes=keyframes_for(plan, index, head, count, tail)) as encoder:
            for number in range(-head, count + tail):
                encoder.write(marked(index, number + 100))
        takes.append(TakeSource(path, head, count, tail))
    return takes


def luma(frame: RawPicture) -> NDArray[Any]:
    return frame.to_ndarray()[:HEIGHT].astype(float)


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(25), NTSC], ids=str)
@pytest.mark.parametrize(
    "splices",
    [
        (HARD, HARD, HARD, HARD),
        (HARD, BRIEF, BRIEF, HARD),
        (
            Splice(kind=SpliceKind.FADE_IN, frame_count=6),
            BRIEF,
            HARD,
            Splice(kind=SpliceKind.FADE_OUT, frame_count=10),
        ),
    ],
    ids=["cuts", "dissolves", "fades"],
)
def test_every_frame_shows_the_right_picture(tmp_path: Path, rate: Fraction, splices: tuple[Splice, ...]) -> None:
    plan, counts = CutPlan(splices=splices), (30, 41, 26)
    takes = shoot(tmp_path, plan, counts, rate)
    film = tmp_path / "film.mp4"

    assert stitch(takes, plan, rate, None, (), film) == sum(counts)

    facts = probe(film)
    assert (facts.frame_count, facts.rate) == (sum(counts), rate)
    assert facts.duration_s == pytest.approx(sum(counts) / rate, abs=1e-6)
    frames = list(raw_frames(film))
    assert [round(frame.pts * frame.time_base * rate) for frame in frames] == list(range(sum(counts)))
    starts = np.cumsum((0, *counts))
    for position, picture in enumerate(rgb_frames(film)):
        index = int(np.searchsorted(starts, position, side="right")) - 1
        number = position - int(starts[index])
        if _is_plain(splices, index, number, counts[index]):
            assert read_mark(picture) == (index, number + 100)


def _is_plain(splices: tuple[Splice, ...], index: int, number: int, count: int) -> bool:
    spans = {SpliceKind.CUT: 0, SpliceKind.DISSOLVE: 4, SpliceKind.FADE_IN: 6, SpliceKind.FADE_OUT: 10}
    return spans[splices[index].kind] <= number < count - spans[splices[index + 1].kind]


def test_a_dissolve_goes_over_evenly_frame_by_frame(tmp_path: Path) -> None:
    plan = CutPlan(splices=(HARD, BRIEF, HARD))
    takes = shoot(tmp_path, plan, (30, 30), Fraction(24))
    stitch(takes, plan, Fraction(24), None, (), tmp_path / "film.mp4")
    out, into = ([luma(frame) for frame in raw_frames(take.path)] for take in takes)
    for k, frame in enumerate(raw_frames(tmp_path / "film.mp4", 26, 34)):
        weight = (k + 0.5) / 8
        expected = out[26 + k] * (1 - weight) + into[k] * weight
        assert np.abs(luma(frame) - expected).mean() < 1.5


def test_fades_come_from_black_and_go_to_black(tmp_path: Path) -> None:
    splices = (Splice(kind=SpliceKind.FADE_IN, frame_count=6), Splice(kind=SpliceKind.FADE_OUT, frame_count=10))
    plan = CutPlan(splices=splices)
    takes = shoot(tmp_path, plan, (40,), Fraction(24))
    stitch(takes, plan, Fraction(24), None, (), tmp_path / "film.mp4")
    light = [float(luma(frame).mean()) for frame in raw_frames(tmp_path / "film.mp4")]
    assert light[:7] == sorted(light[:7])
    assert light[29:] == sorted(light[29:], reverse=True)
    assert light[0] < 30
    assert light[-1] < 25


def test_bodies_are_copied_not_coded_again(tmp_path: Path) -> None:
    plan = CutPlan(splices=(HARD, BRIEF, HARD))
    takes = shoot(tmp_path, plan, (30, 30), Fraction(24))
    stitch(takes, plan, Fraction(24), None, (), tmp_path / "film.mp4")
    with av.open(str(tmp_path / "film.mp4")) as film, av.open(str(takes[0].path)) as take:
        film_packets = [bytes(packet) for packet in film.demux(video=0) if packet.pts is not None]
        take_packets = [bytes(packet) for packet in take.demux(video=0) if packet.pts is not None]
    assert film_packets[:26] == take_packets[:26]


@pytest.mark.parametrize(("rate", "count"), [(Fraction(24), 90), (NTSC, 112)], ids=str)
def test_sound_and_captions_end_with_the_picture(tmp_path: Path, rate: Fraction, count: int) -> None:
    plan = CutPlan(splices=(HARD, HARD))
    takes = shoot(tmp_path, plan, (count,), rate)
    voice = tmp_path / "mix.wav"
    tone = _wav(voice, 5.0)
    film = tmp_path / "film.mp4"
    cues = (Caption(start_s=0.5, end_s=1.5, lines=("Good", "morning")), Caption(start_s=2, end_s=9, lines=("Bye",)))
    stitch(takes, plan, rate, voice, cues, film, title="Tea & time")
    facts = probe(film)
    assert facts.audio is not None
    assert (facts.audio.codec, facts.audio.sample_rate_hz, facts.audio.channels) == ("aac", 48_000, 2)
    assert abs(facts.audio.duration_s - count / rate) <= 1024 / 48_000
    assert abs(facts.container_duration_s - count / rate) <= 1024 / 48_000
    assert (facts.title, facts.subtitles, facts.is_tagged_bt709) == ("Tea & time", 1, True)
    heard = read_sound(film)[: len(tone), 0]
    assert np.argmax(np.correlate(heard[20_000:24_000], tone[20_000 - 60 : 24_000 + 60], "valid")[::-1]) == 60
    head = film.read_bytes()
    assert head.index(b"moov") < head.index(b"mdat")
    with av.open(str(film)) as container:
        texts = [bytes(packet)[2:] for packet in container.demux(subtitles=0) if packet.size > 2]
        assert texts == [b"Good\nmorning", b"Bye"]
        assert container.streams.subtitles[0].language == "eng"
        assert container.streams.subtitles[0].disposition == av.stream.Disposition.default


def _wav(path: Path, duration_s: float) -> NDArray[Any]:
    noise = np.random.default_rng(1).normal(0, 0.1, round(duration_s * 48_000)).astype(np.float32)
    tone = np.convolve(noise, np.ones(24, np.float32) / 8, "same").astype(np.float32)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray((tone[None] * 32767).astype(np.int16), "s16", "mono")
        frame.sample_rate = 48_000
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    return tone


def test_burnt_captions_are_seen_when_they_are_due_and_only_then(tmp_path: Path) -> None:
    plan = CutPlan(splices=(HARD, HARD))
    takes = shoot(tmp_path, plan, (48,), Fraction(24))
    words = (SpokenWord(text="Hello", start_s=0.5, end_s=0.8), SpokenWord(text="you", start_s=0.8, end_s=1.2))
    cue = Caption(start_s=0.5, end_s=1.5, lines=("Hello you",), words=words)
    stitch(takes, plan, Fraction(24), None, (cue,), tmp_path / "film.mp4", burn=True)
    assert probe(tmp_path / "film.mp4").frame_count == 48
    with av.open(str(tmp_path / "film.mp4")) as container:
        assert not container.streams.subtitles[0].disposition
    plate = [float(picture[150:164, 130:190].mean(axis=2).std()) for picture in rgb_frames(tmp_path / "film.mp4")]
    assert max(plate[:12]) < 12
    assert min(plate[14:34]) > 12
    assert max(plate[36:]) < 12


def test_a_foreign_take_is_refused_until_it_is_conformed(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.mp4"
    with av.open(str(foreign), "w") as container:
        stream = container.add_stream("mpeg4", rate=12)
        stream.width, stream.height, stream.pix_fmt = 400, 300, "yuv420p"
        for number in range(24):
            frame = av.VideoFrame.from_ndarray(np.full((300, 400, 3), 10 * number, np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    plan = CutPlan(splices=(HARD, HARD))
    with pytest.raises(MediaError, match="12 frames per second"):
        stitch([TakeSource(foreign, 0, 24, 0)], plan, Fraction(24), None, (), tmp_path / "film.mp4")
    fitting = tmp_path / "fitting.mp4"
    held = conform(foreign, fitting, WIDTH, HEIGHT, Fraction(24), 50)
    assert held in {2, 3}
    assert stitch([TakeSource(fitting, 0, 50, 0)], plan, Fraction(24), None, (), tmp_path / "film.mp4") == 50
    light = [float(picture.mean()) for picture in rgb_frames(fitting)]
    assert light[20] == pytest.approx(100, abs=6)
    assert light[46] == pytest.approx(230, abs=6)


def test_a_plan_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="needs 3 splices"):
        stitch(
            shoot(tmp_path, CutPlan(splices=(HARD, HARD, HARD)), (6, 6), Fraction(24)),
            CutPlan(splices=(HARD, HARD)),
            Fraction(24),
            None,
            (),
            tmp_path / "film.mp4",
        )
    with pytest.raises(MediaError, match="overlap"):
        keyframes_for(CutPlan(splices=(HARD, BRIEF, BRIEF, HARD)), 1, 4, 6, 4)
    with pytest.raises(MediaError, match="spare frames"):
        keyframes_for(CutPlan(splices=(HARD, BRIEF, HARD)), 0, 0, 30, 0)
