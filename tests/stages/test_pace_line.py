"""Calm lines are spoken slower where there is room, urgent ones faster."""

from fractions import Fraction

import pytest

from reelwright.film.shot import Shot, VoiceOver
from reelwright.stages.pace_line import line_pace


@pytest.mark.parametrize(
    ("tone", "words", "slowest", "fastest"),
    [
        ("calm", 5, 0.9, 0.99),
        ("sensual and blissful", 5, 0.85, 0.95),
        ("calm", 8, 1.0, 1.0),
        ("determined", 8, 1.01, 1.1),
        ("", 5, 1.0, 1.0),
        ("puzzled", 5, 1.0, 1.0),
    ],
)
def test_pace(tone: str, words: int, slowest: float, fastest: float) -> None:
    said = VoiceOver(text=" ".join(["word"] * words))
    shot = Shot(id="s1", number=1, frame_count=100, emotional_tone=tone, voice_over=said)
    assert slowest <= line_pace(shot, Fraction(24)) <= fastest
