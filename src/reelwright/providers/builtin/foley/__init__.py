"""The built-in foley stage: sound effects made of noise and resonance, behind the sound port. Nothing heavy here."""

from reelwright.errors import BadInput
from reelwright.film.money import Usage
from reelwright.ports import MediaFile, MediaReply, ModelCard, SoundRequest, Tools

_LONGEST_S = 600.0


class Foley:
    """Makes one sound effect a request; the same request gives the same file."""

    def __init__(self, card: ModelCard, tools: Tools) -> None:
        self.card = card
        self._tools = tools

    async def sound(self, request: SoundRequest) -> MediaReply:
        """A WAV (stereo, 48 kHz) of exactly ``round(duration_s * 48000)`` samples; silent at both ends.

        A sound nobody knows here is left out, and the reply's notes say so.

        Raises:
            BadInput: If the length is not between 0.1 and 600 s.
        """
        if not 0.1 <= request.duration_s <= _LONGEST_S:
            raise BadInput(
                f"a sound effect of {request.duration_s!r} s cannot be made; 0.1 to {_LONGEST_S:.0f} s can",
                hint="Remove the sound from the shot's `sounds`, or make the shot longer.",
            )
        target = request.workdir / "sound.wav"
        known: bool = await self._tools.workshop.run(
            _make, request.sound, request.surface, request.duration_s, request.seed, str(target)
        )
        return MediaReply(
            media=MediaFile(target, "audio/wav"),
            usage=Usage(units={"seconds": request.duration_s}),
            notes=() if known else (f"there is no sound effect {request.sound!r} built in; it is not heard",),
        )


def _make(sound: str, surface: str, duration_s: float, seed: int, target: str) -> bool:
    """In the spawned process, so that numpy is imported only there."""
    from pathlib import Path

    from reelwright.media.wav import write_wav
    from reelwright.providers.builtin.foley.stage import effect, knows

    write_wav(Path(target), effect(sound, surface, duration_s, seed), 48_000)
    return knows(sound)
