"""The one typeface: Inter, from the font package, the same on every machine."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reelwright.errors import ConfigurationError
from reelwright.media.canvas import skia


@lru_cache(maxsize=16)
def typeface(weight: int = 500, *, optical_size: float = 14.0) -> Any:
    """Inter at a weight.

    Args:
        weight: 100 to 900.
        optical_size: 14 (text) to 32 (display); larger is finer and closer set.

    Raises:
        ConfigurationError: If the package ``fontpkg-inter`` is missing.
    """
    spec = find_spec("fontpkg_inter")
    path = Path(spec.origin).parent / "files" / "Inter[opsz,wght].ttf" if spec and spec.origin else None
    if path is None or not path.is_file():
        raise ConfigurationError("the typeface Inter is missing", hint="Run `pip install fontpkg-inter`.")
    face = _font_files().makeFromFile(str(path), 0)
    place = skia.FontArguments.VariationPosition
    wanted = {"wght": float(weight), "opsz": optical_size}
    # Skia keeps pointers to these, not copies: they must live until the clone is made.
    coordinates = place.Coordinates([place.Coordinate(_tag(axis), value) for axis, value in wanted.items()])
    position, arguments = place(coordinates), skia.FontArguments()
    arguments.setVariationDesignPosition(position)
    return face.makeClone(arguments)


def font_of(size_px: float, weight: int = 500, *, optical_size: float | None = None) -> Any:
    """Inter at a size, placed to fractions of a pixel and without hinting.

    Args:
        size_px: Of the em.
        weight: 100 to 900.
        optical_size: 14 to 32; None chooses by the size.
    """
    if optical_size is None:
        optical_size = 28.0 if size_px > 28 else 16.0
    font = skia.Font(typeface(weight, optical_size=optical_size), size_px)
    font.setSubpixel(True)
    font.setLinearMetrics(True)
    font.setHinting(skia.FontHinting.kNone)
    return font


@lru_cache(maxsize=1)
def _font_files() -> Any:
    """A font manager that knows no system fonts: nothing depends on what is installed, and fontconfig stays unread."""
    return skia.FontMgr.New_Custom_Empty()


def _tag(name: str) -> int:
    """An axis as the number of its four letters in OpenType."""
    return int.from_bytes(name.encode(), "big")
