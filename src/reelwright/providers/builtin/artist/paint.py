"""Paints a shot: setting, people, product, air and lens, from far to near."""

from dataclasses import replace
from typing import Any

from reelwright.film.shot import Angle, ProductLook, Shot
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import glow, ink
from reelwright.providers.builtin.artist.cast import Role, cast_layers
from reelwright.providers.builtin.artist.composition import TIGHTS, Composition, compose, is_held
from reelwright.providers.builtin.artist.contract import Backdrop, Held, ProductShape, Scene, Setting, Spot
from reelwright.providers.builtin.artist.creatures import creatures
from reelwright.providers.builtin.artist.develop import developed
from reelwright.providers.builtin.artist.effects import effects
from reelwright.providers.builtin.artist.lens import lens_overlays
from reelwright.providers.builtin.artist.painting import Canvas2D, Layer, Painting, Plate
from reelwright.providers.builtin.artist.products import SHAPES, shape_of
from reelwright.providers.builtin.artist.products.ground import stand
from reelwright.providers.builtin.artist.prop import Prop
from reelwright.providers.builtin.artist.scene import build_scene
from reelwright.providers.builtin.artist.settings import setting_named
from reelwright.providers.builtin.artist.stagecraft import gather
from reelwright.providers.builtin.artist.styles import style_named
from reelwright.providers.builtin.artist.surfaces import paint_surface, scatter_leaves, sprigs


def paint(shot: Shot, style: str, width_px: int, height_px: int, seed: int) -> Painting:
    """The shot as layers and overlays; see ``paint_shot``."""
    size = Canvas2D.for_size(width_px, height_px)
    setting, setting_note = setting_named(shot.staging.setting)
    look, style_note = style_named(style)
    scene = build_scene(shot, setting, style, size, seed)
    product = shot.staging.product
    shape = shape_of(product.shape) if product else None
    backdrop = setting.paint(scene)
    plan = compose(scene, shape)
    held: list[Spot] = []
    subject = _subject(scene, setting, backdrop, plan, product, shape, held)
    steaming = None
    if shape and shape.is_hot and shot.camera.angle is not Angle.TOP:
        steaming = plan.spot or (held[0] if held else None)
    air = effects(scene, steaming, indoors=setting.is_interior)
    layers = (*_behind_people(scene, plan, backdrop.behind), *creatures(scene), *subject, *air, *_near(scene, backdrop))
    notes = [note for note in (setting_note, style_note) if note]
    if product and product.shape not in SHAPES:
        notes.append(f"the artist does not know the product shape {product.shape!r}; painted as 'generic'")
    overlays = (*backdrop.overlays, *lens_overlays(scene, look, width_px, height_px))
    return Painting(size, width_px, height_px, developed(layers, scene, look), overlays, tuple(notes))


def _near(scene: Scene, backdrop: Backdrop) -> tuple[Layer, ...]:
    """The blurred foreground; not from above, where it would hang in the air, nor before a detail."""
    bare = scene.shot.camera.angle is Angle.TOP or scene.shot.camera.framing in TIGHTS
    return () if bare else backdrop.before


def _subject(
    scene: Scene,
    setting: Setting,
    backdrop: Backdrop,
    plan: Composition,
    product: ProductLook | None,
    shape: ProductShape | None,
    held: list[Spot],
) -> tuple[Layer, ...]:
    people = _people(scene, plan, product, shape, held)
    table: Layer | None = None
    if product and shape and plan.spot:
        table = _table(scene, setting, plan, product, shape, plan.spot)
        if plan.back_edge_y is None:
            return (*gather(table), *people)
    return (*people, *gather(table))


def _people(
    scene: Scene, plan: Composition, product: ProductLook | None, shape: ProductShape | None, spots: list[Spot]
) -> tuple[Layer, ...]:
    held = None
    if product and shape and is_held(scene.shot):
        prop = Prop(scene, product, shape, spots)
        held = Held(prop.draw, shape.aspect, shape.real_height_cm, product.shape)
    people = scene.shot.staging.people
    someone_acts = any(person.action for person in people)
    target = (plan.spot.x, plan.spot.base_y - plan.spot.height * 0.5) if plan.spot else None
    layers: list[Layer] = []
    for person, anchor in zip(people, plan.anchors, strict=True):
        held_here = held if person.holds_product else None
        role = Role(person, anchor, held_here, target, notices=someone_acts and not person.action)
        layers += cast_layers(scene, role)
    return tuple(layers)


def _behind_people(scene: Scene, plan: Composition, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """The set with the light that stands behind the first person."""
    if not plan.anchors or not layers or not layers[-1].is_still:
        return layers
    set_layer, first = layers[-1], plan.anchors[0]
    surface = skia.Surface(set_layer.image.width(), set_layer.image.height())
    canvas, per_unit = surface.getCanvas(), scene.size.scale * set_layer.detail
    canvas.clear(0)
    canvas.drawImage(set_layer.image, 0, 0)
    canvas.scale(per_unit, per_unit)
    canvas.translate(-set_layer.left, -set_layer.top)
    x = first.head_x + scene.light.dx * first.head_height
    glow(canvas, x, first.head_y, first.head_height * 1.7, scene.hour.key, 0.16)
    return (*layers[:-1], replace(set_layer, image=surface.makeImageSnapshot()))


def _table(
    scene: Scene, setting: Setting, plan: Composition, product: ProductLook, shape: ProductShape, spot: Spot
) -> Layer | None:
    plate = Plate(scene.size, 1.0, "product")
    if scene.shot.camera.angle is Angle.TOP and not plan.anchors:
        _flat_lay(plate.canvas, scene, setting, product, shape)
        return plate.layer()
    if plan.back_edge_y is not None:
        paint_surface(plate.canvas, scene, setting.surface, plan.back_edge_y)
    reach = spot.height * max(1.0, shape.aspect)
    glow(
        plate.canvas,
        spot.x + scene.light.dx * reach * 0.3,
        spot.base_y - spot.height * 0.5,
        reach * 0.95,
        scene.hour.key,
        0.2,
    )
    stand(plate.canvas, shape, product, spot, scene.light, scene, setting.surface)
    return plate.layer()


def _flat_lay(canvas: Any, scene: Scene, setting: Setting, product: ProductLook, shape: ProductShape) -> None:
    """Seen from above: the surface fills the frame, the product lies on it with its shadow beside it."""
    size = scene.size
    paint_surface(canvas, scene, setting.surface, -size.margin_y - 4)
    scatter_leaves(canvas, scene, scene.dice("leaves"), (scene.hour.fill, scene.tone(0.1)))
    glow(canvas, size.width * (0.5 + scene.light.dx * 0.2), size.height * 0.4, size.height * 0.7, scene.hour.key, 0.4)
    sprigs(canvas, scene)
    wide = 1.0 if shape.draw_from_above else shape.aspect
    height = min(size.height * 0.68, size.width * 0.68 / wide)
    spot = Spot(size.width * 0.5, size.height * 0.5 + height / 2, height, scene.dice("lay").uniform(-14, 14))
    cast = ink("#0a0712", 0.45, blur=height * 0.05)
    with spot.box(canvas):
        half = wide * 46
        canvas.drawRoundRect((-half - scene.light.dx * 7, -92, half * 2, 96), 12, 12, cast)
    draw = shape.draw_from_above or shape.draw
    draw(canvas, product, spot, scene.light, scene)
