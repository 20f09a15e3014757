"""Who sits, sits in the seat: hands on the table, nobody's lap lit under it, a sofa that reaches the shoulders."""

import numpy as np

from reelwright.film.shot import Camera, Framing, Person, Shot, Staging
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.at_table import sits_at_table
from reelwright.providers.builtin.artist.painting import Layer, pixels_of


def seated(setting: str, framing: Framing = Framing.MEDIUM_WIDE) -> tuple[Shot, dict[str, Layer]]:
    """Somebody sitting in a place, and the shot's layers by name."""
    person = Person(pose="sitting", garment_color="#00b000", accent_color="#00b000", skin=2, place="centre")
    staging = Staging(setting=setting, people=(person,))
    shot = Shot(id="one", number=1, frame_count=72, staging=staging, camera=Camera(framing=framing))
    painting = paint_shot(shot, "illustrated", 640, 360, 5)
    return shot, {layer.name: layer for layer in painting.layers}


def test_under_a_table_no_second_body_is_seen() -> None:
    shot, layers = seated("kitchen")
    assert sits_at_table(shot)
    table, people = layers["table"], layers["people"]
    alpha = pixels_of(table.image)[..., 3]
    rows, columns = np.nonzero(alpha > 100)
    middle = alpha[:, (columns.min() + columns.max()) // 2]
    below = middle[np.flatnonzero(middle > 240)[0] :]
    assert (below[: len(below) // 2] > 130).all(), "the shade begins at the table's top"
    assert rows.size
    top = table.top + np.flatnonzero(middle > 240)[0] / (0.5 * table.detail)
    skin = pixels_of(people.image).astype(int)
    hands = (skin[..., 3] > 200) & (skin[..., 2] > skin[..., 1] + 20)
    lowest = np.nonzero(hands)[0].max() / 0.5 + people.top
    assert lowest < top + 16, "the hands lie on the table"


def test_a_sofa_reaches_the_shoulders_of_who_sits_in_it() -> None:
    shot, layers = seated("living_room")
    assert not sits_at_table(shot)
    seats, people = layers["seats"], layers["people"]
    rows = np.nonzero(pixels_of(people.image)[..., 3] > 200)[0]
    head = people.top + rows.min() / 0.5
    tall = 0.15 * 720
    assert seats.top < head + 2.1 * tall
