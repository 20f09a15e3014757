"""The typefaces, from font packages, the same on every machine: Inter, a serif for titles, a hand for paper."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from reelwright.errors import ConfigurationError
from reelwright.media.canvas import skia

Family = Literal["inter", "playfair", "caveat"]
"""A neutral sans for captions and sheets, a high-contrast serif for titles, handwriting for paper."""
_FILES: dict[str, tuple[str, str]] = {
    "inter": ("fontpkg_inter", "Inter[opsz,wght].ttf"),
    "playfair": ("fontpkg_playfair_display", "PlayfairDisplay[wght].ttf"),
    "caveat": ("fontpkg_caveat", "Caveat[wght].ttf"),
}


@lru_cache(maxsize=32)
def typeface(weight: int = 500, *, optical_size: float = 14.0, family: Family = "inter") -> Any:
    """A typeface at a weight.

    Args:
        weight: 100 to 900; a family without that weight takes its nearest.
        optical_size: 14 (text) to 32 (display); larger is finer and closer set. Inter alone has it.
        family: Which one.

    Raises:
        ConfigurationError: If the package of the family is missing.
    """
    package, file = _FILES[family]
    spec = find_spec(package)
    path = Path(spec.origin).parent / "files" / file if spec and spec.origin else None
    if path is None or not path.is_file():
        name = package.replace("_", "-")
        raise ConfigurationError(f"the typeface {family!r} is missing", hint=f"Run `pip install {name}`.")
    face = _font_files().makeFromFile(str(path), 0)
    place = skia.FontArguments.VariationPosition
    wanted = {"wght": float(weight), "opsz": optical_size} if family == "inter" else {"wght": float(weight)}
    # Skia keeps pointers to these, not copies: they must live until the clone is made.
    coordinates = place.Coordinates([place.Coordinate(_tag(axis), value) for axis, value in wanted.items()])
    position, arguments = place(coordinates), skia.FontArguments()
    arguments.setVariationDesignPosition(position)
    return face.makeClone(arguments)


def font_of(size_px: float, weight: int = 500, *, optical_size: float | None = None, family: Family = "inter") -> Any:
    """A typeface at a size, placed to fractions of a pixel and without hinting.

    Args:
        size_px: Of the em.
        weight: 100 to 900.
        optical_size: 14 to 32; None chooses by the size.
        family: Which one.
    """
    if optical_size is None:
        optical_size = 28.0 if size_px > 28 else 16.0
    font = skia.Font(typeface(weight, optical_size=optical_size, family=family), size_px)
    font.setSubpixel(True)
    font.setLinearMetrics(True)
    font.setHinting(skia.FontHinting.kNone)
    return font


def lettered(text: str) -> str:
    """The text without the signs that no typeface here has, which would stand there as empty boxes."""
    face = typeface(600)
    kept = "".join(sign for sign in text if sign.isspace() or face.unicharToGlyph(ord(sign)))
    return kept if kept == text else " ".join(kept.split())


@lru_cache(maxsize=1)
def _font_files() -> Any:
    """A font manager that knows no system fonts: nothing depends on what is installed, and fontconfig stays unread."""
    return skia.FontMgr.New_Custom_Empty()


def _tag(name: str) -> int:
    """An axis as the number of its four letters in OpenType."""
    return int.from_bytes(name.encode(), "big")
