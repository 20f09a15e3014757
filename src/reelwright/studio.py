"""The public verbs: make, film, resume, films, show, remove, templates, voices, doctor."""

import asyncio
import shutil
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack
from uuid import uuid4

from pydantic import ValidationError

from reelwright.errors import BadInput, NotFound
from reelwright.film.asset import Asset
from reelwright.film.brief import Aspect, Brief, Models
from reelwright.film.film import Event, Film, FilmStatus, Until
from reelwright.film.report import Check, FilmReport
from reelwright.film.story import StoryTemplate
from reelwright.ports import Voice
from reelwright.settings import Settings, load_settings

if TYPE_CHECKING:
    from reelwright.crew import Vault

Listener = Callable[[Event], None]
_FURTHER = list(Until)
_SHORT_SIDE_PX = 720


class MakeOptions(TypedDict, total=False):
    """What `make` takes beside the prompt; everything has a default."""

    duration_s: float
    aspect: str
    width_px: int | None
    height_px: int | None
    rate: str
    template: str | None
    style: str
    mood: str
    voice: str
    wants_voice: bool
    pronunciations: dict[str, str]
    wants_music: bool
    music: str | Path | Asset | None
    wants_effects: bool
    burns_captions: bool
    wants_cards: bool
    seed: int
    models: Models
    until: Until
    out: str | Path | None
    new: bool


class Desk:
    """The verbs that only look or tidy; they block, but not for long."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def films(self) -> tuple[Film, ...]:
        """All films, the newest first."""
        with self.look() as vault:
            return vault.films.films()

    def show(self, film_id: str) -> FilmReport:
        """What became of a film."""
        with self.look() as vault:
            return _report(vault, vault.films.film(film_id), elapsed_s=0.0)

    def find(self, film_id: str) -> Film:
        """The film itself."""
        with self.look() as vault:
            return vault.films.film(film_id)

    def remove(self, film_id: str) -> Film:
        """Deletes a film with all media that nothing else uses; the output folder stays.

        Raises:
            NotFound: If there is no such film.
            Conflict: If a film is being made.
        """
        from reelwright.crew import open_vault
        from reelwright.workflows.lock import studio_lock

        with studio_lock(self._settings.home, "remove"), open_vault(self._settings) as vault:
            film = vault.films.film(film_id)
            for sha256 in vault.films.remove_film(film.id):
                vault.media.remove(sha256)
            return film

    def templates(self) -> tuple[StoryTemplate, ...]:
        """The story templates, built-in ones and your own."""
        from reelwright.prompts.templates import load_templates

        return tuple(load_templates(self._settings.home / "story_templates").values())

    def voices(self) -> tuple[Voice, ...]:
        """The voices of the chosen speech model."""
        from reelwright.crew import voices_of

        return voices_of(self._settings)

    def doctor(self) -> tuple[Check, ...]:
        """Whether everything that a film needs is in order."""
        from reelwright.doctor import examine

        return examine(self._settings)

    def look(self) -> "Vault":
        """The store, to read from."""
        from reelwright.crew import open_vault

        return open_vault(self._settings, read_only=True)


class Studio:
    """The studio. ``async with Studio() as studio`` gives these verbs, ``with Studio() as studio`` blocking ones.

    Args:
        settings: Read from the environment and ``config.toml`` if None.
        on_event: Called with every event of a film while it is made.
    """

    def __init__(self, settings: Settings | None = None, on_event: Listener | None = None) -> None:
        self._settings = settings or load_settings()
        self._desk = Desk(self._settings)
        self._on_event = on_event

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *problem: object) -> None:
        return None

    def __enter__(self) -> "BlockingStudio":
        return BlockingStudio(self, self._settings)

    def __exit__(self, *problem: object) -> None:
        return None

    async def make(self, prompt: str, **options: Unpack[MakeOptions]) -> FilmReport:
        """Makes a film of a prompt.

        The same request again continues an unfinished film, extends one that was made up to an earlier point, and
        otherwise makes a new film in which everything already made is reused at no cost.

        Raises:
            BadInput: If the prompt or an option is wrong; nothing was started.
            Conflict: If another process is making a film.
            ReelwrightError: What stopped the film; ``resume`` continues it.
        """
        options.setdefault("models", self._settings.models)
        track = options.pop("music", None)
        brief = brief_of(prompt, options)
        if track is not None:
            brief = self._with_track(brief, track)
        self._check(brief)
        until = Until(options.get("until", Until.FILM))
        film = None if options.get("new") else self._same_film(brief, until)
        if film is None:
            film = Film(id=_new_id(), brief=brief, until=until, created_at=datetime.now(UTC))
        return await self._produce(film, until, options.get("out"))

    async def film(
        self, shot_list: str | Path, *, out: str | Path | None = None, until: Until = Until.FILM
    ) -> FilmReport:
        """Shoots a shot list exactly: no shot added, dropped, reworded or re-timed.

        Args:
            shot_list: A ``shots.json`` as written beside every film, edited or not.
            out: Output folder.
            until: ``frames`` or ``film``.

        Raises:
            BadInput: If the list is not readable; names the field.
        """
        from reelwright.workflows.supplied import film_from_list

        film, shots = film_from_list(Path(shot_list), _new_id())
        self._check(film.brief)
        return await self._produce(film, until, out, shots)

    async def resume(self, film_id: str | None = None, *, out: str | Path | None = None) -> FilmReport:
        """Continues an unfinished film: the named one, or the latest.

        Raises:
            NotFound: If there is none.
        """
        with self._desk.look() as vault:
            if film_id:
                film = vault.films.film(film_id)
            else:
                unfinished = vault.films.unfinished()
                if not unfinished:
                    raise NotFound("there is no unfinished film", hint="`reelwright films` lists all films.")
                film = unfinished[0]
        return await self._produce(film, film.until, out)

    async def films(self) -> tuple[Film, ...]:
        """All films, the newest first."""
        return await asyncio.to_thread(self._desk.films)

    async def show(self, film_id: str) -> FilmReport:
        """What became of a film."""
        return await asyncio.to_thread(self._desk.show, film_id)

    async def find(self, film_id: str) -> Film:
        """The film itself."""
        return await asyncio.to_thread(self._desk.find, film_id)

    async def remove(self, film_id: str) -> Film:
        """Deletes a film with all media that nothing else uses; the output folder stays.

        Raises:
            NotFound: If there is no such film.
            Conflict: If a film is being made.
        """
        return await asyncio.to_thread(self._desk.remove, film_id)

    async def templates(self) -> tuple[StoryTemplate, ...]:
        """The story templates, built-in ones and your own."""
        return await asyncio.to_thread(self._desk.templates)

    async def voices(self) -> tuple[Voice, ...]:
        """The voices of the chosen speech model."""
        return await asyncio.to_thread(self._desk.voices)

    async def doctor(self) -> tuple[Check, ...]:
        """Whether everything that a film needs is in order."""
        return await asyncio.to_thread(self._desk.doctor)

    def _with_track(self, brief: Brief, track: str | Path | Asset) -> Brief:
        """The brief with a person's own music, which is copied into the media store."""
        from reelwright.crew import open_vault
        from reelwright.media.own_track import check_track

        if not brief.wants_music:
            raise BadInput("a film without music has no track of your own", hint="Leave out --music or --no-music.")
        if isinstance(track, Asset):
            return brief.model_copy(update={"music": track})
        media_type = check_track(track)
        with open_vault(self._settings) as vault, TemporaryDirectory() as aside:
            copied = Path(shutil.copyfile(track, Path(aside) / "track"))
            return brief.model_copy(update={"music": vault.media.put(copied, media_type)})

    def _check(self, brief: Brief) -> None:
        """Refuses what could only fail later."""
        from reelwright.crew import check_models
        from reelwright.prompts.templates import template
        from reelwright.stages.refuse_brief import refuse_brief

        refuse_brief(brief.prompt)
        if brief.template is not None:
            template(brief.template, self._settings.home / "story_templates")
        check_models(brief, self._settings)
        if brief.music is not None:
            with self._desk.look() as vault:
                if not vault.media.has(brief.music):
                    raise BadInput(
                        f"the film's own track {brief.music.sha256[:12]}... is not kept in this studio",
                        hint="Make the film with --music FILE here, or set `music` to null in the shot list.",
                    )

    def _same_film(self, brief: Brief, until: Until) -> Film | None:
        """An unfinished film of the same request, or a finished one that was not made as far."""
        with self._desk.look() as vault:
            for film in vault.films.films(limit=1000):
                if film.brief.identity != brief.identity or film.supplied_shots:
                    continue
                if film.status is not FilmStatus.COMPLETED or _FURTHER.index(film.until) < _FURTHER.index(until):
                    return film
                return None
        return None

    async def _produce(self, film: Film, until: Until, out: str | Path | None, shots: Any = None) -> FilmReport:
        from reelwright.workflows.run import produce

        started_s = time.monotonic()
        folder = await produce(self._settings, film, until, Path(out) if out else None, shots, self._on_event)
        with self._desk.look() as vault:
            report = _report(vault, vault.films.film(film.id), elapsed_s=round(time.monotonic() - started_s, 2))
        return report.model_copy(update={"path": str(folder) if folder else None})


class BlockingStudio(Desk):
    """The studio's verbs for code that is not async."""

    def __init__(self, studio: Studio, settings: Settings) -> None:
        super().__init__(settings)
        self._studio = studio

    def make(self, prompt: str, **options: Unpack[MakeOptions]) -> FilmReport:
        """See ``Studio.make``."""
        return _finish(self._studio.make(prompt, **options))

    def film(self, shot_list: str | Path, *, out: str | Path | None = None, until: Until = Until.FILM) -> FilmReport:
        """See ``Studio.film``."""
        return _finish(self._studio.film(shot_list, out=out, until=until))

    def resume(self, film_id: str | None = None, *, out: str | Path | None = None) -> FilmReport:
        """See ``Studio.resume``."""
        return _finish(self._studio.resume(film_id, out=out))


def _finish(work: Coroutine[Any, Any, FilmReport]) -> FilmReport:
    """Waits for the work, also where this thread already runs an event loop, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    stops: list[Callable[[], object]] = []

    async def stoppable() -> FilmReport:
        task, loop = asyncio.ensure_future(work), asyncio.get_running_loop()
        stops.append(lambda: loop.call_soon_threadsafe(task.cancel))
        return await task

    with ThreadPoolExecutor(max_workers=1) as aside:
        made = aside.submit(asyncio.run, stoppable())
        try:
            return made.result()
        except KeyboardInterrupt:
            for stop in stops:
                stop()
            raise


def brief_of(prompt: str, options: MakeOptions) -> Brief:
    """The brief of a request; the size follows the aspect with a short side of 720 unless given.

    Raises:
        BadInput: Naming the value and what is allowed.
    """
    given: dict[str, Any] = {key: value for key, value in options.items() if key not in ("until", "out", "new")}
    width_px, height_px = given.pop("width_px", None), given.pop("height_px", None)
    try:
        aspect = Aspect(given.get("aspect", Aspect.WIDE))
    except ValueError as problem:
        allowed = ", ".join(aspect.value for aspect in Aspect)
        raise BadInput(f"there is no aspect {given['aspect']!r}", hint=f"Choose one of {allowed}.") from problem
    size = _size(aspect, width_px, height_px, "aspect" in given)
    try:
        return Brief(prompt=prompt, **{**given, **size})
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        given_there = str(first["input"])
        shown = given_there if len(given_there) <= 40 else given_there[:40] + "..."
        raise BadInput(f"{name} {shown!r} is wrong: {first['msg']}", hint="`reelwright make --help`") from problem


def _size(aspect: Aspect, width_px: int | None, height_px: int | None, aspect_given: bool) -> dict[str, Any]:
    if width_px is None or height_px is None:
        wide = aspect.ratio >= 1
        long_px = round(_SHORT_SIDE_PX * max(aspect.ratio, 1 / aspect.ratio) / 2) * 2
        return {"width_px": long_px if wide else _SHORT_SIDE_PX, "height_px": _SHORT_SIDE_PX if wide else long_px}
    fitting = [shape for shape in Aspect if abs(width_px / height_px / shape.ratio - 1) < 0.02]
    if not fitting or (aspect_given and aspect not in fitting):
        wanted = f"is not {aspect.value}" if aspect_given and fitting else "is none of the shapes "
        shapes = "" if aspect_given and fitting else ", ".join(shape.value for shape in Aspect)
        raise BadInput(
            f"a size of {width_px}x{height_px} {wanted}{shapes}",
            hint="Give --aspect alone: the size follows, with a short side of 720.",
        )
    return {"width_px": width_px, "height_px": height_px, "aspect": fitting[0]}


def _new_id() -> str:
    return uuid4().hex[:12]


def _report(vault: "Vault", film: Film, elapsed_s: float) -> FilmReport:
    from reelwright.workflows.progress import warnings_of

    shots = vault.films.shots(film.id)
    frame_count = sum(shot.frame_count for shot in shots)
    return FilmReport(
        film_id=film.id,
        title=film.title,
        template=film.choice.selected_template if film.choice else "",
        duration_s=round(float(frame_count / film.brief.rate), 3) if shots else film.brief.duration_s,
        shots=len(shots),
        path=film.out_dir or None,
        cost_usd=vault.cost_of(film.id),
        elapsed_s=elapsed_s,
        warnings=warnings_of(vault.films.events(film.id), film.run),
    )


__all__ = ["BlockingStudio", "Check", "FilmReport", "MakeOptions", "Studio"]
