"""Does everything run side by side that can? Films against a provider of known latencies, beside the bound.

The goal is ``max(critical path, work / places)``; the bound also knows that takes come in whole rounds, and no order of
the same calls could beat it. Latencies are those of hosted models, scaled down: an image 5 s, a video 100 s.

Usage: ``python bench/scheduling.py [--scale 20] [--places 1 2 3 9] [--shots 3]``
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.backlot import Backlot, Books, Kind, Profile  # noqa: E402
from tests.backlot.models import BacklotProvider  # noqa: E402

from reelwright.film.brief import Models  # noqa: E402
from reelwright.film.call import CallProfile  # noqa: E402
from reelwright.providers.registry import providers  # noqa: E402
from reelwright.settings import Settings  # noqa: E402
from reelwright.studio import Studio  # noqa: E402

VARIATIONS, TAKES = 4, 3
IMAGE_S, VIDEO_S = 5.0, 100.0
PROMPT = "Artisan coffee that starts your morning right"


@dataclass(frozen=True)
class Row:
    """One film: from the first call that was sent to the end of the last."""

    places: int
    calls: int
    wall_s: float
    goal_s: float
    bound_s: float
    polls: int


def goal_s(places: int, scale: float, frames: int, takes: int) -> float:
    """The longer of one frame and its take, and all work over all places: frames and takes share them."""
    image_s, video_s = IMAGE_S / scale, VIDEO_S / scale
    return max(image_s + video_s, (frames * image_s + takes * video_s) / places)


def bound_s(places: int, scale: float, frames: int, takes: int) -> float:
    """What the goal says, or the first shot's frames and all rounds of takes."""
    first_s = -(-2 * VARIATIONS // places) * IMAGE_S / scale
    rounds_s = -(-takes // places) * VIDEO_S / scale
    return max(goal_s(places, scale, frames, takes), first_s + rounds_s)


async def film(places: int, scale: float, shots: int) -> Row:
    """Makes one film with so many places at the provider."""
    latency_s: dict[Kind, float] = {"image": IMAGE_S / scale, "video": VIDEO_S / scale}
    profile = CallProfile(is_remote=True, listing=True, listing_shows_running=True, timeout_s=10)
    with Backlot(Profile(latency_s=latency_s)) as lot, tempfile.TemporaryDirectory() as home:
        providers()["backlot"] = BacklotProvider(profile, concurrency=places, typical_s={**latency_s})
        settings = Settings(home=Path(home), base_urls={"backlot": lot.url})
        async with Studio(settings) as studio:
            await studio.make(
                PROMPT,
                duration_s=3.4 * shots,
                width_px=128,
                height_px=72,
                wants_voice=False,
                wants_music=False,
                wants_effects=False,
                variations=VARIATIONS,
                takes=TAKES,
                models=Models(image="backlot:image", video="backlot:video"),
                out=Path(home) / "out",
            )
        books = lot.books()
    made = [charge.kind for charge in books.charges]
    facts = (places, scale, made.count("image"), made.count("video"))
    polls = sum(len(times) for times in books.polls.values())
    return Row(places, len(made), _wall_s(books), goal_s(*facts), bound_s(*facts), polls)


def _wall_s(books: Books) -> float:
    ends = [charge.finished_at for charge in books.charges if charge.finished_at is not None]
    return max(ends) - min(charge.received_at for charge in books.charges)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=20)
    parser.add_argument("--places", type=int, nargs="+", default=[1, 2, 3, 9])
    parser.add_argument("--shots", type=int, default=3)
    chosen = parser.parse_args(arguments)
    print("| places | calls | wall s | goal s | ratio | bound s | ratio | polls |\n|" + "---:|" * 8)
    for places in chosen.places:
        row = asyncio.run(film(places, chosen.scale, chosen.shots))
        ratios = [f"{least_s:.2f} | {row.wall_s / least_s:.3f}" for least_s in (row.goal_s, row.bound_s)]
        print(f"| {row.places} | {row.calls} | {row.wall_s:.2f} | {' | '.join(ratios)} | {row.polls} |", flush=True)


if __name__ == "__main__":
    main()
