"""The built-in composer: a score for each film, behind the music port. Nothing heavy is imported here."""

from reelwright.errors import BadInput
from reelwright.film.money import Usage
from reelwright.ports import MediaFile, MediaReply, ModelCard, MusicRequest, Tools

_LONGEST_S = 600.0


class Composer:
    """Composes and plays a score with instruments of its own; the same request and seed give the same file."""

    def __init__(self, card: ModelCard, tools: Tools) -> None:
        self.card = card
        self._tools = tools

    async def compose(self, request: MusicRequest) -> MediaReply:
        """A WAV (stereo, 48 kHz) of exactly ``round(duration_s * 48000)`` samples that ends on the tonic.

        Raises:
            BadInput: If the length is not between 1 and 600 s.
        """
        if not 1.0 <= request.duration_s <= _LONGEST_S:
            raise BadInput(
                f"a score of {request.duration_s!r} s cannot be composed; 1 to {_LONGEST_S:.0f} s can",
                hint="Ask for another length, or for no music.",
            )
        target = request.workdir / "music.wav"
        palette = await self._tools.workshop.run(_perform, request, str(target))
        return MediaReply(
            media=MediaFile(target, "audio/wav"),
            usage=Usage(units={"seconds": request.duration_s}),
            label=palette,
        )


def _perform(request: MusicRequest, target: str) -> str:
    """In the spawned process, so that numpy is imported only there."""
    from reelwright.providers.builtin.composer.feelings import Feeling
    from reelwright.providers.builtin.composer.render import perform
    from reelwright.providers.builtin.composer.score import ScoreJob

    feelings = tuple(Feeling(beat.name, beat.emotion, beat.start_s, beat.duration_s) for beat in request.beats)
    return perform(
        ScoreJob(
            request.template,
            request.mood,
            request.tone,
            feelings,
            request.duration_s,
            request.seed,
            target,
            request.look,
            request.words,
            request.accents_s,
        )
    )
