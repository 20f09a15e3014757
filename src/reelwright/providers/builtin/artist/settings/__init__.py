"""Settings: one small file each (``SETTING``) and one line in ``SETTINGS``."""

from reelwright.providers.builtin.artist.contract import Setting
from reelwright.providers.builtin.artist.settings import (
    abstract,
    bathroom,
    beach,
    bedroom,
    cafe,
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
    "road": road.SETTING,
    "space": space.SETTING,
    "farm": farm.SETTING,
    "harbour": harbour.SETTING,
    "rooftop": rooftop.SETTING,
    "desert": desert.SETTING,
    "garden": garden.SETTING,
    "stage": stage.SETTING,
    "train": train.SETTING,
    "library": library.SETTING,
    "classroom": classroom.SETTING,
    "clinic": clinic.SETTING,
    "restaurant": restaurant.SETTING,
    "bathroom": bathroom.SETTING,
    "beach": beach.SETTING,
    "bedroom": bedroom.SETTING,
    "cafe": cafe.SETTING,
    "field": field.SETTING,
    "forest": forest.SETTING,
    "gym": gym.SETTING,
    "kitchen": kitchen.SETTING,
    "living_room": living_room.SETTING,
    "mountain": mountain.SETTING,
    "office": office.SETTING,
    "shop": shop.SETTING,
    "street": street.SETTING,
    "studio": studio.SETTING,
}
"""Every setting the artist knows, by slug."""


def setting_named(slug: str) -> tuple[Setting, str]:
    """The setting and, where the slug is unknown and ``abstract`` stands in, a note that says so."""
    if slug in SETTINGS:
        return SETTINGS[slug], ""
    return abstract.SETTING, f"the artist does not know the setting {slug!r}; painted as 'abstract'"
