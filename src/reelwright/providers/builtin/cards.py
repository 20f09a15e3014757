"""The model cards of the built-in studio. Raise a version whenever the same request would give another result."""

from importlib.metadata import version

from reelwright.ports import ModelCard

_PICTURE = (
    "shot.staging",
    "shot.camera",
    "shot.lighting",
    "shot.emotional_tone",
    "shot.seed",
    "style",
    "width_px",
    "height_px",
    "seed",
)


def _with(own: str, *packages: str) -> str:
    """Our version with those of the libraries that shape the result."""
    return "+".join([own, *(f"{name}{version(name)}" for name in packages)])


WRITER = ModelCard(
    provider="builtin",
    model="writer",
    modality="text",
    title="Rule-based writer",
    version="13",
    reads=("task", "inputs", "seed"),
)
ARTIST = ModelCard(
    provider="builtin",
    model="artist",
    modality="image",
    title="Illustrator of layered scenes",
    version=_with("16", "skia-python"),
    reads=("role", *_PICTURE, "shot.frame_count", "rate"),
    modes=("text-to-image",),
)
CAMERA = ModelCard(
    provider="builtin",
    model="camera",
    modality="video",
    title="2.5-D camera over layers or any still",
    version=_with("17", "skia-python", "av"),
    reads=(*_PICTURE, "start", "head_frames", "frame_count", "tail_frames", "keyframes", "rate"),
    modes=("image-to-video",),
)
NARRATOR = ModelCard(
    provider="builtin",
    model="kokoro-82m",
    modality="voice",
    title="Kokoro-82M, int8, with word timings",
    version=_with("3", "onnxruntime", "misaki"),
    reads=("text", "voice", "pace", "pronunciations"),
    concurrency=1,
    seeds=False,
)
COMPOSER = ModelCard(
    provider="builtin",
    model="composer",
    modality="music",
    title="Composed score",
    version=_with("3", "numpy"),
    reads=("template", "mood", "tone", "beats", "duration_s", "seed", "look", "words", "accents_s"),
)
FOLEY = ModelCard(
    provider="builtin",
    model="foley",
    modality="sound",
    title="Synthesised sound effects",
    version=_with("1", "numpy"),
    reads=("sound", "surface", "duration_s", "seed"),
)
CARDS = (WRITER, ARTIST, CAMERA, NARRATOR, COMPOSER, FOLEY)
