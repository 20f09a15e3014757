"""Which concrete identifiers a description of a person holds."""

import re

from reelwright.stages.lexicon import table

MIN_IDENTIFIERS = 10


def identifiers(description: str) -> frozenset[str]:
    """The kinds of identifiers (age, height, build, hair, face, eyes, skin, marks, clothing...) that are present."""
    patterns: dict[str, str] = table("identifiers")["patterns"]
    return frozenset(kind for kind, pattern in patterns.items() if re.search(pattern, description, re.IGNORECASE))
