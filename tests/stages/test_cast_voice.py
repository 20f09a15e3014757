"""The film's voice fits its template, and a wish is law."""

import pytest

from reelwright.ports import Voice
from reelwright.providers.builtin.narrator import Narrator
from reelwright.stages.cast_voice import cast_voice

VOICES = (
    Voice("anna", "en-US", "a warm, close woman's voice"),
    Voice("karl", "en-US", "a deep, driven man's voice"),
    Voice("emma", "en-GB", "composed, elegant"),
)


OURS = Narrator.voices


@pytest.mark.parametrize(
    ("words", "template", "name"),
    [
        ("Luxury perfume capturing midnight elegance", "sensory-experience", "bf_emma"),
        ("Artisan coffee that starts your morning right", "emotional-arc", "af_heart"),
        ("A detective enters his dimly lit office on a rainy night", "emotional-arc", "am_fenrir"),
        ("Marathon training app", "heros-journey", "am_fenrir"),
        ("10M users tracking goals", "social-proof", "am_michael"),
        ("Accounting software for small business teams", "aida", "am_michael"),
        ("Skincare transformation", "before-after-bridge", "af_heart"),
        ("A bookshop in London with a colour for every mood", "aida", "bf_emma"),
        ("Tea for £5 a box", "aida", "bf_emma"),
    ],
)
def test_our_voices_by_film(words: str, template: str, name: str) -> None:
    assert cast_voice("", template, OURS, words) == name


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
