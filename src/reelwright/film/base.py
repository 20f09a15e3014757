"""The base of every noun: frozen, strict about unknown fields, comparable by value."""

import hashlib
import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Noun(BaseModel):
    """A frozen value; ``model_copy(update=...)`` makes a changed one."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")


HexColor = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$", to_lower=True)]
"""An sRGB colour, ``#rrggbb``; kept in lower case."""


def fingerprint(value: object) -> str:
    """SHA-256 (hex) of a JSON value written canonically: sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def derived_seed(*parts: object) -> int:
    """A seed in [0, 2**31) from the film's seed, a stable id, a role and a number; never from a position."""
    return int(fingerprint([str(part) for part in parts])[:8], 16) >> 1
