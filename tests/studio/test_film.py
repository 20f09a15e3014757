"""What a finished film is: its files, its exact length, its sound, its captions, its papers."""

import contextlib
import hashlib
import itertools
import json
from pathlib import Path

import av
import numpy as np
import pysubs2
import pytest
from av.error import FFmpegError
from av.filter import Graph
from tests.studio.command import Made

from reelwright.media.decode import frame_at
from reelwright.media.probe import probe

FILES = {"film.mp4", "captions.srt", "captions.vtt", "poster.png", "contact_sheet.png"}
PAPERS = {"story.json", "shots.json", "manifest.json"}


def shots_of(folder: Path) -> list[dict[str, object]]:
    return json.loads((folder / "shots.json").read_text())["shots"]


def test_the_folder_holds_exactly_what_is_promised(coffee: Made) -> None:
    count = len(shots_of(coffee.folder))
    frames = {f"frames/clip_{n:03d}_{role}.png" for n in range(1, count + 1) for role in ("start", "end")}
    takes = {f"takes/sh{n:02d}_t01.mp4" for n in range(1, count + 1)}
    found = {path.relative_to(coffee.folder).as_posix() for path in coffee.folder.rglob("*") if path.is_file()}
    assert found == FILES | PAPERS | frames | takes


def test_json_is_one_object_with_the_promised_keys(coffee: Made) -> None:
    assert list(coffee.report) == [
        "film_id", "status", "waits_after", "title", "template", "workflow_type", "writers", "stopped_by", "fallbacks",
        "duration_s", "shots", "path", "cost_usd", "unknown_calls", "reserved_usd", "estimate_usd", "cap_usd",
        "elapsed_s", "warnings",
    ]  # fmt: skip
    assert coffee.report["template"] == "emotional-arc"
    assert coffee.report["duration_s"] == 6
    assert coffee.report["cost_usd"] == 0
    assert coffee.report["warnings"] == []


def test_the_length_is_exact_to_the_frame(coffee: Made) -> None:
    facts = probe(coffee.folder / "film.mp4")
    assert facts.frame_count == 144
    assert (facts.width_px, facts.height_px, facts.rate) == (320, 180, 24)
    assert facts.audio is not None
    assert abs(facts.audio.duration_s - 6.0) <= 1024 / 48000 + 1e-6


def test_colour_and_sound_are_what_players_expect(coffee: Made) -> None:
    with av.open(str(coffee.folder / "film.mp4")) as film:
        video, audio = film.streams.video[0], film.streams.audio[0]
        assert (video.codec_context.name, video.pix_fmt) == ("h264", "yuv420p")
        assert (video.codec_context.colorspace, video.codec_context.color_range) == (1, 1)
        assert (audio.codec_context.name, audio.rate, audio.layout.name) == ("aac", 48000, "stereo")
        assert len(film.streams.subtitles) == 1
    start = (coffee.folder / "film.mp4").read_bytes()[:200_000]
    assert start.index(b"moov") < start.index(b"mdat")


def test_loudness_and_peak(coffee: Made) -> None:
    said: dict[str, str] = {}
    with av.open(str(coffee.folder / "film.mp4")) as film:
        graph = Graph()
        source = graph.add_abuffer(template=film.streams.audio[0])
        meter, sink = graph.add("ebur128", "peak=true:metadata=1"), graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        graph.configure()
        for frame in film.decode(audio=0):
            source.push(frame)
            with contextlib.suppress(FFmpegError):
                while True:
                    said = {str(key): str(value) for key, value in sink.pull().metadata.items()} or said
    assert float(said["lavfi.r128.I"]) == pytest.approx(-14, abs=1)
    peak = max(float(said[key]) for key in said if key.startswith("lavfi.r128.true_peaks_ch"))
    assert 20 * np.log10(peak) <= -1.0


def test_captions_follow_the_norms_and_say_the_script(coffee: Made) -> None:
    lines = [str(shot["voice_over"]["text"]) for shot in shots_of(coffee.folder)]  # type: ignore[index]
    for kind in ("srt", "vtt"):
        captions = pysubs2.load(str(coffee.folder / f"captions.{kind}"))
        for caption in captions:
            rows = caption.plaintext.split("\n")
            assert len(rows) <= 2
            assert max(map(len, rows)) <= 42
            assert len(caption.plaintext) / (caption.duration / 1000) <= 20.01
        for before, after in itertools.pairwise(captions):
            assert before.end <= after.start
        assert captions[-1].end <= 6000
        assert " ".join(caption.plaintext.replace("\n", " ") for caption in captions) == " ".join(filter(None, lines))


def test_no_two_start_frames_look_alike(coffee: Made) -> None:
    pictures = [small(path) for path in sorted((coffee.folder / "frames").glob("*_start.png"))]
    assert len(pictures) >= 2
    for one, other in itertools.combinations(pictures, 2):
        assert np.abs(one - other).mean() >= 8


def small(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """64 x 36, RGB, as floats."""
    picture = frame_at(path, 0)
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
    return frame.reformat(width=64, height=36, interpolation="AREA").to_ndarray().astype(np.float64)


def test_start_and_end_frames_are_the_ends_of_the_take(coffee: Made) -> None:
    manifest = json.loads((coffee.folder / "manifest.json").read_text())
    assert len(manifest["shots"]) == len(shots_of(coffee.folder))
    plan = json.loads((coffee.folder / "shots.json").read_text())["cut_plan"]["splices"]
    for index, shot in enumerate(shots_of(coffee.folder)):
        number = index + 1
        head = plan[index]["frame_count"] // 2 if plan[index]["kind"] == "dissolve" else 0
        take = coffee.folder / f"takes/sh{number:02d}_t01.mp4"
        for role, at in (("start", head), ("end", head + int(str(shot["frame_count"])) - 1)):
            still = small(coffee.folder / f"frames/clip_{number:03d}_{role}.png")
            moving = frame_at(take, at)
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(moving), format="rgb24")
            seen = frame.reformat(width=64, height=36, interpolation="AREA").to_ndarray().astype(np.float64)
            assert np.abs(still - seen).mean() < 3, (number, role)


def test_story_has_the_four_stages_and_prompts_carry_the_description(coffee: Made) -> None:
    story = json.loads((coffee.folder / "story.json").read_text())
    assert list(story) == ["stage_0_template_selection", "stage_1_story", "stage_2_scenes", "stage_3_storyboard"]
    subject = story["stage_1_story"]["character_subject"]
    for shot, scene in zip(story["stage_2_scenes"]["scenes"], story["stage_3_storyboard"]["scenes"], strict=True):
        for name in ("image_generation_prompt", "start_image_prompt", "end_image_prompt"):
            assert 80 <= len(scene[name].split()) <= 150
        if shot["character_subject_presence"]["character_visible"]:
            assert subject["character_description"] in scene["image_generation_prompt"]


def test_the_manifest_knows_every_file_by_its_hash(coffee: Made) -> None:
    manifest = json.loads((coffee.folder / "manifest.json").read_text())
    for name, said in manifest["files"].items():
        content = (coffee.folder / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == said["sha256"]
        assert len(content) == said["byte_count"]
    assert {call["model"] for call in manifest["calls"]} >= {
        "builtin:writer",
        "builtin:artist",
        "builtin:camera",
        "builtin:kokoro-82m",
        "builtin:composer",
    }
    assert all(call["state"] == "stored" for call in manifest["calls"])
