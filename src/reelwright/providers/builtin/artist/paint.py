"""Paints a shot: setting, people, product, air and lens, from far to near."""

import math
from dataclasses import replace
from typing import Any

from reelwright.film.shot import Angle, ProductLook, Shot
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.above import figures_above, floor_above, is_from_above
from reelwright.providers.builtin.artist.blocked import blocked, looked_down, put_down, stood_back
from reelwright.providers.builtin.artist.brush import glow, ink
from reelwright.providers.builtin.artist.cast import Role, cast_layers, seats_layer
from reelwright.providers.builtin.artist.clearing import clear_of_heads, set_aside
from reelwright.providers.builtin.artist.clutter import clutter
from reelwright.providers.builtin.artist.composition import (
    TIGHTS,
    WIDES,
    Composition,
    compose,
    faces,
    is_held,
    near_shoulder,
)
from reelwright.providers.builtin.artist.contract import Backdrop, Held, ProductShape, Scene, Setting, Spot
from reelwright.providers.builtin.artist.creatures import creatures
from reelwright.providers.builtin.artist.deeds import DEEDS, IN_HAND, WITH_OWN_SHADOW
from reelwright.providers.builtin.artist.deeds.deed import Deed
from reelwright.providers.builtin.artist.deeds.shows import shade
from reelwright.providers.builtin.artist.develop import developed
from reelwright.providers.builtin.artist.effects import effects
from reelwright.providers.builtin.artist.hand_props import hand_prop
from reelwright.providers.builtin.artist.lens import lens_overlays
from reelwright.providers.builtin.artist.own_hands import COMES_UP, own_hands
from reelwright.providers.builtin.artist.painting import Canvas2D, Layer, Painting, Plate, Stop
from reelwright.providers.builtin.artist.pairs import meeting
from reelwright.providers.builtin.artist.people.proportions import Body
from reelwright.providers.builtin.artist.people.wearing import WORN
from reelwright.providers.builtin.artist.pieces.drawer import drawer, drawer_place
from reelwright.providers.builtin.artist.pieces.flown import flown
from reelwright.providers.builtin.artist.pieces.opened import opened
from reelwright.providers.builtin.artist.pieces.rowing import afloat
from reelwright.providers.builtin.artist.products import SHAPES, shape_of
from reelwright.providers.builtin.artist.products.ground import cast, stand
from reelwright.providers.builtin.artist.products.lying import laid, lies
from reelwright.providers.builtin.artist.prop import Prop
from reelwright.providers.builtin.artist.scene import build_scene
from reelwright.providers.builtin.artist.settings import setting_for
from reelwright.providers.builtin.artist.silhouettes import shine_behind, silhouetted
from reelwright.providers.builtin.artist.stagecraft import gather
from reelwright.providers.builtin.artist.styles import style_named
from reelwright.providers.builtin.artist.surfaces import paint_surface, scatter_leaves, sprigs
from reelwright.providers.builtin.artist.wheels import WHEELS, draw_wheels, rides_product


def paint(shot: Shot, style: str, width_px: int, height_px: int, seed: int) -> Painting:
    """The shot as layers and overlays; see ``paint_shot``."""
    size = Canvas2D.for_size(width_px, height_px)
    setting, setting_note = setting_for(shot.staging)
    look, style_note = style_named(style)
    product = shot.staging.product
    shape = shape_of(product.shape) if product else None
    shot, hands = blocked(put_down(stood_back(shot), shape))
    in_hand = hands is not None or is_held(shot) or shot.camera.angle is Angle.TOP
    if shape and not in_hand and lies(shape, shot.staging.setting):
        shot = looked_down(shot, laid(shape, shot.camera.angle))
        shape = laid(shape, shot.camera.angle)
    scene = build_scene(shot, setting, style, size, seed)
    above = is_from_above(shot)
    scene = scene if above else clear_of_heads(scene, setting, compose(scene, shape).anchors)
    backdrop = floor_above(scene, indoors=setting.is_interior) if above else setting.paint(scene)
    plan = compose(scene, shape)
    if not setting.is_interior and not above:
        backdrop = replace(backdrop, behind=set_aside(backdrop.behind, scene, plan.anchors))
    held: list[Spot] = []
    own: list[Spot] = []
    figures = figures_above(scene) if above else None
    subject = _subject(scene, setting, plan, product, shape, held, own) if figures is None else figures
    line_end = (own[0].x, own[0].base_y - own[0].height * 0.5) if own else None
    aloft = flown(scene, plan.anchors, line_end, indoors=setting.is_interior)
    if hands is not None:
        bare = own_hands(scene, hands, product, shape, held)
        seen = tuple(layer for layer in subject if layer.name in _OF_PEOPLE)
        subject = (*(seen if shot.camera.angle is Angle.POV else subject), *bare)
    goes = next((layer.course for layer in subject if layer.name == "people" and layer.course), ())
    aloft = tuple(replace(layer, course=goes) if goes and layer.name == "carried" else layer for layer in aloft)
    boat = afloat(scene, plan.anchors)
    searched = drawer(scene, plan.anchors)
    steaming = None
    if shape and shape.is_hot and shot.camera.angle is not Angle.TOP:
        steaming = held[0] if held else plan.spot
    air = _following(effects(scene, steaming, indoors=setting.is_interior), held, with_hands=hands is not None)
    if "silhouette" in shot.staging.effects:
        subject = silhouetted(subject, scene)
    layers = (
        *_behind_people(scene, plan, backdrop.behind),
        *(opened(scene, plan.anchors, backdrop.behind) if setting.is_interior else ()),
        *creatures(scene, plan.anchors, indoors=setting.is_interior),
        *aloft,
        *boat[0],
        *searched[0],
        *subject,
        *searched[1],
        *boat[1],
        *clutter(scene, plan.anchors, has_table=any(layer.name == "table" for layer in backdrop.before)),
        *air,
        *_shoulder(scene, plan),
        *_near(scene, backdrop, plan),
    )
    notes = [note for note in (setting_note, style_note) if note]
    if product and product.shape not in SHAPES:
        notes.append(f"the artist does not know the product shape {product.shape!r}; painted as 'generic'")
    finished = tracked(developed(layers, scene, look), scene)
    overlays = lens_overlays(scene, look, width_px, height_px)
    return Painting(size, width_px, height_px, finished, overlays, tuple(notes))


_OF_PEOPLE = ("people", "lids", "seats")


def _following(air: tuple[Layer, ...], held: list[Spot], *, with_hands: bool) -> tuple[Layer, ...]:
    """The air with its steam going where the hand goes."""
    if not held:
        return air
    x, y = held[-1].x - held[0].x, held[-1].base_y - held[0].base_y
    course = (Stop(0.0), Stop(0.12), Stop(0.32, x, y))
    if with_hands:
        course = COMES_UP
    elif max(abs(x), abs(y)) < 4:
        return air
    return tuple(replace(layer, course=course) if layer.name == "steam" else layer for layer in air)


def tracked(layers: tuple[Layer, ...], scene: Scene) -> tuple[Layer, ...]:
    """The layers with the set passing behind who walks, where the ground does not show that they do."""
    goes = [index for index, person in enumerate(scene.shot.staging.people) if person.action in ("walk", "run", "ride")]
    if not goes or scene.shot.camera.framing in WIDES or scene.shot.staging.people[goes[0]].seen_from == "behind":
        return layers
    way = -1 if faces(scene.shot.staging.people[goes[0]]) < 0 else 1
    found: list[Layer] = []
    for layer in layers:
        if layer.is_still and layer.depth < _SET_DEPTH:
            reach = scene.size.width * _TRACKED * min(1.0, layer.depth / 0.45) * way
            layer = replace(layer, course=(Stop(0.0, x=reach), Stop(1.0, x=-reach, pace="even")))
        found.append(layer)
    return tuple(found)


_SET_DEPTH, _TRACKED = 0.9, 0.028
"""What is farther than this passes by, so far at most as a share of the width: the overscan has to hold it."""


def _near(scene: Scene, backdrop: Backdrop, plan: Composition) -> tuple[Layer, ...]:
    """The blurred foreground; not from above, where it would hang in the air, nor before a detail or a product."""
    alone = scene.shot.staging.product is not None and not scene.shot.staging.people
    if plan.back_edge_y is not None or (alone and scene.shot.camera.framing not in WIDES):
        return ()
    bare = scene.shot.camera.angle in (Angle.TOP, Angle.POV, Angle.OVER_SHOULDER) or scene.shot.camera.framing in TIGHTS
    return () if bare else backdrop.before


def _subject(
    scene: Scene,
    setting: Setting,
    plan: Composition,
    product: ProductLook | None,
    shape: ProductShape | None,
    held: list[Spot],
    own: list[Spot],
) -> tuple[Layer, ...]:
    people = _people(scene, plan, product, shape, held, own)
    table: tuple[Layer, ...] = ()
    if rides_product(scene.shot):
        return (*_under_rider(scene, plan, people), *people)
    if product and shape and plan.spot:
        table = _table(scene, setting, plan, product, shape, plan.spot)
        if product.shape in WHEELS:
            # Who walks beside it wheels it along.
            goes = next((layer.course for layer in people if layer.name == "people" and layer.course), ())
            table = tuple(replace(layer, course=goes or layer.course) for layer in table)
        if plan.back_edge_y is None and product.shape not in WHEELS:
            return (*table, *people)
    if product and shape and held:
        table = _in_hand(scene, plan, product, shape, held)
    return (*people, *table)


def _under_rider(scene: Scene, plan: Composition, people: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """The product that somebody rides, going where they go."""
    at = next(index for index, person in enumerate(scene.shot.staging.people) if person.pose == "riding")
    plate = Plate(scene.size, 1.0, "product")
    draw_wheels(plate.canvas, scene, plan.anchors[at], scene.light, Body.of(scene.shot.staging.people[at]))
    course = next((layer.course for layer in people if layer.name == "people" and layer.course), ())
    return tuple(replace(layer, course=course) for layer in gather(plate.layer()))


def _people(
    scene: Scene,
    plan: Composition,
    product: ProductLook | None,
    shape: ProductShape | None,
    spots: list[Spot],
    own: list[Spot],
) -> tuple[Layer, ...]:
    held = None
    if product and shape and is_held(scene.shot):
        is_open = any(person.action == "apply" for person in scene.shot.staging.people)
        prop = Prop(scene, product, shape, spots, is_open=is_open)
        held = Held(prop.draw, shape.aspect, shape.real_height_cm, product.shape)
    people = scene.shot.staging.people
    someone_acts = any(person.action for person in people)
    target = (
        (plan.spot.x, plan.spot.base_y - plan.spot.height * 0.5) if plan.spot else drawer_place(scene, plan.anchors)
    )
    roles: list[Role] = []
    near = near_shoulder(scene.shot)
    for index, (person, anchor) in enumerate(zip(people, plan.anchors, strict=True)):
        if index == near:
            continue
        held_here = held if person.holds_product else _own_prop(scene, person.holds, own)
        notices = someone_acts and not person.action
        met = meeting(scene.shot, plan.anchors, index)
        roles.append(Role(person, anchor, held_here, target, met, notices, late=0.37 * index))
    roles.sort(key=_over)
    return (*seats_layer(scene, roles), *(layer for role in roles for layer in cast_layers(scene, role)))


_OVER = ("arm_around", "give", "show")
_GROWN_YEARS = 15


def _over(role: Role) -> bool:
    """Whether somebody's hands lie over others: on a shoulder, or round a child."""
    person = role.person
    return person.action in _OVER or (person.action == "hug" and person.age_years >= _GROWN_YEARS)


def _own_prop(scene: Scene, slug: str, spots: list[Spot]) -> Held | None:
    """What a person of a story holds."""
    own = hand_prop(slug) if slug else None
    if own is None:
        return None
    prop = Prop(scene, own.look, own.shape, spots)
    return Held(prop.draw, own.shape.aspect, own.shape.real_height_cm, own.look.shape)


def _shoulder(scene: Scene, plan: Composition) -> tuple[Layer, ...]:
    """Who stands with the back to us, near the lens and soft."""
    near = near_shoulder(scene.shot)
    if near is None:
        return ()
    role = Role(scene.shot.staging.people[near], plan.anchors[near], depth=_NEAR_DEPTH, soft=_NEAR_BLUR)
    return cast_layers(scene, role)


_NEAR_DEPTH, _NEAR_BLUR = 1.3, 4.5


def _behind_people(scene: Scene, plan: Composition, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """The set with the light that stands behind the first person."""
    still = [index for index, layer in enumerate(layers) if layer.is_still]
    if not plan.anchors or not still:
        return layers
    at = still[-1]
    set_layer, first = layers[at], plan.anchors[0]
    surface = skia.Surface(set_layer.image.width(), set_layer.image.height())
    canvas, per_unit = surface.getCanvas(), scene.size.scale * set_layer.detail
    canvas.clear(0)
    canvas.drawImage(set_layer.image, 0, 0)
    canvas.scale(per_unit, per_unit)
    canvas.translate(-set_layer.left, -set_layer.top)
    x = first.head_x + scene.light.dx * first.head_height
    if "silhouette" in scene.shot.staging.effects:
        shine_behind(canvas, scene, first)
    glow(canvas, x, first.head_y, first.head_height * 1.7, scene.hour.key, 0.16)
    return (*layers[:at], replace(set_layer, image=surface.makeImageSnapshot()), *layers[at + 1 :])


def _table(
    scene: Scene, setting: Setting, plan: Composition, product: ProductLook, shape: ProductShape, spot: Spot
) -> tuple[Layer, ...]:
    """The product on its surface, doing what it does."""
    plate = Plate(scene.size, 1.0, "product")
    if scene.shot.camera.angle is Angle.TOP and not plan.anchors:
        _flat_lay(plate.canvas, scene, setting, product, shape)
        return (*gather(plate.layer()), *shade(scene))
    if plan.back_edge_y is not None:
        paint_surface(plate.canvas, scene, setting.surface, plan.back_edge_y)
    reach = spot.height * max(1.0, shape.aspect)
    x, y = spot.x + scene.light.dx * reach * 0.3, spot.base_y - spot.height * 0.5
    glow(plate.canvas, x, y, reach * 0.95, scene.hour.key, 0.2)
    does = DEEDS.get(scene.shot.staging.product_action)
    if does is None or spot.tilt_degrees:
        stand(plate.canvas, shape, product, spot, scene.light, scene, setting.surface)
        return gather(plate.layer())
    alone = Plate(scene.size, 1.0, "thing")
    goes = scene.shot.staging.product_action in WITH_OWN_SHADOW
    cast((alone if goes else plate).canvas, shape, product, spot, scene.light, scene)
    shape.draw(alone.canvas, product, spot, scene.light, scene)
    layer = alone.layer()
    if layer is None:
        return gather(plate.layer())
    deed = Deed(scene, product, shape, spot, layer, layer)
    does(deed)
    return (*gather(plate.layer()), *deed.layers)


def _in_hand(
    scene: Scene, plan: Composition, product: ProductLook, shape: ProductShape, spots: list[Spot]
) -> tuple[Layer, ...]:
    """What a product in a hand shows: a glint, light, mist."""
    opens = any(person.action == "open" for person in scene.shot.staging.people)
    slug = scene.shot.staging.product_action or ("open" if opens else "")
    if slug not in DEEDS or not spots or product.shape in WORN:
        return ()
    spot = spots[-1]
    if slug == "light_up" and max(abs(spot.x - spots[0].x), abs(spot.base_y - spots[0].base_y)) > 4:
        # What moves comes lit: its dark would stand where the hand is not yet.
        slug = "open"
    plate = Plate(scene.size, 1.0, "thing", area=_around(spot, shape))
    shape.draw(plate.canvas, product, spot, scene.light, scene)
    layer = plate.layer()
    if layer is None:
        return ()
    deed = Deed(scene, product, shape, spot, None, layer, begins=0.32, towards=_inwards(scene, plan, spot))
    if slug == "light_up" and math.hypot(spot.x - spots[0].x, spot.base_y - spots[0].base_y) > _STEADY * spot.height:
        # Its dark screen would hang where the hand is yet to come.
        slug = "open"
    IN_HAND.get(slug, IN_HAND["glint"])(deed)
    return deed.layers


def _inwards(scene: Scene, plan: Composition, spot: Spot) -> int:
    """To which side of what is held its holder's other hand is."""
    held = [at for at, person in zip(plan.anchors, scene.shot.staging.people, strict=True) if person.holds_product]
    if not held or scene.shot.camera.angle is Angle.POV:
        return 0
    return -1 if spot.x > held[0].head_x else 1


_STEADY = 0.05
"""So far, in its own heights, a product may move in a hand and count as still."""


def _around(spot: Spot, shape: ProductShape) -> tuple[float, float, float, float]:
    half = spot.height * max(1.0, shape.aspect) * 0.7
    return spot.x - half, spot.base_y - spot.height * 1.2, spot.x + half, spot.base_y + spot.height * 0.2


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
