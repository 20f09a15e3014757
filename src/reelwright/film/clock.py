"""Time: whole frames at a rational rate."""

from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema


def _rate(value: object) -> Fraction:
    try:
        rate = Fraction(str(value))
    except (ValueError, ZeroDivisionError) as problem:
        raise ValueError(f"{value!r} is no frame rate; write 24, 25, 30 or 30000/1001") from problem
    if not 1 <= rate <= 120:
        raise ValueError(f"a frame rate of {value!r} is outside 1 to 120 frames per second")
    return rate


Rate = Annotated[
    Fraction,
    BeforeValidator(_rate),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["24", "30000/1001"]}),
]
"""Frames per second, exact; written ``24`` or ``30000/1001``."""


def frames_for(duration_s: float | Fraction, rate: Fraction) -> int:
    """The whole number of frames nearest to a duration (15 s is 360 at 24, 450 at 30000/1001)."""
    return round(Fraction(duration_s).limit_denominator(1_000_000) * rate)


def seconds(frame_count: int, rate: Fraction) -> float:
    """The exact length of a number of frames, as a float of seconds."""
    return float(frame_count / rate)
