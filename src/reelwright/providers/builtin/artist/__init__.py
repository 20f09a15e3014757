"""The built-in artist: paints a shot as layers from its staging, its light and a seed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reelwright.film.shot import Shot
    from reelwright.providers.builtin.artist.painting import Painting


def paint_shot(shot: "Shot", style: str, width_px: int, height_px: int, seed: int) -> "Painting":
    """Paints a shot; the same arguments give the same pixels.

    Args:
        shot: Its staging, camera, lighting and emotional tone are what is painted.
        style: Slug of a look; an unknown one is painted as ``illustrated`` and noted.
        width_px: Width of the frame.
        height_px: Height of the frame.
        seed: Chooses the set-up: place, crop, scatter.

    Returns:
        Layers from far to near with the overlays of the lens; ``notes`` names every fallback.
    """
    from reelwright.providers.builtin.artist.paint import paint

    return paint(shot, style, width_px, height_px, seed)
