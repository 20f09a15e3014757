"""The built-in narrator: Kokoro-82M with word times, behind the speech port. Nothing heavy is imported here."""

from pathlib import Path

from reelwright.errors import BadInput, NotFound
from reelwright.film.base import fingerprint
from reelwright.film.money import Usage
from reelwright.film.sound import SpokenWord
from reelwright.ports import MediaFile, ModelCard, SpeechReply, SpeechRequest, Tools, Voice
from reelwright.providers.builtin.narrator.ipa import unsaid_marks
from reelwright.providers.builtin.narrator.job import SpeechJob, speak

VOICES = (
    Voice("af_heart", "en-US", "Heart: a warm, close American woman's voice; at home with family, food and calm"),
    Voice("am_michael", "en-US", "Michael: a steady, friendly American man's voice; clear and trustworthy"),
    Voice("bf_emma", "en-GB", "Emma: a composed British woman's voice; elegant"),
    Voice("am_fenrir", "en-US", "Fenrir: a deep, driven American man's voice; for tension and triumph"),
)
MIN_PACE, MAX_PACE = 0.85, 1.15
_BENCH = 0


class Narrator:
    """Speaks English lines; the model is loaded once in a process of the workshop and stays there.

    Option: ``voice_model_path`` (your own Kokoro file, ONNX).
    """

    voices: tuple[Voice, ...] = VOICES

    def __init__(self, card: ModelCard, tools: Tools) -> None:
        self._tools = tools
        self._own_model = tools.options.get("voice_model_path", "")
        self.card = card.model_copy(update={"version": _version(card.version, self._own_model)})

    async def speak(self, request: SpeechRequest) -> SpeechReply:
        """A WAV (mono, 24 kHz) with the times of the written words, one for each white-space word.

        Raises:
            BadInput: If the text is empty or the pace outside 0.85 to 1.15.
            NotFound: If there is no such voice.
            NotConfigured: If the voice model is missing.
            CapabilityError: If nothing in the text can be spoken.
        """
        voice = find_voice(request.voice)
        _check(request)
        target = request.workdir / "voice.wav"
        job = SpeechJob(
            text=request.text,
            voice=voice.name,
            british=voice.language == "en-GB",
            pace=request.pace,
            cache_dir=str(self._tools.cache_dir),
            target=str(target),
            own_model=self._own_model,
            pronunciations=request.pronunciations,
        )
        times = await self._tools.workshop.run(speak, job, bench=_BENCH)
        return SpeechReply(
            media=MediaFile(Path(target), "audio/wav"),
            duration_s=times.duration_s,
            words=tuple(SpokenWord(text=text, start_s=start, end_s=end) for text, start, end in times.words),
            timing_source="engine" if times.exact else "proportional",
            usage=Usage(units={"seconds": times.duration_s}),
            notes=tuple(_unsaid(word, said) for word, said in request.pronunciations if unsaid_marks(said)),
        )


def find_voice(name: str) -> Voice:
    """The voice of a name (``af_heart`` or just ``heart``); the first one for an empty name.

    Raises:
        NotFound: If there is none.
    """
    wanted = name.strip().lower()
    for voice in VOICES:
        if wanted in {"", voice.name, voice.name.partition("_")[2]}:
            return voice
    raise NotFound(
        f"there is no voice {name!r}; there are {', '.join(voice.name for voice in VOICES)}",
        hint="See `reelwright voices`.",
    )


def _unsaid(word: str, said: str) -> str:
    return f"of the pronunciation {said!r} for {word!r} the voice cannot say {', '.join(unsaid_marks(said))}"


def _check(request: SpeechRequest) -> None:
    if not request.text.strip():
        raise BadInput("there is nothing to say: the text is empty", hint="Write a line, or leave the voice out.")
    if not MIN_PACE <= request.pace <= MAX_PACE:
        raise BadInput(
            f"a pace of {request.pace!r} is outside {MIN_PACE} to {MAX_PACE}", hint="Shorten the text instead."
        )


def _version(base: str, own_model: str) -> str:
    """The card's version with a person's own model, as it enters the content key."""
    if not own_model or not Path(own_model).exists():
        return base
    stat = Path(own_model).stat()
    return f"{base}+own{fingerprint([own_model, stat.st_size, stat.st_mtime_ns])[:12]}"
