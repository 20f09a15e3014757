"""Products: one small file each (``SHAPE``) and one line in ``SHAPES``.

``shape_of(slug).draw(canvas, look, spot, light, scene)`` paints the product alone, as a hand needs it;
``ground.stand(...)`` adds its contact shadow, cast shadow and reflection.
"""

from reelwright.providers.builtin.artist.contract import ProductShape
from reelwright.providers.builtin.artist.products import (
    bag,
    bicycle,
    book,
    bottle,
    box,
    can,
    car,
    chair,
    chocolate,
    garment,
    generic,
    headphones,
    ice_cream,
    jar,
    lamp,
    laptop,
    lipstick,
    mug,
    perfume,
    pet_bowl,
    phone,
    pizza,
    plate,
    ring,
    shoe,
    toothbrush,
    toy,
    tube,
    watch,
)

SHAPES: dict[str, ProductShape] = {
    "bag": bag.SHAPE,
    "bicycle": bicycle.SHAPE,
    "book": book.SHAPE,
    "bottle": bottle.SHAPE,
    "box": box.SHAPE,
    "can": can.SHAPE,
    "car": car.SHAPE,
    "chair": chair.SHAPE,
    "chocolate": chocolate.SHAPE,
    "garment": garment.SHAPE,
    "generic": generic.SHAPE,
    "headphones": headphones.SHAPE,
    "ice_cream": ice_cream.SHAPE,
    "jar": jar.SHAPE,
    "lamp": lamp.SHAPE,
    "laptop": laptop.SHAPE,
    "lipstick": lipstick.SHAPE,
    "mug": mug.SHAPE,
    "perfume": perfume.SHAPE,
    "pet_bowl": pet_bowl.SHAPE,
    "phone": phone.SHAPE,
    "pizza": pizza.SHAPE,
    "plate": plate.SHAPE,
    "ring": ring.SHAPE,
    "shoe": shoe.SHAPE,
    "toothbrush": toothbrush.SHAPE,
    "toy": toy.SHAPE,
    "tube": tube.SHAPE,
    "watch": watch.SHAPE,
}
"""Every product the artist knows, by slug."""


def shape_of(slug: str) -> ProductShape:
    """The shape of a slug; ``generic`` where it is unknown."""
    return SHAPES.get(slug, generic.SHAPE)
