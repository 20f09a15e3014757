"""Settings: one small file each (``SETTING``) and one line in ``SETTINGS``."""

from dataclasses import replace

from reelwright.film.shot import Staging
from reelwright.providers.builtin.artist.contract import Setting, Surface
from reelwright.providers.builtin.artist.settings import (
    abstract,
    bathroom,
    beach,
    bedroom,
    cafe,
    car,
    classroom,
    clinic,
    desert,
    farm,
    field,
    forest,
    garden,
    gym,
    harbour,
    kitchen,
    library,
    living_room,
    market,
    mountain,
    office,
    restaurant,
    road,
    rooftop,
    shop,
    space,
    stage,
    street,
    studio,
    train,
)

SETTINGS: dict[str, Setting] = {
    "abstract": abstract.SETTING,
    "bathroom": bathroom.SETTING,
    "beach": beach.SETTING,
    "bedroom": bedroom.SETTING,
    "cafe": cafe.SETTING,
    "car": car.SETTING,
    "classroom": classroom.SETTING,
    "clinic": clinic.SETTING,
    "desert": desert.SETTING,
    "farm": farm.SETTING,
    "field": field.SETTING,
    "forest": forest.SETTING,
    "garden": garden.SETTING,
    "gym": gym.SETTING,
    "harbour": harbour.SETTING,
    "kitchen": kitchen.SETTING,
    "library": library.SETTING,
    "living_room": living_room.SETTING,
    "market": market.SETTING,
    "mountain": mountain.SETTING,
    "office": office.SETTING,
    "restaurant": restaurant.SETTING,
    "road": road.SETTING,
    "rooftop": rooftop.SETTING,
    "shop": shop.SETTING,
    "space": space.SETTING,
    "stage": stage.SETTING,
    "street": street.SETTING,
    "studio": studio.SETTING,
    "train": train.SETTING,
}
"""Every setting the artist knows, by slug."""

_TOPS: dict[str, tuple[Surface, ...]] = {
    "kitchen": ("wood", "marble", "stone"), "living_room": ("wood", "linen"), "bedroom": ("linen", "wood"),
    "bathroom": ("marble", "stone", "wood"), "cafe": ("wood", "marble"), "restaurant": ("linen", "wood"),
    "office": ("wood", "stone"), "shop": ("wood", "marble"), "clinic": ("marble", "linen"),
    "abstract": ("stone", "marble", "linen"), "studio": ("gloss", "stone"), "garden": ("grass", "wood", "stone"),
    "beach": ("sand", "wood"), "desert": ("sand", "stone"), "forest": ("stone", "wood"), "rooftop": ("stone", "wood"),
    "field": ("grass", "wood"), "mountain": ("stone", "wood"), "market": ("wood", "linen"),
}  # fmt: skip
"""What a product may stand on in a place; the film chooses."""
_FINE = ("perfume", "ring", "watch", "lipstick", "jar", "tube", "sunglasses", "headphones")
_GROUNDED = (
    "shoe", "backpack", "bag", "suitcase", "ball", "dumbbell", "pet_bowl", "tent", "toy", "drone", "blanket", "box",
    "toolbox", "guitar", "robot_vacuum", "plant", "bottle", "can", "bouquet", "umbrella", "folder", "generic",
    "car", "bicycle", "scooter", "sofa", "chair", "mattress", "dog",
)  # fmt: skip
"""What is believed on bare ground; anything else that a hand can lift stands on a table, a bench or a wall."""
_GROUND: tuple[Surface, ...] = ("grass", "sand", "asphalt", "rubber")


_TABLE: tuple[Surface, ...] = ("wood",)
_WALL: tuple[Surface, ...] = ("stone",)


def setting_for(staging: Staging) -> tuple[Setting, str]:
    """The setting with the surface that suits place, product, weather and film; a note where the slug is unknown."""
    setting, note = setting_named(staging.setting)
    return replace(setting, surface=_surface(setting, staging)), note


def _surface(setting: Setting, staging: Staging) -> Surface:
    shape = staging.product.shape if staging.product else ""
    tops = _TOPS.get(staging.setting, (setting.surface,))
    if shape and shape not in _GROUNDED:
        tops = _without(tops, _GROUND) or (_WALL if staging.setting == "road" else _TABLE)
    elif not setting.is_interior and staging.weather == "snow":
        return "snow"
    if shape in _FINE:
        tops = _without(tops, ("wood", "rubber")) or tops
    return tops[staging.place_seed % len(tops)]


def _without(tops: tuple[Surface, ...], unfit: tuple[Surface, ...]) -> tuple[Surface, ...]:
    return tuple(top for top in tops if top not in unfit)


def setting_named(slug: str) -> tuple[Setting, str]:
    """The setting and, where the slug is unknown and ``abstract`` stands in, a note that says so."""
    if slug in SETTINGS:
        return SETTINGS[slug], ""
    return abstract.SETTING, f"the artist does not know the setting {slug!r}; painted as 'abstract'"
