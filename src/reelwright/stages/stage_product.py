"""How the product is drawn, read from its description."""

import re

from reelwright.film.brief import Brief
from reelwright.film.shot import ProductLook
from reelwright.film.story import Subject
from reelwright.stages.colors import colors_in
from reelwright.stages.lexicon import found_words, meaning, meanings, strongest, table

MAX_LABEL = 18
_WIDE_SHAPES = ("plate", "guitar", "generic")
"""Shapes that descriptions of many things name: the brief may know better."""


def product_look(subject: Subject, brief: Brief) -> ProductLook:
    """Shape, label, material and colours that the product's description names; the prompt helps with the shape."""
    described = subject.product_description
    things = table("things")
    label = re.search(r"[\"“]([^\"”]{1,40})[\"”]", described)
    unlettered = re.sub(r"[\"“][^\"”]*[\"”]", " ", described)
    shape = meaning(unlettered, things["shapes"], "") or meaning(brief.prompt, things["shapes"], "generic")
    if shape in _WIDE_SHAPES:
        shape = meaning(brief.prompt, things["rather"], shape)
    colors = list(dict.fromkeys(colors_in(unlettered)))
    plain = ProductLook()
    return ProductLook(
        shape=shape,
        label=label.group(1)[:MAX_LABEL] if label else "",
        material=next(iter(found_words(unlettered, things["materials"]["words"])), ""),
        color=colors[0] if colors else plain.color,
        accent=colors[1] if len(colors) > 1 else plain.accent,
        screen=strongest(brief.prompt, things["screens"], "") if shape in things["lit"]["shapes"] else "",
    )


def product_action(action: str, look: ProductLook, *, alone: bool = False) -> str:
    """What the product does in the shot, among what its shape can do.

    Empty where it rests beside people; a product that is ``alone`` in the picture does what is natural to it, so that
    the shot ends in another state than it began in.
    """
    things = table("things")
    can: dict[str, list[str]] = things["can"]
    found = set(meanings(action, things["product_action"]))
    able = (slug for slug in things["product_action"] if slug in found and (slug not in can or look.shape in can[slug]))
    return next(able, "") or (things["natural"].get(look.shape, "turn") if alone else "")
