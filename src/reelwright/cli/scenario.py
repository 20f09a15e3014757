"""``scenario``: a scene description into a shot list, with examples, styles and a library."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reelwright.cli.money import show_price, tell_price
from reelwright.cli.options import aspect_of, budget_of, count_of, seed_of
from reelwright.cli.progress import Watch
from reelwright.cli.screen import Screen
from reelwright.cli.shooting import open_film, stoppable
from reelwright.errors import BadInput

if TYPE_CHECKING:
    from reelwright.film.estimate import Estimate
    from reelwright.film.scenario import Scenario
    from reelwright.studio import Desk

_MOST_SHOTS = 24
_OF_WRITING = {"num_shots": "-n", "seed": "--seed", "model": "--model", "text_model": "--text-model"}
_OF_A_SCENE = {"style": "--style", "mood": "--mood", "aspect": "--aspect", "character": "--character"}
_OF_A_PRICE = {"budget": "--budget", "estimate": "--estimate"}
_OF_SHOOTING = {"out": "--out", "open_it": "--open"}


def run_scenario(screen: Screen, typed: Mapping[str, Any]) -> None:
    """What `scenario` was asked for: a list to look at, or a shot list to write.

    Raises:
        BadInput: If there is no description, or an option is wrong.
    """
    lists = {"list_models": list_models, "examples": list_examples, "styles": list_styles, "library": list_library}
    for name, show in lists.items():
        if typed[name]:
            show(screen)
            return
    _check(typed)
    if typed["screenplay"] or typed["from_library"]:
        take_list(screen, typed)
    else:
        write_list(screen, typed)


def _check(typed: Mapping[str, Any]) -> None:
    """Refuses options that would come to nothing, and a name that a list cannot be kept under."""
    refused: dict[str, tuple[str, str]] = {}
    kept = "--screenplay" if typed["screenplay"] else "--from-library" if typed["from_library"] else ""
    if kept:
        foreign = _OF_WRITING | (_OF_A_SCENE if kept == "--from-library" else {})
        refused |= {name: (option, f"with {kept}: its shots are there already") for name, option in foreign.items()}
    if not typed["shoot"]:
        why = "without --shoot: a list alone goes where `-o FILE` says"
        later = _OF_SHOOTING | (_OF_A_PRICE if kept else {})
        refused |= {name: (option, why) for name, option in later.items()}
    wrong = next((refused[name] for name in refused if typed[name]), None)
    if wrong is not None:
        hint = "Leave it out; `reelwright scenario --help` shows what each does."
        raise BadInput(f"{wrong[0]} does not go {wrong[1]}", hint=hint)
    if typed["save"]:
        from reelwright.scene_library import check_name

        check_name(typed["save"])
    if typed["output"] and Path(typed["output"]).is_dir():
        raise BadInput(
            f"-o {str(typed['output'])!r} is a folder", hint=f"Name a file: `-o {typed['output']}/shots.json`."
        )


def take_list(screen: Screen, typed: Mapping[str, Any]) -> None:
    """A list that nobody has to write: from a screenplay, or from the library."""
    from reelwright.scenario_writer import screenplay_scenario
    from reelwright.scene_library import SceneLibrary
    from reelwright.settings import load_settings

    if typed["description"] or typed["example"] or (typed["screenplay"] and typed["from_library"]):
        raise BadInput(
            "a scene comes from one place: -d, --example, --screenplay or --from-library", hint="Leave out the others."
        )
    if typed["screenplay"]:
        made = screenplay_scenario(
            typed["screenplay"],
            typed["style"] or "",
            typed["mood"] or "",
            aspect_of(typed["aspect"] or "16:9"),
            characters=_characters(typed["character"]),
        )
    else:
        made = SceneLibrary(load_settings()).joined(typed["from_library"])
    _keep(screen, made, typed)
    if typed["shoot"]:
        _shoot_list(screen, made, typed)


def _shoot_list(screen: Screen, made: "Scenario", typed: Mapping[str, Any]) -> None:
    """Shoots a list that is kept in no file."""
    from tempfile import TemporaryDirectory

    from reelwright.cli.making import shoot_list
    from reelwright.scenario_writer import save_scenario

    wanted = {"out": typed["out"], "until": "film", "budget": typed["budget"], "pause_after": None}
    with TemporaryDirectory() as aside:
        listed = save_scenario(made, Path(aside) / "shots.json")
        opens, only_prices, may_ask = typed["open_it"], typed["estimate"], not typed["yes"]
        shoot_list(screen, listed, wanted, opens=opens, only_prices=only_prices, may_ask=may_ask)


def _keep(screen: Screen, made: "Scenario", typed: Mapping[str, Any]) -> None:
    """Saves a list where it is wanted, and shows it unless the film that follows will be shown."""
    from reelwright.scenario_writer import save_scenario
    from reelwright.scene_library import SceneLibrary
    from reelwright.settings import load_settings

    saved = save_scenario(made, typed["output"]) if typed["output"] else None
    if typed["save"]:
        SceneLibrary(load_settings()).save(typed["save"], made)
        screen.note(f"Kept as {typed['save']!r}: `reelwright scenario --from-library {typed['save']}` takes it again.")
    if made.film_id or not typed["shoot"]:
        _show(screen, made, saved)


def write_list(screen: Screen, typed: Mapping[str, Any]) -> None:
    """Writes the shot list of a scene, and shoots it if that is wanted."""
    from reelwright.film.film import Until
    from reelwright.scenario_writer import scenario_options
    from reelwright.settings import load_settings

    settings = load_settings()
    model = typed["model"] or typed["text_model"] or settings.scenario_default_model or settings.text_model
    description, count, style, more = _asked(typed)
    more["until"] = Until.FILM if typed["shoot"] else Until.STORY
    options = scenario_options(settings, model, count, style, more)

    def estimate(desk: "Desk") -> "Estimate":
        return desk.estimate(description, **options)

    if typed["estimate"]:
        show_price(screen, estimate, more.get("budget"))
        return
    tell_price(screen, estimate, more.get("budget"), may_ask=not typed["yes"])
    with stoppable(screen), Watch(screen) as watch:
        made = asyncio.run(_written(model, description, count, style, more, watch))
    _keep(screen, made, typed)
    if typed["open_it"] and made.path:
        open_film(screen, Path(made.path))


async def _written(
    model: str, description: str, count: int, style: str, more: dict[str, Any], watch: Watch
) -> "Scenario":
    from reelwright.scenario_writer import ScenarioWriter

    async with ScenarioWriter(model, on_event=watch) as writer:
        return await writer.write(description, count, style, **more)


def _asked(typed: Mapping[str, Any]) -> tuple[str, int, str, dict[str, Any]]:
    """Description, number of shots, style and the rest; an example fills in what is not said."""
    from reelwright.film.scenario import DEFAULT_SHOTS

    count, style, mood, aspect = typed["num_shots"], typed["style"] or "", typed["mood"] or "", typed["aspect"]
    description = typed["description"]
    if typed["example"]:
        from reelwright.prompts.scenes import example_scenario

        example = example_scenario(typed["example"])
        description = description or example.description
        count, style, mood = count or str(example.shot_count), style or example.style, mood or example.mood
        aspect = aspect or example.aspect
    if not description or not description.strip():
        raise BadInput(
            "there is no scene to write",
            hint='Describe it: `reelwright scenario -d "A detective enters his office" -o shots.json`, or try'
            " `reelwright scenario --example noir-detective`.",
        )
    more: dict[str, Any] = {"mood": mood, "new": typed["new"], "out": typed["out"]}
    more["characters"] = _characters(typed["character"])
    if aspect:
        more["aspect"] = aspect_of(aspect)
    if typed["seed"] is not None:
        more["seed"] = seed_of(typed["seed"])
    if typed["budget"] is not None:
        more["budget"] = budget_of(typed["budget"])
    shots = DEFAULT_SHOTS if count is None else count_of("--num-shots", _MOST_SHOTS, count)
    return description, shots, style, more


def _characters(entries: list[str] | None) -> dict[str, str]:
    """``--character NAME=DESCRIPTION``, any number of times."""
    found: dict[str, str] = {}
    for entry in entries or ():
        name, equals, text = entry.partition("=")
        if not equals or not name.strip() or not text.strip():
            raise BadInput(
                f"--character {entry[:60]!r} is not NAME=DESCRIPTION",
                hint='Write `--character "Maya=a woman aged 30, short black hair, red coat"`.',
            )
        found[name.strip()] = text.strip()
    return found


def _show(screen: Screen, made: "Scenario", saved: Path | None) -> None:
    from reelwright.film.money import dollars
    from reelwright.wire import write_scenario_list

    def show() -> None:
        shots = "1 shot" if len(made.shots) == 1 else f"{len(made.shots)} shots"
        screen.say(f"{made.title}  ({shots}, {made.duration_s:g} s)")
        rows = [
            (
                shot.slate,
                f"{float(shot.frame_count / made.brief.rate):g} s",
                shot.camera.framing.value,
                shot.camera.angle.value,
                shot.action_description + "".join(f'  {line.speaker}: "{line.text}"' for line in shot.dialogue),
            )
            for shot in made.shots
        ]
        screen.table(("SHOT", "LENGTH", "SIZE", "ANGLE", "WHAT IS SEEN"), rows)
        for one in made.cast:
            screen.say(f"  {one.name}: {one.description}")
        if made.soundtrack_mood:
            screen.say(f"  music   {made.soundtrack_mood}")
        is_free = not made.cost_usd and not made.estimate_usd
        told = "nothing" if is_free else f"{dollars(made.cost_usd)} (expected {dollars(made.estimate_usd)} at most)"
        screen.say(f"  cost    {told}")
        for share in _shares(made.film_id) if made.film_id and made.brief.models.text != "builtin" else ():
            screen.say(f"  written {share}")
        if made.film_id:
            screen.say(f"  id      {made.film_id}")
        if saved:
            screen.say(f"  list    {saved}: `reelwright film {saved}` shoots it")
        elif not made.path:
            again = "; the same again costs nothing" if made.film_id else ""
            screen.say(f"  list    in no file yet: add `-o shots.json`{again}")
        if made.path:
            screen.say(f"  film    {made.path}")

    value = write_scenario_list(made) | {
        "film_id": made.film_id,
        "cost_usd": float(made.cost_usd),
        "estimate_usd": float(made.estimate_usd),
        "elapsed_s": made.elapsed_s,
        "saved_to": str(saved) if saved else None,
        "path": made.path,
        "warnings": list(made.warnings),
    }
    screen.result(value, show)


def _shares(film_id: str) -> tuple[str, ...]:
    """Who wrote what of a scene."""
    from reelwright.cli.shooting import share_of
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    return tuple(share_of(one) for one in Desk(load_settings()).show(film_id).writers)


def list_examples(screen: Screen) -> None:
    """The scenes that ship as examples."""
    from reelwright.prompts.scenes import example_scenarios

    found = example_scenarios()

    def show() -> None:
        screen.table(
            ("EXAMPLE", "SHOTS", "STYLE", "SCENE"),
            [(one.slug, str(one.shot_count), one.style, one.description) for one in found],
        )
        screen.say(f"Write one: `reelwright scenario --example {found[0].slug} -o shots.json`.")

    screen.result({"examples": [one.model_dump(mode="json") for one in found]}, show)


def list_styles(screen: Screen) -> None:
    """The style presets and the shot patterns."""
    from reelwright.prompts.scenes import film_styles, shot_patterns

    styles, patterns = film_styles(), shot_patterns()

    def show() -> None:
        screen.table(("STYLE", "LOOK", "LIGHT"), [(one.slug, one.style, one.light) for one in styles])
        screen.table(("SHOT PATTERN", "FOR"), [(one.slug, one.best_for) for one in patterns])

    listed = {
        "styles": [one.model_dump(mode="json") for one in styles],
        "shot_patterns": [one.model_dump(mode="json") for one in patterns],
    }
    screen.result(listed, show)


def list_library(screen: Screen) -> None:
    """The scenes that a person keeps."""
    from reelwright.scene_library import SceneLibrary
    from reelwright.settings import load_settings

    library = SceneLibrary(load_settings())
    kept = [(name, library.load(name)) for name in library.names()]

    def show() -> None:
        if not kept:
            screen.say("Nothing is kept yet: `reelwright scenario --example temple --save temple` keeps a scene.")
            return
        rows = [(name, str(len(one.shots)), f"{one.duration_s:g} s", one.title) for name, one in kept]
        screen.table(("SCENE", "SHOTS", "LENGTH", "TITLE"), rows)

    listed = [{"name": name, "title": one.title, "shots": len(one.shots)} for name, one in kept]
    screen.result({"scenes": listed}, show)


def list_models(screen: Screen) -> None:
    """The models that can write, with price, tier, context and what each is good for."""
    from reelwright.cli.choosing import list_models as list_catalogue

    list_catalogue(screen, "text")
