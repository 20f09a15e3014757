"""What is heard besides voice and music: at most two sounds a shot, one of what happens and one of the place."""

from reelwright.film.shot import Movement, Shot, Staging
from reelwright.stages.lexicon import deeds_only, meanings, table

MOST_SOUNDS = 2
_OF_PEOPLE = ("steps", "cloth")
"""Sounds of what people do: not of a road that runs to the horizon."""


def sounds_of(shot: Shot, staging: Staging) -> tuple[str, ...]:
    """Slugs of sound effects that the staged shot asks for, what happens first; silence is an answer too."""
    words: dict[str, list[str]] = table("sounds")["words"]
    happens = [sound for sound in meanings(deeds_only(shot.action_description), words) if sound in _OF_PEOPLE]
    happens += [sound for sound in meanings(shot.action_description, words) if sound not in _OF_PEOPLE]
    if staging.product:
        happens += _listed("product_action", staging.product_action)
    if staging.people:
        happens += _listed("action", staging.people[0].action)
    elif staging.product and shot.camera.movement in (Movement.ORBIT, Movement.TILT_UP):
        happens.append("whoosh")
    if _cycles(staging):
        happens = [sound for sound in happens if sound != "hooves"]
    around = ["fire"] if "fire" in staging.effects else []
    around += [*_listed("weather", staging.weather), *_place(staging)]
    chosen = dict.fromkeys([*list(dict.fromkeys(happens))[:1], *around, *happens])
    return tuple(chosen)[:MOST_SOUNDS]


def _listed(what: str, slug: str) -> list[str]:
    listed: dict[str, list[str]] = table("sounds")[what]
    return listed.get(slug, [])


def _cycles(staging: Staging) -> bool:
    """Whether who rides does so on two wheels."""
    shape = staging.product.shape if staging.product else ""
    return bool({"bicycle", "scooter"} & {*staging.props, shape})


def _place(staging: Staging) -> list[str]:
    """The sound of a place: by day and by night, and of people where there are many."""
    settings: dict[str, dict[str, list[str]]] = table("sounds")["setting"]
    own = settings.get(staging.setting, {})
    usual = [] if staging.time_of_day == "night" and "night" in own else own.get("day", [])
    heard = own.get(staging.time_of_day, usual)
    return ["crowd", *heard] if staging.crowd == "many" else heard
