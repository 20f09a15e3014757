"""The sounds a score can be made of: one entry in ``PALETTES`` each, chosen by words of mood, tone and template."""

from dataclasses import dataclass
from typing import Literal

Mode = Literal["major", "minor", "dorian", "lydian"]
SCALES: dict[Mode, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
}


@dataclass(frozen=True)
class Palette:
    """How a kind of score is built. Chords are counted on the scale: 0 is the tonic."""

    slug: str
    words: tuple[str, ...]
    """Words of mood, tone or emotion that call for it."""
    templates: tuple[str, ...]
    """Story templates it suits when no word decides."""
    tempo_bpm: float
    mode: Mode
    bright: tuple[tuple[int, ...], ...]
    """Chord runs for the open parts."""
    dark: tuple[tuple[int, ...], ...]
    """Chord runs for parts of doubt, strain or mystery."""
    cadence: tuple[int, ...]
    """The chords that lead to the last tonic."""
    keys: str
    figure: tuple[tuple[float, int], ...]
    """The keys' pattern in a bar: (beat, note of the chord); the second half joins as the music grows."""
    pad: str
    bass: str
    drums: tuple[tuple[str, tuple[float, ...], float], ...]
    """(drum, beats of the bar, loudness)."""
    lead: str
    tail_s: float
    reverb_s: float
    wetness: float
    swing: float = 0.0
    """How late the off-beats come, as a share of half a beat."""


PALETTES: tuple[Palette, ...] = (
    Palette(
        slug="warm-acoustic",
        words=(
            "warm", "cozy", "cosy", "authentic", "family", "gentle", "calm", "hopeful", "tender", "comfort", "home",
            "natural", "friendly", "relieved", "relieving", "empathetic", "heartfelt", "nostalgic", "intimate",
            "serene", "inclusive",
        ),
        templates=("emotional-arc", "problem-agitate-solve", "social-proof"),
        tempo_bpm=86,
        mode="major",
        bright=((0, 5, 3, 4), (0, 4, 5, 3), (0, 2, 3, 4)),
        dark=((5, 3, 5, 4), (5, 2, 3, 4)),
        cadence=(3, 4),
        keys="felt",
        figure=((0, 0), (1, 2), (2, 3), (3, 2), (0.5, 1), (1.5, 3), (2.5, 4), (3.5, 1)),
        pad="strings",
        bass="upright",
        drums=(("shaker", (0.5, 1.5, 2.5, 3.5), 0.5), ("shaker", (0, 1, 2, 3), 0.28), ("soft_kick", (0, 2), 0.5)),
        lead="glass",
        tail_s=2.6,
        reverb_s=1.9,
        wetness=0.30,
        swing=0.06,
    ),
    Palette(
        slug="ambient-luxury",
        words=(
            "luxury", "luxurious", "elegant", "mysterious", "mystery", "midnight", "sensual", "indulgent", "refined",
            "dreamy", "sophisticated", "premium", "ethereal", "intimate", "serene", "exclusive", "seductive",
            "bliss", "dramatic",
        ),
        templates=("teaser-reveal", "sensory-experience"),
        tempo_bpm=68,
        mode="dorian",
        bright=((0, 3, 6, 3), (0, 2, 6, 3)),
        dark=((0, 1, 0, 3), (0, 5, 3, 6)),
        cadence=(3, 6),
        keys="glass",
        figure=((0, 0), (1.5, 3), (3, 2), (2.5, 4), (0.75, 2), (3.5, 5)),
        pad="glow",
        bass="sub",
        drums=(("soft_kick", (0,), 0.55), ("air", (2,), 0.35)),
        lead="bell",
        tail_s=3.2,
        reverb_s=3.0,
        wetness=0.46,
    ),
    Palette(
        slug="electronic-drive",
        words=(
            "energetic", "electric", "modern", "tech", "bold", "confident", "dynamic", "urban", "fast", "playful",
            "fun", "upbeat", "excited", "excitement", "vibrant", "futuristic", "innovative", "curious", "eager",
            "fresh", "youthful",
        ),
        templates=("aida",),
        tempo_bpm=116,
        mode="minor",
        bright=((0, 5, 2, 6), (5, 6, 0, 2)),
        dark=((0, 0, 5, 6), (0, 3, 0, 6)),
        cadence=(5, 6),
        keys="pluck",
        figure=((0, 0), (0.75, 2), (1.5, 1), (2.25, 3), (3, 2), (3.5, 4), (0.5, 3), (2.75, 5), (1.25, 4)),
        pad="saw",
        bass="synth",
        drums=(("kick", (0, 1, 2, 3), 0.95), ("hat", (0.5, 1.5, 2.5, 3.5), 0.42), ("clap", (1, 3), 0.5),
               ("hat", (0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25, 3.75), 0.16)),
        lead="pluck",
        tail_s=2.0,
        reverb_s=1.5,
        wetness=0.24,
    ),
    Palette(
        slug="epic-rise",
        words=(
            "epic", "heroic", "triumphant", "triumph", "powerful", "determined", "brave", "inspirational",
            "inspiring", "grand", "adventure", "adventurous", "intense", "struggle", "ambitious", "victory",
            "aspirational", "empowering", "cinematic",
        ),
        templates=("heros-journey", "before-after-bridge"),
        tempo_bpm=92,
        mode="minor",
        bright=((5, 2, 6, 0), (0, 5, 2, 6)),
        dark=((0, 0, 5, 4), (0, 3, 0, 4)),
        cadence=(5, 6),
        keys="marcato",
        figure=((0, 0), (0.5, 0), (1, 2), (1.5, 0), (2, 0), (2.5, 3), (3, 2), (3.5, 0)),
        pad="strings",
        bass="brass",
        drums=(("taiko", (0, 2.5), 0.95), ("taiko", (1, 3, 3.5), 0.5), ("air", (3,), 0.3)),
        lead="horn",
        tail_s=2.8,
        reverb_s=2.5,
        wetness=0.36,
    ),
)  # fmt: skip


def choose_palette(template: str, mood: str, tone: tuple[str, ...], emotions: tuple[str, ...]) -> Palette:
    """The palette most called for: the mood a person asked for counts most, then the template, tone and emotions."""

    def calls(palette: Palette) -> float:
        vocabulary = {palette.slug, *palette.words, *palette.slug.split("-")}
        asked = 3.0 * len(vocabulary & _words(mood))
        told = 0.6 * len(vocabulary & _words(" ".join(tone))) + 0.2 * len(vocabulary & _words(" ".join(emotions)))
        return asked + told + (1.0 if template in palette.templates else 0.0)

    return max(PALETTES, key=calls)


def _words(text: str) -> set[str]:
    return set("".join(c if c.isalpha() else " " for c in text.lower()).split())
