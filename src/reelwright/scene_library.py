"""A person's library of scenes: scenario lists by name, whole or shot by shot, as files in the home."""

import json
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from reelwright.errors import BadInput, NotFound, StorageError
from reelwright.film.scenario import Scenario
from reelwright.film.shot import Shot
from reelwright.film.story import Character
from reelwright.settings import Settings
from reelwright.wire import read_shot_list, write_scenario_list
from reelwright.wire.scene_prompt import prompts_of, recast

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def check_name(name: str) -> None:
    """Refuses what no scene can be kept under.

    Raises:
        BadInput: If the name is none.
    """
    if not _NAME.fullmatch(name):
        raise BadInput(
            f"{name[:60]!r} is no name for a scene", hint="Write up to 40 small letters, digits, `-` and `_`."
        )


class SceneLibrary:
    """Scenes that are kept for another film, one file each in ``scenes`` of the home."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.home / "scenes"

    def names(self) -> tuple[str, ...]:
        """Of all that is kept, in order."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.json")))

    def save(self, name: str, scenario: Scenario) -> Path:
        """Keeps a scene under a name, in place of what was kept under it.

        Raises:
            BadInput: If the name is none.
            StorageError: If it cannot be written.
        """
        check_name(name)
        path = self._folder / f"{name}.json"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside = path.with_suffix(".new")
            text = json.dumps(write_scenario_list(scenario), indent=2, ensure_ascii=False) + "\n"
            beside.write_text(text, "utf-8")
            beside.replace(path)
        except OSError as problem:
            raise StorageError(f"cannot keep the scene {name!r}: {problem.strerror}") from problem
        return path

    def load(self, name: str) -> Scenario:
        """A kept scene.

        Raises:
            NotFound: If nothing is kept under the name; names what is near.
            BadInput: If its file was edited and is wrong; names the field.
        """
        path = self._folder / f"{name}.json"
        if not _NAME.fullmatch(name) or not path.is_file():
            near = get_close_matches(name, self.names(), n=1)
            meant = f"Did you mean {near[0]!r}? " if near else ""
            raise NotFound(
                f"no scene {name[:60]!r} is kept", hint=f"{meant}`reelwright scenario --library` lists them."
            )
        read = read_shot_list(path.read_text("utf-8-sig"))
        return Scenario(
            film_id="",
            title=read.title,
            brief=read.brief,
            cast=read.cast,
            soundtrack_mood=read.soundtrack_mood,
            product=read.subject.product_description,
            shots=read.shots,
        )

    def joined(self, parts: Sequence[str]) -> Scenario:
        """Kept scenes and single shots of them (``market:3``), one after the other; the first gives style and size.

        A character of the same name is the same person: the first description counts.

        Raises:
            NotFound: If a scene or a shot is not there.
        """
        scenes: dict[str, Scenario] = {}
        taken: list[tuple[Scenario, tuple[int, ...]]] = []
        for part in parts:
            name, colon, number = part.partition(":")
            scene = scenes.setdefault(name, self.load(name))
            taken.append((scene, _numbers(scene, name, number) if colon else tuple(range(len(scene.shots)))))
        first = taken[0][0]
        cast: dict[str, Character] = {}
        for scene, _ in taken:
            for one in scene.cast:
                cast.setdefault(one.name, one)
        chosen = [scene.shots[at] for scene, places in taken for at in places]
        shots: list[Shot] = []
        seen: list[str] = []
        for number, shot in enumerate(chosen, start=1):
            numbered = shot.model_copy(update={"id": f"shot_{number:03d}", "number": number})
            prompt = recast(shot.prompts.image_prompt, shot.characters, tuple(cast.values()), seen)
            shots.append(numbered.model_copy(update={"prompts": prompts_of(prompt, numbered)}))
            seen += [name for name in shot.characters if name not in seen]
        return first.model_copy(update={"cast": tuple(cast.values()), "shots": tuple(shots)})


def _numbers(scene: Scenario, name: str, text: str) -> tuple[int, ...]:
    if not text.isdigit() or not 1 <= int(text) <= len(scene.shots):
        raise NotFound(
            f"the scene {name!r} has no shot {text[:20]!r}; it has 1 to {len(scene.shots)}",
            hint=f"Write `--from-library {name}:1`.",
        )
    return (int(text) - 1,)
