"""CPU seconds of each part of a film, one after the other in one process: where the time goes.

Usage: ``python bench/stages.py SHOTS_JSON [--size 1280x720]``, with the ``shots.json`` of any built-in film.
"""

import argparse
import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reelwright.film.brief import Models
from reelwright.film.clock import seconds
from reelwright.film.cut import plain_cuts
from reelwright.film.shot import ShotList
from reelwright.film.sound import SoundCue
from reelwright.media.jobs import mix_job, sheet_job, stitch_job
from reelwright.media.segments import keyframes_for
from reelwright.ports import MusicBeat, MusicRequest, SoundRequest, SpeechRequest, Tools
from reelwright.providers.registry import card_for, provider_of
from reelwright.settings import load_settings
from reelwright.stages.place_sounds import place_sounds
from reelwright.wire import SuppliedShots, read_shot_list


class Here:
    """A workshop without processes, so that the CPU of this process is the CPU of the part."""

    async def run(self, job: Any, /, *arguments: Any, bench: int | None = None) -> Any:
        """The result of the job, computed at once."""
        return job(*arguments)


class Clock:
    """Adds up CPU seconds by name."""

    def __init__(self) -> None:
        self.spent_s: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Generator[None]:
        """Counts what happens inside."""
        began = time.process_time()
        yield
        self.spent_s[name] = self.spent_s.get(name, 0.0) + time.process_time() - began


def start_up(clock: Clock) -> None:
    """The imports of the process that drives a film."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import reelwright.cli.app, reelwright.workflows.run"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock.spent_s["start of the driving process"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


async def sound(supplied: SuppliedShots, tools: Tools, place: Path, clock: Clock) -> Path:
    """Voice, score, sound effects and mix."""
    models, rate = Models(), supplied.brief.rate
    with clock("voice: load"):
        card = card_for(models.voice, "voice")
        voice: Any = provider_of(card).open(card, tools)
        await voice.speak(SpeechRequest("One.", "", 1.0, "", place))
    parts: list[tuple[Path, float]] = []
    starts = ShotList(shots=supplied.shots).starts()
    for shot, start in zip(supplied.shots, starts, strict=True):
        if shot.voice_over.text:
            room = place / shot.id
            room.mkdir()
            with clock("voice: speak"):
                said = await voice.speak(SpeechRequest(shot.voice_over.text, "", 1.0, "", room))
            parts.append((said.media.path, seconds(start, rate) + shot.voice_over.start_s))
    length_s = seconds(sum(shot.frame_count for shot in supplied.shots), rate)
    with clock("score"):
        card = card_for(models.music, "music")
        composer: Any = provider_of(card).open(card, tools)
        beats = (MusicBeat("whole", "calm", 0.0, length_s),)
        music = await composer.compose(MusicRequest(supplied.template, "", (), beats, length_s, 1, place))
    effects: list[tuple[Path, SoundCue]] = []
    with clock("sound effects"):
        card = card_for(models.sound, "sound")
        foley: Any = provider_of(card).open(card, tools)
        for cue in place_sounds(supplied.shots, rate):
            room = place / cue.id
            room.mkdir()
            heard = await foley.sound(SoundRequest(cue.sound, cue.surface, cue.words, cue.duration_s, 1, room))
            effects.append((heard.media.path, cue))
    with clock("mix"):
        mix_job(parts, music.media.path, length_s, place / "mix.wav", effects)
    return place / "mix.wav"


def picture(supplied: SuppliedShots, size: tuple[int, int], mix: Path, place: Path, clock: Clock) -> None:
    """Painting, playing, coding, cut and sheet."""
    with clock("picture: imports"):
        from reelwright.media.encode import TakeEncoder
        from reelwright.media.png import write_png
        from reelwright.providers.builtin.artist import paint_shot
        from reelwright.providers.builtin.camera.render import LAYOUT, Lens, as_rgba
    plan = supplied.cut_plan or plain_cuts(len(supplied.shots))
    sources: list[tuple[Path, int, int, int]] = []
    rows: list[tuple[Path, Path, str, str, str, str]] = []
    for index, shot in enumerate(supplied.shots):
        head, tail = plan.spare_frames(index)
        with clock("paint"):
            painting = paint_shot(shot, supplied.brief.style, *size, 7)
        lens = Lens(painting, shot.camera.movement, 7)
        ends = (place / f"{shot.id}-a.png", place / f"{shot.id}-b.png")
        for u, path in zip((0.0, 1.0), ends, strict=True):
            with clock("frames: PNG"):
                write_png(path, as_rgba(lens.look(u, 0.0)))
        rows.append((*ends, shot.slate, "", shot.story_beat, ""))
        take = place / f"{shot.id}.mp4"
        keyframes = keyframes_for(plan, index, head, shot.frame_count, tail)
        with TakeEncoder(take, *size, supplied.brief.rate, keyframes=keyframes) as encoder:
            for number in range(-head, shot.frame_count + tail):
                with clock("takes: play"):
                    pixels = lens.look(number / max(1, shot.frame_count - 1), float(number / supplied.brief.rate))
                with clock("takes: code"):
                    encoder.write(pixels, LAYOUT)
        sources.append((take, head, shot.frame_count, tail))
    with clock("cut"):
        stitch_job(sources, plan, supplied.brief.rate, mix, (), place / "film.mp4", False, "bench")
    with clock("contact sheet"):
        sheet_job("bench", "", rows, place / "sheet.png")


def main() -> None:
    """Runs every part and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shots", type=Path)
    parser.add_argument("--size", default="1280x720")
    arguments = parser.parse_args()
    width, height = map(int, arguments.size.split("x"))
    supplied = read_shot_list(arguments.shots.read_text("utf-8"))
    clock = Clock()
    start_up(clock)
    with tempfile.TemporaryDirectory(prefix="reelwright-bench-") as folder:
        place = Path(folder)
        tools = Tools(Here(), load_settings().cache_dir)
        mix = asyncio.run(sound(supplied, tools, place, clock))
        picture(supplied, (width, height), mix, place, clock)
    print(f"| part, {arguments.size} | CPU s |\n|---|---|")
    for name, spent_s in clock.spent_s.items():
        print(f"| {name} | {spent_s:.2f} |")
    print(f"| **sum** | **{sum(clock.spent_s.values()):.2f}** |")


if __name__ == "__main__":
    main()
