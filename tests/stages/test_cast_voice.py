"""The film's voice fits its template, and a wish is law."""

import pytest

from reelwright.ports import Voice
from reelwright.stages.cast_voice import cast_voice

VOICES = (
    Voice("anna", "en-US", "a warm, close woman's voice"),
    Voice("karl", "en-US", "a deep, driven man's voice"),
    Voice("emma", "en-GB", "composed, elegant"),
)


@pytest.mark.parametrize(
    ("wish", "template", "name"),
    [
        ("", "heros-journey", "karl"),
        ("", "teaser-reveal", "emma"),
        ("", "emotional-arc", "anna"),
        ("", "my-own-template", "anna"),
        ("karl", "emotional-arc", "karl"),
    ],
)
def test_casting(wish: str, template: str, name: str) -> None:
    assert cast_voice(wish, template, VOICES) == name
