"""The palettes a score can be made of: one TOML file each beside this one, chosen by words, look and story template."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

_FOLDER = Path(__file__).parent
Pattern = tuple[tuple[float, int, float], ...]


@dataclass(frozen=True)
class Figure:
    """What keys or bass do in a bar.

    ``pattern`` holds (beat, note, beats held). For keys the note counts up the chord and -1 is the whole chord; for a
    bass 0 is the root, 1 the fifth, 2 the octave and 3 a step below or above the next root.
    """

    sound: str
    pattern: Pattern
    from_level: float = 0.0
    octave: int = 0
    pan: float = 0.5
    loudness: float = 1.0


@dataclass(frozen=True)
class Drum:
    """What a drum does in a bar, from a level of the music on."""

    sound: str
    beats: tuple[float, ...]
    loudness: float
    from_level: float = 0.5
    pan: float = 0.5


@dataclass(frozen=True)
class Lead:
    """The instrument that carries the motif, within a range of MIDI notes."""

    sound: str
    low: int
    high: int
    from_level: float = 0.5
    loudness: float = 1.0


@dataclass(frozen=True)
class Palette:
    """How a kind of score is built. Chords are written as musicians do: ``ii7b5``, ``V/3`` (third in the bass)."""

    slug: str
    words: frozenset[str]
    """Words of mood, tone or emotion that call for it."""
    subjects: frozenset[str]
    """Words of the prompt that call for it."""
    looks: frozenset[str]
    """Looks that call for it."""
    templates: frozenset[str]
    """Story templates it suits when no word decides."""
    tempo_bpm: tuple[float, float]
    """From and to: within it the tempo is chosen so that bars fall on the film's own moments."""
    mode: str
    swing: float
    """How late the off-beats come, as a share of half a beat; a third is a triplet."""
    looseness_s: float
    """How far players stray from the beat."""
    bright: tuple[tuple[str, ...], ...]
    """Chord runs for the open parts; each begins on the tonic, so that it can be landed on."""
    dark: tuple[tuple[str, ...], ...]
    """Chord runs for parts of doubt, strain or mystery."""
    approach: tuple[str, ...]
    """The chords that lead to a landing."""
    cadence: tuple[str, ...]
    """The chords that lead to the last one."""
    final: str
    motifs: tuple[tuple[tuple[float, float, int], ...], ...]
    """Each (beat, beats held, steps of the scale above the chord note it hangs on)."""
    pads: tuple[tuple[str, float, float], ...]
    """(instrument, level it joins at, loudness)."""
    keys: tuple[Figure, ...]
    bass: tuple[Figure, ...]
    drums: tuple[Drum, ...]
    lead: Lead
    rises: tuple[str, ...]
    """Drums that swell up to a landing."""
    roll: str
    """A drum, or an instrument on the bass note, that is rolled up to a landing; empty for none."""
    landing: tuple[str, ...]
    """Drums struck on the landing."""
    closing: tuple[str, ...]
    """Drums struck with the last chord."""
    hush_beats: float
    """How long everything but the rise holds its breath before a landing."""
    pump: float
    """How far pads duck under the kick, 0 to 1."""
    tail_s: float
    reverb_s: float
    wetness: float


@cache
def palettes() -> dict[str, Palette]:
    """All palettes by slug, in the order of their names."""
    read = (_palette(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(_FOLDER.glob("*.toml")))
    return {palette.slug: palette for palette in read}


def _palette(slug: str, found: dict[str, Any]) -> Palette:
    plain = {name: _frozen(value) for name, value in found.items()}
    plain["slug"] = slug
    for name in ("words", "subjects", "looks", "templates"):
        plain[name] = frozenset(cast("list[str]", found.get(name, [])))
    for name in ("bright", "dark"):
        plain[name] = tuple(_run(line) for line in found[name])
    for name in ("approach", "cadence"):
        plain[name] = _run(found[name])
    for name in ("keys", "bass"):
        plain[name] = tuple(Figure(**_frozen_fields(figure)) for figure in found.get(name, []))
    plain["drums"] = tuple(Drum(**_frozen_fields(drum)) for drum in found.get("drums", []))
    plain["lead"] = Lead(**found["lead"])
    return Palette(**plain)


def _run(line: str) -> tuple[str, ...]:
    return tuple(chord.strip() for chord in line.split("|"))


def _frozen_fields(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: _frozen(value) for name, value in fields.items()}


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in cast("list[Any]", value)) if isinstance(value, list) else value


def choose_palette(
    template: str, mood: str, tone: tuple[str, ...], emotions: tuple[str, ...], look: str = "", words: str = ""
) -> Palette:
    """The palette most called for.

    The mood a person asked for counts most, then the look, then what the prompt is about; template, tone of the story
    and emotions of its beats decide where those say nothing.
    """
    asked, said = _words(mood), _words(words)
    told, felt = _words(" ".join(tone)), _words(" ".join(emotions))

    def calls(palette: Palette) -> float:
        named = palette.words | set(palette.slug.split("-"))
        return (
            3.0 * len(named & asked)
            + 2.5 * (look in palette.looks)
            + 1.9 * len(palette.subjects & said)
            + 0.7 * len(palette.words & said)
            + 1.0 * (template in palette.templates)
            + 0.3 * len(palette.words & told)
            + 0.1 * len(palette.words & felt)
        )

    return max(palettes().values(), key=calls)


def _words(text: str) -> frozenset[str]:
    found = "".join(c if c.isalpha() else " " for c in text.lower()).split()
    return frozenset([*found, *(word.removesuffix("s") for word in found)])
