"""Products: one small file each (``SHAPE``) and one line in ``SHAPES``.

(While it is being filled: SCENE ARTIST, do not write products. ``shape_of(slug).draw(canvas, look, spot, light, scene)``
paints the product alone, as a hand needs it; ``ground.stand(...)`` adds contact shadow, cast shadow and reflection.)
"""

from reelwright.providers.builtin.artist.contract import ProductShape
from reelwright.providers.builtin.artist.products import (
    bag,
    book,
    bottle,
    box,
    can,
    car,
    chocolate,
    generic,
    headphones,
    jar,
    laptop,
    lipstick,
    mug,
    perfume,
    phone,
    plate,
    shoe,
    tube,
    watch,
)

SHAPES: dict[str, ProductShape] = {
    "bag": bag.SHAPE,
    "book": book.SHAPE,
    "bottle": bottle.SHAPE,
    "box": box.SHAPE,
    "can": can.SHAPE,
    "car": car.SHAPE,
    "chocolate": chocolate.SHAPE,
    "generic": generic.SHAPE,
    "headphones": headphones.SHAPE,
    "jar": jar.SHAPE,
    "laptop": laptop.SHAPE,
    "lipstick": lipstick.SHAPE,
    "mug": mug.SHAPE,
    "perfume": perfume.SHAPE,
    "phone": phone.SHAPE,
    "plate": plate.SHAPE,
    "shoe": shoe.SHAPE,
    "tube": tube.SHAPE,
    "watch": watch.SHAPE,
}
"""Every product the artist knows, by slug."""


def shape_of(slug: str) -> ProductShape:
    """The shape of a slug; ``generic`` where it is unknown."""
    return SHAPES.get(slug, generic.SHAPE)
