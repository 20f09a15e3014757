"""Scenarios from code: ``ScenarioWriter`` for several, ``write_scenario`` for one, both on the studio's own verbs."""

import asyncio
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError

from reelwright.briefing import MakeOptions, brief_of, chosen_models
from reelwright.desk import Desk
from reelwright.errors import BadInput, StorageError
from reelwright.film.brief import FilmKind
from reelwright.film.estimate import Estimate
from reelwright.film.film import Until
from reelwright.film.scenario import DEFAULT_SHOTS, Scenario
from reelwright.film.shot import Shot
from reelwright.film.story import Character
from reelwright.prompts.scenes import style_named
from reelwright.settings import Settings, load_settings
from reelwright.studio import Listener, Studio
from reelwright.wire import write_scenario_list
from reelwright.wire.scene_prompt import prompts_of, recast

Cast = Mapping[str, str] | None
"""Descriptions of characters by their names."""


class ScenarioWriter:
    """Writes shot lists of scenes; ``async with ScenarioWriter(model="claude-3-haiku") as writer``.

    Args:
        model: Who writes, as ``--model`` names it; ``SCENARIO_DEFAULT_MODEL``, else the settings' text model if None.
        settings: Read from the environment and ``config.toml`` if None.
        on_event: Called with every event while a scenario is written.
    """

    def __init__(
        self, model: str | None = None, *, settings: Settings | None = None, on_event: Listener | None = None
    ) -> None:
        self._settings = settings or load_settings()
        self._model = model or self._settings.scenario_default_model or self._settings.text_model
        self._studio = Studio(self._settings, on_event)

    async def __aenter__(self) -> Self:
        await self._studio.__aenter__()
        return self

    async def __aexit__(self, *problem: object) -> None:
        await self._studio.__aexit__(*problem)

    async def write(self, description: str, num_shots: int = DEFAULT_SHOTS, style: str = "", **more: Any) -> Scenario:
        """The shot list of a scene.

        Args:
            description: The scene in words.
            num_shots: 1 to 24.
            style: A style preset or a style in words.
            more: ``mood``, ``aspect``, ``seed``, ``budget``, ``characters`` (descriptions by name), ``until`` and
                ``out`` to shoot it too, and what else ``Studio.make`` takes.

        Raises:
            BadInput: If an option is wrong; nothing was started.
            OverBudget: If it does not fit the budget.
            ReelwrightError: What stopped it.
        """
        started_s = time.monotonic()
        report = await self._studio.make(description, **self._options(num_shots, style, more))
        made = await asyncio.to_thread(Desk(self._settings).scenario, report.film_id)
        return made.model_copy(update={"elapsed_s": round(time.monotonic() - started_s, 2)})

    async def film(self, description: str, num_shots: int = DEFAULT_SHOTS, style: str = "", **more: Any) -> Scenario:
        """One call from a description to the finished film: ``path`` is its folder. It takes what ``write`` takes."""
        return await self.write(description, num_shots, style, **{"until": Until.FILM, **more})

    async def estimate(
        self, description: str, num_shots: int = DEFAULT_SHOTS, style: str = "", **more: Any
    ) -> Estimate:
        """What a scenario would cost; nothing is begun. It takes what ``write`` takes."""
        return await self._studio.estimate(description, **self._options(num_shots, style, more))

    def _options(self, num_shots: int, style: str, more: Mapping[str, Any]) -> MakeOptions:
        return scenario_options(self._settings, self._model, num_shots, style, more)


def scenario_options(
    settings: Settings, model: str, num_shots: int, style: str, more: Mapping[str, Any]
) -> MakeOptions:
    """What the studio's ``make`` takes for a scenario; without more it stops at the list.

    Raises:
        BadInput: If the number of shots is wrong.
    """
    if not 1 <= num_shots <= 24:
        raise BadInput(f"{num_shots} shots: a scenario has 1 to 24", hint="Try `-n 7`.")
    options = dict(more)
    people = _people(options.pop("characters", None))
    found: Any = {
        "until": Until.STORY,
        "wants_cards": False,
        **options,
        "kind": FilmKind.SCENARIO,
        "shot_count": num_shots,
        "style": style,
        "cast": people,
        "models": chosen_models(settings.models, {"text": model}),
    }
    return found


def screenplay_scenario(
    path: str | Path, style: str = "", mood: str = "", aspect: str = "16:9", *, characters: Cast = None
) -> Scenario:
    """A Fountain screenplay as a shot list; it costs nothing. Headings, dialogue and speakers are kept word for word.

    Args:
        path: A ``.fountain`` or ``.txt`` file in UTF-8.
        style: A style preset or a style in words.
        mood: Feeling of light and music.
        aspect: Shape of the picture.
        characters: Descriptions by name; the others get theirs from the action, or invented ones.

    Raises:
        NotFound: If there is no such file.
        BadInput: If it is no text, or holds nothing that can be filmed.
    """
    from reelwright.providers.builtin.writer.scene_people import describe_named
    from reelwright.stages.fountain import plain_words, read_fountain
    from reelwright.stages.screenplay_shots import screenplay_scenario as shots_of
    from reelwright.workflows.supplied import text_of

    read = read_fountain(text_of(Path(path), "A screenplay is a text file in the Fountain format."))
    told = next((one.text for one in read.elements if one.kind == "action"), "") or read.title or Path(path).stem
    options: MakeOptions = {"style": style, "mood": mood, "aspect": aspect, "wants_cards": False}
    options |= {"kind": FilmKind.SCENARIO, "cast": _people(characters)}
    brief = brief_of(plain_words(f"{read.title} {told}")[:1000], options)
    made = shots_of(read, brief, title=Path(path).stem)
    preset = style_named(style) if style else None
    slug, seed = preset.slug if preset else "", brief.film_seed
    cast = tuple(
        one
        if len(one.description.split()) > 11
        else one.model_copy(update={"description": describe_named(one.name, one.description, slug, seed, at)})
        for at, one in enumerate(made.cast)
    )
    return recast_scenario(made, cast)


def recast_scenario(scenario: Scenario, cast: tuple[Character, ...]) -> Scenario:
    """A scenario with other descriptions of its characters, in all prompts."""
    shots: list[Shot] = []
    seen: list[str] = []
    for shot in scenario.shots:
        prompt = recast(shot.prompts.image_prompt, shot.characters, cast, seen)
        shots.append(shot.model_copy(update={"prompts": prompts_of(prompt, shot)}))
        seen += [name for name in shot.characters if name not in seen]
    return scenario.model_copy(update={"cast": cast, "shots": tuple(shots)})


def _people(characters: Cast) -> tuple[Character, ...]:
    return tuple(_described(name, text) for name, text in (characters or {}).items())


def _described(name: str, text: str) -> Character:
    try:
        return Character(name=name, description=text)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        field, most = str(first["loc"][0]), first.get("ctx", {}).get("max_length")
        said = f"has {len(str(first['input']))} characters; allowed are {most}" if most else "is missing"
        raise BadInput(
            f"the {field} of the character {name[:60]!r} {said}",
            hint="Write it like `Maya=a woman aged 30, short black hair, red coat`: what she looks like.",
        ) from problem


async def write_scenario_async(
    description: str, num_shots: int = DEFAULT_SHOTS, style: str = "", *, model: str | None = None, **more: Any
) -> Scenario:
    """The shot list of a scene, in one call; see ``ScenarioWriter.write``."""
    async with ScenarioWriter(model) as writer:
        return await writer.write(description, num_shots, style, **more)


def write_scenario(
    description: str,
    num_shots: int = DEFAULT_SHOTS,
    style: str = "",
    *,
    model: str | None = None,
    output: str | Path | None = None,
    **more: Any,
) -> Scenario:
    """The shot list of a scene in one blocking call, saved where ``output`` says; see ``ScenarioWriter.write``.

    Raises:
        ReelwrightError: What stopped it.
    """
    made = asyncio.run(write_scenario_async(description, num_shots, style, model=model, **more))
    if output is not None:
        save_scenario(made, output)
    return made


def save_scenario(scenario: Scenario, path: str | Path) -> Path:
    """Writes a scenario as a shot list that `film` shoots; the file's place.

    Raises:
        StorageError: If it cannot be written.
    """
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(write_scenario_list(scenario), indent=2, ensure_ascii=False) + "\n", "utf-8")
    except OSError as problem:
        raise StorageError(
            f"cannot write {str(target)!r}: {problem.strerror}", hint="Choose another place with `-o FILE`."
        ) from problem
    return target
